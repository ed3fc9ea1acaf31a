"""The library of cables: one object, one connection, one thread."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from cableview.model.batch import Batch, Doubt, Skipped
from cableview.model.cable import Cable, Reference
from cableview.model.document import Document
from cableview.store import (
    batches,
    cables,
    dating,
    doubts,
    entities,
    mentions,
    references,
    stats,
    versions,
    writing,
)
from cableview.store.connection import Database
from cableview.store.migrations import migrate, pending
from cableview.store.prepared import Prepared
from cableview.store.reading import read
from cableview.store.records import (
    CableRow,
    Citation,
    Dating,
    EntityCount,
    Extracted,
    Held,
    Missing,
    Stored,
    Version,
)
from cableview.store.schema import LIBRARY

__all__ = [
    "CableRow",
    "Citation",
    "Dating",
    "EntityCount",
    "Extracted",
    "Held",
    "Library",
    "Missing",
    "Stored",
    "Version",
    "open_library",
]
_PAGE = 16384  # a packed cable is some 3 kB: smaller pages would leave a quarter of themselves empty
_ADVICE = "move it away and import the cables again; decisions and flags are in another file and are safe"


def open_library(path: Path, *, readonly: bool = False) -> Library:
    """Open the library at ``path``, for the calling thread only; its folder must exist.

    A new file gets its tables, an old one the migrations it lacks. Raises StoreError when the file is
    damaged, busy, written by a newer cableview, or absent and ``readonly``.
    """
    database = Database(path, readonly=readonly, advice=_ADVICE, page=_PAGE)
    try:
        if readonly and pending(database, LIBRARY):
            open_library(path).close()
        elif not readonly:
            migrate(database, LIBRARY)
    except BaseException:
        database.close()
        raise
    return Library(database)


class Library:
    """Everything the program asks of ``library.db``. Each method may raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._database.close()

    def check(self, *, thorough: bool = False) -> tuple[str, ...]:
        """Return what is wrong with the file, one line each; empty when it is sound."""
        return self._database.check(thorough=thorough)

    # Writing

    def start_batch(self, sources: Sequence[str]) -> int:
        """Return the number of a new batch, or of one with the same sources that was stopped half-way."""
        return batches.start(self._database, sources)

    def add(self, batch_id: int, prepared: Iterable[Prepared], *, identical: int = 0) -> list[Stored]:
        """Keep documents in one transaction and return, in their order, what became of each.

        The same text of the same cable is ``identical`` whatever its file is called; if a newer parser
        read it, what was read is renewed. Another text of a held cable becomes a version. The version with
        more paragraphs is the current one, and of two with as many the newer. ``identical`` counts
        documents left out beforehand because ``known`` has their text.
        """
        return writing.add(self._database, batch_id, prepared, identical)

    def skip(self, batch_id: int, skipped: Iterable[Skipped]) -> None:
        """Report files that were not taken in."""
        batches.skip(self._database, batch_id, skipped)

    def finish_batch(self, batch_id: int, skipped: Iterable[Skipped] = ()) -> Batch:
        """Say that the sources were read to their end, and return the report."""
        batches.skip(self._database, batch_id, skipped)
        batches.finish(self._database, batch_id)
        return batches.batches(self._database, batch_id)[0]

    def batches(self) -> tuple[Batch, ...]:
        """Return every batch with its report, newest first; ``finished`` is None if it was stopped."""
        return batches.batches(self._database)

    def doubts(self, batch_id: int, limit: int = 20) -> tuple[Doubt, ...]:
        """Return the documents of a batch whose encoding or id had to be guessed, in the order they came."""
        return doubts.doubts(self._database, batch_id, limit)

    def unknown(self, documents: Iterable[Document], parser: int = 0) -> list[Document]:
        """Return the documents worth parsing: those not held, or held as an older parser read them.

        The same text under another id of a site is not held: the notice that a site puts in the place of a
        withdrawn text stands for many cables.
        """
        return versions.unknown(self._database, documents, parser)

    def known(self, sha256s: Iterable[bytes], parser: int = 0) -> set[bytes]:
        """Return which texts are held, without an id from a site, and were read by ``parser`` or newer."""
        return versions.known(self._database, sha256s, parser)

    # A newer parser

    def outdated_count(self, parser: int) -> int:
        """Return how many texts, older versions included, were last read by a parser before ``parser``."""
        return versions.outdated_count(self._database, parser)

    def outdated(self, parser: int) -> Iterator[tuple[str, Document]]:
        """Yield (id, document) of those texts in the order they came in, unparsed."""
        return versions.outdated(self._database, parser)

    def renew(self, prepared: Iterable[Prepared]) -> None:
        """Keep what a newer parser read in texts that are held: rows and references, in one transaction."""
        writing.renew(self._database, prepared)

    # The list

    def count(self) -> int:
        """Return how many cables are held; versions do not count."""
        row = self._database.one("SELECT count(*) FROM cable")
        return row[0] if row else 0

    def order(self, sort: str = "newest", batch: int | None = None) -> array[int]:
        """Return the keys of all cables, or of a batch's, sorted: see ``cables.SORTS``."""
        return cables.order(self._database, sort, batch)

    def rows(self, keys: Sequence[int]) -> list[CableRow]:
        """Return list rows in the order of ``keys``; a key that is not held is left out."""
        return cables.rows(self._database, keys)

    def key_of(self, cable_id: str) -> int | None:
        """Return the key of a held cable by its canonical id; None when it is not held."""
        return cables.key_of(self._database, cable_id)

    def resolve(self, text: str) -> str | None:
        """Return the id of the held cable that ``text`` names in any spelling; None when none is held."""
        return cables.resolve(self._database, text)

    def held(self, ids: Iterable[str]) -> set[str]:
        """Return which of these canonical ids are held."""
        return cables.held(self._database, ids)

    def near_ids(self, cable_id: str, limit: int = 6) -> tuple[str, ...]:
        """Return held ids of the same station and year, the nearest serial first."""
        return cables.near_ids(self._database, cable_id, limit)

    def statistics(self) -> stats.Statistics:
        """Count by station, year, month, classification and tag."""
        return stats.statistics(self._database)

    # One cable

    def load(self, cable_id: str, version: int | None = None) -> Held | None:
        """Return a cable with its text, read anew from it; None when it (or that version) is not held."""
        key = self.key_of(cable_id)
        return None if key is None else versions.load(self._database, cable_id, key, version)

    def versions(self, cable_id: str) -> tuple[Version, ...]:
        """Return every text held of a cable, oldest first."""
        return versions.versions(self._database, cable_id)

    def references(self, cable_id: str) -> tuple[Reference, ...]:
        """Return the REF list of a cable; empty when it is not held."""
        found = self.load(cable_id)
        return found.cable.references if found else ()

    def cited_by(self, cable_id: str) -> tuple[Citation, ...]:
        """Return the places that cite a cable, held or not; the newest citing cable first.

        A paragraph counts once. A cable that only lists it under REF gives one citation without paragraph;
        one that does both gives its paragraphs, with label and title from its list.
        """
        return references.cited_by(self._database, cable_id)

    def missing(self) -> Iterator[Missing]:
        """Yield every cable that is cited and not held, the most cited first, then the first met first."""
        return references.missing(self._database)

    def date_missing(self, cable_id: str) -> Dating | None:
        """Return when a cable must have been sent, from its serial; None when nothing tells.

        Held neighbours of the same post and year narrow what the shipped table of serials says.
        """
        return dating.date_missing(self._database, cable_id)

    # Rebuilding the cache

    def identity(self) -> str:
        """Return what tells this library from every other: 32 hex digits, made with the file."""
        row = self._database.one("SELECT value FROM identity")
        return row[0] if row else ""

    def latest_version(self) -> int:
        """Return the highest version number: what a complete search cache has reached."""
        row = self._database.one("SELECT max(version) FROM cable")
        return (row[0] if row else 0) or 0

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

    # Entities: a second stage, which may lag behind

    def mentions_behind(self) -> int:
        """Return how many cables wait for their entities."""
        return entities.behind(self._database)

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
        mentions.expect(self._database)

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
