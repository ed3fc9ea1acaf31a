"""Opening cables: from the list, by a reference, through history."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from cableview.app.history import Place
from cableview.app.keys import key
from cableview.app.messages import (
    CableChosen,
    CableHighlighted,
    FollowReference,
    GoToParagraph,
    ParagraphMoved,
)
from cableview.app.pages import first_hit, index_of, read_page, with_marks
from cableview.app.panes import Pane
from cableview.app.screens.keeping import Keeping

if TYPE_CHECKING:
    from textual.binding import BindingType

    from cableview.app.page import Page

HELD_KEY_REST = 0.04
"""Seconds the cursor must rest before a cable is read."""


class Reading(Keeping):
    """Pages come from a worker; only the newest wish is honoured."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("J", "step_cable(1)", "next cable", "Next cable of the list", id="cable.next"),
        key("K", "step_cable(-1)", "previous cable", "Previous cable of the list", id="cable.previous"),
        key(
            "space",
            "in_reader('read_on')",
            "read on",
            "Read on; at the end, the next undecided",
            id="read.on",
        ),
        key("b", "in_reader('read_back')", "read back", "A page back in the reader", id="read.back"),
        key("n", "in_reader('hit(1)')", "next hit", "Next hit in the open cable", id="read.next-hit"),
        key("N", "in_reader('hit(-1)')", "previous hit", "Previous hit", id="read.previous-hit"),
        key("backslash", "in_reader('raw')", "raw/clean", "The text as it came, or clean", id="read.raw"),
        key("ctrl+o,alt+left", "history(-1)", "back", "Back to where you were", id="history.back"),
        key("alt+right", "history(1)", "forward", "Forward again", id="history.forward"),
    ]

    _renewed = 0
    """How often what is held has changed: what is being read then is read once more before it is shown."""

    @on(CableHighlighted)
    def _preview(self, message: CableHighlighted) -> None:
        self.here = message.key
        self.read_key(message.key)

    @on(CableChosen)
    def _read(self, message: CableChosen) -> None:
        self.here = message.key
        if self.complete:
            self.to_pane(Pane.READER)
        self.read_key(message.key, rest=0, seen=True)

    @work(exclusive=True, group="page", exit_on_error=False)
    async def read_key(
        self, cable_key: int, *, rest: float = HELD_KEY_REST, seen: bool = False, remember: bool = True
    ) -> None:
        """Read the cable with this library key into the panes."""
        await asyncio.sleep(rest)
        await self.read_at_once(cable_key, seen=seen, remember=remember)

    async def read_at_once(self, cable_key: int, *, seen: bool = False, remember: bool = True) -> None:
        """Read the cable with this library key before returning."""
        rows = await self.session.cables(lambda library: library.rows([cable_key]))
        if rows:
            await self.open_now(rows[0].id, to_hit=True, seen=seen, remember=remember)

    async def read_again(self) -> None:
        """Read the open cable anew: what is held, or its text, has changed."""
        self._renewed += 1
        if self.page is None:
            return
        page = await read_page(self.session, self.page.held.id)
        if page is not None and self.page.held.id == page.held.id:
            self.show_again(page)

    @work(exclusive=True, group="page", exit_on_error=False)
    async def open_cable(
        self, cable_id: str, *, paragraph: int | None = None, index: int | None = None
    ) -> None:
        """Go to a paragraph of a cable, by its true number or its position; a missing cable has a card."""
        await self.open_now(cable_id, paragraph=paragraph, index=index, seen=True, explicit=True)

    @work(exclusive=True, group="page", exit_on_error=False)
    async def open_place(self, place: Place) -> None:
        """Open a place of the history, which stays as it is."""
        await self.open_now(place.cable_id, index=place.index, remember=False)

    async def open_now(
        self,
        cable_id: str,
        *,
        paragraph: int | None = None,
        index: int | None = None,
        seen: bool = False,
        explicit: bool = False,
        remember: bool = True,
        to_hit: bool = False,
    ) -> None:
        """Open a cable before returning.

        ``explicit``: the user asked for this very cable. ``to_hit``: stand on what the search found in it.
        """
        page, marked, renewed = self.page, self.marked, self._renewed
        if page is None or page.held.id != cable_id:
            page = await read_page(self.session, cable_id)
        if page is None:
            if explicit:
                self.show_card(cable_id)
            return
        found = await self._place_in(page, paragraph, to_hit=to_hit) if index is None else index
        while (marked, renewed) != (self.marked, self._renewed):
            stale, marked, renewed = renewed != self._renewed, self.marked, self._renewed
            page = await (self._renew(page) if stale else self.with_marks(page))
        again = self.page is not None and self.page.held.id == page.held.id
        if found is None:
            found = self._cursor if again else 0
        self.show_page(page, found)
        if again and explicit:
            self.reader.move_to(found)
        if remember:
            self.history = self.history.visit(Place(page.held.id, found))
        self._stand_in(page, seen=seen)
        if explicit:
            self.to_pane(Pane.READER)

    async def _renew(self, page: Page) -> Page:
        """Return ``page`` as it is held now: other cables have told the names in it."""
        return await read_page(self.session, page.held.id) or page

    def _stand_in(self, page: Page, *, seen: bool) -> None:
        """Let the list and what is remembered follow to the open cable."""
        self.here = page.held.key
        self.cables.stand_on(page.held.key)
        if seen:
            self.mark_seen(page.held.key, page.held.id)
        self.keep_place()

    async def _place_in(self, page: Page, paragraph: int | None, *, to_hit: bool) -> int | None:
        found = index_of(page, paragraph)
        if found is None and to_hit and self.result is not None:
            return await first_hit(self.session, page, self.result)
        return found

    async def with_marks(self, page: Page) -> Page:
        """Return ``page`` with its marks as they stand, even where one is set while they are read."""
        while True:
            marked = self.marked
            page = await with_marks(self.session, page)
            if marked == self.marked:
                return page

    def show_page(self, page: Page, index: int) -> None:
        """Give ``page`` to the panes, with the cursor at ``index``."""
        self.index = index
        self.page = replace(page, lit=self.lit, paragraph=index)

    def show_again(self, page: Page) -> None:
        """Show the open cable with what is new about it; the cursor stays, even if it has just moved."""
        self.show_page(page, self._cursor)

    @property
    def _cursor(self) -> int:
        """Where the paragraph cursor stands: the reader's word for ``index`` may still be on its way."""
        shown = self.complete and self.reader.sheet is not None
        return self.reader.cursor if shown else self.index

    @on(FollowReference)
    def _follow(self, message: FollowReference) -> None:
        if message.go:
            self.open_cable(message.cable_id, paragraph=message.paragraph, index=message.index)
        else:
            self.show_card(message.cable_id, message.index)

    @on(GoToParagraph)
    def _go_to(self, message: GoToParagraph) -> None:
        if self.page is not None:
            self.open_cable(self.page.held.id, index=message.index)

    @on(ParagraphMoved)
    def _moved(self, message: ParagraphMoved) -> None:
        self.index = message.index
        self.history = self.history.settle(message.index)
        self.keep_place()

    async def action_in_reader(self, action: str) -> None:
        """Do in the reader what its own key does, from another pane; one that is not shown comes forward."""
        if not self.reader.display:
            self.to_pane(Pane.READER)
        await self.app.run_action(action, self.reader)

    def action_step_cable(self, distance: int) -> None:
        self.cables.step(distance)

    def action_history(self, direction: int) -> None:
        moved = self.history.back() if direction < 0 else self.history.forward()
        if moved is self.history or moved.here is None:
            self.say("Nothing further back." if direction < 0 else "Nothing further forward.")
            return
        self.history = moved
        self.open_place(moved.here)

    @work(exclusive=True, group="card", exit_on_error=False)
    async def show_card(self, cable_id: str, index: int | None = None) -> None:
        """Show what is known of a cable without going there; paragraph ``index`` of the open one cites it."""
        from cableview.app.cards import read_card  # noqa: PLC0415 - the first paint does without it
        from cableview.app.screens.card import CableCard  # noqa: PLC0415

        card = await read_card(self.session, cable_id, self.page, index)
        chosen = await self.app.push_screen_wait(CableCard(card))
        if chosen is not None:
            self.post_message(chosen)
