"""The page that explains what can be asked in the search box."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from cableview.app.keys import key
from cableview.search.language import LANGUAGE

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_TERM = 17
"""Columns of what is typed, before what it means."""


class LanguageScreen(ModalScreen[None]):
    """Scrolls with j and k; any of its closing keys leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,f1", "dismiss", "close", "Close the page", id="language.close", show=True),
        key("j,down", "scroll(1)", "down", "Scroll down", id="language.down"),
        key("k,up", "scroll(-1)", "up", "Scroll up", id="language.up"),
        key("space,pagedown", "scroll(10)", "page", "A page down", id="language.page"),
        key("b,pageup", "scroll(-10)", "page up", "A page up", id="language.page-up"),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog language") as dialog:
            dialog.border_title = Content("What can be searched for")
            dialog.border_subtitle = Content("j k scroll · Esc closes")
            with VerticalScroll():
                yield Static(Content("\n").join(map(_line, LANGUAGE.rstrip().split("\n"))))

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _line(line: str) -> Content:
    """Return a line with what is typed made to stand out; a sentence runs across that column."""
    if line[_TERM - 1 : _TERM] != " " or line[_TERM - 2 : _TERM - 1] not in (" ", ""):
        term = line[: line.find(" ", _TERM - 4)] if line[_TERM - 2 : _TERM - 1] == " " else ""
    else:
        term = line[:_TERM]
    return Content.assemble(Content.styled(term, "bold $accent"), line[len(term) :])
