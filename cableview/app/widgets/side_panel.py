"""The side panel: tabs about the open cable, and one about the cables found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive, var
from textual.widgets import Static

from cableview.app.counting import Counted
from cableview.app.keys import key
from cableview.app.messages import FacetsWanted
from cableview.app.page import Page
from cableview.app.widgets.side_entities import EntitiesTab
from cableview.app.widgets.side_facets import FacetsTab
from cableview.app.widgets.side_flags import FlagsTab
from cableview.app.widgets.side_info import InfoTab
from cableview.app.widgets.side_references import CitedByTab, ReferencesTab

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.app.widgets.side_tab import SideTab

TABS: tuple[type[SideTab], ...] = (EntitiesTab, ReferencesTab, CitedByTab, FlagsTab, InfoTab, FacetsTab)
_SHORT = ("Entities", "Refs", "Cited", "Flags", "Info", "Facets")


class TabLine(Static):
    """The names of the tabs on one line; a click chooses."""

    active: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """A tab was clicked."""

        number: int

    def render(self) -> Content:
        width = self.content_size.width
        parts, column = [], 0
        for number, start in places(width, self.active):
            name = _SHORT[number][: width - start]
            style = "bold $accent" if number == self.active else "$faint"
            parts += [Content(" " * (start - column)), Content(name).stylize(style)]
            column = start + len(name)
        if column < width and number + 1 < len(_SHORT):
            parts.append(Content("›".rjust(width - column)).stylize("$faint"))
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        x = event.get_content_offset(self)
        if x is not None and (number := name_at(x.x, self.content_size.width, self.active)) is not None:
            self.post_message(self.Chosen(number))


def places(width: int, active: int) -> list[tuple[int, int]]:
    """Return which tabs' names stand in ``width`` columns, and where: whole, unless not even one fits."""
    first = 0
    while first < active and not _fits(first, active, width):
        first += 1
    seen = (n for n in range(first, len(_SHORT)) if n == first or _fits(first, n, width))
    return [(number, _end(first, number) - len(_SHORT[number])) for number in seen]


def _fits(first: int, last: int, width: int) -> bool:
    """Tell whether there is room up to a name, and for the sign that more follow."""
    return _end(first, last) + (last + 1 < len(_SHORT)) <= width


def _end(first: int, last: int) -> int:
    return sum(len(name) + 1 for name in _SHORT[first : last + 1]) - 1


def name_at(x: int, width: int, active: int) -> int | None:
    """Return which tab's name stands at column ``x`` of the line."""
    return next((n for n, start in places(width, active) if start <= x < start + len(_SHORT[n])), None)


class SidePanel(Vertical):
    """Shows one tab at a time; only the tab that can be seen is filled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("full_stop,right_square_bracket,right", "turn(1)", "tab", "Next tab", id="side.next", show=True),
        key("comma,left_square_bracket,left", "turn(-1)", "tab back", "Previous tab", id="side.previous"),
    ]
    page: var[Page | None] = var(None, init=False)
    counted: var[Counted] = var(Counted(), init=False)
    active: var[int] = var(0, init=False)

    def compose(self) -> ComposeResult:
        yield TabLine()
        for number, tab in enumerate(TABS):
            widget = tab().data_bind(SidePanel.page)
            if isinstance(widget, FacetsTab):
                widget.data_bind(SidePanel.counted)
            widget.display = number == self.active
            yield widget

    @property
    def tab(self) -> SideTab:
        return self.query_one(TABS[self.active])

    def on_mount(self) -> None:
        self._label()

    def watch_active(self, before: int, active: int) -> None:
        if before == active:
            return
        old, new = self.query_one(TABS[before]), self.query_one(TABS[active])
        new.display = True
        if old.has_focus:
            new.focus()
        old.display = False
        self._label()
        self.ask_for_counts()

    def ask_for_counts(self) -> None:
        """Ask for what the tab of facets counts, if it can be seen."""
        if self.display and TABS[self.active] is FacetsTab:
            self.post_message(FacetsWanted())

    def on_show(self) -> None:
        self.ask_for_counts()

    def watch_counted(self) -> None:
        self._label()

    def watch_page(self) -> None:
        self._label()

    def show_tab(self, kind: type[SideTab]) -> None:
        """Show the tab of this kind."""
        self.active = TABS.index(kind)

    def action_turn(self, step: int) -> None:
        self.active = (self.active + step) % len(TABS)

    @on(TabLine.Chosen)
    def _chosen(self, message: TabLine.Chosen) -> None:
        message.stop()
        self.active = message.number
        self.tab.focus()

    def _label(self) -> None:
        self.query_one(TabLine).active = self.active
        title = TABS[self.active].TITLE
        count = tab_counts(self.page)[self.active] if self.page else None
        if TABS[self.active] is FacetsTab:
            count = self.counted.facets.total if self.counted.facets else None
        self.border_title = Content(title if count is None else f"{title} {count:,}")


def tab_counts(page: Page) -> list[int | None]:
    """Return how much each tab lists; None where a count says nothing."""
    return [
        len(page.entities),
        len(page.held.cable.references),
        len(page.cited_by),
        len(page.flags),
        None,
        None,
    ]
