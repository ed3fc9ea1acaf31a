"""Drawing a cable: one widget that paints the rows of a sheet, and listens to the mouse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.cache import LRUCache
from textual.content import Content
from textual.strip import Strip

from cableview.app.messages import FollowReference, SearchFor, ShowEntity
from cableview.app.typeset import CARD, Link, Span
from cableview.app.widgets.reader_empty import LONG_CABLE, NO_CABLE, empty_line
from cableview.app.widgets.reader_paint import NAMES, paint, with_cursor
from cableview.app.widgets.reader_sheet import ReaderSheet
from cableview.app.widgets.side_entities import forms_query
from cableview.entities import group
from cableview.model.visible import visible_line
from cableview.store.mentions import POSTED

if TYPE_CHECKING:
    from textual import events
    from textual.selection import Selection


class ReaderView(ReaderSheet):
    """Draws the sheet with its cursor, its hits and its border titles."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"reader--{name}" for name in NAMES}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(512)
        self._names: dict[str, Style] = {}
        self._base: Style | None = None
        self.waiting = ""
        """The first key of a sequence that waits for its second."""
        self.wrapped = ""
        """Said when going through the hits has come round."""

    def sheet_changed(self) -> None:
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        base = self._base = self._base or self.rich_style
        sheet = self.sheet
        if sheet is None:
            lines = NO_CABLE if self.page is None else LONG_CABLE
            return empty_line(lines, y, self.scrollable_content_region.size, base, self.style_of)
        row = y + self.scroll_offset.y
        if row >= sheet.height:
            return Strip.blank(width, base)
        over = (*self._over(row), *self._selection_span(row))
        line = sheet.line(row)
        first, last = self.marked_range
        under_cursor = first <= line.paragraph <= last and line.offset >= 0
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
        self._base = None
        super().notify_style_update()

    def show_titles(self) -> None:
        """Put the cable's number and the place in it into the border."""
        page = self.page
        if page is None:
            self.border_title, self.border_subtitle = Content(""), Content("")
            return
        cable = page.held.cable
        parts = [visible_line(page.held.id)]
        if self.sheet is not None and self.cursor < len(cable.paragraphs):
            number = cable.paragraphs[self.cursor].number
            parts.append(f"¶{number if number is not None else '–'} of {len(cable.paragraphs)}")
        if self.options.raw:
            parts.append("raw")
        self.border_title = Content(" · ".join(parts))
        self.border_subtitle = Content(self._note())

    def _note(self) -> str:
        """Return what the reader waits for, or stands on, in a few words."""
        hits = len(self.sheet.hits) if self.sheet else 0
        if self.waiting:
            return f"{self.waiting} …"
        if self.range_start is not None:
            first, last = self.marked_range
            count = last - first + 1
            return f"{count} paragraph{'s' * (count > 1)} · f flags · 1-9 codes · Esc leaves"
        if self.selected is not None:
            link = self.selected[1]
            name = f"{link.entity} · {self._place_of_name(link)} · Enter: all paragraphs"
            return visible_line(f"{link.id} · Enter peeks" if link.id else name)
        if self.hit is not None and hits:
            return self._place_of_hit(self.hit, hits)
        if hits:
            return f"{hits} hit{'s' if hits != 1 else ''} · n next"
        return f"no “{visible_line(self.options.find)}” here" if self.options.find else ""

    def _place_of_name(self, link: Link) -> str:
        """Return which of the places that name an entity the reader stands on: ``2 of 5``."""
        blocks = self.sheet.blocks if self.sheet else ()
        same = [
            (block.paragraph, one)
            for block in blocks
            for one in block.links
            if (one.kind, one.entity) == (link.kind, link.entity)
        ]
        return f"{same.index(self.selected) + 1} of {len(same)}" if self.selected in same else "here"

    def _place_of_hit(self, hit: int, hits: int) -> str:
        """Return which of the lit places the reader stands on: ``“missile” 3 of 17``."""
        found = f"“{visible_line(self.options.find)}”" if self.options.find else "hit"
        keys = ["n next" if hits > 1 and not self.wrapped else "", "Esc leaves"] if self.options.find else []
        return " · ".join(filter(None, [f"{found} {hit + 1} of {hits}", self.wrapped, *keys]))

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
        found = [link for link in line.links if place is not None and link.start <= place.x < link.end]
        for link in found[:1]:
            if link.id or line.paragraph == CARD:
                self.follow(link)
            else:
                # A name in the text is only chosen: searching for it would take the text away.
                shift = line.offset - line.body
                self.selected = (
                    line.paragraph,
                    replace(link, start=link.start + shift, end=link.end + shift),
                )
                self.show_titles()
                self.refresh()

    def follow(self, link: Link, *, go: bool = True) -> None:
        """Ask for the cable that ``link`` leads to, or for a look at it, or for the page of its name."""
        if link.id:
            self.post_message(FollowReference(link.id, index=None if go else self.cursor, go=go))
        elif link.kind == "TAG":
            self.post_message(SearchFor(f"tag:{link.entity}"))
        elif link.kind in POSTED:
            self.post_message(ShowEntity(link.kind, link.entity))
        elif self.page is not None:
            named = (entity for entity in group(self.page.mentions) if entity.type == link.kind)
            for entity in named:
                if entity.name.casefold() == link.entity.casefold():
                    self.post_message(SearchFor(forms_query(entity)))

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
