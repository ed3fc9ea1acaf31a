"""Triage: one key decides and goes to the next undecided cable; undo, redo, repeat."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from cableview.app.keys import key
from cableview.app.messages import EndReached
from cableview.app.screens.narrowing import Narrowing
from cableview.model.marks import Decision

if TYPE_CHECKING:
    from textual.binding import BindingType

CHUNK = 500
"""Cables looked through at once for the next undecided one."""


class Deciding(Narrowing):
    """Keys typed ahead wait their turn: each decides about the cable that is open by then."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key(
            "a",
            "decide('relevant')",
            "relevant",
            "Relevant, then the next undecided",
            id="decide.a",
            show=True,
        ),
        key(
            "x",
            "decide('not-relevant')",
            "not",
            "Not relevant, then the next undecided",
            id="decide.x",
            show=True,
        ),
        key(
            "s", "decide('later')", "later", "Decide later, then the next undecided", id="decide.s", show=True
        ),
        key(
            "exclamation_mark",
            "decide('hot')",
            "hot",
            "Hot, then the next undecided",
            id="decide.hot",
            show=True,
        ),
        key("u", "undo", "undo", "Take the last decision or flag back", id="undo", show=True),
        key("ctrl+r", "redo", "redo", "Do again what was undone", id="redo"),
        key("full_stop", "repeat", "repeat", "The last decision again, on this cable", id="repeat"),
        key("g u", "next_undecided", "next undecided", "Next undecided cable", id="list.undecided"),
        key("U", "toggle_seen", "read/unread", "Mark the cable read or unread", id="list.seen"),
    ]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.last_decision: Decision | None = None
        self._turn = asyncio.Lock()

    def action_decide(self, decision: str) -> None:
        self.last_decision = Decision(decision)
        self._decide(self.last_decision)

    def action_repeat(self) -> None:
        if self.last_decision is None:
            self.say("Nothing to repeat yet: a x s ! decide.")
        else:
            self._decide(self.last_decision)

    @work(group="decide", exit_on_error=False)
    async def _decide(self, decision: Decision) -> None:
        async with self._turn:
            cable_key = self.here
            if cable_key is None:
                return
            rows = await self.session.cables(lambda library: library.rows([cable_key]))
            if not rows:
                return
            cable_id = rows[0].id
            await self.session.marks(lambda marks: marks.decide(cable_id, decision))
            await self.session.marks(lambda marks: marks.see(cable_id))
            await self.marks_changed([cable_key])
            await self._advance()

    async def _advance(self) -> None:
        """Go to the next undecided cable, from the top again after the last."""
        keys = self.cables.keys
        start = self.cables.row
        places = [*range(start + 1, len(keys)), *range(min(start + 1, len(keys)))]
        for at in range(0, len(places), CHUNK):
            chunk = [keys[place] for place in places[at : at + CHUNK]]
            if (found := await self._first_undecided(chunk)) is not None:
                self._stand_on(found)
                return
        self.say("Everything in this list is decided.")

    async def _first_undecided(self, keys: list[int]) -> int | None:
        rows = await self.session.cables(lambda library: library.rows(keys))
        ids = [row.id for row in rows]
        decided = await self.session.marks(lambda marks: marks.decisions(ids))
        return next((row.key for row in rows if row.id not in decided), None)

    def _stand_on(self, cable_key: int) -> None:
        self.here = cable_key
        self.cables.stand_on(cable_key)
        self.read_key(cable_key, rest=0)

    @work(group="decide", exit_on_error=False)
    async def action_next_undecided(self) -> None:
        async with self._turn:
            await self._advance()

    @on(EndReached)
    def _end_reached(self) -> None:
        if self.page is not None and self.page.held.key == self.here:  # else the next one is on its way
            self._leave(self.here)

    @work(group="decide", exit_on_error=False)
    async def _leave(self, cable_key: int) -> None:
        """Go to the next undecided cable, unless an earlier key has left this one by now."""
        async with self._turn:
            if self.here == cable_key:
                await self._advance()

    @work(group="decide", exit_on_error=False)
    async def action_undo(self) -> None:
        async with self._turn:
            step = await self.session.marks(lambda marks: marks.undo())
            await self._stepped(step.words if step else None, step.cable_id if step else None, "undo")

    @work(group="decide", exit_on_error=False)
    async def action_redo(self) -> None:
        async with self._turn:
            step = await self.session.marks(lambda marks: marks.redo())
            await self._stepped(step.words if step else None, step.cable_id if step else None, "redo")

    async def _stepped(self, words: str | None, cable_id: str | None, verb: str) -> None:
        if words is None:
            self.say(f"Nothing to {verb}.")
            return
        self.cables.forget()
        await self.marks_changed([])
        self.say(f"{'Undone' if verb == 'undo' else 'Done again'}: {words}")
        cable_key = await self.session.cables(lambda library: library.key_of(cable_id or ""))
        if cable_key is not None and cable_key != self.here:
            self._stand_on(cable_key)

    @work(group="decide", exit_on_error=False)
    async def action_toggle_seen(self) -> None:
        row = self.cables.current
        if row is not None:
            # The row may be older than the key before this one.
            await self.session.marks(lambda marks: marks.see(row.id, seen=row.id not in marks.seen([row.id])))
            self.read_now.discard(row.key)
            self.cables.supply(await self.rows_for([row.key]))

    async def marks_changed(self, keys: list[int]) -> None:
        """Show what is on disk now: rows, the open page, and the progress."""
        self.marked += 1
        if keys:
            self.cables.supply(await self.rows_for(keys))
        if self.page is not None:
            page = await self.with_marks(self.page)
            if self.page is not None and self.page.held.id == page.held.id:
                self.show_again(page)
        counts = await self.session.marks(lambda marks: marks.counts())
        self.header.decided = sum(counts.values())
