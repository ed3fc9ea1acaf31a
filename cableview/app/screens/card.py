"""The card of a cable: what it says, or that it is not held; what it is called, and what is cited with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cableview.app.keys import key
from cableview.app.messages import FollowReference, ShowCiting
from cableview.app.passage_text import (
    NOT_HELD,
    called_blocks,
    cited_by,
    dating_text,
    day,
    standing_text,
    together_blocks,
)
from cableview.app.screens.dialog import Dialog
from cableview.app.widgets.blocks import Block, Blocks
from cableview.app.widgets.dialog_box import DialogBox
from cableview.app.widgets.side_tab import faint, plain
from cableview.model.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.app.cards import Card

OPENING = 300
"""Characters shown of a cable's beginning, when another paragraph matters."""


class CableCard(Dialog[Message | None]):
    """Enter goes to the place under the cursor, Escape closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q", "dismiss", "close", "Close the card", id="card.close", show=True),
        key("c", "citing", "all that cite it", "Every paragraph that cites it", id="card.citing", show=True),
    ]
    blocks = getters.query_one(Blocks)

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card

    def compose(self) -> ComposeResult:
        with DialogBox(classes="dialog card") as dialog:
            dialog.border_title = Content(plain(self.card.cable_id).plain)
            dialog.hint("Enter goes there", "c all that cite it" if self.card.citers else "", "Esc closes")
            yield Static(self._known(), classes="known", markup=False)
            yield Blocks()

    def on_mount(self) -> None:
        card = self.card
        blocks = [*self._text(), *called_blocks(card.passages), *together_blocks(card.together)]
        self.blocks.show(blocks)
        self.blocks.focus()

    def _known(self) -> Content:
        card = self.card
        cited = cited_by(card.citers)
        if card.row is not None:
            facts = (card.row.classification or "no classification", day(card.row.sent), cited)
            return Content.assemble(
                plain(card.row.subject or "(no subject line)", "bold"), "\n", faint(" · ".join(facts))
            )
        parts: list[Content | str] = [plain(f"{NOT_HELD} Not in this library", "bold"), faint(f" · {cited}")]
        if card.entry is not None and card.entry.dating is not None:
            parts += ["\n", plain(dating_text(card.entry.dating))]
        if card.entry is not None:
            parts += ["\n", standing_text(card.entry.standing)]
        return Content.assemble(*parts)

    def _text(self) -> Iterator[Block]:
        """Yield the paragraph that the reference is about, whole, and how the cable begins."""
        card, matters = self.card, self.card.matters
        if card.row is None:
            return
        if matters is not None:
            there = FollowReference(card.cable_id, index=matters.index)
            yield _paragraph(matters.number, matters.text, there)
        if card.opening is not None and (matters is None or matters.index):
            text = card.opening.text
            if matters is not None and len(text) > OPENING:
                text = f"{text[:OPENING].rsplit(' ', 1)[0]} …"
            begin = FollowReference(card.cable_id, index=0)
            yield _paragraph(card.opening.number, text, begin, "It begins: " if matters else "")
        if card.opening is None:
            yield Block(plain("Go to this cable"), FollowReference(card.cable_id))

    def action_citing(self) -> None:
        if self.card.citers:
            self.dismiss(ShowCiting(self.card.cable_id))

    @on(FollowReference)
    def _go(self, message: FollowReference) -> None:
        message.stop()
        self.dismiss(message)


def _paragraph(number: int | None, text: str, there: FollowReference, before: str = "") -> Block:
    sign = "¶ " if number is None else f"¶{number} "
    said = Content.assemble(plain(sign, "bold $primary"), faint(before), Content(visible(text)))
    return Block(said, there, above=1)
