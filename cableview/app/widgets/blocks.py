"""Blocks of wrapped text one below the other, with a cursor: passages, citations, places to go."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cableview.app.chords import Chords
from cableview.app.keys import key
from cableview.app.typeset.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.binding import BindingType
    from textual.content import Content
    from textual.style import Style

MEASURE = 92
"""Cells of a line of running text at most."""
MARGIN = 2
"""Cells before the text: the bar of the cursor and a blank."""
AHEAD = 2
"""Screens below the last row that is seen, from which more blocks are asked for."""


class Block(NamedTuple):
    """A piece of text, wrapped to the width."""

    text: Content
    message: Message | None = None
    """Posted by Enter; without one the cursor passes over the block."""
    above: int = 0
    """Blank rows above it."""
    indent: int = 0


class _Row(NamedTuple):
    block: int
    """-1 for a blank row."""
    start: int = 0
    end: int = 0
    indent: int = 0


class Blocks(Chords, ScrollView, can_focus=True):
    """Keeps any number of blocks and draws the rows that are seen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("j,down", "move(1)", "next", "Next place; a long one scrolls first", id="blocks.down"),
        key("k,up", "move(-1)", "previous", "Previous place", id="blocks.up"),
        key("space,pagedown,ctrl+d", "page(1)", "page", "A page down", id="blocks.page-down"),
        key("b,pageup,ctrl+u", "page(-1)", "page up", "A page up", id="blocks.page-up"),
        key("g g,home", "edge(0)", "top", "To the top", id="blocks.top"),
        key("G,end", "edge(-1)", "bottom", "To the bottom", id="blocks.bottom"),
        key("enter", "choose", "go", "Go to this place", id="blocks.go", show=True),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"blocks--cursor", "blocks--bar"}
    cursor: var[int] = var(-1)
    """Position of the block under the cursor; -1 when there is none to choose."""

    class MoreWanted(Message):
        """The end of the blocks comes near."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.blocks: list[Block] = []
        self.more = False
        """Whether blocks can still be asked for."""
        self._rows: list[_Row] = []
        self._first: list[int] = []
        """Of each block its first row."""
        self._width = 0

    def show(self, blocks: Iterable[Block], *, more: bool = False) -> None:
        """Show these blocks from the top, with the cursor on the first that can be chosen."""
        self.blocks, self._rows, self._first = [], [], []
        self.more = False
        self.cursor = -1
        self.scroll_to(y=0, animate=False, force=True)
        self.add(blocks, more=more)

    def add(self, blocks: Iterable[Block], *, more: bool = False) -> None:
        """Put more blocks below."""
        start = len(self.blocks)
        self.blocks += blocks
        self._set(start)
        self.more = more
        if self.cursor < 0:
            self.cursor = next((n for n, block in enumerate(self.blocks) if block.message), -1)
        self.refresh()
        self._ask()

    def stand_on(self, number: int) -> None:
        """Put the cursor on a block and show it from its first row."""
        if number < len(self.blocks):
            self.cursor = number
            self._reveal(at_top=True)

    def action_move(self, step: int) -> None:
        """Go to the next place that can be chosen, unless this one goes on beyond the edge."""
        if self._scrolled_in(step):
            return
        numbers = range(self.cursor + step, len(self.blocks) if step > 0 else -1, step)
        found = next((n for n in numbers if self.blocks[n].message is not None), None)
        if found is None:
            self.scroll_relative(y=3 * step, animate=False)
        else:
            self.cursor = found
            self._reveal()
        self._ask()

    def action_page(self, direction: int) -> None:
        height = self._height
        self.scroll_to(y=self.scroll_offset.y + direction * max(1, height - 2), animate=False, immediate=True)
        top = self.scroll_offset.y
        seen = range(top, min(top + height, len(self._rows)))
        blocks = dict.fromkeys(self._rows[y].block for y in (seen if direction > 0 else reversed(seen)))
        chosen = (n for n in blocks if n >= 0 and self.blocks[n].message is not None)
        if self.cursor not in blocks:
            self.cursor = next(chosen, self.cursor)
        self._ask()

    def action_edge(self, end: int) -> None:
        numbers = [n for n, block in enumerate(self.blocks) if block.message is not None]
        if numbers:
            self.cursor = numbers[end]
        self.scroll_to(y=len(self._rows) if end else 0, animate=False, immediate=True)
        self._ask()

    def action_choose(self) -> None:
        if 0 <= self.cursor < len(self.blocks) and (message := self.blocks[self.cursor].message):
            self.post_message(message)

    def watch_cursor(self) -> None:
        self.refresh()

    def on_resize(self) -> None:
        if self.scrollable_content_region.width != self._width:
            self._rows, self._first = [], []
            self._set(0)
            self._reveal()
        self._ask()

    def on_focus(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        y = -1 if offset is None else offset.y + self.scroll_offset.y
        block = self._rows[y].block if 0 <= y < len(self._rows) else -1
        if block < 0 or self.blocks[block].message is None:
            return
        if block == self.cursor:
            self.action_choose()
        self.cursor = block

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        style = self.visual_style
        row = self._rows[at] if at < len(self._rows) else _Row(-1)
        if row.block < 0:
            return Strip.blank(width, style.rich_style)
        here = row.block == self.cursor
        if here:
            style += self.get_visual_style("blocks--cursor", partial=True)
        content = self.blocks[row.block].text[row.start : row.end]
        segments = [
            *self._margin(here, row.indent, style),
            *(Segment(text, one.rich_style) for text, one in content.render(style, "", self._parse)),
        ]
        return Strip(segments).crop_extend(0, width, style.rich_style)

    def _margin(self, here: bool, indent: int, style: Style) -> list[Segment]:
        bar = style + self.get_visual_style("blocks--bar", partial=True)
        sign = ("▌" if self.has_focus else "▏") if here else " "
        return [Segment(sign, bar.rich_style), Segment(" " * (MARGIN - 1 + indent), style.rich_style)]

    @property
    def _height(self) -> int:
        return max(1, self.scrollable_content_region.height)

    def _set(self, start: int) -> None:
        """Set the blocks from ``start`` on in rows."""
        self._width = width = self.scrollable_content_region.width
        if width < 1:
            return
        for number in range(start, len(self.blocks)):
            block = self.blocks[number]
            room = max(8, width - MARGIN - block.indent - 1)
            self._rows += [_Row(-1)] * block.above
            self._first.append(len(self._rows))
            self._rows += [
                _Row(number, first, last, block.indent + hang)
                for first, last, hang in wrap(block.text.plain, min(room, MEASURE), room)
            ]
        self.virtual_size = Size(width, len(self._rows))

    def _extent(self, number: int) -> tuple[int, int]:
        end = (
            self._first[number + 1] - self.blocks[number + 1].above if number + 1 < len(self._first) else None
        )
        return self._first[number], len(self._rows) if end is None else end

    def _scrolled_in(self, step: int) -> bool:
        """Scroll inside the block under the cursor while it goes on beyond the edge; tell whether it did."""
        if not 0 <= self.cursor < len(self._first):
            return False
        first, end = self._extent(self.cursor)
        top, height = self.scroll_offset.y, self._height
        beyond = end - (top + height) if step > 0 else top - first
        if beyond <= 0 or end <= top or first >= top + height:
            return False
        self.scroll_to(y=top + step * min(beyond, max(1, height - 2)), animate=False, immediate=True)
        return True

    def _reveal(self, *, at_top: bool = False) -> None:
        """Scroll no further than needed to show the block under the cursor, a tall one from its top."""
        if not 0 <= self.cursor < len(self._first):
            return
        heads, end = self._heads(self.cursor), self._extent(self.cursor)[1]
        top, height = self.scroll_offset.y, self._height
        if heads < top or at_top or end - heads >= height:
            self.scroll_to(y=heads, animate=False, force=True, immediate=True)
        elif end > top + height:
            self.scroll_to(y=end - height, animate=False, force=True, immediate=True)

    def _heads(self, number: int) -> int:
        """Return the first row of the headings that stand right above a block."""
        while number > 0 and not self.blocks[number].above and self.blocks[number - 1].message is None:
            number -= 1
        return self._first[number]

    def _ask(self) -> None:
        if self.more and self._width and self.scroll_offset.y + (1 + AHEAD) * self._height >= len(self._rows):
            self.more = False
            self.post_message(self.MoreWanted())

    def _parse(self, style: str | Style) -> Style:
        return self.app.stylesheet.parse_style(style)
