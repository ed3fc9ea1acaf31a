"""How often something comes up month by month: a bar of small blocks over the years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

BARS = "▁▂▃▄▅▆▇█"
_SPANS = (1, 2, 3, 6, 12, 24, 60, 120)
"""Months that one block may stand for, so that all fit the width."""
_WIDEST = 3
"""Cells of a month at most, where there are few."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How months are laid out in cells."""

    first: int
    """The month of the first cell, as ``year * 12 + month - 1``."""
    span: int
    """Months a block."""
    counts: tuple[int, ...]
    """One for each block."""
    cells: int
    """Cells a block."""

    @property
    def width(self) -> int:
        return len(self.counts) * self.cells

    def block_of(self, month: int) -> int:
        return (month - self.first) // self.span

    def months_of(self, block: int) -> range:
        """Return the months that a block stands for."""
        start = self.first + block * self.span
        return range(start, start + self.span)


def scale(months: Sequence[tuple[int, int]], width: int) -> Scale:
    """Lay (month, count), oldest first, out in at most ``width`` cells, from a January to a December."""
    first, last = months[0][0] // 12 * 12, months[-1][0] // 12 * 12 + 11
    spans = (span for span in _SPANS if -((first - last - 1) // span) <= width)
    span = next(spans, -((first - last - 1) // max(1, width)))
    blocks = -((first - last - 1) // span)
    counts = [0] * blocks
    for month, count in months:
        counts[(month - first) // span] += count
    return Scale(first, span, tuple(counts), max(1, min(_WIDEST, width // blocks)))


def bars(counts: Sequence[int]) -> str:
    """Return one sign for each count: a blank for none, else a block as high as its share of the most."""
    most = max(counts, default=0)
    return "".join(BARS[-(-count * len(BARS) // most) - 1] if count else " " for count in counts)


def years(laid: Scale) -> str:
    """Return the line of years below the bars, each where it begins, as far as they fit."""
    line = ""
    for block in range(len(laid.counts)):
        inside = [month for month in laid.months_of(block) if month % 12 == 0]
        at = block * laid.cells
        if inside and (not line or at > len(line)):
            name = str(inside[0] // 12)
            short = name if at + len(name) <= laid.width else f"’{name[-2:]}"
            if at + len(short) <= max(laid.width, len(name)):
                line = line.ljust(at) + short
    return line


class Timeline(Widget):
    """Two rows of bars and one of years; a click chooses a month."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"timeline--bar", "timeline--chosen", "timeline--year"}
    months: reactive[tuple[tuple[int, int], ...]] = reactive(())
    chosen: reactive[int | None] = reactive(None)
    """The month that is looked at; None for all."""

    @dataclass
    class Chosen(Message):
        """A month was clicked that has cables, or a block of months: the fullest of them."""

        month: int

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        base = self.rich_style
        if not self.months or width < 1:
            return Strip.blank(width, base)
        laid = scale(self.months, width)
        if y >= 2:
            style = base + self.get_component_rich_style("timeline--year", partial=True)
            return Strip([Segment(years(laid)[:width].ljust(width), style)], width)
        bar = base + self.get_component_rich_style("timeline--bar", partial=True)
        lit = base + self.get_component_rich_style("timeline--chosen", partial=True)
        chosen = None if self.chosen is None else laid.block_of(self.chosen)
        segments = [
            Segment(sign * laid.cells, lit if block == chosen else bar)
            for block, sign in enumerate(_row(laid.counts, y))
        ]
        return Strip(segments).extend_cell_length(width, base)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not self.months:
            return
        laid = scale(self.months, self.size.width)
        months = laid.months_of(offset.x // laid.cells)
        inside = [(count, month) for month, count in self.months if month in months]
        if inside:
            self.post_message(self.Chosen(max(inside)[1]))


def _row(counts: Sequence[int], y: int) -> str:
    """Return the upper (0) or lower (1) row of bars that are two rows high."""
    steps = len(BARS)
    most = max(counts, default=0)
    heights = [-(-count * 2 * steps // most) if count else 0 for count in counts]
    above = (max(0, height - steps) if y == 0 else min(height, steps) for height in heights)
    return "".join(BARS[height - 1] if height else " " for height in above)
