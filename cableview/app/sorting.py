"""The orders of the list."""

from __future__ import annotations

from array import array
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Sort(StrEnum):
    """How the list is ordered; the values are what the library calls them."""

    NEWEST = "newest"
    OLDEST = "oldest"
    ID = "id"
    RELEVANCE = "relevance"
    """Only while searching."""

    def turn(self, step: int, *, searching: bool) -> Sort:
        """Return the next order, or the one before it."""
        orders = [sort for sort in Sort if searching or sort is not Sort.RELEVANCE]
        here = orders.index(self) if self in orders else 0
        return orders[(here + step) % len(orders)]


def only(order: array[int], keys: Sequence[int]) -> array[int]:
    """Return ``keys`` in the order in which ``order`` has them."""
    wanted = set(keys)
    return array("Q", (key for key in order if key in wanted))
