"""Finding words in the open cable, and cables or paragraphs that are like what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from cableview.app.keys import key
from cableview.app.messages import FindInCable
from cableview.app.screens.asking import Asking

if TYPE_CHECKING:
    from textual.binding import BindingType


class Finding(Asking):
    """What is typed is lit at every key; Enter keeps it, Escape goes back to where one was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("g s", "alike(False)", "similar cables", "Cables like this one", id="alike.cables"),
        key("g p", "alike(True)", "similar paragraphs", "Paragraphs like this one", id="alike.paragraphs"),
    ]

    @on(FindInCable)
    async def _find_in_cable(self) -> None:
        place = self.reader.place

        async def answered(words: str | None) -> None:
            self.reader.find(words or "", place)
            if not words:
                self.reader.go_back_to(place)

        await self.ask(
            "find ",
            "words of this cable · n N go through them, Esc leaves",
            answered,
            value=self.reader.options.find,
            changed=lambda words: self.reader.find(words, place),
        )

    @work(exclusive=True, group="card", exit_on_error=False)
    async def action_alike(self, paragraphs: bool) -> None:
        from cableview.app.alike import alike  # noqa: PLC0415 - the first paint does without it
        from cableview.app.screens.choosing import ROOM, Choosing  # noqa: PLC0415

        page = self.page
        if page is None or (paragraphs and not page.held.cable.paragraphs):
            self.say("No cable is open.", wrong=True)
            return
        index = self.index if paragraphs else None
        lines, said = await alike(self.session, page, index, ROOM)
        what = "Paragraphs like this one" if paragraphs else f"Cables like {page.held.id}"
        chosen = await self.app.push_screen_wait(Choosing(what, lines, said))
        if chosen is not None:
            self.post_message(chosen)
