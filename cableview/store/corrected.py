"""The entities of the library as its reader has corrected them.

What the entity stage keeps stays as the rules found it, so that making a correction and taking it back cost
nothing: the names that lead to one entity are brought together when somebody asks.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from cableview.entities.corrections import Corrections
from cableview.model.mention import folded
from cableview.store.library import Library
from cableview.store.mentions import POSTED
from cableview.store.records import EntityCount


class Names:
    """The questions about entities that ``Library`` answers, with corrections on top."""

    def __init__(self, library: Library, corrections: Corrections) -> None:
        self.library = library
        self._corrections = corrections

    def entities(
        self, kind: str | None = None, prefix: str = "", limit: int = 100
    ) -> tuple[EntityCount, ...]:
        """Return the entities of a type, or of all, whose name begins so; the most often named first."""
        resolve = self._corrections.resolve
        rows = self.library.entities(kind, prefix, limit + len(self._corrections.items))
        counts = {
            (row.type, folded(row.name)): row
            for row in rows
            if resolve(row.type, row.name) == (row.type, row.name)
        }
        for to_type, to_name in {(item.to_type, item.to_name) for item in self._corrections.items}:
            if to_type is None or to_name is None or kind not in (None, to_type):
                continue
            if folded(to_name).startswith(folded(prefix)) and (keys := self.cables_with(to_type, to_name)):
                counts[to_type, folded(to_name)] = EntityCount(to_type, to_name, len(keys))
        return tuple(sorted(counts.values(), key=lambda c: (-c.cables, c.name.casefold(), c.type))[:limit])

    def cables_with(self, kind: str | None, name: str) -> array[int]:
        """Return the keys of the cables that name an entity, in ascending order; case does not matter."""
        if not self._corrections:
            return self.library.cables_with(kind, name)
        found: set[int] = set()
        for one in POSTED if kind is None else (kind,):
            for source in self._corrections.sources(one, name):
                found.update(self.library.cables_with(*source))
            for cable_id in {item.cable_id for item in self._corrections.local(one, name) if item.cable_id}:
                key = self.library.key_of(cable_id)
                if key is not None and self._is_named(cable_id, key, (one, folded(name))):
                    found.add(key)
                elif key is not None:
                    found.discard(key)
        return array("Q", sorted(found))

    def cables_naming(self, names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """Return in how many cables each (type, name) is named, as ``Library.cables_naming`` does."""
        asked = list(names)
        counts = self.library.cables_naming(asked)
        for kind, name in asked if self._corrections else ():
            one = kind, folded(name)
            if self._corrections.sources(*one) != {one} or self._corrections.local(*one):
                counts[one] = len(self.cables_with(*one))
        return counts

    def _is_named(self, cable_id: str, key: int, wanted: tuple[str, str]) -> bool:
        """Tell whether a cable that has corrections of its own names an entity.

        A spelling that is split off is taken to stand in its cable, and other spellings beside it.
        """
        for row in self.library.entity_counts([key], limit=10_000):
            to = self._corrections.resolve(row.type, row.name, cable_id)
            if to and (to[0], folded(to[1])) == wanted:
                return True
        return any(
            item.form and item.cable_id == cable_id and (item.to_type, folded(item.to_name or "")) == wanted
            for item in self._corrections.local(*wanted)
        )
