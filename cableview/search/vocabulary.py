"""The words of the index with the number of cables that hold them: completions and spelling neighbours.

Kept as flat arrays in one file beside the index and mapped into memory on use, so that opening it costs
nothing and 350,000 words take no Python objects. It may lag behind the index: then a new word is not yet
offered.
"""

from __future__ import annotations

import heapq
import mmap
import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from cableview.search import deletions

_MAGIC = b"CBLVOC04"
_HEADER = struct.Struct("<8sQ5Q")  # magic, stamp, then the length in bytes of each section
FILE = "vocabulary.bin"
_SHORTEST = 4
_LONGEST = 24
_MOST_EDITS = 2


def allowed_edits(letters: int) -> int:
    """Return how many edits lie between a word of so many letters, right or wrong, and its neighbours.

    None up to 4 letters, one up to 8, two above.
    """
    return 0 if letters <= 4 else 1 if letters <= 8 else _MOST_EDITS


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
        self._words = _Slices(blob, self._cuts)

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
        target = folder / FILE
        partial = target.with_suffix(".new")
        lengths = [len(part) for part in (s.cast("B") for s in self._sections)]
        partial.unlink(missing_ok=True)
        partial.touch(mode=0o600)
        with partial.open("wb") as out:
            out.write(_HEADER.pack(_MAGIC, self.stamp, *lengths))
            for section in self._sections:
                out.write(section.cast("B"))
                out.write(bytes(-len(section.cast("B")) % 4))
        partial.replace(target)

    @classmethod
    def load(cls, folder: Path) -> Vocabulary | None:
        """Map the saved vocabulary; None when it is missing, cut short or of another version."""
        try:
            with (folder / FILE).open("rb") as file:
                view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError):
            return None
        if len(view) < _HEADER.size:
            return None
        magic, stamp, *lengths = _HEADER.unpack(view[: _HEADER.size])
        sections, at = [], _HEADER.size
        for length in lengths:
            sections.append(view[at : at + length])
            at += length + -length % 4
        if magic != _MAGIC or at != len(view) or any(length % 4 for length in lengths[1:]):
            return None
        found = cls(stamp, sections)
        return found if found.sound() else None

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

    def _range(self, prefix: bytes) -> tuple[int, int]:
        return bisect_left(self._words, prefix), bisect_left(self._words, prefix + b"\xff")

    def starting(self, prefix: str) -> int:
        """Return how many words begin with ``prefix``."""
        start, end = self._range(prefix.encode())
        return end - start

    def completions(self, prefix: str, limit: int) -> list[str]:
        """Return the commonest words that begin with ``prefix``, itself left out."""
        start, end = self._range(prefix.encode())
        commonest = heapq.nlargest(limit + 1, range(start, end), key=self._counts.__getitem__)
        found = [self._words[number].decode() for number in commonest]
        return [word for word in found if word != prefix][:limit]

    def neighbours(self, word: str, limit: int) -> list[str]:
        """Return the words that ``word`` can be a misspelling of, the nearest first, then the commonest."""
        if len(word) < _SHORTEST or len(word) > _LONGEST or not word.isalpha():
            return []
        numbers = deletions.candidates(word.encode(), self._offsets, self._numbers)
        size, cuts = len(word.encode()), self._cuts
        others = {
            number: self._words[number].decode()
            for number in numbers
            if -_MOST_EDITS <= cuts[number + 1] - cuts[number] - size <= _MOST_EDITS
        }
        near = process.extract(word, others, scorer=OSA.distance, score_cutoff=_MOST_EDITS, limit=None)
        found = [
            (distance, -self._counts[number], other)
            for other, distance, number in near
            if 0 < distance <= allowed_edits(max(len(word), len(other)))
        ]
        return [other for _, _, other in heapq.nsmallest(limit, found)]
