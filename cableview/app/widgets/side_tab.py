"""What the tabs of the side panel have in common: lines that know which message to post."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from cableview.app.keys import key
from cableview.app.page import Page
from cableview.app.widgets.lines import Said, rows_of
from cableview.app.widgets.steady import Steady
from cableview.model.visible import visible, visible_line

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.message import Message


class Line(NamedTuple):
    """One entry of a tab, of one line or more."""

    text: Content
    message: Message | None = None
    """Posted by Enter; without one the entry is passed over."""
    id: str | None = None
    """Stays the same however often the tab is filled, so that the cursor stays on its entry."""
    about: object = None
    """What the entry stands for, such as an entity: for keys that do more with it."""


class Act(Option):
    """An entry that knows its message."""

    def __init__(self, line: Line) -> None:
        super().__init__(line.text, id=line.id, disabled=line.message is None)
        self.message = line.message
        self.about = line.about


class SideTab(OptionList, Steady):
    """One tab; a subclass says what it lists of a page."""

    TITLE: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""
    """What to say when there is nothing to list."""
    BINDINGS: ClassVar[list[BindingType]] = [
        key("j,down", "cursor_down", "down", "Next line of the panel", id="side.down"),
        key("k,up", "cursor_up", "up", "Previous line of the panel", id="side.up"),
        key("G,end", "last", "bottom", "Last line of the panel", id="side.bottom"),
        key("enter", "select", "go", "Filter by this name, or go there", id="side.choose", show=True),
    ]
    page: var[Page | None] = var(None, init=False)

    def __init__(self) -> None:
        super().__init__(compact=True, markup=False)
        self._filled: tuple[object, int] = (None, 0)

    @abstractmethod
    def lines(self, page: Page, width: int) -> list[Line]:
        """Return what to list, set for ``width`` cells."""

    def watch_page(self) -> None:
        self.fill()

    def on_show(self) -> None:
        self.fill()

    def on_resize(self) -> None:
        self.fill()
        self.scroll_to_highlight()

    def fill(self) -> None:
        """List the page, if it can be seen and is not listed already."""
        width = self.scrollable_content_region.width
        if not self.display or width < 1 or self._filled == (self.page, width):
            return
        stay = self.stays(self._filled[0])
        self._filled = (self.page, width)
        self.list_again(stay=stay)

    def stays(self, before: object) -> bool:
        """Tell whether the cursor stays on its entry when ``page`` follows on ``before``."""
        return self.page is not None and _id_of(before) == _id_of(self.page)

    def list_again(self, *, stay: bool = True) -> None:
        """List the page anew; the cursor stays on its entry, or else on its row."""
        row = self.highlighted if stay else None
        name = self.get_option_at_index(row).id if row is not None and row < self.option_count else None
        top = self.scroll_offset.y
        lines = self.lines(self.page, self._filled[1]) if self.page else []
        if not lines:
            lines = [Line(faint(text)) for text, _ in rows_of(Said(self.EMPTY), self._filled[1])]
        self.set_options([Act(line) for line in lines])
        if name is not None:
            row = self.row_of(name, lines)
        if row is None or row >= len(lines):
            row = next((n for n, line in enumerate(lines) if line.message), None)
        self.highlighted = row
        if stay:
            self.scroll_to(y=top, animate=False)

    def row_of(self, name: str, lines: list[Line]) -> int | None:
        """Return where the entry that was called ``name`` is now."""
        return next((n for n, line in enumerate(lines) if line.id == name), None)

    @property
    def chosen(self) -> Act | None:
        """The entry under the cursor."""
        option = self.highlighted_option
        return option if isinstance(option, Act) and not option.disabled else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if isinstance(event.option, Act) and event.option.message:
            self.post_message(event.option.message)


def _id_of(page: object) -> str | None:
    return page.held.id if isinstance(page, Page) else None


def plain(text: str, style: str = "") -> Content:
    """Return cable text as content, safe for a terminal."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def faint(text: str) -> Content:
    return plain(text, "$faint")


def heading(text: str) -> Line:
    """Return a line that divides groups."""
    return Line(Content.styled(visible_line(text), "bold $primary"))


def spread(left: str, right: str, width: int, style: str = "") -> Content:
    """Return one line of ``width`` cells: ``left``, cut if it must be, and ``right`` at the edge."""
    room = max(1, width - cell_len(right) - 2)
    return Content.assemble(plain(cut(left, room), style), " ", faint(f"{right} "))


def cut(text: str, room: int) -> str:
    """Return ``text`` in exactly ``room`` cells, with an ellipsis when it is longer."""
    return set_cell_size(shortened(text, room), room)


def shortened(text: str, room: int) -> str:
    """Return ``text`` in ``room`` cells at most, with an ellipsis when it is longer."""
    text, room = visible_line(text), max(1, room)
    return text if cell_len(text) <= room else set_cell_size(text, room - 1).rstrip() + "…"
