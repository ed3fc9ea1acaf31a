"""How many of the cables found name each entity: counted in the library, which keeps the entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from cableview.entities.corrections import Corrections
from cableview.model.mention import folded
from cableview.search.facets import Facet
from cableview.search.narrowing import condition
from cableview.store.corrected import Names
from cableview.store.library import Library

TYPES = ("ORGANIZATION", "PERSON", "PLACE", "MATERIAL_OR_ITEM")
"""The types that are listed, in this order."""
MOST = 40
"""Entities of a type that are listed at most."""
_LISTED = 50 * MOST
"""Entities of the whole library that are looked at, the commonest first: enough for ``MOST`` of each type."""
_ALL = 1_000_000
"""More entities than any cables name."""


def count_entities(
    library: Library, corrections: Corrections, keys: Sequence[int] | None
) -> dict[str, tuple[Facet, ...]]:
    """Return by type the entities that most of the cables ``keys`` name; None counts every cable.

    A name is counted as ``entity:`` finds it, so that narrowing to it finds as many: as its reader has
    corrected it, and whatever the type. Raises StoreError.
    """
    names = Names(library, corrections)
    rows = library.entities(None, "", _LISTED) if keys is None else library.entity_counts(keys, None, _ALL)
    by_name: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for row in rows:
        shown = corrections.resolve(row.type, row.name)
        if shown is not None:
            by_name[folded(shown[1])].append((*shown, row.cables))
    wanted = None if keys is None else frozenset(keys)
    groups: defaultdict[str, list[Facet]] = defaultdict(list)
    # The largest first, so that no more are looked up in the library than are listed.
    for found in sorted(by_name.values(), key=lambda found: (-sum(row[2] for row in found), found[0][1])):
        kind, name, cables = max(found, key=lambda row: row[2])
        if kind not in TYPES or len(groups[kind]) >= MOST:
            continue
        if len(found) > 1 or keys is None or corrections:
            held = names.cables_with(None, name)
            cables = len(held) if wanted is None else len(wanted.intersection(held))
        if cables:
            groups[kind].append(Facet(name, cables, condition("entity", name)))
    return {
        kind: tuple(sorted(groups[kind], key=lambda facet: (-facet.cables, facet.value)))
        for kind in TYPES
        if kind in groups
    }
