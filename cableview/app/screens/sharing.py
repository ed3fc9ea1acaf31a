"""Marks that another cableview, or the command line, sets on this library meanwhile."""

from __future__ import annotations

from textual import work

from cableview.app.screens.flagging import Flagging


class Sharing(Flagging):
    """They are looked for when the terminal gets the focus back, and whenever the cursor comes to rest.

    Nothing is asked on a timer: a terminal that nobody uses leaves its machine asleep.
    """

    _marks_version: int | None = None
    """Of the marks' file, as other processes leave it; None before the first look."""

    def focus_changed(self, focused: bool) -> None:
        if focused:
            self._look_elsewhere()

    @work(group="elsewhere", exit_on_error=False)
    async def _look_elsewhere(self) -> None:
        await self.see_others()

    async def see_others(self) -> None:
        """Show what others have marked since the last look."""
        version, _ = await self.session.marks(lambda marks: marks.stamp())
        before, self._marks_version = self._marks_version, version
        if self.complete and before != version:
            self.cables.forget()
            await self.marks_changed([])

    async def write_place_now(self) -> None:
        await super().write_place_now()
        await self.see_others()
