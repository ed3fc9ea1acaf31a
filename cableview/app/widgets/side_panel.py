"""The side panel: five tabs about the open cable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive, var
from textual.widgets import Static

from cableview.app.keys import key
from cableview.app.page import Page
from cableview.app.widgets.side_entities import EntitiesTab
from cableview.app.widgets.side_flags import FlagsTab
from cableview.app.widgets.side_info import InfoTab
from cableview.app.widgets.side_references import CitedByTab, ReferencesTab

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.app.widgets.side_tab import SideTab

TABS: tuple[type[SideTab], ...] = (EntitiesTab, ReferencesTab, CitedByTab, FlagsTab, InfoTab)
_SHORT = ("Entities", "Refs", "Cited", "Flags", "Info")


class TabLine(Static):
    """The names of the tabs on one line; a click chooses."""

    active: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """A tab was clicked."""

        number: int

    def render(self) -> Content:
        names = [
            Content(name).stylize("bold $accent" if number == self.active else "$faint")
            for number, name in enumerate(_SHORT)
        ]
        return Content(" ").join(names)

    def on_click(self, event: events.Click) -> None:
        x = event.get_content_offset(self)
        if x is not None and (number := name_at(x.x)) is not None:
            self.post_message(self.Chosen(number))


def name_at(x: int) -> int | None:
    """Return which tab's name stands at column ``x`` of the line."""
    start = 0
    for number, name in enumerate(_SHORT):
        if start <= x < start + len(name):
            return number
        start += len(name) + 1
    return None


class SidePanel(Vertical):
    """Shows one tab at a time; only the tab that can be seen is filled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("right_square_bracket,full_stop,right", "turn(1)", "tab", "Next tab", id="side.next", show=True),
        key("left_square_bracket,comma,left", "turn(-1)", "tab back", "Previous tab", id="side.previous"),
    ]
    page: var[Page | None] = var(None, init=False)
    active: var[int] = var(0, init=False)

    def compose(self) -> ComposeResult:
        yield TabLine()
        for number, tab in enumerate(TABS):
            widget = tab().data_bind(SidePanel.page)
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

    def watch_page(self) -> None:
        self._label()

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
        self.border_title = Content(title if count is None else f"{title} {count}")


def tab_counts(page: Page) -> list[int | None]:
    """Return how much each tab lists; None where a count says nothing."""
    return [len(page.entities), len(page.held.cable.references), len(page.cited_by), len(page.flags), None]
