"""Drawing a cable: one widget that paints the rows of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cableview.app.chords import Chords
from cableview.app.messages import FollowReference, ParagraphMoved
from cableview.app.typeset import CARD, Link, Options, Sheet, Span, typeset
from cableview.app.widgets.reader_empty import empty_line
from cableview.app.widgets.reader_paint import NAMES, paint, with_cursor
from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from textual import events
    from textual.selection import Selection

    from cableview.app.page import Page


class ReaderView(Chords, ScrollView, can_focus=True):
    """Shows ``page`` with its cursor, its hits and its border titles; posts ParagraphMoved."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"reader--{name}" for name in NAMES}

    page: var[Page | None] = var(None, always_update=True)
    """The open cable; None shows how to open one."""
    cursor: var[int] = var(0)
    """Position of the paragraph cursor, from 0."""
    options: var[Options] = var(Options())
    """Raw or clean, what is found, whether names are underlined."""
    sheet: var[Sheet | None] = var(None)
    """The open cable set in rows for the width of the pane."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.hit: int | None = None
        """Which of the sheet's hits the reader stands on."""
        self.selected: tuple[int, Link] | None = None
        """The reference or entity the reader stands on, with its paragraph."""
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(512)
        self._names: dict[str, Style] = {}

    # --- what is shown -------------------------------------------------------------------------

    def watch_page(self, before: Page | None, page: Page | None) -> None:
        if page is None:
            self.sheet = None
            self.virtual_size = Size(0, 0)
            self.refresh()
        elif before is not None and before.held.id == page.held.id:
            self._typeset()
        else:
            self.sheet = self.hit = self.selected = None
            self.set_reactive(ReaderView.options, Options(self.options.raw, "", self.options.entities))
            self._typeset()
        self.show_titles()

    def watch_options(self, before: Options, options: Options) -> None:
        self.hit = self.selected = None
        same_text = before.raw == options.raw
        self._typeset(keep_place=same_text)
        if not same_text:
            self.reveal(self.cursor, at_top=True)
        self.show_titles()

    def watch_cursor(self, before: int, cursor: int) -> None:
        if self.sheet is None:
            return
        for index in (before, cursor):
            self._refresh_paragraph(index)
        if self.selected and self.selected[0] != cursor:
            self.selected = None
        self.show_titles()
        self.post_message(ParagraphMoved(cursor))

    def on_resize(self) -> None:
        width = self.scrollable_content_region.width
        if self.sheet is None or self.sheet.width != width:
            self._typeset()

    def _typeset(self, *, keep_place: bool = True) -> None:
        """Set the page for the width of the pane; a new page opens where it asks for."""
        width = self.scrollable_content_region.width
        if self.page is None or width <= 0:
            return
        opening = self.sheet is None
        place = self._place() if keep_place else None
        self._strips.clear()
        self.sheet = sheet = typeset(self.page, width, self.options)
        self.virtual_size = Size(width, sheet.height)
        if opening:
            self._open(self.page, sheet)
        elif place is not None:
            index, offset, above = place
            row = sheet.row_of(index, offset) if sheet.has(index) else 0
            self.scroll_to(y=max(0, row - above), animate=False)
        self.refresh()

    def _open(self, page: Page, sheet: Sheet) -> None:
        self.set_reactive(ReaderView.cursor, -1)
        self.cursor = min(max(page.paragraph, 0), max(sheet.paragraphs - 1, 0))
        self.scroll_to(y=0, animate=False)
        if self.cursor > 0:
            self.reveal(self.cursor)

    def reveal(self, index: int, *, at_top: bool = False) -> None:
        """Scroll no further than needed to show paragraph ``index``, from its first row if it is tall."""
        if self.sheet is None or not self.sheet.has(index):
            return
        start, end = self.sheet.extent(index)
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if start < top or at_top or end - start >= height:
            self.scroll_to(y=max(0, start - 1), animate=False)
        elif end + 1 > top + height:
            self.scroll_to(y=end + 1 - height, animate=False)

    def reveal_row(self, row: int) -> None:
        """Scroll until ``row`` stands in the upper third, unless it can be seen already."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if not top <= row < top + height - 1:
            self.scroll_to(y=max(0, row - height // 3), animate=False)

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

    # --- drawing -------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        base = self.rich_style
        sheet = self.sheet
        if sheet is None:
            return empty_line(y, width, self.size.height, base, self.style_of)
        row = y + self.scroll_offset.y
        if row >= sheet.height:
            return Strip.blank(width, base)
        over = (*self._over(row), *self._selection_span(row))
        line = sheet.line(row)
        under_cursor = line.paragraph == self.cursor and line.offset >= 0
        cache_key = (row, under_cursor, over, width)
        strip = self._strips.get(cache_key)
        if strip is None:
            if under_cursor:
                line = with_cursor(line, sheet.left, sheet.right)
            strip = paint(line, over, base, self.style_of)
            strip = strip.crop_extend(0, width, base).apply_offsets(0, row)
            self._strips[cache_key] = strip
        return strip

    def _over(self, row: int) -> tuple[Span, ...]:
        """Return the spans of the current hit and the selected link on this row."""
        sheet = self.sheet
        if sheet is None:
            return ()
        found: list[tuple[int, int, int, str]] = []
        if self.hit is not None and self.hit < len(sheet.hits):
            paragraph, span = sheet.hits[self.hit]
            found.append((paragraph, span.start, span.end, "hit-current"))
        if self.selected is not None:
            paragraph, link = self.selected
            found.append((paragraph, link.start, link.end, "link-current"))
        if not found:
            return ()
        line = sheet.line(row)
        shift = line.body - line.offset
        return tuple(
            Span(max(start, line.offset) + shift, min(end, line.offset + line.length) + shift, name)
            for paragraph, start, end, name in found
            if paragraph == line.paragraph and 0 <= line.offset < end and start < line.offset + line.length
        )

    def style_of(self, name: str) -> Style:
        """Return the style of a component class, kept until styles change."""
        style = self._names.get(name)
        if style is None:
            style = self._names[name] = self.get_component_rich_style(f"reader--{name}", partial=True)
        return style

    def notify_style_update(self) -> None:
        self._strips.clear()
        self._names.clear()
        super().notify_style_update()

    def _refresh_paragraph(self, index: int) -> None:
        if self.sheet is not None and self.sheet.has(index):
            start, end = self.sheet.extent(index)
            self.refresh_lines(start, end - start + 1)

    def show_titles(self) -> None:
        """Put the cable's number and the place in it into the border."""
        page, sheet = self.page, self.sheet
        if page is None:
            self.border_title, self.border_subtitle = Content(""), Content("")
            return
        cable = page.held.cable
        parts = [visible_line(page.held.id)]
        if self.cursor < len(cable.paragraphs):
            number = cable.paragraphs[self.cursor].number
            parts.append(f"¶{number if number is not None else '–'} of {len(cable.paragraphs)}")
        if self.options.raw:
            parts.append("raw")
        self.border_title = Content(" · ".join(parts))
        hits = len(sheet.hits) if sheet else 0
        note = ""
        if self.first_key:
            note = f"{self.first_key} …"
        elif self.hit is not None and hits:
            note = f"hit {self.hit + 1} of {hits}"
        elif hits:
            note = f"{hits} hit{'s' if hits != 1 else ''} · n next"
        elif self.options.find:
            note = f"no “{visible_line(self.options.find)}” here"
        self.border_subtitle = Content(note)

    # --- mouse ---------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if self.sheet is None or offset is None or self.text_selection is not None:
            return
        row = offset.y + self.scroll_offset.y
        if row >= self.sheet.height:
            return
        line = self.sheet.line(row)
        if line.paragraph > CARD:
            self.cursor = line.paragraph
        _, place = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        for link in line.links:
            if place is not None and link.start <= place.x < link.end and link.ids:
                self.follow(link)
                return

    def follow(self, link: Link) -> None:
        """Ask for the cable that ``link`` leads to."""
        if link.ids:
            self.post_message(FollowReference(link.ids[0]))

    def _selection_span(self, row: int) -> tuple[Span, ...]:
        selection = self.text_selection
        span = selection.get_span(row) if selection is not None else None
        if span is None or self.sheet is None:
            return ()
        start, end = span
        length = len(self.sheet.line(row).text)
        end = length if end < 0 else min(end, length)
        return (Span(start, end, "selection"),) if start < end else ()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        if self.sheet is None:
            return None
        start = (selection.start.y, selection.start.x) if selection.start else (0, 0)
        end = (selection.end.y, selection.end.x) if selection.end else (self.sheet.height, 0)
        return self.sheet.extract(start, end), "\n"
