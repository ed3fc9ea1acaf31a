"""The keys of the pane one stands in, and of every pane: read from the bindings themselves."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from cableview.app.keys import key
from cableview.app.screens.dialog import Dialog
from cableview.app.widgets.dialog_box import DialogBox
from cableview.app.widgets.terms import Term, Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.app.keys import Entry


class HelpScreen(Dialog[None]):
    """Scrolls with j and k; any of its closing keys leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,question_mark", "dismiss", "close", "Close the help", id="help.close", show=True),
        key("j,down", "scroll(1)", "down", "Scroll down", id="help.down"),
        key("k,up", "scroll(-1)", "up", "Scroll up", id="help.up"),
        key("space,pagedown", "scroll(10)", "page", "A page down", id="help.page"),
        key("b,pageup", "scroll(-10)", "page up", "A page up", id="help.page-up"),
    ]

    def __init__(self, groups: list[tuple[str, list[Entry]]]) -> None:
        super().__init__()
        self.groups = groups

    def compose(self) -> ComposeResult:
        with DialogBox(classes="dialog help") as dialog:
            dialog.border_title = Content("Keys")
            dialog.hint("j k scroll", "Esc closes")
            column = max((cell_len(entry.keys) for _, found in self.groups for entry in found), default=0) + 2
            with VerticalScroll():
                for title, found in self.groups:
                    yield Static(Content(title), classes="group")
                    yield Terms([*_rows(found)], column)

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _rows(found: Iterable[Entry]) -> Iterator[Term]:
    """Yield the keys with what they do; keys in a row that do the same share a line."""
    for help_line, same in groupby(found, key=lambda entry: entry.help_line):
        first, *others = (entry.keys for entry in same)
        keys = f"{first} … {others[-1]}" if others else first
        yield Term(Content.styled(keys, "bold $accent"), help_line)
