"""The frame of a dialog, with the keys that matter on its lower border."""

from __future__ import annotations

from rich.cells import cell_len
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size

from cableview.model.visible import visible_line

_BETWEEN = " · "
_CORNERS = 6
"""Cells of the border that no words stand in: its corners, and a dash and a blank beside each."""


class DialogBox(Vertical):
    """Says what there is room for: how to leave always, the rest from the left."""

    _hints: tuple[str, ...] = ()

    def hint(self, *hints: str) -> None:
        """Set what the keys do; the last one says how to leave. Empty ones are left out."""
        self._hints = tuple(visible_line(hint) for hint in hints if hint)
        self._fit()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines of what it holds, each part within its share of the terminal's height.

        Textual measures without any height to share: then what is too long would leave room for all of it.
        """
        return self.arrange(Size(width, viewport.height)).total_region.height

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        self.border_subtitle = Content(fitting(self._hints, self.outer_size.width - _CORNERS))


def fitting(hints: tuple[str, ...], room: int) -> str:
    """Return as many of ``hints`` as ``room`` cells hold, joined: the last one, then the first ones."""
    *others, last = hints or ("",)
    while others and cell_len(_BETWEEN.join((*others, last))) > room:
        others.pop()
    return _BETWEEN.join((*others, last))
