"""Nicknames: inside a full name (``Robert "Bob" Vance``), or announced beside it (``alias "El Turco"``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.runs import Part
from cableview.entities.shapes import is_strange, name_like, shaped

_QUOTES = frozenset("\"“”'‘’")
_MARK = r"(?:[\"“”]+|['‘’]{2})"
_OPENS, _CLOSES = re.compile(f" {_MARK}"), re.compile(f"{_MARK} ")
_CALLED = frozenset("alias aliases aka a.k.a nicknamed dubbed called as him her".split()) | {""}
"""The word one blank before a nickname, if any."""
_CALL = re.compile(
    r"(?:(?P<sure>alias|aliases|nicknamed|dubbed|nom de guerre|(?:calls?|called) (?:him|her))"
    r"|aka|a\.k\.a\.|(?:also )?called|(?:(?:better|also|widely|popularly|locally) )?known (?:to \w+ )?as)"
    rf",? (?:{_MARK}|['‘’])?$",
    re.IGNORECASE,
)
_BESIDE = (" (", ", ", " ")
_LONGEST = 40


def nicknames(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find full names with a nickname inside, and nicknames alone that words announce."""
    text = context.text
    for index in [index for index, part in enumerate(parts) if part.before in _CALLED]:
        part = parts[index]
        quoted = text[part.start - 1] in _QUOTES
        if not (quoted or part.before):
            continue
        before = parts[index - 1] if index else None
        after = parts[index + 1] if index + 1 < len(parts) else None
        if quoted and before and after and _OPENS.fullmatch(text, before.end, part.start):
            if _CLOSES.fullmatch(text, part.end, after.start) and _is_person(before.words + after.words):
                name = f'{before.name} "{part.name}" {after.name}'
                yield Candidate(before.start, after.end, "PERSON", name, 2, told=True)
            continue
        yield from _called(text, part, before, quoted=quoted)


def _called(text: str, part: Part, before: Part | None, *, quoted: bool) -> Iterator[Candidate]:
    """Find a nickname after ``alias``; beside the full name ``before`` it stands for that."""
    call = _CALL.search(text, max(0, part.start - _LONGEST), part.start)
    if call is None or not name_like(part.words):
        return
    owned = before is not None and text[before.end : call.start()] in _BESIDE
    if before is not None and owned and (before.title is not None or _is_person(before.words)):
        yield Candidate(part.start, part.end, "PERSON", before.name, 3)
    elif not owned and call["sure"] and (quoted or all(map(is_strange, part.words))):
        yield Candidate(part.start, part.end, "PERSON", part.name, 5, told=True)


def _is_person(words: tuple[str, ...]) -> bool:
    return name_like(words) and (shaped(words) or (len(words) > 1 and all(map(is_strange, words))))
