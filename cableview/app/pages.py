"""Reading a cable with everything said about it: the work behind one ``Page``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cableview.app.page import Page

if TYPE_CHECKING:
    from cableview.app.session import Session
    from cableview.model.marks import Flag
    from cableview.search import SearchResult
    from cableview.store.library import Library
    from cableview.store.marks import Marks


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
    from cableview.app.headlines import citations_with_headlines  # noqa: PLC0415 - as below
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
