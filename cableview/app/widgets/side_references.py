"""The tabs of references: what this cable points at, and what points at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from cableview.app.messages import FollowReference
from cableview.app.widgets.side_tab import Line, SideTab, cut, faint, plain

if TYPE_CHECKING:
    from cableview.app.page import Page
    from cableview.model.cable import Reference
    from cableview.store.records import Citation

HELD, NOT_HELD = "●", "○"


class ReferencesTab(SideTab):
    """Enter peeks at the cable; Enter on its card goes there."""

    TITLE = "References"
    EMPTY = "This cable names no reference."

    def lines(self, page: Page, width: int) -> list[Line]:
        listed = page.held.cable.references
        lines = [reference_line(item, held=item.id in page.held_ids, width=width) for item in listed]
        known = {item.id for item in listed}
        direct = dict.fromkeys(
            cable_id
            for mention in page.held.cable.reference_mentions
            for cable_id in mention.ids
            if cable_id not in known
        )
        if direct:
            lines.append(Line(Content.styled("Named in the text", "bold $primary")))
        lines += (
            Line(_head("", cable_id, held=cable_id in page.held_ids), FollowReference(cable_id, go=False))
            for cable_id in direct
        )
        return lines


class CitedByTab(SideTab):
    """Enter goes to the paragraph that cites the open cable."""

    TITLE = "Cited by"
    EMPTY = "No cable of this library cites it."

    def lines(self, page: Page, width: int) -> list[Line]:
        return [citation_line(citation, width) for citation in page.cited_by]


def reference_line(item: Reference, *, held: bool, width: int) -> Line:
    """Set one item of the REF list: label, held or not, id, and what it is about."""
    if item.id is None:
        text = Content.assemble(plain(f"{item.label or ' '}   ", "$faint"), faint(cut(item.text, width - 5)))
        return Line(text)
    about = item.title or ""
    if item.and_previous:
        about = f"{about} · and previous" if about else "and previous"
    if item.year_inferred:
        about = f"{about} · year inferred" if about else "year inferred"
    text = _head(item.label or "", item.id, held=held)
    if about:
        text = Content.assemble(text, "\n    ", faint(cut(about, max(1, width - 5))))
    return Line(text, FollowReference(item.id, go=False))


def _head(label: str, cable_id: str, *, held: bool) -> Content:
    sign = plain(HELD, "$success") if held else plain(NOT_HELD, "$faint")
    return Content.assemble(
        plain(f"{label:<1} ", "$faint"), sign, " ", plain(cable_id, "bold" if held else "")
    )


def citation_line(citation: Citation, width: int) -> Line:
    """Set one place that cites a cable: who, in which paragraph, and that cable's subject."""
    place = f" ¶{citation.paragraph}" if citation.paragraph is not None else " in its REF list"
    text = Content.assemble(plain(f"{citation.cable_id}", "bold"), faint(place))
    if citation.subject:
        text = Content.assemble(text, "\n  ", faint(cut(citation.subject, max(1, width - 3))))
    return Line(text, FollowReference(citation.cable_id, paragraph=citation.paragraph))
