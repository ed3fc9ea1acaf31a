"""What every rule may look at: the flat text, the cable, and words the cable also writes small."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from cableview import data
from cableview.entities.flat import Flat, Segment
from cableview.model.cable import Cable

_WORD = re.compile(r"\w+")
_MIN_SMALL = 3
_REMEMBERED = 50_000
_APART = bytes(ord(c) if (c := chr(code)).isalnum() or c == "_" else ord(" ") for code in range(256))
"""What is no letter, digit or underscore becomes a blank."""
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
    text: str = ""
    words: frozenset[str] = field(default=frozenset())
    """Every run of letters, digits and underscores: a rule that finds none of its words here is done."""
    small: frozenset[str] = field(default=frozenset())
    """Words that the cable writes in small letters: they are no names."""

    printed: str = ""
    """The flat text as it is written, where ``text`` has small letters for stretches in capitals."""

    numbers: tuple[int, ...] = ()
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


def words_of(text: str) -> frozenset[str]:
    """Return every run of letters, digits and underscores."""
    latin = _latin(text)
    if latin is None:
        return frozenset(_WORD.findall(text))
    return frozenset(latin.translate(_APART).decode("latin-1").split())


def _latin(text: str) -> bytes | None:
    """Return one byte for each character; None when one of them is none of the first 256."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return None


@lru_cache(maxsize=_REMEMBERED)
def _is_small(word: str) -> bool:
    return word.islower() and len(word) >= _MIN_SMALL and word.isalpha() and word.isascii()


def look_at(
    cable: Cable, flat: Flat, printed: str | None = None, printed_words: frozenset[str] = frozenset()
) -> Context:
    """Gather what the rules share; ``printed_words`` spares a look at the stretches that are as printed."""
    text = flat.text
    digits = _DIGITS if _latin(text) is None else _ASCII_DIGITS
    numbers = tuple([match.start() for match in digits.finditer(text)])
    recased = "\n".join([text[s.start : s.end] for s in flat.segments if s.recased])
    words = printed_words | words_of(recased) if printed_words else words_of(text)
    small = frozenset(filter(_is_small, words))
    return Context(cable, flat, text, words, small, text if printed is None else printed, numbers)
