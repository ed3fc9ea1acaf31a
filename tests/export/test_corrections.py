"""Corrections written as JSON lines and read again."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.export.corrections import as_record, read_corrections
from cableview.model.correction import Correction, Kind
from cableview.model.mention import TYPES

NAMES = st.text(min_size=1)
CORRECTIONS = st.builds(
    Correction,
    NAMES,
    st.sampled_from(Kind),
    st.sampled_from(TYPES),
    NAMES,
    st.sampled_from(TYPES),
    NAMES,
    NAMES,
    st.none() | NAMES,
    st.none() | st.datetimes(timezones=st.just(UTC)),
)
ONE = Correction(
    "a1", Kind.HIDE, "PLACE", "Rome", cable_id="08ROME1", created=datetime(2026, 1, 2, tzinfo=UTC)
)


@given(st.lists(CORRECTIONS, max_size=3))
def test_read_back(items: list[Correction]) -> None:
    assert list(read_corrections(json.dumps(as_record(item)) for item in items)) == items


def test_record() -> None:
    assert as_record(ONE) == {
        "schema": 1,
        "id": "a1",
        "kind": "hide",
        "type": "PLACE",
        "name": "Rome",
        "to_type": None,
        "to_name": None,
        "cable_id": "08ROME1",
        "form": None,
        "created": "2026-01-02T00:00:00+00:00",
    }


@pytest.mark.parametrize(
    "change",
    [
        {"schema": 2},
        {"id": ""},
        {"id": 7},
        {"name": None},
        {"type": "ANIMAL"},
        {"type": None},
        {"to_type": "ANIMAL"},
        {"kind": "burn"},
        {"form": "ROMA", "cable_id": None},
        {"created": "yesterday"},
        {"to_name": ["Rome"]},
        {"to_name": ""},
        {"more": 1},
    ],
)
def test_what_is_wrong_is_said_with_its_line(change: dict[str, object]) -> None:
    good, bad = json.dumps(as_record(ONE)), json.dumps({**as_record(ONE), **change})
    with pytest.raises(ValueError, match="line 3: not a correction"):
        list(read_corrections([good, "", bad]))


@pytest.mark.parametrize("line", ["[]", "{}", "{", "null", '"x"', "1", "[" * 200_000])
def test_other_lines(line: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        list(read_corrections([line]))
