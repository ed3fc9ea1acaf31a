"""Thousands of names found by the words that they begin with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from typing import Generic, TypeVar

from cableview.entities.tokens import TELLING_FIRST, Where, ends_word

T = TypeVar("T")
_REMEMBERED = 10_000
"""Names that are remembered with their first words: many are met again, in the same cable or another."""
_FIRST = re.compile(r"\w*")


@lru_cache(maxsize=_REMEMBERED)
def first_word(name: str) -> str:
    """Return the letters, digits and underscores that a name begins with."""
    first = name.partition(" ")[0]
    return first if first.isalnum() else _FIRST.match(name)[0]  # type: ignore[index]


class Lexicon(Generic[T]):
    """Names and what they stand for; the longest name at a place is found, and only as whole words.

    Each name begins with a letter or a digit.
    """

    def __init__(self, names: Mapping[str, T]) -> None:
        self._values = dict(names)
        longer: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(names, key=len, reverse=True):
            first = first_word(name)
            longer[first].extend([name] if name != first else [])
        self._longer = {first: tuple(more) for first, more in longer.items()}
        telling = {first for first in longer if first[0] in TELLING_FIRST}
        self._telling, self._others = frozenset(telling), frozenset(longer.keys() - telling)

    def find(self, where: Where) -> list[tuple[int, int, T]]:
        """Return (start, end, value) for each name of a text, in order of place."""
        found: list[tuple[int, int, str]] = []
        text, values = where.text, self._values
        for word in chain(self._telling & where.telling.words, self._others & where.words):
            longer, alone, size = self._longer[word], word in values, len(word)
            for start in where.starts(word):
                if longer and text.startswith(longer, start):
                    name = next(name for name in longer if text.startswith(name, start))
                    found.append((start, start + len(name), name))
                elif alone:
                    found.append((start, start + size, word))
        found.sort()
        kept, reached = [], 0
        for start, end, name in found:
            if start >= reached:
                reached = end
                if ends_word(text, end):
                    kept.append((start, end, values[name]))
        return kept
