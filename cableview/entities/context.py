"""What every rule may look at: the flat text, the cable, and words the cable also writes small."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from cableview import data
from cableview.entities.flat import Flat, Segment
from cableview.entities.tokens import Where, is_latin
from cableview.model.cable import Cable

# the boundary comes after the first digit so that the engine can skip to digits
_DIGITS = re.compile(r"\d(?:(?<![\w.,/]\d)|(?<=\W[NQKRL]\d))[\d,./:-]*")
# the same where no other digits can be, which the engine finds sooner
_ASCII_DIGITS = re.compile(r"[0-9](?:(?<![\w.,/][0-9])|(?<=\W[NQKRL][0-9]))[0-9,./:-]*")
_POST = re.compile(r"[^A-Z0-9]+")


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
    small: frozenset[str]
    """Words that the cable writes in small letters: they are no names."""
    numbers: tuple[int, ...]
    """Where each number of the text begins."""

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
    text = flat.text
    digits = _ASCII_DIGITS if is_latin(text) else _DIGITS
    numbers = tuple([match.start() for match in digits.finditer(text)])
    return Context(cable, flat, text, printed.text, where, capitals, where.words, where.small, numbers)
