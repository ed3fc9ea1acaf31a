"""Lines of text in a window: drawn as they are looked at, so that their number costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cableview.app.typeset.wrap import wrap
from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence


class Said(NamedTuple):
    """One thing to say; it may take several rows."""

    text: str
    faint: bool = False
    indent: int = 0


class Lines(ScrollView, can_focus=True):
    """Shows ``said``; a row starts a new one, and long ones are wrapped to the width."""

    COMPONENT_CLASSES = {"lines--faint"}  # noqa: RUF012 - the name Textual uses

    def __init__(self, said: Sequence[Said]) -> None:
        super().__init__()
        self._said = said
        self._rows: list[tuple[str, bool]] = []

    def on_resize(self) -> None:
        width = max(20, self.scrollable_content_region.width)
        self._rows = [row for one in self._said for row in rows_of(one, width)]
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        row = y + self.scroll_offset.y
        if row >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        text, faint = self._rows[row]
        style = self.rich_style
        if faint:
            style += self.get_component_rich_style("lines--faint", partial=True)
        return Strip([Segment(set_cell_size(text, width), style)], width)


def rows_of(one: Said, width: int) -> list[tuple[str, bool]]:
    """Return the rows of one thing to say, in ``width`` cells at most, and whether they are faint."""
    room = max(1, width - one.indent - 1)
    text = visible_line(one.text)
    pieces = [(0, len(text), 0)] if cell_len(text) <= room else wrap(text, room, room)
    return [(" " * (one.indent + more) + text[start:end], one.faint) for start, end, more in pieces]
