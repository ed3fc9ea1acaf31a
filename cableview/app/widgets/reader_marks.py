"""Marking in the reader: the paragraph under the cursor, or a range of them."""

from __future__ import annotations

from cableview.app.messages import CodeParagraphs, EditNote, FlagParagraph
from cableview.app.widgets.reader_moves import ReaderMoves


class ReaderMarks(ReaderMoves):
    """A range reaches from where it was started to the cursor; marking it, or Escape, ends it."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "leave":
            return self.range_start is not None or bool(self.options.find)
        return super().check_action(action, parameters)

    def action_range(self) -> None:
        if self._paragraphs:
            self.range_start = self.cursor if self.range_start is None else None

    def action_flag(self, with_note: bool) -> None:
        if self._paragraphs:
            first, last = self._range_taken()
            self.post_message(FlagParagraph(first, with_note, last))

    def action_code(self, code: int) -> None:
        if self._paragraphs:
            first, last = self._range_taken()
            self.post_message(CodeParagraphs(first, code, last))

    def action_edit_note(self) -> None:
        if self._paragraphs:
            self.post_message(EditNote(self.cursor))

    def _range_taken(self) -> tuple[int, int | None]:
        """Return the first and last paragraph to mark, and end the range; None for a single one."""
        first, last = self.marked_range
        single = self.range_start is None
        self.range_start = None
        return first, None if single else last
