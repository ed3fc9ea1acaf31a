"""The reader pane: what its keys do."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType

from cableview.app.chords import Chords
from cableview.app.messages import EndReached, FindInCable, ShowMeanings
from cableview.app.typeset import CARD, Link
from cableview.app.widgets.reader_copy import copied
from cableview.app.widgets.reader_keys import READER_KEYS
from cableview.app.widgets.reader_marks import ReaderMarks


class Reader(Chords, ReaderMarks):
    """Shows ``page``; posts ParagraphMoved, FollowReference, FindInCable, EndReached, and what to mark."""

    BINDING_GROUP_TITLE = "Reader"
    BINDINGS: ClassVar[list[BindingType]] = [*READER_KEYS]

    _find_from: int | None = None
    """Paragraph from which the first place of new words is looked for."""
    _walked: tuple[tuple[str, str], int] | None = None
    """The entity that is walked along, and how many of its places were visited."""

    def chord_changed(self, first_key: str) -> None:
        self.waiting = first_key
        self.show_titles()

    @property
    def place(self) -> tuple[int, int]:
        """The paragraph under the cursor, and the row at the top."""
        return self.cursor, self.scroll_offset.y

    def go_back_to(self, place: tuple[int, int]) -> None:
        """Show what was shown when ``place`` was asked for."""
        self.cursor, row = place
        self.scroll_to_row(row)

    def find(self, text: str, place: tuple[int, int] | None = None) -> None:
        """Light ``text`` wherever it stands and go to its first place from ``place`` on.

        The empty text lights the words of the search again. What is lit already stays as it is.
        """
        if text == self.options.find:
            return
        cursor, row = place or self.place
        self._find_from = (cursor if row else CARD) if text else None
        self.options = replace(self.options, find=text)
        self.refresh_bindings()

    def sheet_shown(self) -> None:
        start, self._find_from = self._find_from, None
        if start is not None and self.sheet is not None and self.sheet.hits:
            self.hit = next((n for n, (place, _) in enumerate(self.sheet.hits) if place >= start), 0)
            self._show_hit()

    def action_leave(self) -> None:
        """Leave the range, or else the words that were found."""
        if self.range_start is not None:
            self.range_start = None
        else:
            self.find("")

    def action_read_on(self) -> None:
        if self.page is None or self.scroll_offset.y >= self.max_scroll_y:
            self.post_message(EndReached())
            return
        self.scroll_pages(1)

    def action_find(self) -> None:
        if self.page is not None:
            self.post_message(FindInCable())

    def action_hit(self, step: int) -> None:
        """Go to the next or previous hit: from the last one visited, or else from the cursor."""
        hits = self.sheet.hits if self.sheet else ()
        if not hits:
            self._say("Nothing is lit: / finds words in this cable")
            return
        self.wrapped = ""
        if self.hit is None:
            self.hit = self._first_hit(step)
        else:
            self.hit += step
            if not 0 <= self.hit < len(hits):
                self.wrapped = "from the top again" if step > 0 else "from the end again"
                self.hit %= len(hits)
        self._show_hit()

    def _show_hit(self) -> None:
        if self.sheet is not None and self.hit is not None:
            paragraph, span = self.sheet.hits[self.hit]
            self._show(paragraph, span.start)

    def _first_hit(self, step: int) -> int:
        hits = self.sheet.hits if self.sheet else ()
        here = self.cursor if self.scroll_offset.y else CARD
        if step > 0:
            return next((i for i, (paragraph, _) in enumerate(hits) if paragraph >= here), 0)
        before = [i for i, (paragraph, _) in enumerate(hits) if paragraph <= self.cursor]
        return before[-1] if before else len(hits) - 1

    def action_reference(self, step: int) -> None:
        self._select(step, [at for at in self._links() if at[1].id], "No references in this text")

    def action_entity(self, step: int) -> None:
        self._select(step, [at for at in self._links() if at[1].entity], "No names are known in this cable")

    def walk(self, kind: str, name: str, step: int = 1) -> bool:
        """Go to the next place that names an entity, round once; False when all were visited, or none is."""
        folded = name.casefold()
        places = [at for at in self._links() if at[1].kind == kind and at[1].entity.casefold() == folded]
        walked = self._walked
        again = walked is not None and walked[0] == (kind, folded) and self.selected in places
        count = walked[1] if again and walked is not None else 0
        if count >= len(places):
            self._walked = None
            return False
        self._select(step, places, "")
        self._walked = (kind, folded), count + 1
        return True

    def _links(self) -> list[tuple[int, Link]]:
        blocks = self.sheet.blocks if self.sheet else ()
        return [(block.paragraph, link) for block in blocks if block.paragraph >= 0 for link in block.links]

    def _select(self, step: int, places: list[tuple[int, Link]], none: str) -> None:
        if not places:
            self._say(none)
            return
        if self.selected in places:
            target = places[(places.index(self.selected) + step) % len(places)]
        else:
            here = (self.selected[0], self.selected[1].start) if self.selected else (self.cursor, -1)
            ordered = places if step > 0 else places[::-1]
            ahead = (at for at in ordered if ((at[0], at[1].start) > here) == (step > 0))
            target = next(ahead, ordered[0])
        # The cursor's watcher drops a selection in another paragraph, so the cursor goes first.
        self._show(target[0], target[1].start)
        self.selected = target
        self.show_titles()
        self.refresh()

    def action_go_to_flag(self, step: int) -> None:
        flagged = sorted(self.sheet.flagged) if self.sheet else []
        ahead = [at for at in flagged if (at > self.cursor if step > 0 else at < self.cursor)]
        if not flagged:
            self._say("No flags in this cable: f flags a paragraph")
            return
        self.move_to((ahead or flagged)[0] if step > 0 else (ahead or flagged)[-1])

    def action_underline(self) -> None:
        self.options = replace(self.options, entities=not self.options.entities)

    def action_raw(self) -> None:
        self.options = replace(self.options, raw=not self.options.raw)

    def action_follow(self) -> None:
        """Peek at the selected reference, or else at the first of the paragraph; open the page of a name."""
        links = [self.selected[1]] if self.selected else []
        if not links and self.sheet is not None and self.sheet.has(self.cursor):
            links = [link for link in self.sheet.block(self.cursor).links if link.id]
        if links:
            self.follow(links[0], go=False)
        else:
            self._say("This paragraph refers to no cable: g r finds the next one that does")

    def action_define(self) -> None:
        """Say what the short words of the paragraph stand for; from the card, the TAGS as well."""
        if self.page is not None:
            self.post_message(ShowMeanings(self.cursor, self.scroll_offset.y == 0))

    def action_copy(self, what: str) -> None:
        if self.page is None:
            return
        text, name = copied(self.page.held.cable, self.cursor, what)
        if not text:
            self._say("This cable has no number to copy")
            return
        self.app.copy_to_clipboard(text)
        self._say(f"Sent {name} to the terminal's clipboard (OSC 52). If it does not paste, E writes a file.")

    def _say(self, text: str) -> None:
        """Say why a key did nothing, or what it did; without a cable the page itself says what to do."""
        if self.page is not None:
            self.notify(text, markup=False, timeout=4)
