"""Reading a cable with everything said about it: the work behind one ``Page``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cableview.app.page import Page

if TYPE_CHECKING:
    from cableview.app.session import Session
    from cableview.entities.corrections import Corrections
    from cableview.search import SearchResult
    from cableview.store.library import Library
    from cableview.store.marks import Marks


async def read_page(session: Session, cable_id: str) -> Page | None:
    """Return the page of a held cable, None when it is not held."""
    page = await session.cables(lambda library: _read(library, cable_id))
    return None if page is None else await with_marks(session, page)


async def with_marks(session: Session, page: Page) -> Page:
    """Return ``page`` with its flags, decision and corrected names as they are stored now."""
    from cableview.store.corrected import Names  # noqa: PLC0415 - loaded with the marks

    marked, corrections = await session.marks(lambda marks: _marked(marks, page))
    names = [(entity.type, entity.name) for entity in marked.entities]
    if names == [(entity.type, entity.name) for entity in page.entities]:
        return marked
    named = await session.cables(lambda library: Names(library, corrections).cables_naming(names))
    return replace(marked, named=named)


def _marked(marks: Marks, page: Page) -> tuple[Page, Corrections]:
    from cableview.entities import group  # noqa: PLC0415 - heavy, and not needed to paint
    from cableview.entities.corrections import Corrections  # noqa: PLC0415 - as above
    from cableview.store.anchors import reattach  # noqa: PLC0415 - loaded with the marks

    held = page.held
    corrections = Corrections(marks.corrections())
    mentions = corrections.apply(held.id, page.found)
    marked = replace(
        page,
        mentions=mentions,
        entities=group(mentions),
        flags=reattach(marks.flags(held.id), held.cable),
        decision=marks.decision(held.id),
    )
    return marked, corrections


def _read(library: Library, cable_id: str) -> Page | None:
    from cableview.app.headlines import citations_with_headlines  # noqa: PLC0415 - as below

    held = library.load(cable_id)
    if held is None:
        return None
    cable = held.cable
    cited = {item.id for item in cable.references if item.id}
    cited.update(cable_id for mention in cable.reference_mentions for cable_id in mention.ids)
    return Page(
        held=held,
        found=library.mentions_of(held),
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

    places = locate(page.held.cable, result.query, result.spellings)
    return next((index for index, spans in enumerate(places) if spans), None)
