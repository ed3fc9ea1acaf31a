"""The side panel: five tabs about the open cable."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.style import Style
from textual.widgets import Static

from cableview.app.keys import key
from cableview.app.page import Page
from cableview.app.widgets.side_entities import EntitiesTab
from cableview.app.widgets.side_flags import FlagsTab
from cableview.app.widgets.side_info import InfoTab
from cableview.app.widgets.side_references import CitedByTab, ReferencesTab

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.app.widgets.side_tab import SideTab

TABS: tuple[type[SideTab], ...] = (EntitiesTab, ReferencesTab, CitedByTab, FlagsTab, InfoTab)
_SHORT = ("Entities", "Refs", "Cited", "Flags", "Info")


class SidePanel(Vertical):
    """Shows one tab at a time; only the tab that can be seen is filled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("right_square_bracket,full_stop,right", "turn(1)", "tab", "Next tab", id="side.next", show=True),
        key("left_square_bracket,comma,left", "turn(-1)", "tab back", "Previous tab", id="side.previous"),
    ]
    page: var[Page | None] = var(None, init=False)
    active: var[int] = var(0)

    def compose(self) -> ComposeResult:
        yield Static(id="tabs", markup=False)
        for tab in TABS:
            yield tab().data_bind(SidePanel.page)

    @property
    def tab(self) -> SideTab:
        return self.query_one(TABS[self.active])

    def on_mount(self) -> None:
        self.watch_active()

    def watch_active(self) -> None:
        if not self.is_mounted:
            return
        focused = self.has_focus_within
        for number, tab in enumerate(TABS):
            self.query_one(tab).display = number == self.active
        if focused:
            self.tab.focus()
        self._label()

    def watch_page(self) -> None:
        self._label()

    def action_turn(self, step: int) -> None:
        self.active = (self.active + step) % len(TABS)

    def action_open(self, number: int) -> None:
        """Show the tab with this number, from 0."""
        self.active = number

    def _label(self) -> None:
        parts: list[Content | str] = []
        for number, name in enumerate(_SHORT):
            style = Style.from_meta({"@click": ("open", (number,))})
            text = Content(name).stylize("bold $accent" if number == self.active else "$faint")
            parts += [text.stylize(style), " "]
        self.query_one("#tabs", Static).update(Content.assemble(*parts[:-1]))
        title = TABS[self.active].TITLE
        count = tab_counts(self.page)[self.active] if self.page else None
        self.border_title = Content(title if count is None else f"{title} {count}")


def tab_counts(page: Page) -> list[int | None]:
    """Return how much each tab lists; None where a count says nothing."""
    names = {(mention.type, mention.name.casefold()) for mention in page.mentions}
    return [len(names), len(page.held.cable.references), len(page.cited_by), len(page.flags), None]
