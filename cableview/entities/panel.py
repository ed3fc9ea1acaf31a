"""Mentions gathered to entities, as the side panel lists them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cableview.model.mention import TYPES, Mention

_ORDER = {kind: place for place, kind in enumerate(TYPES)}


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one name."""

    type: str
    name: str
    count: int
    mentions: tuple[Mention, ...]
    """In the order given."""


def group(mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """Return the entities by type (in the order of ``TYPES``), most often named first, then by name.

    Names that differ in case only are one entity, called by its first form.
    """
    gathered: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        gathered.setdefault((mention.type, mention.name.casefold()), []).append(mention)
    entities = (Entity(kind, held[0].name, len(held), tuple(held)) for (kind, _), held in gathered.items())
    return tuple(sorted(entities, key=lambda e: (_ORDER.get(e.type, len(_ORDER)), -e.count, e.name)))
