"""The reader follows a search while it is typed: no further than the next key leaves time for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work

from cableview.app.screens.reading import Reading

if TYPE_CHECKING:
    from textual.worker import Worker

TYPED_REST = 0.25
"""Seconds without a new answer before the reader follows: to set a page would hold up the next key."""


class Previewing(Reading):
    """What a key takes back, the answer to that key, or an empty search box, asks for anew."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._following: Worker[None] | None = None
        self._taken_back: int | None = None
        """Key of the cable that a key kept the reader from."""

    def preview(self, cable_key: int) -> None:
        """Show the first cable found, soon; it is no place to come back to."""
        self.here, self._taken_back = cable_key, None
        self._following = self.read_key(cable_key, rest=TYPED_REST, remember=False)

    def light_soon(self) -> None:
        """Light the words of the search in the open cable, soon; or show first what a key kept it from."""
        if self.here is not None and self.here == self._taken_back:
            self.preview(self.here)
        else:
            self._following = self._light()

    def stay_put(self) -> None:
        """Show nothing of the search so far: a key has come."""
        if self._following is not None and not self._following.is_finished:
            self._following.cancel()
            if self.page is None or self.page.held.key != self.here:
                self._taken_back = self.here

    @work(exclusive=True, group="light", exit_on_error=False)
    async def _light(self) -> None:
        await asyncio.sleep(TYPED_REST)
        if self.page is not None and self.page.lit != self.lit:
            self.show_again(self.page)
