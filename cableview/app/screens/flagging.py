"""Flags: on, off, with codes, with a note. Shown only once they are on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from cableview.app.messages import CodeParagraphs, EditNote, FlagParagraph
from cableview.app.screens.deciding import Deciding

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cableview.app.page import Page
    from cableview.store.marks import Marks


class Flagging(Deciding):
    """The reader asks for a flag; it stands once the marks have it."""

    @on(FlagParagraph)
    async def _asked(self, message: FlagParagraph) -> None:
        from cableview.app.flags import toggle  # noqa: PLC0415 - loaded with the marks

        page, indexes = self.page, self._indexes(message.index, message.last)
        if page is None or not indexes:
            return
        if message.with_note:
            await self._ask_note(page, indexes)
        else:
            self._mark(page, lambda marks: toggle(marks, page.held, indexes))

    @on(CodeParagraphs)
    def _code(self, message: CodeParagraphs) -> None:
        from cableview.app.flags import toggle_code  # noqa: PLC0415 - loaded with the marks

        page, indexes = self.page, self._indexes(message.index, message.last)
        if page is not None and indexes:
            self._mark(page, lambda marks: toggle_code(marks, page.held, indexes, message.code))

    @on(EditNote)
    async def _edit_note(self, message: EditNote) -> None:
        from cableview.app.flags import standing  # noqa: PLC0415 - loaded with the marks

        page = self.page
        if page is None:
            return
        if standing(page.flags, page.held, [message.index]):
            await self._ask_note(page, [message.index])
        else:
            self.say("No flag on this paragraph: F flags it with a note.")

    def _indexes(self, first: int, last: int | None) -> list[int]:
        count = len(self.page.held.cable.paragraphs) if self.page else 0
        return [index for index in range(first, (first if last is None else last) + 1) if 0 <= index < count]

    @work(group="decide", exit_on_error=False)
    async def _mark(self, page: Page, change: Callable[[Marks], None]) -> None:
        async with self._turn:
            await self.session.marks(change)
            await self.marks_changed([page.held.key])

    async def _ask_note(self, page: Page, indexes: Sequence[int]) -> None:
        from cableview.app.flags import annotate, standing  # noqa: PLC0415 - loaded with the marks
        from cableview.app.screens.note import NoteScreen  # noqa: PLC0415 - the first paint does without it

        kept = standing(page.flags, page.held, indexes)
        note = kept[indexes[0]].note if indexes[0] in kept else ""
        paragraphs = [page.held.cable.paragraphs[index] for index in indexes]

        def answered(note: str | None) -> None:
            if note is not None:
                self._mark(page, lambda marks: annotate(marks, page.held, indexes, note))

        await self.app.push_screen(NoteScreen(page.held.id, paragraphs, note), answered)
