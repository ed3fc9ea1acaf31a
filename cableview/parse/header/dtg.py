"""The date-time group: ``O 071042Z JUL 08`` (precedence, day, time in UTC, month, year)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import NamedTuple

from cableview.model.cable import Span
from cableview.parse.stations import near_words
from cableview.parse.years import full_year

PRECEDENCES = {"Z": "FLASH", "O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE"}
MONTHS = {
    name: number
    for number, name in enumerate(
        ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), start=1
    )
}
_DTG = re.compile(
    r"(?:\b([ZOPR])[ /]?([ZOPR])? {1,3})?\b(\d\d)(\d\d)(\d\d) ?Z? {0,3}([A-Z]{3})[A-Z]* ?(\d{4}|\d\d)\b"
)
_DAMAGED = re.compile(
    r"^[ \t]*(?:([ZOPR])[ /]?([ZOPR])?[ \t]{0,4})?([\dOIL]{2})[ \t]?([\dOIL]{2})([\dOIL]{2})[ \t]?Z?"
    r"[ \t]{0,4}([A-Z]{3})[A-Z]*[ \t]{0,4}([\dO]{4}|[\dO]{2})\b",
    re.IGNORECASE | re.MULTILINE,
)
"""At the beginning of a line: any case and spacing, letters for digits, a slip in the month."""
_DIGITS = str.maketrans("OIL", "011")


class Dtg(NamedTuple):
    """A date-time group as read; ``sent`` is None when it names no possible moment."""

    span: Span
    precedence: str | None
    sent: datetime | None
    year: int


def find_dtg(text: str, start: int, end: int) -> Dtg | None:
    """Return the first date-time group in ``text[start:end]``; as a rule it stands right above FM."""
    sender = text.find("\nFM ", start, end)
    match = _DTG.match(text, max(start, text.rfind("\n", 0, sender) + 1), sender) if sender > start else None
    if match is None or match[6] not in MONTHS:
        match = _DTG.search(text, start, end)
    while match is not None and match[6] not in MONTHS:
        match = _DTG.search(text, match.end(), end)
    if match is None:
        match = _DAMAGED.search(text, start, end)
    return _read(match) if match is not None else None


def _read(match: re.Match[str]) -> Dtg | None:
    month, known = _month(match[6].upper())
    if not known:
        return None
    day, hour, minute, printed = map(_number, match.group(3, 4, 5, 7))
    year = printed if printed > 99 else full_year(printed)
    precedence = PRECEDENCES[match[1].upper()] if match[1] else None
    return Dtg(match.span(), precedence, moment(year, month, day, hour, minute), year)


def _number(digits: str) -> int:
    return int(digits if digits.isdigit() else digits.upper().translate(_DIGITS))


def _month(name: str) -> tuple[int, bool]:
    """Return (number or 0, whether it is the name of a month): JUM is one, yet it is not known which."""
    if name in MONTHS:
        return MONTHS[name], True
    near = near_words(name, MONTHS, 1)
    return MONTHS[near[0][0]] if len(near) == 1 else 0, bool(near)


def moment(year: int, month: int, day: int, hour: int, minute: int) -> datetime | None:
    """Return the moment in UTC, None when there is none of these numbers."""
    try:
        return datetime(year, month, day, hour, minute, tzinfo=UTC)
    except ValueError:
        return None
