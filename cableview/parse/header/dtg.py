"""The date-time group: ``O 071042Z JUL 08`` (precedence, day, time in UTC, month, year)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from cableview.model.cable import Span
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


@dataclass(frozen=True, slots=True)
class Dtg:
    """A date-time group as read; ``sent`` is None when it names no possible moment."""

    span: Span
    precedence: str | None
    sent: datetime | None


def find_dtg(text: str, start: int, end: int) -> Dtg | None:
    """Return the first date-time group in ``text[start:end]``; as a rule it stands right above FM."""
    sender = text.find("\nFM ", start, end)
    match = _DTG.match(text, max(start, text.rfind("\n", 0, sender) + 1), sender) if sender > start else None
    if match is None or match[6] not in MONTHS:
        match = _DTG.search(text, start, end)
    while match is not None and match[6] not in MONTHS:
        match = _DTG.search(text, match.end(), end)
    if match is None:
        return None
    letter = match[1]
    year = int(match[7])
    return Dtg(
        match.span(),
        PRECEDENCES[letter] if letter else None,
        _moment(
            year if year > 99 else full_year(year),
            MONTHS[match[6]],
            int(match[3]),
            int(match[4]),
            int(match[5]),
        ),
    )


def _moment(year: int, month: int, day: int, hour: int, minute: int) -> datetime | None:
    try:
        return datetime(year, month, day, hour, minute, tzinfo=UTC)
    except ValueError:
        return None
