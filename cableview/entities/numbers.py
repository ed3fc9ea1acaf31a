"""What a number is worth: digits, scales, number words, and the unit of measure after it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from cableview import data
from cableview.entities.lexicon import Lexicon, first_word

_SCALE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALE |= {"m": 10**6, "k": 1000, "b": 10**9, "bn": 10**9, "mn": 10**6, "mln": 10**6, "mil": 10**6}
_SCALE |= {"lakh": 10**5, "crore": 10**7}
SCALES = "hundred|thousand|million|billion|trillion|lakh|crore"
NUMBER = re.compile(
    r"(?P<low>\d+(?:,\d{2,3})*(?:\.\d+)?)(?:-(?P<high>\d+(?:\.\d+)?)(?= ))?"
    rf"(?:[ -](?P<scale>{SCALES})s?\b(?: (?P<more>million|crore)\b)?| ?(?P<brief>mn|mln|mil|m|bn|b|k)\b)?",
    re.IGNORECASE,
)
"""A number, perhaps to another one, with its scale; a brief scale is one beside a currency only."""
SCALE_AFTER = re.compile(rf"[ -]({SCALES})\b", re.IGNORECASE)
NO_UNIT = (",", ".", ")", ";", ":", "/", "\n", "’", "'")
"""What no unit of measure begins with."""


@cache
def _unit() -> re.Pattern[str]:
    units = sorted(
        (re.escape(unit) for unit in data.amounts()["units"] if unit != "%"), key=len, reverse=True
    )
    return re.compile(rf"[ -]?(?:({'|'.join(units)})\b|(%))", re.IGNORECASE)


@cache
def _unit_opens() -> frozenset[str]:
    return frozenset(first_word(unit).lower() for unit in data.amounts()["units"])


@cache
def number_words() -> Lexicon[int]:
    """Return the number words."""
    words = data.amounts()["words"]
    return Lexicon(words | {word.capitalize(): number for word, number in words.items()})


def unit_after(text: str, end: int, word: str) -> re.Match[str] | None:
    """Find the unit of measure that follows a number, perhaps with a word; most words are none."""
    if text.startswith(NO_UNIT, end) or (word and word.lower() not in _unit_opens()):
        return None
    return _unit().match(text, end)


def unit_norm(unit: re.Match[str]) -> str:
    """Return how a unit is written in a norm."""
    return data.amounts()["units"][(unit[1] or unit[2]).lower()]


def plain(number: str, *scales: str | None) -> str:
    """Return ``1500000`` for ``1.5`` and ``million``."""
    value = Decimal(number.replace(",", ""))
    for scale in scales:
        if scale:
            value *= _SCALE[scale.lower()]
    return f"{value.normalize():f}"


def worth(match: re.Match[str]) -> str:
    """Return what a ``NUMBER`` is worth: ``1500000``, ``5000-7000``."""
    scales = match["scale"], match["more"], match["brief"]
    low = plain(match["low"], *scales)
    return f"{low}-{plain(match['high'], *scales)}" if match["high"] else low


def is_large(match: re.Match[str]) -> bool:
    """Tell whether a number has thousands, or a scale."""
    return bool(match["scale"] or match["brief"] or "," in match["low"])
