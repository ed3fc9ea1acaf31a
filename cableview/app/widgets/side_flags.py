"""The tab of flags: the paragraphs of this cable that were flagged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from cableview.app.messages import GoToParagraph
from cableview.app.widgets.side_tab import Line, SideTab, cut, faint, plain
from cableview.model.anchor import paragraph_hash

if TYPE_CHECKING:
    from cableview.app.page import Page


class FlagsTab(SideTab):
    """Enter goes to the paragraph."""

    TITLE = "Flags"
    EMPTY = "No flags yet: f in the reader flags a paragraph, F adds a note."

    def lines(self, page: Page, width: int) -> list[Line]:
        if not page.flags:
            return []
        places = {
            (p.number, paragraph_hash(p.text)): index for index, p in enumerate(page.held.cable.paragraphs)
        }
        lines = []
        for flag in page.flags:
            index = places.get((flag.paragraph, flag.paragraph_hash))
            place = f"¶{flag.paragraph}" if flag.paragraph is not None else "¶"
            codes = " ".join(map(str, flag.codes))
            parts: list[Content | str] = [plain("⚑ ", "$flag"), plain(f"{place} ", "bold"), faint(codes)]
            if index is None:
                parts.append(plain(" its text has changed", "$warning"))
            parts += ["\n  ", faint(cut(flag.quote, max(1, width - 3)))]
            parts += ["\n  ", plain(flag.note, "italic")] if flag.note else []
            lines.append(Line(Content.assemble(*parts), None if index is None else GoToParagraph(index)))
        return lines
