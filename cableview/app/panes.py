"""Which panes a terminal of a given width has room for."""

from __future__ import annotations

from enum import IntEnum

THREE_FROM = 120
"""Columns from which list, reader and side panel stand beside each other."""
TWO_FROM = 90
"""Columns from which list and reader do; the side panel slides over the reader."""


class Pane(IntEnum):
    """The panes from left to right."""

    LIST = 0
    READER = 1
    SIDE = 2


def shown(width: int, focused: Pane, *, zoomed: bool) -> frozenset[Pane]:
    """Return the panes to show in ``width`` columns; ``focused`` is always among them."""
    if zoomed or width < TWO_FROM:
        return frozenset({focused})
    if width >= THREE_FROM:
        return frozenset(Pane)
    return frozenset({Pane.LIST, Pane.READER, focused})


def slides_over(width: int, *, zoomed: bool) -> bool:
    """Tell whether the side panel, when shown, lies over the reader's right edge."""
    return not zoomed and TWO_FROM <= width < THREE_FROM
