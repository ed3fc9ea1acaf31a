"""Thousands of names found in one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

T = TypeVar("T")
_HALF = re.compile("[\ud800-\udfff]")
"""Half of a pair, as damaged text can hold: the automaton reads UTF-8, which has none."""
_FEW = 3000
"""Names up to which a full table is worth its making and its room: it runs at twice the speed."""


def whole(text: str, start: int, end: int) -> bool:
    """Tell whether a span is not the middle of a word."""
    if start and ((before := text[start - 1]).isalnum() or before == "_"):
        return False
    return end >= len(text) or not ((after := text[end]).isalnum() or after == "_")


def occurrences(text: str, name: str, low: int = 0, high: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield each whole-word place of ``name``: quicker than an automaton for the few names of one cable."""
    at = text.find(name, low, high)
    while at >= 0:
        end = at + len(name)
        if whole(text, at, end):
            yield at, end
        at = text.find(name, end, high)


class Lexicon(Generic[T]):
    """Names and what they stand for; the longest name at a place is found, and only as whole words."""

    def __init__(self, names: Mapping[str, T]) -> None:
        self._names = tuple(names)
        self._values = tuple(names.values())
        table = Implementation.DFA if len(self._names) <= _FEW else None
        self._automaton = AhoCorasick(self._names, MatchKind.LeftmostLongest, implementation=table)

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield (start, end, value) for each name in ``text``."""
        values, length = self._values, len(text)
        try:
            found = self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            found = self._automaton.find_matches_as_indexes(_HALF.sub("\ufffd", text))
        for which, start, end in found:
            if start and ((before := text[start - 1]).isalnum() or before == "_"):
                continue
            if end >= length or not ((after := text[end]).isalnum() or after == "_"):
                yield start, end, values[which]
