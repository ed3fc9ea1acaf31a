"""The 1-deletion index: which words become equal to a given word by leaving one letter out.

A word and its misspelling share a form with one letter left out, or one is such a form of the other. Forms
are kept by hash only: bucket offsets and word numbers, 4 bytes each; every candidate is verified anyway.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from zlib import crc32


def forms(word: bytes) -> set[int]:
    """Return the hashes of a word and of it without one of its letters."""
    hashes = {crc32(word[:i] + word[i + 1 :]) for i in range(len(word))}
    hashes.add(crc32(word))
    return hashes


def bits_for(entries: int) -> int:
    """Return the number of hash bits that gives about two entries a bucket."""
    return min(22, max(4, (entries // 2).bit_length()))


def build(words: Sequence[tuple[int, bytes]]) -> tuple[array[int], array[int]]:
    """Return (offsets, numbers) for (number, word) pairs; a counting sort needs no memory beside them."""
    shift = 32 - bits_for(sum(len(word) + 1 for _, word in words))
    counts = array("I", bytes(4 * ((1 << (32 - shift)) + 1)))
    for _, word in words:
        for form in forms(word):
            counts[(form >> shift) + 1] += 1
    offsets = array("I", accumulate(counts))
    numbers = array("I", bytes(4 * offsets[-1]))
    place = array("I", offsets)
    for number, word in words:
        for form in forms(word):
            bucket = form >> shift
            numbers[place[bucket]] = number
            place[bucket] += 1
    return offsets, numbers


def candidates(word: bytes, offsets: Sequence[int], numbers: Sequence[int]) -> Iterator[Iterable[int]]:
    """Yield the numbers of words that share a bucket with a form of ``word``; not all are neighbours."""
    shift = 32 - ((len(offsets) - 1).bit_length() - 1)
    for form in forms(word):
        bucket = form >> shift
        yield numbers[offsets[bucket] : offsets[bucket + 1]]
