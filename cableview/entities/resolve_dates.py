"""Dates without a year, resolved against the date-time group."""

from __future__ import annotations

from datetime import date, datetime

_NAMES = "January February March April May June July August September October November December"
MONTHS = {name.lower(): number for number, name in enumerate(_NAMES.split(), 1)}
MONTHS |= {name[:3]: number for name, number in list(MONTHS.items())} | {"sept": 9}

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (12, 2)}
_NEAR_MONTHS = 2
_FAR_MONTHS = 6


def full_year(text: str, sent: datetime | None) -> int:
    """Return the year of ``07`` or ``2007``; two digits mean the century next to the cable's own year."""
    number = int(text)
    if number >= 100:
        return number
    near = sent.year if sent else 2000
    return min((number + 1900, number + 2000), key=lambda year: abs(year - near))


def _year_for(sent: datetime, month: int, ahead: bool) -> int:
    """Choose the year of a bare month: the latest one gone by, or the coming one if the text looks ahead."""
    to_come = (month - sent.month) % 12
    if to_come and to_come <= (_FAR_MONTHS if ahead else _NEAR_MONTHS - 1):
        return sent.year + (month < sent.month)
    return sent.year - (month > sent.month)


def month_of(sent: datetime | None, number: int, ahead: bool) -> str | None:
    """Return ``2008-04`` for a bare month; None without a date-time group."""
    if sent is None:
        return None
    return f"{_year_for(sent, number, ahead)}-{number:02d}"


def day_of(sent: datetime | None, number: int, day: int, year: str | None, ahead: bool) -> str | None:
    """Return the ISO date; None when there is no such day or nothing tells the year."""
    if year is None and sent is None:
        return None
    chosen = int(year) if year else _year_for(sent, number, ahead) if sent else 0
    try:
        return date(chosen, number, day).isoformat()
    except ValueError:
        return None


def season(sent: datetime | None, name: str, which: str | None, year: str | None) -> str | None:
    """Return the months of a season (northern hemisphere) as ``from/to``."""
    if year is None and sent is None:
        return None
    first, last = _SEASONS[name.lower()]
    if year:
        begin = int(year)
    else:
        shift = {"last": -1, "this": 0, "next": 1}[(which or "this").lower()]
        begin = (sent.year if sent else 0) + shift
        if which and which.lower() == "last" and sent and last < sent.month and last > first:
            begin = sent.year
    return f"{begin}-{first:02d}/{begin + (last < first)}-{last:02d}"
