"""Dates in queries: a year, a month or a day, as the first and last day it covers."""

from __future__ import annotations

import calendar
import re

_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?")


def period(text: str) -> tuple[int, int] | None:  # noqa: PLR0911 - one a form of date
    """Return the first and last day as integers yyyymmdd of ``2007``, ``2007-04`` or ``2007-04-30``.

    ``2006..2008`` covers both ends. None when it is no date.
    """
    if ".." in text:
        first, last = (period(part) for part in text.split("..", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
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
