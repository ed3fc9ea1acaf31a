"""The list of cables that are cited and not held: as many as there are, fetched as they are looked at."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cableview.app.chords import Chords
from cableview.app.keys import key
from cableview.app.passage_text import span_of
from cableview.app.widgets.side_tab import cut
from cableview.store.ledger import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from cableview.store.ledger import Citer, Entry

LINES = 2
BLOCK = 40
"""Entries fetched at once."""
NAMES = ("cursor", "bar", "id", "date", "faint", "title", "warning")


class Ledger(Chords, ScrollView, can_focus=True):
    """Two lines an entry: which cable, of when, how often cited; and how its citers call it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("j,down", "move(1)", "down", "Next cable", id="ledger.down"),
        key("k,up", "move(-1)", "up", "Previous cable", id="ledger.up"),
        key("space,pagedown,ctrl+d", "page(1)", "page", "A page down", id="ledger.page-down"),
        key("b,pageup,ctrl+u", "page(-1)", "page up", "A page up", id="ledger.page-up"),
        key("g g,home", "edge(0)", "top", "First cable", id="ledger.top"),
        key("G,end", "edge(1)", "bottom", "Last cable", id="ledger.bottom"),
        key("enter", "choose", "who cites it", "Every paragraph that cites it", id="ledger.go", show=True),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ledger--{name}" for name in NAMES}
    row: var[int] = var(0)

    @dataclass
    class Wanted(Message):
        """Entries are about to be shown that are not fetched."""

        keys: list[int]

    @dataclass
    class Chosen(Message):
        """Enter: show who cites this cable."""

        cable_id: str

    def __init__(self) -> None:
        super().__init__()
        self.keys: array[int] = array("Q")
        self._entries: dict[int, Entry] = {}
        self._asked: set[int] = set()
        self._chosen: int | None = None
        """Enter came before what is said of this key."""

    def show(self, keys: array[int], row: int = 0) -> None:
        """List ``keys``, with the cursor on ``row``."""
        self.keys = keys
        self._asked.clear()
        self.virtual_size = Size(self.size.width, len(keys) * LINES)
        self._place(row)
        self.refresh()

    def supply(self, entries: Iterable[Entry]) -> None:
        """Take entries that were asked for."""
        self._entries.update((entry.key, entry) for entry in entries)
        self.refresh()
        if self._chosen is not None:
            self._choose(self._chosen)

    def action_move(self, distance: int) -> None:
        self._place(self.row + distance)

    def action_page(self, direction: int) -> None:
        self._place(self.row + direction * max(1, self.scrollable_content_region.height // LINES - 1))

    def action_edge(self, end: int) -> None:
        self._place(len(self.keys) if end else 0)

    def action_choose(self) -> None:
        if self.row < len(self.keys):
            self._choose(self.keys[self.row])

    def _choose(self, key: int) -> None:
        entry = self._entries.get(key)
        self._chosen = key if entry is None else None
        if entry is not None:
            self.post_message(self.Chosen(entry.id))

    def _place(self, row: int) -> None:
        self._chosen = None
        self.row = min(max(row, 0), max(len(self.keys) - 1, 0))
        region = Region(0, self.row * LINES, max(1, self.size.width), LINES)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def watch_row(self, old: int, new: int) -> None:
        for row in (old, new):
            self.refresh_lines(row * LINES, LINES)

    def on_resize(self) -> None:
        self.virtual_size = Size(self.size.width, len(self.keys) * LINES)
        self._place(self.row)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        row = -1 if offset is None else (offset.y + self.scroll_offset.y) // LINES
        if 0 <= row < len(self.keys):
            again = row == self.row
            self._place(row)
            if again:
                self.action_choose()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        row, line = divmod(y + self.scroll_offset.y, LINES)
        if row >= len(self.keys):
            return Strip.blank(width, self.rich_style)
        here = row == self.row
        base = self.rich_style + self._style("cursor") if here else self.rich_style
        bar = Segment("▌ " if here else "  ", base + self._style("bar"))
        entry = self._entries.get(self.keys[row])
        if entry is None:
            self._ask(row)
            segments = [Segment("·····", base + self._style("faint"))] if line == 0 else []
        else:
            segments = [
                Segment(text, base + self._style(name))
                for text, name in (top(entry, width - 2) if line == 0 else below(entry, width - 2))
            ]
        return Strip(Segment.adjust_line_length([bar, *segments], width, style=base), width)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"ledger--{name}", partial=True)

    def _ask(self, row: int) -> None:
        block = row // BLOCK
        if block not in self._asked:
            self._asked.add(block)
            # Later, because a message made while the screen draws counts as sent by the screen.
            self.call_later(self._want, block)

    def _want(self, block: int) -> None:
        wanted = self.keys[block * BLOCK : (block + 1) * BLOCK]
        self.post_message(self.Wanted([k for k in wanted if k not in self._entries]))


def top(entry: Entry, width: int) -> list[tuple[str, str]]:
    """Return (text, style) of the line with number, date and count."""
    often = f"cited by {entry.citers:,}"
    doubt = "✗ after a citer  " if entry.standing is Standing.YOUNGER else ""
    room = max(1, width - cell_len(often) - cell_len(doubt) - 1)
    name = min(22, room)
    when = span_of(entry.dating) if entry.dating else "date unknown"
    return [
        (cut(entry.id, name), "id"),
        (cut(f"  {when}", room - name), "date") if room > name else ("", "date"),
        (doubt, "warning"),
        (often, "faint"),
    ]


def below(entry: Entry, width: int) -> list[tuple[str, str]]:
    """Return (text, style) of the line with what the citers call it, and where."""
    titles = dict.fromkeys(citer.title for citer in entry.named if citer.title)
    called = " / ".join(title for title in titles if title)
    places = ", ".join(where(citer) for citer in entry.named[:4])
    more = f", {entry.citers - 4} more" if entry.citers > 4 else ""
    called = f"  {called}  " if called else "  "
    room = max(1, width - cell_len(called))
    return [(called, "title"), (cut(f"in {places}{more}", room), "faint")]


def where(citer: Citer) -> str:
    """Return ``08BEIJING2648 ¶7 (Ref G)``."""
    numbers = ", ".join(f"¶{number}" if number is not None else "¶" for number in citer.paragraphs)
    label = f" (Ref {citer.label})" if citer.label else ""
    return f"{citer.id} {numbers or 'REF'}{label}"
