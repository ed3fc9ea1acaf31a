"""The entities of the library as its reader has corrected them.

What the entity stage keeps stays as the rules found it, so that making a correction and taking it back cost
nothing: the names that lead to one entity are brought together when somebody asks.
"""

from __future__ import annotations

from array import array

from cableview.entities.corrections import Corrections, folded
from cableview.store.library import Library
from cableview.store.mentions import POSTED
from cableview.store.records import EntityCount


def entities(
    library: Library, corrections: Corrections, kind: str | None = None, prefix: str = "", limit: int = 100
) -> tuple[EntityCount, ...]:
    """Return the entities of a type, or of all, whose name begins so; the most often named first."""
    rows = library.entities(kind, prefix, limit + len(corrections.items))
    counts = {(row.type, folded(row.name)): row for row in rows}
    for (source_kind, source), row in list(counts.items()):
        if corrections.resolve(source_kind, source) != (source_kind, source):
            del counts[row.type, source]
    for item in corrections.items:
        if item.to_type is None or item.to_name is None or kind not in (None, item.to_type):
            continue
        wanted = item.to_type, folded(item.to_name)
        if wanted[1].startswith(folded(prefix)) and (
            keys := cables_with(library, corrections, item.to_type, item.to_name)
        ):
            counts[wanted] = EntityCount(item.to_type, item.to_name, len(keys))
    return tuple(sorted(counts.values(), key=lambda c: (-c.cables, c.name.casefold(), c.type))[:limit])


def cables_with(library: Library, corrections: Corrections, kind: str | None, name: str) -> array[int]:
    """Return the keys of the cables that name an entity, in ascending order; case does not matter."""
    if not corrections:
        return library.cables_with(kind, name)
    found: set[int] = set()
    for one in POSTED if kind is None else (kind,):
        for source in corrections.sources(one, name):
            found.update(library.cables_with(*source))
        for cable_id in {item.cable_id for item in corrections.local(one, name) if item.cable_id}:
            key = library.key_of(cable_id)
            if key is not None and _is_named(library, corrections, cable_id, key, (one, folded(name))):
                found.add(key)
            elif key is not None:
                found.discard(key)
    return array("Q", sorted(found))


def _is_named(
    library: Library, corrections: Corrections, cable_id: str, key: int, wanted: tuple[str, str]
) -> bool:
    """Tell whether a cable that has corrections of its own names an entity.

    A spelling that is split off is taken to stand in its cable, and other spellings beside it.
    """
    for row in library.entity_counts([key], limit=10_000):
        if (to := corrections.resolve(row.type, row.name, cable_id)) and (to[0], folded(to[1])) == wanted:
            return True
    return any(
        item.form and item.cable_id == cable_id and (item.to_type, folded(item.to_name or "")) == wanted
        for item in corrections.local(*wanted)
    )
