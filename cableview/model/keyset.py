"""Large sets of cables: whether one is in a set is told at once, and the newest come first."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from operator import and_, or_, xor

_HALF = 0.5
_MOST_RUNS = 8


class Shelf:
    """All cables of a library, from which sets are made."""

    def __init__(self, newest: array[int]) -> None:
        """``newest`` has the keys of all cables, the newest cable first."""
        self.newest = newest
        self.marked = bytearray(max(newest, default=0) + 1)
        """1 at every key."""
        for key in newest:
            self.marked[key] = 1

    def set_of(self, keys: Iterable[int]) -> KeySet:
        """Return the set of those of ``keys`` that stand here."""
        marked = bytearray(len(self.marked))
        for key in keys:
            if key < len(marked):
                marked[key] = self.marked[key]
        return KeySet(bytes(marked), self)

    def newest_of(self, keys: Collection[int]) -> Iterator[int]:
        """Yield those of ``keys``, a set or a mapping, that stand here, the newest cable first."""
        return filter(keys.__contains__, self.newest)


class KeySet(Collection[int]):
    """Library keys, one byte for each key there may be; never changed once made."""

    def __init__(self, marked: bytes, shelf: Shelf) -> None:
        """``marked`` holds 1 at each key of the set, else 0; made by ``Shelf.set_of``."""
        self.marked = marked
        self.shelf = shelf
        """All cables there are."""

    def __len__(self) -> int:
        return self._size

    @cached_property
    def _size(self) -> int:
        # As one large number, which takes a tenth of what byte by byte would.
        return int.from_bytes(self.marked, "little").bit_count()

    @cached_property
    def smaller(self) -> KeySet:
        """This set, or that of all other cables if they are fewer."""
        return self if self.share <= _HALF else ~self

    @property
    def share(self) -> float:
        """How much of all cables it has, from 0 to 1."""
        return len(self) / max(1, len(self.shelf.newest))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, int) and key < len(self.marked) and self.marked[key] == 1

    def __iter__(self) -> Iterator[int]:
        """Yield the keys, the newest cable first."""
        return filter(self.marked.__getitem__, self.shelf.newest)

    @cached_property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """(first, last) of the cables that follow each other by key, if it comes to a few such; else empty.

        So it does for what came in together. Keys that no cable has may lie between them.
        """
        found: list[tuple[int, int]] = []
        marked, others = self.marked, (~self).marked
        first = marked.find(1)
        while first >= 0 and len(found) <= _MOST_RUNS:
            end = others.find(1, first)
            end = len(marked) if end < 0 else end
            found.append((first, marked.rfind(1, first, end)))
            first = marked.find(1, end)
        return tuple(found) if len(found) <= _MOST_RUNS else ()

    def among(self, keys: Sequence[int]) -> Iterable[int]:
        """Return for each of ``keys`` 1 when it is in the set, else 0."""
        if max(keys, default=0) < len(self.marked):
            return map(self.marked.__getitem__, keys)
        return (int(key in self) for key in keys)

    def __and__(self, other: KeySet) -> KeySet:
        return self._with(other.marked, and_)

    def __or__(self, other: KeySet) -> KeySet:
        return self._with(other.marked, or_)

    def __invert__(self) -> KeySet:
        """Return the cables that are not in the set."""
        return self._with(self.shelf.marked, xor)

    def _with(self, other: bytes | bytearray, together: Callable[[int, int], int]) -> KeySet:
        # As two large numbers, which takes a thousandth of what byte by byte would.
        both = together(int.from_bytes(self.marked, "little"), int.from_bytes(other, "little"))
        return KeySet(both.to_bytes(max(len(self.marked), len(other)), "little"), self.shelf)
