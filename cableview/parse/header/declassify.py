"""The E.O. line: until when the cable is classified."""

from __future__ import annotations

import re
from datetime import date

from cableview.parse.years import full_year

_ORDER = re.compile(r"[\s:.]*(1\d{3,5})\b[\s:,.;]*")
_LABELS = re.compile(r"(?:(?:DECL|DEC|DECLASSIFY(?: ON)?|DELC|DCL)\b[\s:.;]*)+", re.IGNORECASE)
_DATE = re.compile(r"\b(\d{1,4})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d\d)\b")
_NOT_DECLASSIFIED = ("N/A", "N.A.", "DNG")
"""Never classified, or only downgraded on that day."""


def read_declassify(value: str) -> tuple[str | None, date | None]:
    """Return (the value as printed, the date it names or None) of an E.O. line without its label."""
    order = _ORDER.match(value)
    rest = value[order.end() :] if order else value
    labels = _LABELS.match(rest)
    printed = " ".join((rest[labels.end() :] if labels else rest).split()).rstrip(" .;,")
    if not printed:
        return None, None
    match = _DATE.search(printed) if not printed.upper().startswith(_NOT_DECLASSIFIED) else None
    return printed, _date(match) if match is not None else None


def _date(match: re.Match[str]) -> date | None:
    first, second, third = int(match[1]), int(match[2]), int(match[3])
    if len(match[1]) == 4:
        year, month, day = first, second, third
    elif len(match[1]) == 3:
        return None
    else:
        month, day, year = first, second, third
        if len(match[3]) == 2:
            year = full_year(third) if third > 90 else 2000 + third
        if month > 12 >= day:
            month, day = day, month
    try:
        return date(year, month, day)
    except ValueError:
        return None
