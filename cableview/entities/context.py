"""What every rule may look at: the flat text, the cable, and words the cable also writes small."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from string import digits
from typing import NamedTuple

from cableview import data
from cableview.entities.flat import Flat, Segment
from cableview.entities.tokens import Where
from cableview.model.cable import Cable

_DIGITS = re.compile(r"[\d,./:-]*")
_GOES_ON = frozenset(".,/")
"""What stands before digits that are the rest of a number."""
_JOINS = frozenset(",./:-")
"""What may stand between digits of one number."""
_MONEY = frozenset("NQKRLPCBG")
"""Letters that stand for money right before a number."""
_POST = re.compile(r"[^A-Z0-9]+")


class Number(NamedTuple):
    """Digits with what may stand between them: ``1,000``, ``12:30`` and ``3-5`` are one."""

    start: int
    text: str


@dataclass(slots=True)
class Context:
    """One cable as the rules see it."""

    cable: Cable
    flat: Flat
    text: str
    printed: str
    """The flat text as it is written, where ``text`` has small letters for stretches in capitals."""
    where: Where
    """The words of ``text`` with their places."""
    capitals: Where
    """The words of those stretches with their places, as printed."""
    words: frozenset[str]
    """Every word, as printed and as read: a rule that finds none of its words here is done."""
    numbers: tuple[Number, ...]
    """Each number of the text, in order of place."""
    writes_small: Callable[[str], bool]
    """Tells whether the cable writes a word small: it is no name."""

    @property
    def sent(self) -> datetime | None:
        """The date-time group."""
        return self.cable.sent

    def prose(self) -> list[Segment]:
        """Return the segments where capitals tell names."""
        return [segment for segment in self.flat.segments if segment.prose]

    def post(self) -> data.Station | None:
        """Return the station that sent the cable."""
        sender = _POST.sub("", self.cable.sender or "")
        known = data.stations()
        for prefix in ("", "AMEMBASSY", "AMCONSUL", "USMISSION", "USINT", "USLO"):
            key = sender.removeprefix(prefix)
            key = data.station_aliases().get(key, key)
            if key in known:
                return known[key]
        return None


def look_at(cable: Cable, printed: Flat, flat: Flat, where: Where, capitals: Where) -> Context:
    """Gather what the rules share; ``flat`` is ``printed`` recased."""
    return Context(
        cable, flat, flat.text, printed.text, where, capitals,
        words=where.words, numbers=_numbers(where), writes_small=where.writes_small,
    )  # fmt: skip


def _numbers(where: Where) -> tuple[Number, ...]:
    text, currencies = where.text, data.amounts()["currencies"]
    starts: list[tuple[int, str]] = []
    for word, places in where.telling.starts.items():
        if word[0].isdecimal():
            starts += [(at, word) for at in places if at == 0 or text[at - 1] not in _GOES_ON]
        elif word[-1].isdecimal() and ((sign := word.rstrip(digits)) in _MONEY or sign in currencies):
            starts += [(at + len(sign), word[len(sign) :]) for at in places if at]
    starts.sort()
    numbers: list[Number] = []
    reached = 0
    for start, word in starts:
        if start >= reached:
            alone = word.isdecimal() and text[start + len(word) : start + len(word) + 1] not in _JOINS
            number = word if alone else _DIGITS.match(text, start)[0]  # type: ignore[index]
            numbers.append(Number(start, number))
            reached = start + len(number)
    return tuple(numbers)
