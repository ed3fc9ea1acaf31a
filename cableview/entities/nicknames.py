"""Nicknames: inside a full name (``Robert "Bob" Vance``), or announced beside it (``alias "El Turco"``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.runs import Part
from cableview.entities.shapes import is_strange, name_like, shaped

_QUOTES = frozenset("\"“”'‘’")
_OPEN, _CLOSE = r"(?:[\"“”]+|['‘’]{2})", r"(?:[\"“”]+|['‘’]{2})"
_INSIDE = re.compile(rf" {_OPEN}([A-Z][\w .’'-]{{0,20}}?){_CLOSE} (?=[A-Z])")
_CALLED = frozenset("alias aliases aka a.k.a nicknamed dubbed called as him her".split())
_CALL = re.compile(
    r"(?:(?P<sure>alias|aliases|nicknamed|dubbed|nom de guerre|nom de guerre of|(?:calls?|called) (?:him|her))"
    r"|aka|a\.k\.a\.|(?:also )?called|(?:(?:better|also|widely|popularly|locally) )?known (?:to \w+ )?as)"
    rf",? (?:{_OPEN}|['‘’])?$",
    re.IGNORECASE,
)
_BESIDE = (" (", ", ", " ")
_LONGEST = 40


def inside(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find full names with a nickname in quotation marks."""
    text = context.text
    by_start = {part.start: part for part in parts}
    for part in parts:
        nick = _INSIDE.match(text, part.end) if text[part.end + 1 : part.end + 2] in _QUOTES else None
        rest = by_start.get(nick.end()) if nick else None
        if nick is not None and rest is not None and _is_person((*part.words, *rest.words)):
            name = f'{part.name} "{nick[1]}" {rest.name}'
            yield Candidate(part.start, rest.end, "PERSON", name, 2, told=True)


def announced(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find nicknames that words announce; beside a full name they stand for it."""
    text = context.text
    by_end = {part.end: part for part in parts}
    for part in parts:
        quoted = text[part.start - 1] in _QUOTES
        if not (quoted or part.before in _CALLED) or not name_like(part.words):
            continue
        call = _CALL.search(text, max(0, part.start - _LONGEST), part.start)
        if call is None:
            continue
        ends = (call.start() - len(gap) for gap in _BESIDE if text.endswith(gap, 0, call.start()))
        owner = next((by_end[end] for end in ends if end in by_end), None)
        if owner is not None and (owner.title is not None or _is_person(owner.words)):
            yield Candidate(part.start, part.end, "PERSON", owner.name, 3)
        elif owner is None and call["sure"] and (quoted or all(map(is_strange, part.words))):
            yield Candidate(part.start, part.end, "PERSON", part.name, 5, told=True)


def _is_person(words: tuple[str, ...]) -> bool:
    return name_like(words) and (shaped(words) or (len(words) > 1 and all(map(is_strange, words))))
