"""What is remembered between two starts: the place, the order of the list, what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from cableview.app.messages import RowsWanted
from cableview.app.screens.moving import Moving

if TYPE_CHECKING:
    from textual.timer import Timer

REST = 0.5
"""Seconds the paragraph cursor must rest before the place is written."""


class Keeping(Moving):
    """A place costs a write to disk, so it waits for the cursor to rest; leaving writes it at once.

    Nobody asked for any of it, so that where nothing can be kept it is passed over in silence.
    """

    _place_timer: Timer | None = None
    _place_kept: tuple[str, int] | None = None

    def keep_place(self) -> None:
        """Remember the open paragraph, soon."""
        if self._place_timer is not None:
            self._place_timer.stop()
        self._place_timer = self.set_timer(REST, self.write_place)

    @work(group="place", exit_on_error=False)
    async def write_place(self) -> None:
        await self.write_place_now()

    async def write_place_now(self) -> None:
        """Remember the open paragraph."""
        if self.page is None:
            return
        cable_id, index = self.page.held.id, self.index
        if self._place_kept != (cable_id, index) and not self.session.readonly:
            self._place_kept = (cable_id, index)
            await self.session.marks(lambda marks: marks.set_place(cable_id, index))

    @work(group="place", exit_on_error=False)
    async def keep_setting(self, name: str, value: str) -> None:
        """Remember a small setting of this library."""
        if not self.session.readonly:
            await self.session.marks(lambda marks: marks.set_setting(name, value))

    @work(group="place", exit_on_error=False)
    async def mark_seen(self, cable_key: int, cable_id: str) -> None:
        """Remember that this cable was read."""
        if cable_key not in self.read_now and not self.session.readonly:
            self.read_now.add(cable_key)
            await self.session.marks(lambda marks: marks.see(cable_id))
            self.post_message(RowsWanted([cable_key]))
