"""The page of a cable that others cite, held or not: every paragraph that cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cableview.app.keys import key
from cableview.app.messages import FollowReference
from cableview.app.passage_text import (
    HELD,
    NOT_HELD,
    called_blocks,
    cited_by,
    dating_text,
    passage_blocks,
    standing_text,
    together_blocks,
)
from cableview.app.screens.dialog import Dialog
from cableview.app.trails import FIRST, MORE, read_citers
from cableview.app.widgets.blocks import Blocks
from cableview.app.widgets.dialog_box import DialogBox
from cableview.app.widgets.side_tab import faint, plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.app.session import Session
    from cableview.app.trails import CitingTrail


class CitingScreen(Dialog[Message | None]):
    """Reads the citing cables as they are scrolled to; Enter goes to a paragraph."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q", "dismiss", "close", "Close the page", id="citing.close", show=True),
    ]
    blocks = getters.query_one(Blocks)

    def __init__(self, session: Session, trail: CitingTrail) -> None:
        super().__init__()
        self.session = session
        self.trail = trail
        self._read = 0

    def compose(self) -> ComposeResult:
        with DialogBox(classes="trail") as dialog:
            dialog.border_title = Content(plain(self.trail.cable_id).plain)
            more = ("j k paragraphs", "Enter goes there") if self.trail.citers else ()
            dialog.hint(*more, "Esc closes")
            yield Static(self._known(), classes="known", markup=False)
            yield Blocks()

    def on_mount(self) -> None:
        trail = self.trail
        self._read = FIRST
        blocks = [*called_blocks(trail.passages), *passage_blocks(trail.passages)]
        self.blocks.show(blocks, more=bool(trail.citers))
        self.blocks.focus()

    def _known(self) -> Content:
        trail = self.trail
        cited = cited_by(len(trail.citers))
        state = f"{HELD} In this library" if trail.held else f"{NOT_HELD} Not in this library"
        parts: list[Content | str] = [plain(state, "bold"), faint(f" · {cited}")]
        if trail.dating is not None:
            parts += ["\n", plain(dating_text(trail.dating))]
        if trail.entry is not None:
            parts += ["\n", standing_text(trail.entry.standing)]
        return Content.assemble(*parts)

    @on(Blocks.MoreWanted)
    def _more_wanted(self) -> None:
        self._read_more()

    @work(exclusive=True, group="passages", exit_on_error=False)
    async def _read_more(self) -> None:
        """Read on; below the last paragraph stands what is cited together with the cable."""
        trail = self.trail
        citers = trail.citers[self._read : self._read + MORE]
        self._read += len(citers)
        blocks = [*passage_blocks(await read_citers(self.session, trail.cable_id, citers))] if citers else []
        more = self._read < len(trail.citers)
        if not more:
            blocks += together_blocks(trail.together)
        self.blocks.add(blocks, more=more)

    @on(FollowReference)
    def _go(self, message: FollowReference) -> None:
        message.stop()
        self.dismiss(message)
