"""Moving through a cable: by paragraph, by row, by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cableview.app.widgets.reader_view import ReaderView

if TYPE_CHECKING:
    from textual import events

_WHEEL = 3
"""Rows a notch of the mouse wheel."""


class ReaderMoves(ReaderView):
    """The cursor follows what is on the screen, and the screen follows the cursor."""

    @property
    def _paragraphs(self) -> int:
        return self.sheet.paragraphs if self.sheet else 0

    @property
    def _height(self) -> int:
        return max(self.scrollable_content_region.height, 1)

    def move_to(self, index: int) -> None:
        """Put the cursor on paragraph ``index``, as near as there is one, and show it."""
        if self._paragraphs:
            self.cursor = min(max(index, 0), self._paragraphs - 1)
            self.reveal(self.cursor)

    def _show(self, index: int, offset: int) -> None:
        """Put the cursor on a paragraph and show the row of one character; the card has no cursor."""
        if self.sheet is None:
            return
        if index >= 0:
            self.cursor = index
        self.reveal_row(self.sheet.row_of(index, offset))
        self.show_titles()
        self.refresh()

    def action_next_paragraph(self) -> None:
        if self.sheet is None or not self._paragraphs:
            return
        self._keep_cursor_in_view()
        bottom = self.scroll_offset.y + self._height
        _, end = self.sheet.extent(self.cursor)
        if end > bottom:
            self._scroll(min(self._height - 2, end + 1 - bottom))
        elif self.cursor + 1 < self._paragraphs:
            self.move_to(self.cursor + 1)
        else:
            self.scroll_to_row(self.max_scroll_y)

    def action_previous_paragraph(self) -> None:
        if self.sheet is None or not self._paragraphs:
            return
        self._keep_cursor_in_view()
        top = self.scroll_offset.y
        start, _ = self.sheet.extent(self.cursor)
        if start < top:
            self._scroll(-min(self._height - 2, top - start + 1))
        elif self.cursor > 0:
            self.cursor -= 1
            start, end = self.sheet.extent(self.cursor)
            if end - start >= self._height:
                self.scroll_to_row(max(0, end + 1 - self._height))
            else:
                self.reveal(self.cursor)
        else:
            self.scroll_to_row(0)

    def action_line(self, step: int) -> None:
        self._scroll(step)
        self._keep_cursor_in_view()

    def action_half_page(self, step: int) -> None:
        self._scroll(step * (self._height // 2))
        self._keep_cursor_in_view()

    def action_read_back(self) -> None:
        self.scroll_pages(-1)

    def scroll_pages(self, step: int) -> None:
        """Scroll by pages that share two rows; the cursor goes to the first paragraph that begins there."""
        self._scroll(step * max(self._height - 2, 1))
        self._keep_cursor_in_view(from_top=True)

    def action_top(self) -> None:
        if self._paragraphs:
            self.cursor = 0
        self.scroll_to_row(0)

    def action_bottom(self) -> None:
        if self._paragraphs:
            self.cursor = self._paragraphs - 1
        self.scroll_to_row(self.max_scroll_y)

    def _scroll(self, rows: int) -> None:
        self.scroll_to_row(min(max(0, self.scroll_offset.y + rows), self.max_scroll_y))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -_WHEEL)

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        event.prevent_default()
        event.stop()
        self.action_line(rows)

    def _keep_cursor_in_view(self, *, from_top: bool = False) -> None:
        """Move the cursor to the nearest paragraph on the screen when its own has left it."""
        if self.sheet is None or not self._paragraphs:
            return
        top, bottom = self.scroll_offset.y, min(self.scroll_offset.y + self._height, self.sheet.height)
        start, end = self.sheet.extent(self.cursor)
        if start < bottom and end > top and not (from_top and start < top):
            return
        seen = sorted({self.sheet.paragraph_at(row) for row in range(top, bottom)} - {-1, -2})
        if not seen:
            return
        whole = [index for index in seen if self.sheet.extent(index)[0] >= top]
        if from_top:
            self.cursor = (whole or seen)[0]
        else:
            self.cursor = seen[0] if start < top else seen[-1]
