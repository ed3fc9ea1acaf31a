"""The one writer: parcels into the library, a batch in one transaction, and then into the search cache."""

from __future__ import annotations

import time

from cableview.importing.parcel import Parcel
from cableview.search.catchup import catch_up
from cableview.search.documents import Entry
from cableview.search.index import COMMITTED_EVERY, Index
from cableview.store import Library, Prepared
from cableview.store.records import Outcome, Stored

BATCH = 2_000
"""Cables in one transaction."""
_WRITE_SECONDS = 3.0
"""A slow import writes smaller batches, so that its cables are not long in coming and little is lost."""
_COMMIT_SECONDS = (4.0, 20.0)
"""Least and most seconds after which cables that wait are made searchable, though fewer than
``COMMITTED_EVERY``: soon at first, later as the import goes on, so that a slow one is not held up."""
_COMMIT_SHARE = 0.5


class Writer:
    """Keeps library and search cache in step; ``index`` is None when another process writes the cache."""

    def __init__(self, library: Library, index: Index | None, batch: int) -> None:
        self._library = library
        self._index = index
        self._batch = batch
        self._waiting: list[tuple[Prepared, Entry]] = []
        self._identical = 0
        self.added = 0
        """Texts written that were not held."""
        self._version = library.latest_version()
        self._uncommitted = 0
        self._started = self._written = self._committed = time.monotonic()

    def put(self, parcel: Parcel) -> None:
        """Take a parcel; writes whenever a batch is full."""
        self._library.skip(self._batch, parcel.skipped)
        self._identical += parcel.identical
        self._waiting.extend(parcel.items)
        if len(self._waiting) >= BATCH or time.monotonic() - self._written > _WRITE_SECONDS:
            self.write()

    def write(self) -> None:
        """Write what waits: first to the library, which alone must be complete."""
        stored = self._library.add(
            self._batch, [prepared for prepared, _ in self._waiting], identical=self._identical
        )
        entries = [entry for _, entry in self._waiting]
        self._waiting, self._identical = [], 0
        self._written = time.monotonic()
        versions = [item.version for item in stored if item.outcome is not Outcome.IDENTICAL]
        self.added += len(versions)
        if self._index is None:
            return
        if versions and min(versions) != self._version + 1:
            # Another process has put cables in between, and they are not in the cache.
            catch_up(self._library, self._index)
        else:
            for item, entry in zip(stored, entries, strict=True):
                self._feed(self._index, item, entry)
        self._version = max(versions, default=self._version)
        self._uncommitted += len(versions)
        now = time.monotonic()
        least, most = _COMMIT_SECONDS
        waited = min(most, max(least, _COMMIT_SHARE * (now - self._started)))
        if self._uncommitted >= COMMITTED_EVERY or now - self._committed > waited:
            self.commit()

    def commit(self) -> None:
        """Make everything written so far searchable."""
        if self._index is not None and self._index.watermark < self._version:
            self._index.commit(self._version)
        self._committed, self._uncommitted = time.monotonic(), 0

    def _feed(self, index: Index, item: Stored, entry: Entry) -> None:
        # Which of several versions is the one to read is for the library to say.
        if item.outcome is Outcome.NEW or any(
            version.current and version.id == item.version for version in self._library.versions(item.id)
        ):
            index.add_entry(item.key, entry)
