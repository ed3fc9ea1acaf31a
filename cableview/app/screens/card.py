"""The card of a cable: what it says, or that it is not held; and who cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from cableview.app.keys import key
from cableview.app.messages import FollowReference
from cableview.app.widgets.side_references import citation_line
from cableview.app.widgets.side_tab import Act, Line, faint, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.app.cards import Card
    from cableview.app.peek import Peek
    from cableview.store.records import Dating

WIDTH = 72
OPENING, EXCERPT = 150, 330
"""Characters shown of a cable's beginning, and of the paragraph that matters."""


class CableCard(ModalScreen[FollowReference | None]):
    """Enter goes to the place under the cursor, Escape closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q", "dismiss", "close", "Close the card", id="card.close", show=True),
        key("j", "move(1)", "down", "Next place", id="card.down"),
        key("k", "move(-1)", "up", "Previous place", id="card.up"),
    ]

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card

    def compose(self) -> ComposeResult:
        card = self.card
        with Vertical(classes="dialog card") as dialog:
            dialog.border_title = Content(plain(card.cable_id).plain)
            dialog.border_subtitle = Content("Enter goes there · Esc closes")
            yield Static(self._known(), classes="known", markup=False)
            if self._lines():
                yield OptionList(*map(Act, self._lines()), compact=True, markup=False)

    def _known(self) -> Content:
        card = self.card
        if card.row is not None:
            sent = card.row.sent.strftime("%d %b %Y") if card.row.sent else "no date"
            return Content.assemble(
                plain(card.row.subject or "(no subject line)", "bold"),
                "\n",
                faint(f"{card.row.classification or 'no classification'} · {sent}"),
                *self._excerpts(),
            )
        count = len(card.citers)
        cited = "no cable of it cites it" if not count else f"cited in {count} place{'s' * (count > 1)}"
        parts: list[Content | str] = [plain("○ Not in this library", "bold"), faint(f" · {cited}")]
        if card.dating is not None:
            parts += ["\n", plain(dating_text(card.dating))]
        return Content.assemble(*parts)

    def _excerpts(self) -> Iterator[Content | str]:
        """Yield how the cable begins, and the paragraph that the reference is about."""
        card = self.card
        if card.opening and (card.matters is None or card.matters.index):
            yield from ("\n\n", faint(_shortened(card.opening, OPENING)))
        if card.matters is not None:
            yield from ("\n\n", plain(f"{_place(card.matters)} ", "bold $primary"))
            yield plain(_shortened(card.matters.excerpt, EXCERPT))

    def _lines(self) -> list[Line]:
        inner = WIDTH - 6
        card = self.card
        lines = [citation_line(citation, inner) for citation in card.citers]
        if card.row is not None:
            lines.insert(0, Line(plain("Go to this cable"), FollowReference(card.cable_id)))
        if card.matters is not None and card.matters.index:
            lines[0] = Line(plain("Go to its beginning"), FollowReference(card.cable_id, index=0))
            there = FollowReference(card.cable_id, index=card.matters.index)
            lines.insert(0, Line(plain(f"Go to {_place(card.matters)}"), there))
        return lines

    def action_move(self, step: int) -> None:
        """Move at once: a simulated arrow key would come after an Enter that is typed already."""
        for places in self.query(OptionList):
            if step > 0:
                places.action_cursor_down()
            else:
                places.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if isinstance(event.option, Act) and isinstance(event.option.message, FollowReference):
            self.dismiss(event.option.message)


def _place(matters: Peek) -> str:
    return "that paragraph" if matters.number is None else f"¶{matters.number}"


def _shortened(text: str, room: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= room else text[:room].rsplit(" ", 1)[0] + " …"


def dating_text(dating: Dating) -> str:
    """Say when a missing cable must have been sent, and how that is known."""
    basis = "its serial lies between cables held here" if dating.basis == "neighbours" else "by its serial"
    if dating.one_month:
        return f"Must be of {dating.earliest:%B %Y} ({basis})"
    first, last = (f"{day.day} {day:%b %Y}" for day in (dating.earliest, dating.latest))
    return f"Must be of {first} to {last} ({basis})"
