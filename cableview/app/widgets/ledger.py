"""The list of cables that are cited and not held: as many as there are, fetched as they are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip

from cableview.app.keys import key
from cableview.app.passage_text import span_of
from cableview.app.widgets.side_tab import cut
from cableview.app.widgets.tall_list import LINES, TallList
from cableview.store.ledger import Standing

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable

    from textual import events
    from textual.binding import BindingType

    from cableview.store.ledger import Citer, Entry

NAMES = ("cursor", "bar", "id", "date", "faint", "title", "warning")


class Ledger(TallList):
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
    PREFIX = "ledger"
    STYLES = NAMES

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
        self._entries: dict[int, Entry] = {}
        self._chosen: int | None = None
        """Enter came before what is said of this key."""

    def supply(self, entries: Iterable[Entry]) -> None:
        """Take entries that were asked for."""
        self._entries.update((entry.key, entry) for entry in entries)
        self.refresh()
        if self._chosen is not None:
            self._choose(self._chosen)

    def action_choose(self) -> None:
        if (cable_key := self.current_key) is not None:
            self._choose(cable_key)

    def _choose(self, key: int) -> None:
        entry = self._entries.get(key)
        self._chosen = key if entry is None else None
        if entry is not None:
            self.post_message(self.Chosen(entry.id))

    def place(self, row: int) -> None:
        self._chosen = None
        super().place(row)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        row = -1 if offset is None else (offset.y + self.scroll_offset.y) // LINES
        if 0 <= row < len(self.keys):
            again = row == self.row
            self.place(row)
            if again:
                self.action_choose()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        row, line = divmod(y + self.scroll_offset.y, LINES)
        if row >= len(self.keys):
            return Strip.blank(width, self.base)
        styles = self.dress()
        here = row == self.row
        base = self.base + styles["cursor"] if here else self.base
        bar = Segment("▌ " if here else "  ", base + styles["bar"])
        entry = self._entries.get(self.keys[row])
        if entry is None:
            self.ask(row)
            segments = [Segment("·····", base + styles["faint"])] if line == 0 else []
        else:
            segments = [
                Segment(text, base + styles[name])
                for text, name in (top(entry, width - 2) if line == 0 else below(entry, width - 2))
            ]
        return Strip(Segment.adjust_line_length([bar, *segments], width, style=base), width)

    def want(self, keys: array[int]) -> None:
        self.post_message(self.Wanted([k for k in keys if k not in self._entries]))


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
