"""Corrections written as JSON lines and read again."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.export.corrections import read_corrections, write_corrections
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
    out = io.StringIO()
    write_corrections(items, out)
    assert list(read_corrections(out.getvalue().split("\n"))) == items


def test_record() -> None:
    out = io.StringIO()
    write_corrections([ONE], out)
    assert json.loads(out.getvalue()) == {
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
        {"more": 1},
    ],
)
def test_what_is_wrong_is_said_with_its_line(change: dict[str, object]) -> None:
    out = io.StringIO()
    write_corrections([ONE], out)
    bad = json.dumps({**json.loads(out.getvalue()), **change})
    with pytest.raises(ValueError, match="line 3: not a correction"):
        list(read_corrections([out.getvalue(), "", bad]))


@pytest.mark.parametrize("line", ["[]", "{}", "{", "null", '"x"', "1"])
def test_other_lines(line: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        list(read_corrections([line]))
