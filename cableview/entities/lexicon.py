"""Thousands of names found in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

T = TypeVar("T")


class Lexicon(Generic[T]):
    """Names and what they stand for; the longest name at a place is found, and only as whole words."""

    def __init__(self, names: Mapping[str, T]) -> None:
        self._names = tuple(names)
        self._values = tuple(names.values())
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield (start, end, value) for each name in ``text``."""
        size = len(text)
        for which, start, end in self._automaton.find_matches_as_indexes(text):
            if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
                continue
            if end < size and (text[end].isalnum() or text[end] == "_"):
                continue
            yield start, end, self._values[which]
