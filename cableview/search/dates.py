"""Dates in queries: a year, a month or a day, as the first and last day it covers; and ranges of them."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from cableview.model.query import Sent

_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?")


def period(text: str) -> tuple[int, int] | None:
    """Return the first and last day as integers yyyymmdd of ``2007``, ``2007-04`` or ``2007-04-30``.

    None when it is no date.
    """
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if year == 0 or month > 12 or (match[2] and not month):
        return None
    if not month:
        return year * 10000 + 101, year * 10000 + 1231
    length = calendar.monthrange(year, month)[1]
    if match[3] is None:
        return year * 10000 + month * 100 + 1, year * 10000 + month * 100 + length
    if not 1 <= day <= length:
        return None
    exact = year * 10000 + month * 100 + day
    return exact, exact


def span(text: str) -> Sent | None:
    """Return the days of a date or of a range, which may be open: ``2007..2008-03``, ``2007..``, ``..2008``.

    Both ends are included. None when it is neither, or when it ends before it begins.
    """
    first, dots, last = text.partition("..")
    if not dots:
        whole = period(text)
        return Sent(*whole) if whole else None
    begin, end = period(first), period(last)
    if (first and begin is None) or (last and end is None) or not (begin or end):
        return None
    if begin and end and begin[0] > end[1]:
        return None
    return Sent(begin[0] if begin else None, end[1] if end else None)


def day_before(day: int) -> int:
    """Return the day before a day, as yyyymmdd; the first of all is its own."""
    one = date(day // 10_000, day // 100 % 100, day % 100)
    before = one if one == date.min else one - timedelta(days=1)
    return before.year * 10_000 + before.month * 100 + before.day
