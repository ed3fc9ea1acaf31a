"""The bar of months: every month lies in it once, whatever the width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.app.widgets.timeline import Timeline, bars, scale, years

JAN_2007 = 2007 * 12


@pytest.mark.parametrize(
    ("counts", "said"), [((), ""), ((0, 0), "  "), ((1,), "█"), ((0, 1, 4, 8), " ▁▄█"), ((1, 1000), "▁█")]
)
def test_bars_are_as_high_as_their_share(counts: tuple[int, ...], said: str) -> None:
    assert bars(counts) == said


def test_years_stand_where_they_begin() -> None:
    laid = scale([(JAN_2007 + 3, 1), (JAN_2007 + 14, 2)], 80)
    assert (laid.first, laid.span, laid.cells, len(laid.counts)) == (JAN_2007, 1, 3, 24)
    assert years(laid) == "2007".ljust(36) + "2008"
    assert laid.months_of(laid.block_of(JAN_2007 + 14)) == range(JAN_2007 + 14, JAN_2007 + 15)


def test_many_years_share_blocks() -> None:
    months = [(month, 1) for month in range(1966 * 12, 2011 * 12)]
    laid = scale(months, 80)
    assert laid.span == 12
    assert laid.width <= 80
    assert sum(laid.counts) == len(months)


@given(
    st.dictionaries(st.integers(0, 9999 * 12 + 11), st.integers(1, 1000), min_size=1, max_size=30),
    st.integers(1, 200),
)
def test_any_months_fit_any_width(found: dict[int, int], width: int) -> None:
    months = sorted(found.items())
    laid = scale(months, width)
    assert laid.width <= width
    assert sum(laid.counts) == sum(found.values())
    assert len(years(laid)) <= max(width, 4)
    assert all(month in laid.months_of(laid.block_of(month)) for month in found)


def test_it_draws_nothing_without_months() -> None:
    assert Timeline().months == ()
