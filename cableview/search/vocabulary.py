"""The words of the index with the number of cables that hold them: completions and spelling neighbours.

Kept as flat arrays in one file beside the index and mapped into memory on use, so that opening it costs
nothing and 350,000 words take no Python objects. It may lag behind the index: then a new word is not yet
offered.
"""

from __future__ import annotations

import heapq
from array import array
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from cableview.search import deletions
from cableview.search.sections import read_sections, write_sections

T = TypeVar("T")

_SHORTEST = 4
_LONGEST = 24
_MOST_EDITS = 2
_TWO_FROM = 9
_RARER = 20
"""A word one edit away that so many times fewer cables hold is taken for a misspelling,"""
_SELDOM = 3
"""and so is one that only so many cables hold, half as many or fewer."""
_FAR, _CLOSE = "far", "close"
_REMEMBERED = 2_000
"""Answers that are kept: every key asks for the words before it again."""


def most_slips(cables: int) -> int:
    """Return in how many cables a misspelling of a word stands at most, one edit away, which so many hold."""
    return max(cables // _RARER, min(cables // 2, _SELDOM))


def allowed_edits(letters: int) -> int:
    """Return how many edits lie between a word of so many letters, right or wrong, and its neighbours.

    None up to 4 letters, one up to 8, two above.
    """
    return 0 if letters <= 4 else 1 if letters < _TWO_FROM else _MOST_EDITS


def inflected(one: str, other: str) -> bool:
    """True for two words that differ in how they end: a slip there cannot be told from a plural or a case."""
    stem = min(len(one), len(other)) - 1
    return one[:stem] == other[:stem]


class Near(NamedTuple):
    """A word that another can be a misspelling of, or that can be one of it."""

    edits: int
    cables: int
    """How many hold it."""
    word: str


class _Slices(Sequence[bytes]):
    """The words in their order, cut out of one blob at ``cuts``: one more than there are words."""

    def __init__(self, blob: memoryview, cuts: Sequence[int]) -> None:
        self._blob, self._cuts = blob, cuts

    def __len__(self) -> int:
        return len(self._cuts) - 1

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override]
        return bytes(self._blob[self._cuts[number] : self._cuts[number + 1]])


