"""Ships, told by a prefix of their own, a common noun before them, or an apposition after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableview.entities.candidate import Candidate
from cableview.entities.capital_laws import ends_name
from cableview.entities.context import Context
from cableview.entities.run_patterns import RUN
from cableview.entities.runs import Part
from cableview.entities.tokens import occurrences

_WITH_SLASH = ("M/V", "M/T", "M/N", "M/S", "S/S", "F/V", "F/B", "R/V", "B/M", "M/Y", "S/V", "M/B")
_PREFIXES = frozenset(
    "MV SS USS USNS USCGC USAT HMS HMCS HMAS HMNZS ROKS PNS BNS SLNS TCG BAP ARA KRI RSS FNS FGS HNLMS"
    " MS INS KM KD".split()
)
_DOUBTFUL = frozenset({"MS", "INS", "KM", "KD", "ARA"})
"""What is a measure, an agency or a person as often: no ship unless the cable speaks of one."""
_PREFIX = re.compile(rf"\b(?:{'|'.join((*_WITH_SLASH, *sorted(_PREFIXES)))}) [\"“']$")
_QUOTES = "\"“'"
_KIND_OF_SHIP = (
    "vessel|tanker|freighter|cargo ship|ship|trawler|frigate|submarine|barge|tug|tugboat|dhow|ferry|yacht"
    "|schooner|destroyer|cruiser|corvette|icebreaker|supertanker|bulk carrier|container ship|patrol boat"
    "|fishing boat|boat|cutter|tunaboat|seiner|minesweeper|gunboat|dredger|liner|whaler|coaster|oiler|steamer"
)
_SAID_SHIP = re.compile(rf"\b(?:{_KIND_OF_SHIP})(?: (?:the |named |called )?|, the )[\"“']?$")
_IS_SHIP = re.compile(rf", an? (?:[\w-]+ ){{0,3}}(?:{_KIND_OF_SHIP})\b")
_SHIPS = frozenset(kind.split()[-1] for kind in _KIND_OF_SHIP.split("|"))
_ANNOUNCING = _SHIPS | {"the", "The", "named", "called"}
_CAPITAL_WORD = re.compile(r" ([A-Z][A-Z-]+)(?![A-Z]|\.[A-Z])")
_MAX_WORDS = 4
_SHIP_NUMBER = re.compile(
    r" (?:\d{1,3}|[IVX]{1,4})\b(?![,.]\d|-| (?:tons|percent|miles|nautical|km|meters|times|days|crew|feet)\b)"
)


def vessels(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find ships; the canonical name has no prefix."""
    text = context.text
    said = not _SHIPS.isdisjoint(context.words)
    yield from _prefixed(context, _PREFIXES if said else _PREFIXES - _DOUBTFUL)
    for part in parts:
        quoted = text[part.start - 1] in _QUOTES
        if not quoted and not said:
            continue
        prefix = _PREFIX.search(text, max(0, part.start - 8), part.start) if quoted else None
        if prefix:
            yield _numbered_ship(text, part.start, part.end, prefix.start())
        elif (
            said
            and (quoted or part.before in _ANNOUNCING)
            and (
                _SAID_SHIP.search(text, max(0, part.start - 30), part.start)
                or (part.before in ("the", "The") and _IS_SHIP.match(text, part.end))
            )
        ):
            yield _numbered_ship(text, part.start, part.end, part.start, 3)


def _prefixed(context: Context, prefixes: frozenset[str]) -> Iterator[Candidate]:
    """Find ships by what stands before their names, whatever the names look like."""
    text, printed = context.text, context.printed
    slashed = (p for p in _WITH_SLASH if context.words.issuperset(p.split("/")) and p in printed)
    for prefix in (*slashed, *sorted(prefixes & context.words)):
        for start, end in occurrences(printed, prefix):
            segment = context.flat.segment_at(start)
            if segment is None or not segment.prose or text[start - 2].isdecimal():
                continue
            if not segment.recased:
                name = RUN.match(text, end + 1, segment.end)
                stop = name.end() if name else end
            else:
                stop = end if prefix in _DOUBTFUL else _name_in_capitals(printed, end)
            if stop > end:
                yield _numbered_ship(text, end + 1, stop, start)


def _name_in_capitals(printed: str, end: int) -> int:
    """Return where the words that may be the name of a ship end, in a stretch of capitals."""
    for _ in range(_MAX_WORDS):
        word = _CAPITAL_WORD.match(printed, end)
        if word is None or ends_name(word[1]):
            break
        end = word.end()
    return end


def _numbered_ship(text: str, begin: int, end: int, start: int, rank: int = 2) -> Candidate:
    """Return a ship from ``start`` on, with the number that is part of its name: ``Kang Nam 1``."""
    number = _SHIP_NUMBER.match(text, end)
    end = number.end() if number else end
    name = text[begin:end]
    return Candidate(start, end, "VESSEL", name.title() if name.islower() else name, rank, told=True)
