"""Ids and dates of a made corpus: serials grow through each year at every post as they really did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from random import Random

from cableview import data
from tests.bench.made.words import pick

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


_Range = tuple[str, str, int, int, int]


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


def _months(station: str, year: str) -> list[tuple[int, int, int]]:
    """Return (month, highest serial before it, highest serial in it) where serials grow."""
    tops = [0, *data.serials()[station].get(year, [])]
    if station not in data.stations() or len(tops) != 13:
        return []
    return [(month, tops[month - 1], tops[month]) for month in range(1, 13) if tops[month] > tops[month - 1]]


def slots(seed: int, count: int) -> list[Slot]:
    """Return ``count`` cables in the order they were sent.

    A post's serials of a month lie between the highest of the month before and the month's own highest, so
    that the year of a reference without year can be told as from the real ones.
    """
    random = Random(seed)
    found: list[Slot] = []
    ranges: list[_Range] = []
    share = count / sum(_YEARS.values())
    for year, published in _YEARS.items():
        posts = {station: _months(station, year) for station in sorted(data.serials())}
        # A post that numbers ten times as many cables has some three times as many in the set.
        weights = {station: sum(high - low for _, low, high in own) ** 0.5 for station, own in posts.items()}
        total, owed = sum(weights.values()), 0.0
        for station, own in posts.items():
            room = sum(high - low for _, low, high in own)
            for month, low, high in own:
                owed += share * published * weights[station] / total * (high - low) / room
                take = min(int(owed), high - low)
                owed -= take
                ranges.append((station, year, month, low, high))
                serials = random.sample(range(low + 1, high + 1), take)
                found += [Slot(station, n, _moment(year, month, n - low, high - low)) for n in serials]
    # What did not fit in small posts goes anywhere.
    while len(known := {slot.id for slot in found}) < count:
        for _ in range(count - len(known)):
            station, year, month, low, high = pick(random, ranges)
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
