"""Which panes a terminal of a given width has room for."""

from __future__ import annotations

from enum import IntEnum

THREE_FROM = 120
"""Columns from which all three stand side by side: with fewer, lines of text get too short to read well."""
TWO_FROM = 90
"""Columns from which two do."""


class Pane(IntEnum):
    """The panes from left to right."""

    LIST = 0
    READER = 1
    SIDE = 2


def shown(width: int, focused: Pane, before: Pane, *, zoomed: bool) -> frozenset[Pane]:
    """Return the panes to show in ``width`` columns: always ``focused``, the one with the keyboard.

    Of two, the other is ``before``, which had the keyboard last; but the list goes with what it lists.
    """
    if zoomed or width < TWO_FROM:
        return frozenset({focused})
    if width >= THREE_FROM:
        return frozenset(Pane)
    return frozenset({focused, Pane.READER if before is focused or focused is Pane.LIST else before})
