"""Flags: on, off, with a note. Shown only once they are on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from cableview.app.messages import FlagParagraph
from cableview.app.screens.deciding import Deciding

if TYPE_CHECKING:
    from cableview.app.page import Page
    from cableview.model.marks import Flag


class Flagging(Deciding):
    """The reader asks for a flag; it stands once the marks have it."""

    @on(FlagParagraph)
    async def _asked(self, message: FlagParagraph) -> None:
        page = self.page
        if page is None or not 0 <= message.index < len(page.held.cable.paragraphs):
            return
        if message.with_note:
            await self._ask_note(page, message.index)
        else:
            self._flag(page, message.index)

    @work(group="decide", exit_on_error=False)
    async def _flag(self, page: Page, index: int) -> None:
        async with self._turn:
            flag = flag_on(page, index)
            if flag is None:
                await self._write(page, index, "")
            else:
                await self.session.marks(lambda marks: marks.unflag(flag.id))
            await self.marks_changed([page.held.key])

    async def _ask_note(self, page: Page, index: int) -> None:
        from cableview.app.screens.note import NoteScreen  # noqa: PLC0415 - the first paint does without it

        flag = flag_on(page, index)
        paragraph = page.held.cable.paragraphs[index]

        def answered(note: str | None) -> None:
            if note is not None:
                self._keep_note(page, index, note)

        await self.app.push_screen(NoteScreen(page.held.id, paragraph, flag.note if flag else ""), answered)

    @work(group="decide", exit_on_error=False)
    async def _keep_note(self, page: Page, index: int, note: str) -> None:
        async with self._turn:
            flag = flag_on(page, index)
            if flag is None:
                await self._write(page, index, note)
            else:
                await self.session.marks(lambda marks: marks.set_note(flag.id, note))
            await self.marks_changed([page.held.key])

    async def _write(self, page: Page, index: int, note: str) -> None:
        from cableview.store.anchors import make_flag  # noqa: PLC0415 - loaded with the marks

        flag = make_flag(page.held.cable, index, note=note)
        await self.session.marks(lambda marks: marks.flag(flag))
        await self.session.marks(lambda marks: marks.see(page.held.id))


def flag_on(page: Page, index: int) -> Flag | None:
    """Return the flag on the paragraph at ``index``, the newest if there are several."""
    from cableview.store.anchors import find_paragraph  # noqa: PLC0415 - loaded with the marks

    found = [flag for flag in page.flags if find_paragraph(flag, page.held.cable) == index]
    return found[-1] if found else None
