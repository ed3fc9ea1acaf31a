"""What the short words of a paragraph stand for: the cable's own definitions first, then the known jargon."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from cableview.data import acronyms, tags
from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from cableview.model.mention import Mention

_WORD = re.compile(r"[A-Za-z][A-Za-z/]*[A-Za-z]")
_PLAIN_WORD = 5
"""A word that is not in capitals counts as jargon (``Poloffs``) only from this many letters."""


def definitions(text: str, mentions: Iterable[Mention]) -> tuple[tuple[str, str], ...]:
    """Return (word, meaning) for the acronyms and cable shorthand in ``text``, in order, each once."""
    named = {m.text: m.name for m in mentions if m.text.isupper() and not m.name.isupper()}
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        meaning = named.get(word)
        if meaning is None and (word.isupper() or len(word) >= _PLAIN_WORD):
            upper = word.upper()
            meaning = acronyms().get(upper) or acronyms().get(upper.removesuffix("S"))
        if meaning:
            found.setdefault(word, meaning)
    return tuple((visible_line(word), visible_line(meaning)) for word, meaning in found.items())


def tag_meanings(codes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return (code, meaning) for the TAGS whose meaning is known."""
    known = ((code, tags()[code]["name"]) for code in codes if code in tags())
    return tuple((visible_line(code), name) for code, name in known if name)
