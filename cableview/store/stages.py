"""The part of ``Library`` for what is made from its texts behind an import: search cache and entities."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from cableview.model.cable import Cable
from cableview.model.document import Document
from cableview.store import entities, extraction, mentions, versions
from cableview.store.part import Part
from cableview.store.reading import read
from cableview.store.records import EntityCount, Extracted


class Stages(Part):
    """What both stages read, and the entities, which may lag behind. Each method may raise StoreError."""

    def identity(self) -> str:
        """Return what tells this library from every other: 32 hex digits, made with the file."""
        row = self._database.one("SELECT value FROM identity")
        return row[0] if row else ""

    def latest_version(self) -> int:
        """Return the highest version number: what a complete search cache has reached."""
        return self._database.number("SELECT max(version) FROM cable")

    def documents(
        self, after_version: int = 0, last_version: int | None = None
    ) -> Iterator[tuple[int, int, str, Document]]:
        """Yield (version, key, id, document) of current versions after one, in order, unparsed.

        The text a worker process needs, up to ``last_version``; ``stream`` parses in this process.
        """
        return versions.documents(self._database, after_version, last_version)

    def stream(self, after_version: int = 0) -> Iterator[tuple[int, int, Cable]]:
        """Yield (version, key, cable) of current versions after one, in the order they came in."""
        for version, key, cable_id, document in self.documents(after_version):
            yield version, key, read(document, cable_id)

    def mentions_behind(self, rules: int | None = None) -> int:
        """Return how many cables wait for their entities: all, if those kept are of other ``rules``."""
        return entities.behind(self._database, rules)

    def spans_behind(self, size: int) -> Iterator[tuple[int, int]]:
        """Yield (after, last): the versions that wait for their entities, at most ``size`` at a time."""
        return entities.spans_behind(self._database, size)

    def add_mentions(self, extracted: Iterable[Extracted], reached: int) -> None:
        """Keep what cables name in one transaction; all versions up to ``reached`` are then done.

        The entities of a cable take the place of those of its earlier text. Types that are not ``POSTED``
        are left out. What another process has kept meanwhile is passed over.
        """
        mentions.add(self._database, extracted, reached)

    def expect_mentions(self) -> None:
        """Let every cable wait for its entities again; those kept stay until they are found anew."""
        extraction.expect(self._database)

    def follow_rules(self, rules: int) -> None:
        """Let every cable wait for its entities again if those kept were found by other rules."""
        extraction.follow(self._database, rules)

    def entities(
        self, kind: str | None = None, prefix: str = "", limit: int = 100
    ) -> tuple[EntityCount, ...]:
        """Return the entities of a type, or of all, whose name begins so; the most often named first."""
        return entities.entities(self._database, kind, prefix, limit)

    def cables_with(self, kind: str | None, name: str) -> array[int]:
        """Return the keys of the cables that name an entity, in ascending order; case does not matter."""
        return entities.cables_with(self._database, kind, name)

    def entity_counts(
        self, keys: Iterable[int], kind: str | None = None, limit: int = 100
    ) -> tuple[EntityCount, ...]:
        """Return the entities that most of these cables name; ``cables`` counts these cables only."""
        return entities.entity_counts(self._database, keys, kind, limit)