class Vocabulary:
    """Made by ``build`` or ``load``."""

    def __init__(self, stamp: int, sections: Sequence[memoryview]) -> None:
        self.stamp = stamp
        """The watermark of the index it was built from."""
        self._sections = sections
        blob, *numbers = sections
        self._cuts, self._counts, self._offsets, self._numbers = (part.cast("I") for part in numbers)
        self._blob = blob
        self._words = _Slices(blob, self._cuts)
        self._lookup = deletions.Lookup(self._offsets, self._numbers)
        self._kept: dict[Hashable, Any] = {}

    @classmethod
    def build(cls, terms: Iterable[tuple[str, int]], stamp: int) -> Vocabulary:
        """Build from (word, number of cables)."""
        known = sorted((word.encode(), count) for word, count in terms)
        cuts, counts, blob = array("I", [0]), array("I"), bytearray()
        for word, count in known:
            blob += word
            cuts.append(len(blob))
            counts.append(count)
        corrected = [
            (number, word)
            for number, (word, _) in enumerate(known)
            if _SHORTEST <= len(word) <= _LONGEST and word.isalpha()
        ]
        offsets, numbers = deletions.build(corrected)
        parts = (bytes(blob), *(part.tobytes() for part in (cuts, counts, offsets, numbers)))
        return cls(stamp, [memoryview(part) for part in parts])

    def save(self, folder: Path) -> None:
        """Write it to the cache folder, whole or not at all."""
        write_sections(folder, self.stamp, self._sections)

    @classmethod
    def load(cls, folder: Path) -> Vocabulary | None:
        """Map the saved vocabulary; None when it is missing, cut short or of another version."""
        saved = read_sections(folder)
        found = None if saved is None else cls(*saved)
        return found if found is not None and found.sound() else None

    def sound(self) -> bool:
        """True when the sections fit together."""
        blob = len(self._sections[0])
        if not len(self._cuts) or len(self._cuts) - 1 != len(self._counts) or self._cuts[-1] != blob:
            return False
        return len(self._offsets) > 1 and self._offsets[-1] == len(self._numbers)

    def __len__(self) -> int:
        return len(self._counts)

    def count(self, word: str) -> int:
        """Return how many cables hold a word."""
        coded = word.encode()
        number = bisect_left(self._words, coded)
        return self._counts[number] if number < len(self) and self._words[number] == coded else 0

    @cached_property
    def most(self) -> int:
        """How many cables hold the commonest word: about all of them."""
        return max(self._counts, default=0)

    def _range(self, prefix: bytes) -> tuple[int, int]:
        return bisect_left(self._words, prefix), bisect_left(self._words, prefix + b"\xff")

    def starting(self, prefix: str) -> int:
        """Return how many words begin with ``prefix``."""
        start, end = self._range(prefix.encode())
        return end - start

    def entries(self, prefix: str) -> int:
        """Return how often cables hold a word that begins with ``prefix``, each word by itself."""
        start, end = self._range(prefix.encode())
        return sum(self._counts[start:end])

    def completions(self, prefix: str, limit: int) -> list[str]:
        """Return the commonest words that begin with ``prefix``, itself left out."""
        return list(self.kept(("completions", prefix, limit), lambda: self._complete(prefix, limit)))

    def kept(self, question: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` returned when the question was first asked, or lately."""
        known: T | None = self._kept.get(question)
        if known is None:
            if len(self._kept) >= _REMEMBERED:
                self._kept.clear()
            known = self._kept[question] = make()
        return known

    def _complete(self, prefix: str, limit: int) -> list[str]:
        start, end = self._range(prefix.encode())
        commonest = heapq.nlargest(limit + 1, range(start, end), key=self._counts.__getitem__)
        found = [self._words[number].decode() for number in commonest]
        return [word for word in found if word != prefix][:limit]

    def near(self, word: str) -> tuple[Near, ...]:
        """Return every word within the allowed edits of ``word``, the nearest first, then the commonest."""
        return self.kept((_FAR, word), lambda: self._find_near(word, far=True))

    def misspellings(self, word: str) -> tuple[Near, ...]:
        """Return every much rarer word one edit from ``word``, the commonest first."""
        most = most_slips(self.count(word))
        # Those further off are looked for first where the query may be wrong, and the near are among them.
        near: tuple[Near, ...] | None = self._kept.get((_FAR, word))
        if near is None:
            near = self.kept((_CLOSE, word), lambda: self._find_near(word, far=False))
        return tuple(item for item in near if item.edits == 1 and item.cables <= most)

    def _find_near(self, word: str, *, far: bool) -> tuple[Near, ...]:
        coded = word.encode()
        if not _SHORTEST <= len(coded) <= _LONGEST or not word.isalpha():
            return ()
        others = self._others(self._lookup.one_edit(coded), len(coded) - 1, len(coded) + 1)
        if far:
            # Two edits are allowed where the longer of the two words has nine letters.
            least = len(coded) - _MOST_EDITS if len(coded) >= _TWO_FROM else _TWO_FROM
            others |= self._others(self._lookup.two_edits(coded), least, len(coded) + _MOST_EDITS)
        most = _MOST_EDITS if far else 1
        near = process.extract(word, others, scorer=OSA.distance, score_cutoff=most, limit=None)
        found = [
            Near(int(distance), self._counts[number], other)
            for other, distance, number in near
            if 0 < distance <= allowed_edits(max(len(word), len(other)))
        ]
        return tuple(sorted(found, key=lambda item: (item.edits, -item.cables, item.word)))

    def _others(self, numbers: set[int], shortest: int, longest: int) -> dict[int, str]:
        """Read those words that have so many letters: a thousand a key, so without a call for each."""
        cuts, blob = self._cuts, self._blob
        return {
            number: str(blob[cuts[number] : cuts[number + 1]], "utf-8")
            for number in numbers
            if shortest <= cuts[number + 1] - cuts[number] <= longest
        }
