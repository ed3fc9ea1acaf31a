"""What a card says of a cable, held or not, without opening it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cableview.app.headlines import citations_with_headlines, rows_with_headlines
from cableview.app.peek import Peek, peek, wanted

if TYPE_CHECKING:
    from cableview.app.page import Page
    from cableview.app.session import Session
    from cableview.store.library import Library
    from cableview.store.records import CableRow, Citation, Dating


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a cable without opening it."""

    cable_id: str
    row: CableRow | None
    """None when the library does not hold it."""
    citers: tuple[Citation, ...]
    dating: Dating | None = None
    """For a cable not held: when it must have been sent."""
    opening: str = ""
    """The first words of a held one."""
    matters: Peek | None = None
    """Of a held one: the paragraph that the reference is about."""


async def read_card(session: Session, cable_id: str, page: Page | None, index: int) -> Card:
    """Gather what the library knows of a cable that paragraph ``index`` of ``page`` refers to."""
    return await session.cables(lambda library: _card(library, cable_id, page, index))


def _card(library: Library, cable_id: str, page: Page | None, index: int) -> Card:
    cable_key = library.key_of(cable_id)
    rows = [] if cable_key is None else rows_with_headlines(library, [cable_key])
    citers = citations_with_headlines(library, library.cited_by(cable_id))
    held = library.load(cable_id) if rows else None
    if held is None:
        return Card(cable_id, None, citers, library.date_missing(cable_id))
    phrases = wanted(page.held.cable, index, cable_id, page.mentions) if page else {}
    opening = next((paragraph.text for paragraph in held.cable.paragraphs), "")
    return Card(cable_id, rows[0], citers, None, opening, peek(held.cable, phrases))
