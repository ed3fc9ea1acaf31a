"""The text of a cable in few shapes, in which words and numbers are looked for at little cost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

_FROM = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\t\n#"
_SHAPES = bytes.maketrans(_FROM, b"abcdefghijklmnopqrstuvwxyz0000000000   ")


def fold(text: str, low: int, high: int) -> bytes:
    """Return ``text[low:high]``, a byte for each character.

    Letters are small, a digit is 0, and white space a blank.
    """
    return text.encode("latin-1", "replace")[low:high].translate(_SHAPES)


def indexes_of(word: bytes, folded: bytes, low: int, starts: Sequence[int]) -> Iterator[int]:
    """Yield which parts of the text ``folded`` from ``low`` on, each with its start, may have ``word``."""
    place = folded.find(word)
    while place >= 0:
        yield bisect_right(starts, low + place) - 1
        place = folded.find(word, place + len(word))
