"""Finding the words of a search, or a typed string, in a text: offsets of the text as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from cableview.app.typeset.sheet import Span

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return ``text`` without case and accents, for comparing."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text)
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold()


def lit_words(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Return a ``hit`` for every word of ``text`` that is one of ``words``, case and accents aside."""
    wanted = {fold(part) for word in words for part in _WORD.findall(word)}
    if not wanted:
        return ()
    return tuple(
        Span(match.start(), match.end(), "hit") for match in _WORD.finditer(text) if fold(match[0]) in wanted
    )


def lit_string(text: str, needle: str) -> tuple[Span, ...]:
    """Return a ``hit`` wherever ``needle`` stands, also inside words; a blank in it is any white space."""
    pattern = r"\s+".join(re.escape(word) for word in needle.split())
    if not pattern:
        return ()
    return tuple(
        Span(match.start(), match.end(), "hit") for match in re.finditer(pattern, text, re.IGNORECASE)
    )
