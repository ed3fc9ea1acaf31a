"""The page that explains what can be asked in the search box."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from cableview.app.keys import key
from cableview.app.screens.dialog import Dialog
from cableview.app.widgets.dialog_box import DialogBox
from cableview.app.widgets.terms import Term, Terms
from cableview.search.language import LANGUAGE, meaning_column

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_TERM = 17
"""Columns of what stands out at the start of a line."""


class LanguageScreen(Dialog[None]):
    """Scrolls with j and k; any of its closing keys leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,f1", "dismiss", "close", "Close the page", id="language.close", show=True),
        key("j,down", "scroll(1)", "down", "Scroll down", id="language.down"),
        key("k,up", "scroll(-1)", "up", "Scroll up", id="language.up"),
        key("space,pagedown", "scroll(10)", "page", "A page down", id="language.page"),
        key("b,pageup", "scroll(-10)", "page up", "A page up", id="language.page-up"),
    ]

    def compose(self) -> ComposeResult:
        with DialogBox(classes="dialog language") as dialog:
            dialog.border_title = Content("What can be searched for")
            dialog.hint("j k scroll", "Esc closes")
            with VerticalScroll():
                *examples, text = LANGUAGE.rstrip().split("\n\n")
                for block in examples:
                    yield _examples(block)
                yield Static(Content(" ".join(text.split("\n"))))

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _examples(block: str) -> Terms:
    """Return lines of what is typed, an example perhaps, and what it means; their columns are as printed."""
    lines = block.split("\n")
    column = meaning_column(lines)
    return Terms([Term(_typed(line[:column]), line[column:]) for line in lines], column)


def _typed(text: str) -> Content:
    text = text.rstrip()
    return Content.assemble(Content.styled(text[:_TERM], "bold $accent"), text[_TERM:])
