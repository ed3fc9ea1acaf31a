"""The tabs of references: what this cable points at, and what points at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from cableview.app.messages import FollowReference, GoToParagraph, WordsWanted
from cableview.app.typeset.wrap import wrap
from cableview.app.widgets.side_tab import Line, SideTab, cut, faint, heading, plain, shortened
from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cableview.app.page import Page
    from cableview.model.cable import Cable, Reference
    from cableview.store.passages import Passage
    from cableview.store.records import Citation

HELD, NOT_HELD = "●", "○"
TITLE = 10
"""Cells of a title that tell enough to stand beside the number; with fewer it stands below."""
_ROWS = 3
"""Rows of a citing sentence at most."""


class ReferencesTab(SideTab):
    """Enter peeks at the cable; Enter on its card goes there."""

    TITLE = "References"
    EMPTY = "This cable names no reference."

    def lines(self, page: Page, width: int) -> list[Line]:
        cable = page.held.cable
        lines = [
            reference_line(item, places(cable, item.id), held=item.id in page.held_ids, width=width)
            for item in cable.references
        ]
        return lines + list(named_lines(cable, page.held_ids, width))


class CitedByTab(SideTab):
    """Enter goes to the paragraph that cites the open cable."""

    TITLE = "Cited by"
    EMPTY = "No cable of this library cites it."
    _words: tuple[str, dict[tuple[str, int | None], str]] = ("", {})
    """A cable, and the words that cite it by citing cable and position of the paragraph."""
    _asked = ""

    def lines(self, page: Page, width: int) -> list[Line]:
        if page.cited_by and self._asked != page.held.id:
            self._asked = page.held.id
            self.post_message(WordsWanted(page.held.id))
        words = self._words[1] if self._words[0] == page.held.id else {}
        return [citation_line(one, words.get((one.cable_id, one.index), ""), width) for one in page.cited_by]

    def supply(self, cable_id: str, passages: Iterable[Passage]) -> None:
        """Take the passages that cite a cable: the words around the reference are shown."""
        self._words = cable_id, {(one.cable_id, one.index): one.words() for one in passages}
        if self.page is not None and self.page.held.id == cable_id and self.display:
            self.list_again()


def places(cable: Cable, cable_id: str | None) -> str:
    """Return the paragraphs that point at a cable: `` ¶2 ¶7``."""
    numbers = dict.fromkeys(m.paragraph for m in cable.reference_mentions if cable_id in m.ids)
    return "".join(f" ¶{number}" for number in numbers if number is not None)


def reference_line(item: Reference, where: str, *, held: bool, width: int) -> Line:
    """Set one item of the REF list: label, held or not, id, where the text points at it, what it is about."""
    if item.id is None:
        text = Content.assemble(plain(f"{item.label or ' '}   ", "$faint"), faint(cut(item.text, width - 5)))
        return Line(text)
    notes = ["and previous"] * item.and_previous + ["year inferred"] * item.year_inferred
    text = _head(item.label or "", item.id, where, held=held, width=width)
    if item.title or notes:
        title = (
            [shortened(item.title, width - 5 - sum(len(note) + 3 for note in notes))] if item.title else []
        )
        text = Content.assemble(text, "\n    ", faint(cut(" · ".join([*title, *notes]), max(1, width - 5))))
    return Line(text, FollowReference(item.id, go=False))


def named_lines(cable: Cable, held_ids: frozenset[str], width: int) -> Iterator[Line]:
    """Set what the text names in full, and what it points at without saying which cable that is."""
    listed = {item.id for item in cable.references}
    named = dict.fromkeys(one for m in cable.reference_mentions for one in m.ids if one not in listed)
    if named:
        yield heading("Named in the text")
    for cable_id in named:
        text = _head("", cable_id, places(cable, cable_id), held=cable_id in held_ids, width=width)
        yield Line(text, FollowReference(cable_id, go=False))
    unknown = [mention for mention in cable.reference_mentions if not mention.ids]
    if unknown:
        yield heading("Which cable is meant cannot be told")
    for mention in unknown:
        place = "¶" if mention.paragraph is None else f"¶{mention.paragraph}"
        text = Content.assemble(
            faint(f"  {place} "), plain(cut(mention.text, max(1, width - 5 - len(place))))
        )
        yield Line(text, GoToParagraph(mention.index))


def _head(label: str, cable_id: str, where: str, *, held: bool, width: int) -> Content:
    sign = plain(HELD, "$success") if held else plain(NOT_HELD, "$faint")
    name = plain(cable_id, "bold" if held else "")
    return Content.assemble(
        plain(f"{label:<1} ", "$faint"), sign, " ", name, faint(shortened(where, width - 6 - len(cable_id)))
    )


def citation_line(citation: Citation, words: str, width: int) -> Line:
    """Set one place that cites a cable: who, where, by which name, in which words, and its subject."""
    room = max(8, width - 3)
    if citation.paragraph is not None:
        place = f" ¶{citation.paragraph}{f' Ref {citation.label}' if citation.label else ''}"
    else:
        place = f" REF list {citation.label or ''}".rstrip()
    place = shortened(place, width - len(citation.cable_id))
    parts: list[Content | str] = [plain(citation.cable_id, "bold"), faint(place)]
    if citation.title:
        left = room - len(citation.cable_id) - len(place) - 2
        beside = left >= min(TITLE, cell_len(citation.title))
        title = shortened(citation.title, left if beside else room)
        parts += ["  " if beside else "\n  ", plain(title, "$accent")]
    if citation.subject:
        parts += ["\n  ", faint(cut(citation.subject, room))]
    said = visible_line(f"“{words}”") if words else ""
    rows = [said[start:end] for start, end, _ in wrap(said, room, room)][: _ROWS + 1] if said else []
    if len(rows) > _ROWS:
        rows = [*rows[: _ROWS - 1], f"{rows[_ROWS - 1][: room - 2]} …"]
    for row in rows:
        parts += ["\n  ", plain(row)]
    index = citation.index
    return Line(
        Content.assemble(*parts),
        FollowReference(citation.cable_id, index=index),
        f"{citation.cable_id}/{index}",
    )
