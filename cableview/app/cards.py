"""What a card says of a cable, held or not, without opening it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cableview.app.headlines import rows_with_headlines
from cableview.app.peek import Peek, peek, wanted
from cableview.app.trails import citing_passages

if TYPE_CHECKING:
    from cableview.app.page import Page
    from cableview.app.session import Session
    from cableview.model.cable import Paragraph
    from cableview.store.ledger import Entry
    from cableview.store.library import Library
    from cableview.store.passages import Passage
    from cableview.store.records import CableRow
    from cableview.store.together import Together

QUOTED = 4
"""Citers whose words are read for the card; the page of the cable has all."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a cable without opening it."""

    cable_id: str
    row: CableRow | None
    """None when the library does not hold it."""
    citers: int
    """How many cables cite it."""
    passages: tuple[Passage, ...] = ()
    """Where the newest of them do, with their words."""
    entry: Entry | None = None
    """For a cable not held: when it must have been sent."""
    opening: Paragraph | None = None
    """The first paragraph of a held one."""
    matters: Peek | None = None
    """Of a held one: the paragraph that the reference is about."""
    together: tuple[Together, ...] = ()


async def read_card(session: Session, cable_id: str, page: Page | None, index: int | None) -> Card:
    """Gather what the library knows of a cable that paragraph ``index`` of ``page`` refers to.

    ``index`` is None when the reference was chosen from a list: then every paragraph that makes it counts.
    """
    return await session.cables(lambda library: make_card(library, cable_id, page, index))


def make_card(library: Library, cable_id: str, page: Page | None, index: int | None) -> Card:
    """Gather what the library knows of a cable; see ``read_card``."""
    cable_key = library.key_of(cable_id)
    rows = [] if cable_key is None else rows_with_headlines(library, [cable_key])
    citers = tuple(dict.fromkeys(citation.cable_id for citation in library.cited_by(cable_id)))
    here = page.held.id if page else ""
    # The cable one comes from says it first: its words are those just read.
    first = sorted(citers, key=lambda citer: citer != here)[:QUOTED]
    passages = citing_passages(library, cable_id, first)
    together = library.cited_together(cable_id)
    held = library.load(cable_id) if rows else None
    if held is None:
        return Card(cable_id, None, len(citers), passages, library.missing_entry(cable_id), together=together)
    phrases = wanted(page.held.cable, index, cable_id, page.mentions) if page else {}
    opening = next(iter(held.cable.paragraphs), None)
    return Card(cable_id, rows[0], len(citers), passages, None, opening, peek(held.cable, phrases), together)
