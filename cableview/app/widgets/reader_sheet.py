"""What the reader shows and where it stands: the page, its sheet, the cursor, the scroll position."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.geometry import Size
from textual.reactive import var

from cableview.app.messages import ParagraphMoved
from cableview.app.typeset import Link, Options, Sheet, typeset
from cableview.app.widgets.steady import Steady

if TYPE_CHECKING:
    from cableview.app.page import Page

HEAVY = 300_000
"""A longer raw text is set in a thread: setting it would hold up the keys."""


class ReaderSheet(Steady, can_focus=True):
    """Keeps the sheet of ``page`` true to the pane, and the place in it; posts ParagraphMoved."""

    page: var[Page | None] = var(None, always_update=True)
    """The open cable; None shows how to open one."""
    cursor: var[int] = var(0)
    """Position of the paragraph cursor, from 0."""
    options: var[Options] = var(Options())
    """Raw or clean, what is found, whether names are underlined."""
    sheet: var[Sheet | None] = var(None)
    """The open cable set in rows for the width of the pane."""

    range_start: var[int | None] = var(None)
    """Where the range of marked paragraphs begins; it ends at the cursor. None while there is none."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.hit: int | None = None
        """Which of the sheet's hits the reader stands on."""
        self.selected: tuple[int, Link] | None = None
        """The reference or entity the reader stands on, with its paragraph."""
        self._rows_seen = 0
        """Rows of text that the pane has room for; 0 before it is laid out."""

    @property
    def marked_range(self) -> tuple[int, int]:
        """First and last paragraph of the range; without one, the paragraph under the cursor twice."""
        start = self.cursor if self.range_start is None else self.range_start
        return min(start, self.cursor), max(start, self.cursor)

    def sheet_changed(self) -> None:
        """Forget what was drawn of another sheet."""

    def sheet_shown(self) -> None:
        """Go on with what had to wait for the sheet."""

    def show_titles(self) -> None:
        """Put the place into the border."""

    def watch_page(self, before: Page | None, page: Page | None) -> None:
        if page is None or before is None or before.held.id != page.held.id:
            self.sheet = self.hit = self.selected = self.range_start = None
            self.virtual_size = Size(0, 0)
            self.set_reactive(ReaderSheet.options, Options(self.options.raw, "", self.options.entities))
        elif before.lit != page.lit:
            self.hit = None
        self._typeset()
        if page is not None and self.sheet is not None and page.paragraph != self.cursor:
            self.cursor = self._nearest(page.paragraph)
            self.reveal(self.cursor)
        self.show_titles()
        self.refresh()

    def watch_options(self, before: Options, options: Options) -> None:
        self.hit = self.selected = None
        self._typeset(other_text=before.raw != options.raw)

    def watch_cursor(self, before: int, cursor: int) -> None:
        if self.sheet is None:
            return
        if self.range_start is not None:
            self.refresh()
        for index in (before, cursor):
            self._refresh_paragraph(index)
        if self.selected and self.selected[0] != cursor:
            self.selected = None
        self.show_titles()
        self.post_message(ParagraphMoved(cursor))

    def watch_range_start(self) -> None:
        self.show_titles()
        self.refresh()

    def on_resize(self) -> None:
        seen = self._cursor_is_seen(self._rows_seen)
        region = self.scrollable_content_region
        if self.sheet is None or self.sheet.width != region.width:
            self._typeset()
        self._rows_seen = region.height
        if seen and not self._cursor_is_seen(self._rows_seen):
            self.reveal(self.cursor)  # keys act where it stands

    def _cursor_is_seen(self, height: int) -> bool:
        """Tell whether a pane of ``height`` rows shows a row of the paragraph under the cursor."""
        if self.sheet is None or not self.sheet.has(self.cursor):
            return False
        start, end = self.sheet.extent(self.cursor)
        top = self.scroll_offset.y
        return start < top + height and end > top

    def _typeset(self, *, other_text: bool = False) -> None:
        """Set the page for the width of the pane; text that takes long is set in a thread."""
        width = self.scrollable_content_region.width
        if self.page is None or width <= 0:
            return
        if len(self.page.held.raw) > HEAVY:
            self._typeset_aside(self.page, width, self.options, other_text)
        else:
            self.workers.cancel_group(self, "typeset")
            self._show_sheet(typeset(self.page, width, self.options), other_text)

    @work(exclusive=True, group="typeset")
    async def _typeset_aside(self, page: Page, width: int, options: Options, other_text: bool) -> None:
        def set_and_light() -> Sheet:
            sheet = typeset(page, width, options)
            _ = sheet.hits
            return sheet

        self._show_sheet(await asyncio.to_thread(set_and_light), other_text)

    def _show_sheet(self, sheet: Sheet, other_text: bool) -> None:
        """Put ``sheet`` in the place of the one before, at the same text; a new page opens where it asks."""
        opening = self.sheet is None
        place = None if other_text else self._place()
        self.sheet_changed()
        self.sheet = sheet
        self.virtual_size = Size(sheet.width, sheet.height)
        if opening and self.page is not None:
            self._open(self.page)
        elif other_text:
            self.reveal(self.cursor, at_top=True)
        elif place is not None:
            index, offset, above = place
            row = sheet.row_of(index, offset) if sheet.has(index) else 0
            self.scroll_to_row(max(0, row - above))
        self.sheet_shown()
        self.show_titles()
        self.refresh()

    def _open(self, page: Page) -> None:
        self.set_reactive(ReaderSheet.cursor, -1)
        self.cursor = self._nearest(page.paragraph)
        self.scroll_to_row(0)
        if self.cursor > 0:
            self.reveal(self.cursor)

    def _nearest(self, index: int) -> int:
        return min(max(index, 0), max(self.sheet.paragraphs - 1 if self.sheet else 0, 0))

    def scroll_to_row(self, row: int) -> None:
        """Put ``row`` at the top, as far as the sheet reaches."""
        # A new sheet may need scrolling before the layout has given it a scroll bar, hence force.
        self.scroll_to(y=row, animate=False, force=True)

    def reveal(self, index: int, *, at_top: bool = False) -> None:
        """Scroll no further than needed to show paragraph ``index``, from its first row if it is tall."""
        if self.sheet is None or not self.sheet.has(index):
            return
        start, end = self.sheet.extent(index)
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if start < top or at_top or end - start >= height:
            self.scroll_to_row(max(0, start - 1))
        elif end + 1 > top + height:
            self.scroll_to_row(end + 1 - height)

    def reveal_row(self, row: int) -> None:
        """Scroll until ``row`` stands in the upper third, unless it can be seen already."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if not top <= row < top + height - 1:
            self.scroll_to_row(max(0, row - height // 3))

    def _place(self) -> tuple[int, int, int] | None:
        """Return paragraph and text offset of the topmost row with text, and how far from the top it is."""
        if self.sheet is None or self.scroll_offset.y == 0:
            return None
        top = self.scroll_offset.y
        for row in range(top, min(top + self.size.height, self.sheet.height)):
            line = self.sheet.line(row)
            if line.offset >= 0:
                return line.paragraph, line.offset, row - top
        return None

    def _refresh_paragraph(self, index: int) -> None:
        if self.sheet is not None and self.sheet.has(index):
            start, end = self.sheet.extent(index)
            self.refresh_lines(start, end - start + 1)
