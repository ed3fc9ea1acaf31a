"""The short words of a paragraph, and what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import getters, on
from textual.content import Content
from textual.message import Message

from cableview.app.keys import key
from cableview.app.messages import GoToParagraph
from cableview.app.screens.dialog import Dialog
from cableview.app.widgets.blocks import Block, Blocks
from cableview.app.widgets.dialog_box import DialogBox
from cableview.app.widgets.reader_define import explained
from cableview.app.widgets.side_tab import cut, faint, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.app.page import Page

WIDEST = 24
"""Cells of the column of words at most."""
NOTHING = """No short word of this paragraph is known.

At the top of a cable (g g), g d explains its TAGS and captions."""


class GlossaryScreen(Dialog[Message | None]):
    """Enter goes to the paragraph where the cable defines a word."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q", "dismiss", "close", "Close the meanings", id="glossary.close", show=True),
    ]
    blocks = getters.query_one(Blocks)

    def __init__(self, page: Page, index: int, *, card: bool) -> None:
        super().__init__()
        self.page = page
        self.index = index
        self.card = card

    def compose(self) -> ComposeResult:
        with DialogBox(classes="dialog card") as dialog:
            paragraphs = self.page.held.cable.paragraphs
            number = paragraphs[self.index].number if self.index < len(paragraphs) else None
            place = "" if number is None else f" in ¶{number}"
            dialog.border_title = Content(f"Meanings{place}")
            dialog.hint("Esc closes")
            yield Blocks()

    def on_mount(self) -> None:
        self.blocks.show([*self._blocks()] or [Block(plain(NOTHING))])
        self.blocks.focus()

    def _blocks(self) -> Iterator[Block]:
        groups = [*explained(self.page, self.index, card=self.card)]
        column = max((cell_len(one.word) for _, found in groups for one in found), default=0)
        for title, found in groups:
            if found:
                yield Block(plain(title, "bold $primary"), above=1)
            for one in found:
                word = cut(one.word, min(column, WIDEST))
                said = Content.assemble(plain(word, "bold"), "  ", plain(one.meaning))
                if one.at is None:
                    yield Block(said, indent=1)
                else:
                    number = self.page.held.cable.paragraphs[one.at].number
                    where = faint("" if number is None else f"  ¶{number}")
                    yield Block(Content.assemble(said, where), GoToParagraph(one.at), indent=1)

    @on(GoToParagraph)
    def _go(self, message: GoToParagraph) -> None:
        message.stop()
        self.dismiss(message)
