"""The E.O. line: until when the cable is classified."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from cableview.parse.header.dtg import MONTHS
from cableview.parse.years import full_year

_ORDER = re.compile(r"[\s:.]*(1\d{3,5})\b[\s:,.;]*")
_LABELS = re.compile(r"(?:(?:DECL|DEC|DECLASSIFY(?: ON)?|DELC|DCL)\b[\s:.;]*)+", re.IGNORECASE)
_DATE = re.compile(r"\b(\d{1,4})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d\d\s?\d\d\b(?!:)|\d\d)\b")
_RUN_TOGETHER = re.compile(r"\b(\d\d)/?(\d\d)/?((?:19|20)\d\d)\b")
_COMPACT = re.compile(r"\b((?:19|20)\d\d)(\d\d)(\d\d)\b")
_IN_WORDS = re.compile(
    r"\b(?:(\d{1,2})\s+)?([A-Z]{3})[A-Z]*\.?\s+(?:(\d{1,2})\s*,?\s+)?(\d{4})\b", re.IGNORECASE
)
_O_FOR_ZERO = re.compile(r"(?<=[\d/])O(?=[\d/])|(?<=/\d)O\b", re.IGNORECASE)
_OLDER = ("11652", "12065", "12356")
"""The orders up to 1995."""
_LAST_CENTURY = 90
"""Two digits above are 19xx in any order."""
_LONGEST = 200
"""A date stands no further behind the label."""
_NOT_DECLASSIFIED = ("N/A", "N.A.", "DNG")
"""Never classified, or only downgraded on that day."""


@lru_cache(maxsize=1024)
def read_declassify(value: str) -> tuple[str | None, date | None]:
    """Return (the value as printed, the date it names or None) of an E.O. line without its label.

    Cached, as few dates, or none, stand in most cables of a year.
    """
    order = _ORDER.match(value)
    rest = value[order.end() :] if order else value
    labels = _LABELS.match(rest)
    printed = " ".join((rest[labels.end() :] if labels else rest).split()).rstrip(" .;,")
    if not printed:
        return None, None
    if printed.upper().startswith(_NOT_DECLASSIFIED):
        return printed, None
    older = order is not None and order[1] in _OLDER
    return printed, _find_date(_O_FOR_ZERO.sub("0", printed[:_LONGEST]), older=older)


def _find_date(text: str, *, older: bool) -> date | None:
    match = _DATE.search(text)
    if match is not None:
        return _date(match[1], match[2], match[3].replace(" ", ""), older=older)
    together = _RUN_TOGETHER.search(text)
    if together is not None:
        return _date(together[1], together[2], together[3], older=older)
    compact = _COMPACT.search(text)
    if compact is not None:
        return _date(compact[1], compact[2], compact[3], older=older)
    words = _IN_WORDS.search(text)
    if words is not None and words[2].upper() in MONTHS and (words[1] or words[3]):
        return _date(str(MONTHS[words[2].upper()]), words[1] or words[3], words[4], older=older)
    return None


def _date(one: str, two: str, three: str, *, older: bool) -> date | None:
    first, second, third = int(one), int(two), int(three)
    if len(one) == 4:
        year, month, day = first, second, third
    elif len(one) == 3:
        return None
    else:
        month, day, year = first, second, third
        if len(three) == 2:
            year = full_year(third) if older or third > _LAST_CENTURY else 2000 + third
        if month > 12 >= day:
            month, day = day, month
    try:
        return date(year, month, day)
    except ValueError:
        return None
