"""Filling in the names of the open cable that the rules do not find, where the user has set a model up."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from cableview.app.screens.previewing import Previewing

if TYPE_CHECKING:
    from collections.abc import Callable

    from cableview.app.page import Page
    from cableview.entities.nlp import Model
    from cableview.model.mention import Mention

FILL_REST = 0.3
"""Seconds a cable must stay open before the model is asked: it takes a second where the rules take 20 ms."""


class Filling(Previewing):
    """The cable stands there with what the rules found; the other names follow."""

    def show_page(self, page: Page, index: int) -> None:
        super().show_page(page, index)
        if self.session.nlp and not page.filled:
            self.fill_in(page)

    @work(exclusive=True, group="fill-in", exit_on_error=False)
    async def fill_in(self, page: Page) -> None:
        """Ask the model about ``page`` and show it anew; without the model, say so once and leave it."""
        from cableview.entities.nlp import NlpMissingError  # noqa: PLC0415 - few set a model up

        await asyncio.sleep(FILL_REST)
        worker, closing = get_current_worker(), self.session.closing

        def stopped() -> bool:
            return worker.is_cancelled or closing.is_set()

        try:
            found = await self.session.names(lambda model: _fill_in(model, page, stopped))
        except NlpMissingError as error:
            if self.session.nlp:
                self.session.nlp = ""
                self.say(f"Names by the rules alone: {error}", wrong=True)
            return
        if self._still_shows(page) and self.page is not None:
            filled = await self.with_marks(replace(self.page, found=found, filled=True))
            if self._still_shows(page):
                self.show_again(filled)

    def _still_shows(self, page: Page) -> bool:
        """Tell whether the open cable is that of ``page``, in the same text: it may have been read anew."""
        if self.page is None:
            return False
        now, then = self.page.held, page.held
        return (now.id, now.version) == (then.id, then.version)


def _fill_in(model: Model, page: Page, stopped: Callable[[], bool]) -> tuple[Mention, ...]:
    from cableview.entities.nlp import fill_in  # noqa: PLC0415 - as above

    return fill_in(page.held.cable, page.held.raw, page.found, model, stopped)
