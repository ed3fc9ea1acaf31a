"""Cables, or paragraphs, like the open one: what a list of them says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from cableview.app.headlines import rows_with_headlines
from cableview.app.messages import FollowReference
from cableview.app.typeset.words import day
from cableview.app.widgets.side_tab import Line, faint, plain, shortened

if TYPE_CHECKING:
    from cableview.app.page import Page
    from cableview.app.session import Session
    from cableview.search import Similar
    from cableview.store.library import Library

MOST = 12


async def alike(session: Session, page: Page, index: int | None, room: int) -> tuple[list[Line], str]:
    """Return the lines for what is like a cable or its paragraph ``index``, and which words told."""
    held = page.held
    found = await session.search(lambda searcher: searcher.similar(held.cable, held.key, index))
    lines = await session.cables(lambda library: _lines(library, found, index, room))
    if not lines:
        return [], "Nothing else in this library shares enough of its rarer words."
    return lines, f"by {', '.join(list(found.words or ())[:8])}"


def _lines(library: Library, found: Similar, index: int | None, room: int) -> list[Line]:
    if index is None:
        rows = rows_with_headlines(library, [hit.key for hit in found.hits[:MOST]])
        return [
            _line(row.id, day(row.sent) if row.sent else "", row.subject or "", None, room) for row in rows
        ]
    from cableview.search import paragraphs_like  # noqa: PLC0415 - loaded with the search itself

    lines = []
    for item in paragraphs_like(library, found, MOST):
        if held := library.load(item.cable_id):
            one = held.cable.paragraphs[item.position]
            place = "" if one.number is None else f"¶{one.number}"
            lines.append(_line(item.cable_id, place, one.text, item.position, room))
    return lines


def _line(cable_id: str, more: str, text: str, index: int | None, room: int) -> Line:
    shown = Content.assemble(
        plain(cable_id, "bold"),
        faint(f"  {more}"),
        "\n  ",
        plain(shortened(" ".join(text.split()), room - 2)),
    )
    return Line(shown, FollowReference(cable_id, index=index))
