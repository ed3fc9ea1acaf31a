"""What the pages of entities and of cables nobody holds say: the work behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cableview.model.mention import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cableview.app.session import Session
    from cableview.entities.corrections import Corrections
    from cableview.store.calendar import Dated
    from cableview.store.ledger import Entry
    from cableview.store.library import Library
    from cableview.store.passages import Passage
    from cableview.store.records import Dating
    from cableview.store.together import Together

FIRST = 2
"""Cables read first; the rest follows while the page is looked at."""
MORE = 6
"""Cables read at a time from then on."""


@dataclass(frozen=True, slots=True)
class EntityTrail:
    """Where an entity is named."""

    kind: str
    name: str
    dated: Dated
    behind: int
    """Cables whose entities are not counted yet."""


@dataclass(frozen=True, slots=True)
class CitingTrail:
    """Who cites a cable, and where."""

    cable_id: str
    held: bool
    citers: tuple[str, ...]
    """The newest first."""
    passages: tuple[Passage, ...]
    """Of the first ``FIRST`` citers."""
    dating: Dating | None
    """Of a cable that is not held."""
    entry: Entry | None
    """Of a cable that is not held."""
    together: tuple[Together, ...]


async def read_entity(session: Session, kind: str, name: str) -> EntityTrail:
    """Gather where an entity is named; names as the user has corrected them."""
    corrections = await _corrections(session)
    return await session.cables(lambda library: entity_trail(library, corrections, kind, name))


async def read_naming(session: Session, kind: str, name: str, keys: Sequence[int]) -> tuple[Passage, ...]:
    """Read the paragraphs of these cables that name an entity."""
    corrections = await _corrections(session)
    return await session.cables(lambda library: naming_passages(library, corrections, kind, name, keys))


async def _corrections(session: Session) -> Corrections:
    from cableview.entities.corrections import Corrections  # noqa: PLC0415 - loaded with the marks

    return await session.marks(lambda marks: Corrections(marks.corrections()))


async def read_citing(session: Session, cable_id: str) -> CitingTrail:
    """Gather who cites a cable, with the newest paragraphs."""
    return await session.cables(lambda library: citing_trail(library, cable_id))


async def read_citers(session: Session, cable_id: str, citers: Sequence[str]) -> tuple[Passage, ...]:
    """Read the paragraphs of these cables that cite a cable."""
    return await session.cables(lambda library: citing_passages(library, cable_id, citers))


def entity_trail(library: Library, corrections: Corrections, kind: str, name: str) -> EntityTrail:
    """Gather where an entity is named."""
    from cableview.store.corrected import Names  # noqa: PLC0415 - loaded with the marks

    if corrections:
        dated = library.by_date(Names(library, corrections).cables_with(kind, name))
    else:
        dated = library.dated_naming(kind, name)
    return EntityTrail(kind, name, dated, library.mentions_behind())


def naming_passages(
    library: Library, corrections: Corrections, kind: str, name: str, keys: Sequence[int]
) -> tuple[Passage, ...]:
    """Read the paragraphs of these cables that name an entity."""
    from cableview.store.passages import naming  # noqa: PLC0415 - loads the parser

    found: list[Passage] = []
    for row in library.rows(keys):
        if held := library.load(row.id):
            mentions = corrections.apply(held.id, library.mentions_of(held))
            found += naming(held, kind, {folded(name)}, mentions)
    return tuple(found)


def citing_trail(library: Library, cable_id: str) -> CitingTrail:
    citers = tuple(dict.fromkeys(citation.cable_id for citation in library.cited_by(cable_id)))
    held = library.key_of(cable_id) is not None
    entry = None if held else library.missing_entry(cable_id)
    return CitingTrail(
        cable_id,
        held,
        citers,
        citing_passages(library, cable_id, citers[:FIRST]),
        entry.dating if entry else None if held else library.date_missing(cable_id),
        entry,
        library.cited_together(cable_id),
    )


def citing_passages(library: Library, cable_id: str, citers: Iterable[str]) -> tuple[Passage, ...]:
    """Read the paragraphs of these cables that cite a cable."""
    from cableview.store.passages import citing  # noqa: PLC0415 - loads the parser

    found: list[Passage] = []
    for citer in citers:
        if held := library.load(citer):
            found += citing(held, cable_id)
    return tuple(found)
