"""Ships, told by a prefix of their own, a common noun before them, or an apposition after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.runs import Part

_PREFIXES = frozenset({"M/V", "MV", "M/T", "S/S", "SS", "USS", "USNS", "USCGC", "HMS", "HMCS", "INS", "F/V"})
_PREFIX = re.compile(r"\b(?:M/V|MV|M/T|S/S|SS|USS|USNS|HMS|F/V) [\"“']$")
_QUOTES = "\"“'"
_KIND_OF_SHIP = (
    "vessel|tanker|freighter|cargo ship|ship|trawler|frigate|submarine|barge|tug|tugboat|dhow|ferry|yacht"
    "|schooner|destroyer|cruiser|corvette|icebreaker|supertanker|bulk carrier|container ship|patrol boat"
    "|fishing boat|boat"
)
_SAID_SHIP = re.compile(rf"\b(?:{_KIND_OF_SHIP})(?: (?:the |named |called )?|, the )[\"“']?$")
_IS_SHIP = re.compile(rf", an? (?:[\w-]+ ){{0,3}}(?:{_KIND_OF_SHIP})\b")
_SHIPS = frozenset(kind.split()[-1] for kind in _KIND_OF_SHIP.split("|"))
_ANNOUNCING = _SHIPS | {"the", "The", "named", "called"}
_SHIP_NUMBER = re.compile(
    r" (?:\d{1,3}|[IVX]{1,4})\b(?![,.]\d|-| (?:tons|percent|miles|nautical|km|meters|times|days|crew|feet)\b)"
)


def vessels(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find ships; the canonical name has no prefix."""
    text = context.text
    said = not _SHIPS.isdisjoint(context.words)
    for part in parts:
        words = part.words
        if words[0] in _PREFIXES and len(words) > 1:
            yield _numbered_ship(text, part, part.start, " ".join(words[1:]))
            continue
        quoted = text[part.start - 1] in _QUOTES
        if not quoted and not said:
            continue
        prefix = _PREFIX.search(text, max(0, part.start - 8), part.start) if quoted else None
        if prefix:
            yield _numbered_ship(text, part, prefix.start(), part.name)
        elif (
            said
            and (quoted or part.before in _ANNOUNCING)
            and (
                _SAID_SHIP.search(text, max(0, part.start - 30), part.start)
                or (part.before in ("the", "The") and _IS_SHIP.match(text, part.end))
            )
        ):
            yield _numbered_ship(text, part, part.start, part.name, 3)


def _numbered_ship(text: str, part: Part, start: int, name: str, rank: int = 2) -> Candidate:
    """Return a ship with the number that is part of its name: ``Kang Nam 1``."""
    number = _SHIP_NUMBER.match(text, part.end)
    end = number.end() if number else part.end
    return Candidate(start, end, "VESSEL", name + text[part.end : end], rank, told=True)
