"""Spans by place, so that a row of a very long text need not look at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """Anything that covers characters ``start`` to ``end`` of a text."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """After the last one."""


T = TypeVar("T", bound=Placed)


class Ordered(Generic[T]):
    """Spans sorted by where they begin; they may overlap."""

    __slots__ = ("_reaches", "_starts", "items")

    def __init__(self, items: Iterable[T]) -> None:
        self.items = tuple(sorted(items, key=lambda item: item.start))
        self._starts = [item.start for item in self.items]
        self._reaches = list(accumulate((item.end for item in self.items), max))

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def between(self, start: int, end: int) -> Iterator[T]:
        """Yield those that share a character with [start, end), in order."""
        first = bisect_right(self._reaches, start)
        last = bisect_left(self._starts, end)
        return (item for item in self.items[first:last] if item.end > start)
