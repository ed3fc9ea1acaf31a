"""Which year a reference without one belongs to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cableview.parse.years import YearContext, full_year, infer_year, reaches, two_digits


def _context(station: str, serial: int, year: int, month: int, day: int = 15) -> YearContext:
    return YearContext(station, serial, datetime(year, month, day, tzinfo=UTC))


def test_two_digits_turn_over_at_66() -> None:
    assert [full_year(two) for two in (66, 99, 0, 10, 65)] == [1966, 1999, 2000, 2010, 2065]


@pytest.mark.parametrize(
    ("printed", "two"),
    [("08", "08"), ("2008", "08"), ("'08", "08"), ("1976", "76"), ("8", None), ("4711", None), ("008", None)],
)
def test_printed_years(printed: str, two: str | None) -> None:
    assert two_digits(printed) == two


def test_own_post_above_own_number_is_the_year_before() -> None:
    cable = _context("OSLO", 100, 2008, 3)
    assert infer_year("OSLO", 99, cable) == "08"
    assert infer_year("OSLO", 101, cable) == "07"


def test_other_post_is_judged_by_how_far_it_had_come() -> None:
    january = _context("OSLO", 20, 2009, 1)
    assert infer_year("BEIJING", 4500, january) == "08"
    assert infer_year("BEIJING", 100, january) == "09"


def test_a_number_nobody_ever_reached_stays_in_the_year() -> None:
    assert infer_year("BEIJING", 999_999, _context("OSLO", 20, 2009, 1)) == "09"


def test_two_keys_of_one_post_are_the_same_post() -> None:
    cable = _context("RPODUBAI", 30, 2009, 2)
    assert infer_year("IRANRPODUBAI", 400, cable) == "08"


def test_without_a_date_there_is_no_year() -> None:
    assert infer_year("OSLO", 5, YearContext()) is None


def test_reach_is_known_only_for_the_full_years() -> None:
    assert reaches("BEIJING", "08", 3000)
    assert not reaches("BEIJING", "10", 20_000)
    assert reaches("BEIJING", "99", 60_000)
