"""Until when a cable is classified, in every way drafters wrote it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.parse.header.declassify import read_declassify


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("12958: DECL: 07/08/2033", date(2033, 7, 8)),
        ("12958 DECL 7/8/33", date(2033, 7, 8)),
        ("12598: DECL: DECL: 2033/07/08", date(2033, 7, 8)),
        ("12958: DECL: 13/08/2033", date(2033, 8, 13)),
        ("12958: DECL: 07/08/20 33", date(2033, 7, 8)),
        ("12958: DECL: 0708/2033", date(2033, 7, 8)),
        ("12958: DECL: 20330708", date(2033, 7, 8)),
        ("12958: DECL: 07/08/2O33", date(2033, 7, 8)),
        ("12958: DECL: JULY 8, 2033", date(2033, 7, 8)),
        ("12958: DECL: 8 JULY 2033", date(2033, 7, 8)),
        ("12356: DECL: 07/08/95", date(1995, 7, 8)),
        ("12065: GDS 07/08/86 (DOE, JANE) OR-M", date(1986, 7, 8)),
        ("12958: DECL: 02/30/2033", None),
        ("12958: DECL: AFTER 2 ELECTIONS IN MARCH", None),
        ("12958: N/A", None),
        ("12958: DNG: CO 07/08/2033", None),
        ("", None),
    ],
)
def test_the_date(value: str, day: date | None) -> None:
    assert read_declassify(value)[1] == day


def test_words_are_kept_as_printed() -> None:
    assert read_declassify("12958: DECL: TWENTY\nYEARS.")[0] == "TWENTY YEARS"


@given(st.text(max_size=80))
def test_hostile_values_never_raise(value: str) -> None:
    read_declassify(value)
