"""Every word of a text with its places: one look at the text, so that no rule need look for itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress, count, product
from operator import add
from string import ascii_lowercase
from typing import NamedTuple

from cableview.model.cable import Span

_WORD = re.compile(r"\w+")
_FOREIGN = re.compile("[^\x00-\xff]")
_APART = bytes(ord(c) if (c := chr(code)).isalnum() or c == "_" else ord(" ") for code in range(256))
"""What is no letter, digit or underscore becomes a blank."""
_EMPTY = frozenset({""})
_SHORT = frozenset([*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2))])


class Tokens(NamedTuple):
    """The runs of letters, digits and underscores of a text, in order; some may be empty."""

    words: list[str]
    starts: list[int]

    def between(self, low: int, high: int) -> Tokens:
        """Return the words that begin in a span."""
        part = slice(bisect_left(self.starts, low), bisect_left(self.starts, high))
        return Tokens(self.words[part], self.starts[part])

    def reread(self, text: str, spans: Iterable[Span]) -> tuple[Tokens, Tokens, Tokens]:
        """Return the words with those of some spans as ``text`` has them, the new ones, and the replaced."""
        now, fresh, before = Tokens([], []), Tokens([], []), Tokens([], [])
        done = 0
        for low, high in spans:
            first, last = bisect_left(self.starts, low), bisect_left(self.starts, high)
            words, offsets = tokens(text[low:high])
            again = Tokens(words, [low + offset for offset in offsets])
            fresh.extend(again)
            before.extend(Tokens(self.words[first:last], self.starts[first:last]))
            now.extend(Tokens(self.words[done:first], self.starts[done:first]))
            now.extend(again)
            done = last
        now.extend(Tokens(self.words[done:], self.starts[done:]))
        return now, fresh, before

    def extend(self, others: Tokens) -> None:
        """Add words that come later in the text."""
        self.words.extend(others.words)
        self.starts.extend(others.starts)


class Where:
    """The words of a text, and where each of them stands."""

    def __init__(self, text: str, tokens: Tokens, words: frozenset[str], small: frozenset[str]) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words
        """Every word of the text, and perhaps others."""
        self.small = small
        """Those of three letters or more in small letters."""

    def reread(self, text: str, spans: Sequence[Span]) -> tuple[Where, Where]:
        """Return the words where some spans stand as in ``text``, besides those of now; and the replaced."""
        now, fresh, before = self.tokens.reread(text, spans)
        words, replaced = _distinct(fresh), _distinct(before)
        return (
            Where(text, now, self.words | words, self.small | _small(words)),
            Where(self.text, before, replaced, _small(replaced)),
        )

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        # most words are small, and few of them are ever asked for
        others = self.words - self.small - _SHORT
        starts: defaultdict[str, list[int]] = defaultdict(list)
        chosen = map(others.__contains__, self.tokens.words)
        for word, start in compress(zip(*self.tokens, strict=True), chosen):
            starts[word].append(start)
        return dict(starts)

    def starts(self, word: str) -> Sequence[int]:
        """Return where a word begins, in order of place."""
        found = self._starts.get(word)
        if found is None:
            found = self._starts[word] = [start for start, _ in occurrences(self.text, word)]
        return found


def words_of(text: str) -> Where:
    """Return the words of a text."""
    found = tokens(text)
    words = _distinct(found)
    return Where(text, found, words, _small(words))


def _distinct(found: Tokens) -> frozenset[str]:
    return frozenset(found.words) - _EMPTY


def _small(words: frozenset[str]) -> frozenset[str]:
    return frozenset(filter(str.isalpha, filter(str.isascii, filter(str.islower, words)))) - _SHORT


def whole(text: str, start: int, end: int) -> bool:
    """Tell whether a span is not the middle of a word."""
    if start and ((before := text[start - 1]).isalnum() or before == "_"):
        return False
    return ends_word(text, end)


def ends_word(text: str, end: int) -> bool:
    """Tell whether no word goes on at ``end``."""
    return end >= len(text) or not ((after := text[end]).isalnum() or after == "_")


def occurrences(text: str, name: str, low: int = 0, high: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield each whole-word place of ``name``."""
    at = text.find(name, low, high)
    while at >= 0:
        end = at + len(name)
        if whole(text, at, end):
            yield at, end
        at = text.find(name, end, high)


def tokens(text: str) -> Tokens:
    """Return the words of ``text``."""
    latin = latin_of(text)
    if latin is None:
        matches = list(_WORD.finditer(text))
        return Tokens([match.group() for match in matches], [match.start() for match in matches])
    words = latin.translate(_APART).decode("latin-1").split(" ")
    ends = accumulate(map(len, words), initial=0)
    starts = list(map(add, ends, count()))
    starts.pop()
    return Tokens(words, starts)


def latin_of(text: str) -> bytes | None:
    """Return one byte for each character, a question mark for foreign signs; None with foreign letters."""
    return text.encode("latin-1", "replace") if is_latin(text) else None


def is_latin(text: str) -> bool:
    """Tell whether each letter and digit of ``text`` is one of the first 256 characters."""
    return text.isascii() or not any(map(str.isalnum, _FOREIGN.findall(text)))
