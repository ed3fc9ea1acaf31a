"""Years of ids: what two digits mean, and which year a reference without a year belongs to."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from cableview.data import serials
from cableview.parse.stations import DEPARTMENT, OWN_POST, same_post

_FIRST_YEAR = 66
"""Two digits from here on are 19xx; the oldest cables of the collections are of 1966."""
_FIRST_FULL_YEAR = 2005
_DAYS_AHEAD = 7
_MARGIN = 5
_WINTER = 2
"""The last month of it."""


class YearContext(NamedTuple):
    """The cable in which a reference stands."""

    station: str | None = None
    serial: int | None = None
    sent: datetime | None = None


def post_meant(station: str, context: YearContext) -> str | None:
    """Return the post that a station key means in the cable, None when that is not known.

    In a cable of the Department, EMBTEL is a telegram of whichever post it is addressed to.
    """
    if station != OWN_POST:
        return station
    return context.station if context.station != DEPARTMENT else None


def full_year(two: int) -> int:
    """Return the four-digit year of a two-digit one: 66 to 99 are 19xx, the rest 20xx."""
    return two + (1900 if two >= _FIRST_YEAR else 2000)


def two_digits(year: str) -> str | None:
    """Return the two digits that ids use for a printed year (``08``, ``2008``, ``'08``), else None."""
    digits = year.strip().lstrip("'’`")
    if len(digits) == 2:
        return digits
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return digits[2:]
    return None


@lru_cache(maxsize=4096)
def reaches(station: str, year: str, serial: int) -> bool:
    """Tell whether the station's serials of that two-digit year reach about as far as ``serial``.

    Before 2005 so few cables are known that the numbers say nothing: any serial is taken as reached.
    """
    if full_year(int(year)) < _FIRST_FULL_YEAR:
        return True
    months = serials().get(station, {}).get(year)
    return months is None or serial <= months[-1] * 1.1 + 20


def infer_year(station: str, serial: int, context: YearContext) -> str | None:
    """Return the two-digit year of a reference printed without one, None when the cable has no date.

    It is the cable's own year, and the year before when the number cannot have been reached: at the own
    post when it is above the cable's own number, elsewhere when it is above what that post had sent by
    the end of the month while it had sent as many in the year before. Serials restart every January.
    """
    sent = context.sent
    if sent is None:
        return None
    year = sent.year
    if context.station is not None and same_post(station, context.station):
        late = context.serial is not None and serial > context.serial
    else:
        late = _too_high(station, serial, sent)
    return f"{(year - late) % 100:02d}"


def _too_high(station: str, serial: int, sent: datetime) -> bool:
    years = serials().get(station)
    if years is None:
        return False
    this = years.get(f"{sent.year % 100:02d}")
    before = years.get(f"{(sent.year - 1) % 100:02d}")
    if this is None or before is None:
        return False
    reached: float = this[sent.month - 1]
    earlier = this[sent.month - 2] if sent.month > 1 else 0
    if sent.month <= _WINTER:
        # Most references without their year are to cables of the weeks before the turn of the year. A
        # drafter may quote a number a few days before the cable with it goes out.
        reached = earlier + (reached - earlier) * min(1.0, (sent.day + _DAYS_AHEAD) / 30)
    elif serial <= reached * 1.02 + _MARGIN:
        # The highest number known is not the highest sent, and later in the year few mean the year before.
        return False
    return 0 < reached < serial <= before[-1] * 1.05
