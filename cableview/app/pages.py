"""Reading a cable with everything said about it: the work behind one ``Page``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cableview.app.headlines import citations_with_headlines, rows_with_headlines
from cableview.app.page import Page

if TYPE_CHECKING:
    from cableview.app.peek import Peek
    from cableview.app.session import Session
    from cableview.model.marks import Flag
    from cableview.search import SearchResult
    from cableview.store.library import Library
    from cableview.store.marks import Marks
    from cableview.store.records import CableRow, Citation, Dating


async def read_page(session: Session, cable_id: str) -> Page | None:
    """Return the page of a held cable, None when it is not held."""
    page = await session.cables(lambda library: _read(library, cable_id))
    return None if page is None else await with_marks(session, page)


async def with_marks(session: Session, page: Page) -> Page:
    """Return ``page`` with its flags and decision as they are stored now."""
    cable_id = page.held.id
    flags = await session.marks(lambda marks: _flags(marks, page))
    decisions = await session.marks(lambda marks: marks.decisions([cable_id]))
    return replace(page, flags=flags, decision=decisions.get(cable_id))


def _flags(marks: Marks, page: Page) -> tuple[Flag, ...]:
    from cableview.store.anchors import reattach  # noqa: PLC0415 - loaded with the marks

    return reattach(marks.flags(page.held.id), page.held.cable)


def _read(library: Library, cable_id: str) -> Page | None:
    from cableview.entities import find_mentions, group  # noqa: PLC0415 - heavy, and not needed to paint

    held = library.load(cable_id)
    if held is None:
        return None
    cable = held.cable
    cited = {item.id for item in cable.references if item.id}
    cited.update(cable_id for mention in cable.reference_mentions for cable_id in mention.ids)
    mentions = tuple(find_mentions(cable, held.raw))
    return Page(
        held=held,
        mentions=mentions,
        entities=group(mentions),
        cited_by=citations_with_headlines(library, library.cited_by(held.id)),
        held_ids=frozenset(library.held(cited)),
    )


def index_of(page: Page, paragraph: int | None) -> int | None:
    """Return the position of the paragraph with this true number, None when there is none."""
    if paragraph is None:
        return None
    numbers = (index for index, p in enumerate(page.held.cable.paragraphs) if p.number == paragraph)
    return next(numbers, None)


async def first_hit(session: Session, page: Page, result: SearchResult) -> int | None:
    """Return the position of the first paragraph that the search found, None when it is in no paragraph."""
    return await session.cables(lambda _: _first_hit(page, result))


def _first_hit(page: Page, result: SearchResult) -> int | None:
    from cableview.search import locate  # noqa: PLC0415 - loaded with the search itself

    places = locate(page.held.cable, result.query, result.corrections)
    return next((index for index, spans in enumerate(places) if spans), None)


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
    from cableview.app.peek import peek, wanted  # noqa: PLC0415 - not needed to paint

    cable_key = library.key_of(cable_id)
    rows = [] if cable_key is None else rows_with_headlines(library, [cable_key])
    citers = citations_with_headlines(library, library.cited_by(cable_id))
    held = library.load(cable_id) if rows else None
    if held is None:
        return Card(cable_id, None, citers, library.date_missing(cable_id))
    phrases = wanted(page.held.cable, index, cable_id, page.mentions) if page else {}
    opening = next((paragraph.text for paragraph in held.cable.paragraphs), "")
    return Card(cable_id, rows[0], citers, None, opening, peek(held.cable, phrases))
