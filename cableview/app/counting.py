"""What the facets of the side panel show: counts of the cables found, and what narrows them already."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cableview.app.session import Session
    from cableview.model.correction import Correction
    from cableview.search import Facet, Facets, Found, SearchResult


@dataclass(frozen=True, slots=True)
class Counted:
    """The counts of one search; they come in two steps."""

    text: str = ""
    """The query that was counted; empty for all cables."""
    facets: Facets | None = None
    entities: Mapping[str, Sequence[Facet]] | None = field(default=None)
    """By type; None while they are being counted."""


async def count(session: Session, result: SearchResult | None, text: str) -> tuple[Counted, Found]:
    """Count what the search cache knows of the cables found, or of all cables."""
    from cableview.search import parse_query  # noqa: PLC0415 - not needed to paint

    query = result.query if result else parse_query("")
    found = await session.search(lambda searcher: searcher.found(query))
    return Counted(text, await session.alone(found.facets)), found


async def count_entities(
    session: Session, result: SearchResult | None, found: Found, one: Counted
) -> Counted:
    """Count the entities of the cables found as well."""
    corrections = await session.marks(lambda marks: marks.corrections())
    return await session.alone(lambda: _with_entities(session, result, found, one, corrections))


def _with_entities(
    session: Session,
    result: SearchResult | None,
    found: Found,
    one: Counted,
    corrections: Sequence[Correction],
) -> Counted:
    from cableview.entities.corrections import Corrections  # noqa: PLC0415 - not needed to paint
    from cableview.search.entity_facets import count_entities as counted  # noqa: PLC0415
    from cableview.store.library import open_library  # noqa: PLC0415

    keys = None
    if result is not None:
        whole = len(result.hits) == result.total
        keys = [hit.key for hit in result.hits] if whole else found.keys()
    with open_library(session.places.cables, readonly=True) as library:
        return replace(one, entities=counted(library, Corrections(corrections), keys))
