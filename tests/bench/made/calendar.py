"""Ids and dates of a made corpus: serials grow through each year at every post as they really did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from random import Random

from cableview import data

_YEARS = {
    "02": 2570,
    "03": 8083,
    "04": 11808,
    "05": 24131,
    "06": 42391,
    "07": 44693,
    "08": 49446,
    "09": 56813,
}
"""Cables of each year in the published set."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One cable to be made."""

    station: str
    serial: int
    sent: datetime

    @property
    def year(self) -> str:
        return f"{self.sent.year % 100:02d}"

    @property
    def id(self) -> str:
        return f"{self.year}{self.station}{self.serial}"


@cache
def printed(station: str) -> str:
    """Return the post as a classification line prints it, e.g. ``THE HAGUE``."""
    known = data.stations().get(station)
    display = (known.get("city") or "") if known else ""
    words = display.upper()
    return words if words.isascii() and words.replace(" ", "") == station else station


def slots(seed: int, count: int) -> list[Slot]:
    """Return ``count`` cables in the order they were sent.

    A post's serials of a month lie between the highest of the month before and the month's own highest, so
    that the year of a reference without year can be told as from the real ones.
    """
    random = Random(seed)
    ranges = []
    for station, years in sorted(data.serials().items()):
        if station not in data.stations():
            continue
        for year in _YEARS:
            tops = [0, *years.get(year, [])]
            if len(tops) == 13:
                ranges += [
                    (station, year, m, tops[m - 1], tops[m]) for m in range(1, 13) if tops[m] > tops[m - 1]
                ]
    room = {year: sum(high - low for _, own, _, low, high in ranges if own == year) for year in _YEARS}
    share = count / sum(_YEARS.values())
    found: list[Slot] = []
    owed = 0.0
    for station, year, month, low, high in ranges:
        owed += min(1.0, share * _YEARS[year] / room[year]) * (high - low)
        take = min(int(owed), high - low)
        owed -= take
        serials = random.sample(range(low + 1, high + 1), take)
        found += [Slot(station, serial, _moment(year, month, serial - low, high - low)) for serial in serials]
    while len(found) < count:
        station, year, month, low, high = random.choice(ranges)
        serial = random.randint(low + 1, high)
        found.append(Slot(station, serial, _moment(year, month, serial - low, high - low)))
    distinct = {slot.id: slot for slot in found}
    return sorted(distinct.values(), key=lambda slot: (slot.sent, slot.id))[:count]


def _moment(year: str, month: int, place: int, of: int) -> datetime:
    minute = int(27 * 24 * 60 * (place - 0.5) / of)
    return datetime(2000 + int(year), month, 1 + minute // 1440, minute // 60 % 24, minute % 60, tzinfo=UTC)


def earlier(random: Random, all_slots: Sequence[Slot], index: int, *, same_post: bool) -> Slot | None:
    """Return a cable sent before number ``index``, mostly a recent one; None when there is none."""
    own = all_slots[index]
    reach = max(1, len(all_slots) // 12)
    for _ in range(40 if same_post else 3):
        place = index - 1 - int(reach * random.random() ** 2)
        if place < 0:
            continue
        slot = all_slots[place]
        if (slot.station == own.station) is same_post and slot.sent < own.sent:
            return slot
    return None
