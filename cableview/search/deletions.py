"""The deletion index: words that can be misspellings of each other share a form, found by its hash.

One edit: a word and its misspelling become equal by leaving out at most one letter of each. Two edits in a
long word: either its beginning has at most one of them, so that the beginnings share a form, or its end has
none. Only hashes are kept, as bucket offsets and word numbers of 4 bytes each; every candidate is verified.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate
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


def _asked(word: bytes) -> set[int]:
    """As ``_indexed``, with every length that the beginning can have when it has an edit."""
    hashes = _shortened(word)
    if len(word) >= _LONG:
        for length in (_BEGINNING - 1, _BEGINNING, _BEGINNING + 1):
            hashes |= _shortened(word[:length], b"^")
        hashes.add(crc32(b"$" + word[-_END:]))
    return hashes


def build(words: Sequence[tuple[int, bytes]]) -> tuple[array[int], array[int]]:
    """Return (offsets, numbers) for (number, word) pairs; a counting sort needs no memory beside them."""
    bits = min(22, max(4, (sum(len(word) for _, word in words) // 2).bit_length()))
    shift = 32 - bits
    counts = array("I", bytes(4 * ((1 << bits) + 1)))
    for _, word in words:
        for form in _indexed(word):
            counts[(form >> shift) + 1] += 1
    offsets = array("I", accumulate(counts))
    numbers = array("I", bytes(4 * offsets[-1]))
    place = array("I", offsets)
    for number, word in words:
        for form in _indexed(word):
            bucket = form >> shift
            numbers[place[bucket]] = number
            place[bucket] += 1
    return offsets, numbers


def candidates(word: bytes, offsets: Sequence[int], numbers: Sequence[int]) -> set[int]:
    """Return the numbers of the words that share a bucket with ``word``: its neighbours, and others."""
    shift = 32 - ((len(offsets) - 1).bit_length() - 1)
    found: set[int] = set()
    for bucket in {form >> shift for form in _asked(word)}:
        found.update(numbers[offsets[bucket] : offsets[bucket + 1]])
    return found
