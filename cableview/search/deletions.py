"""The deletion index: words that can be misspellings of each other share a form, found by its hash.

One edit: a word and its misspelling become equal by leaving out at most one letter of each. Two edits in a
long word: either its beginning has at most one of them, so that the beginnings share a form, or its end has
none. Only hashes are kept, as bucket offsets and word numbers of 4 bytes each; every candidate is verified.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate, islice
from zlib import crc32

_BEGINNING = 5
_END = 4
_LONG = 7
"""From so many letters on a word can be two edits away from one of nine, where two are allowed."""


def _shortened(word: bytes, mark: bytes = b"") -> set[int]:
    """Return the hashes of a word and of it without one of its letters."""
    hashes = {crc32(mark + word[:i] + word[i + 1 :]) for i in range(len(word))}
    hashes.add(crc32(mark + word))
    return hashes


def _indexed(word: bytes) -> set[int]:
    hashes = _shortened(word)
    if len(word) >= _LONG:
        hashes |= _shortened(word[:_BEGINNING], b"^")
        hashes.add(crc32(b"$" + word[-_END:]))
    return hashes


def _asked_parts(word: bytes) -> set[int]:
    """The forms of beginning and end, with every length that the beginning can have when it has an edit."""
    hashes = {crc32(b"$" + word[-_END:])}
    for length in (_BEGINNING - 1, _BEGINNING, _BEGINNING + 1):
        hashes |= _shortened(word[:length], b"^")
    return hashes


def build(words: Sequence[tuple[int, bytes]]) -> tuple[array[int], array[int]]:
    """Return (offsets, numbers) for (number, word) pairs, by a counting sort of the words' buckets."""
    bits = min(22, max(4, (sum(len(word) for _, word in words) // 2).bit_length()))
    shift = 32 - bits
    counts = array("I", bytes(4 * ((1 << bits) + 1)))
    buckets, sizes = array("I"), array("B")
    for _, word in words:
        own = [form >> shift for form in _indexed(word)]
        buckets.extend(own)
        sizes.append(len(own))
        for bucket in own:
            counts[bucket + 1] += 1
    offsets = array("I", accumulate(counts))
    numbers = array("I", bytes(4 * offsets[-1]))
    place = array("I", offsets)
    every = iter(buckets)
    for (number, _), size in zip(words, sizes, strict=True):
        for bucket in islice(every, size):
            numbers[place[bucket]] = number
            place[bucket] += 1
    return offsets, numbers


class Lookup:
    """What ``build`` made, ready to be asked."""

    def __init__(self, offsets: Sequence[int], numbers: Sequence[int]) -> None:
        self._offsets, self._numbers = offsets, numbers
        self._shift = 32 - ((len(offsets) - 1).bit_length() - 1)

    def one_edit(self, word: bytes) -> set[int]:
        """Return the numbers of all words one edit away, and of others."""
        return self._shared(_shortened(word))

    def two_edits(self, word: bytes) -> set[int]:
        """Return the numbers of the words two edits away, and of others; few of a word under nine letters."""
        return self._shared(_asked_parts(word)) if len(word) >= _LONG else set()

    def _shared(self, forms: set[int]) -> set[int]:
        offsets, numbers = self._offsets, self._numbers
        found: set[int] = set()
        for bucket in {form >> self._shift for form in forms}:
            found.update(numbers[offsets[bucket] : offsets[bucket + 1]])
        return found
