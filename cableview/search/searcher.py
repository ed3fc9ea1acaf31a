"""The search cache as its reader sees it: a query in, ranked cable keys out."""

from __future__ import annotations

from pathlib import Path

from cableview.model.cable import Cable
from cableview.model.query import Query
from cableview.search import folder as folders
from cableview.search import schema
from cableview.search.facets import Found
from cableview.search.filters import Filters
from cableview.search.result import SearchResult
from cableview.search.similar import Similar, words_of
from cableview.search.snapshot import Snapshot
from cableview.search.vocabulary import Vocabulary

__all__ = ["PATIENCE", "SearchResult", "Searcher"]

_SMALL = 10_000
"""Up to so many cables a vocabulary that lags behind is built on the spot, within a second or two."""
PATIENCE = 0.03
"""Seconds after which a search for every key typed begins nothing more, so that no key waits for 50 ms."""
_DAMAGED = "The search cache is damaged; it is built anew at the next start."


class Searcher:
    """Reads the search cache in ``folder``; a missing or damaged one holds nothing. One thread at a time."""

    def __init__(self, folder: Path, filters: Filters | None = None) -> None:
        """``filters`` knows marks, batches and entities; without it such conditions hold for no cable."""
        self._folder = folder
        self._filters = filters
        self._snapshot: Snapshot | None = None
        self.damaged = False
        """True once a search has met damage; nothing is found then until ``reload`` sees another cache."""
        self.reload()

    def reload(self) -> None:
        """See the latest commit."""
        before, self._snapshot, self.damaged = self._snapshot, None, False
        try:
            with folders.damage_is_one_error():
                # Opened anew each time: an index that was rebuilt stands under the same name.
                self._snapshot = Snapshot(folders.open_sound(folders.index_folder(self._folder)))
                self._snapshot.vocabulary = self._vocabulary(self._snapshot, before)
        except folders.IndexDamagedError:
            self._snapshot = None

    def let_go(self) -> None:
        """Give back the memory that searches have mapped, a hundred MB of a large cache: the system keeps it.

        A small one has little, and its words may have been gathered here.
        """
        if self._snapshot is not None and self._snapshot.searcher.num_docs > _SMALL:
            self._snapshot.vocabulary = Vocabulary.load(self._folder) or self._snapshot.vocabulary
            self.reload()

    def search(self, query: Query, limit: int = 2000, patience: float | None = None) -> SearchResult:
        """Return the cables that answer ``query``, at most ``limit`` of them, and how many there are.

        A ``limit`` of 0 only counts.
        ``patience``: the seconds it may take; when they run out, only the newest cables have been looked at,
        and the result says from which day on; where a filter holds for many cables, they may be found and not
        yet counted. None waits for all; so does a query with many such filters in different ORs. Raises
        StoreError when a filter cannot be looked up.
        """
        if self._filters is not None:
            query = self._filters.resolve(query)
        if self._snapshot is None:
            return SearchResult(query, notes=query.notes)
        try:
            with folders.damage_is_one_error():
                return self._snapshot.search(query, max(0, limit), patience)
        except folders.IndexDamagedError:
            self._snapshot, self.damaged = None, True
            return SearchResult(query, notes=(*query.notes, _DAMAGED))

    def similar(self, cable: Cable, key: int, paragraph: int | None = None, limit: int = 50) -> Similar:
        """Return the cables like one that the library holds under ``key``, or like one of its paragraphs.

        ``paragraph`` is a position from 0; ``paragraphs_like`` then finds the paragraphs.
        """
        if self._snapshot is None:
            return Similar()
        try:
            with folders.damage_is_one_error():
                return self._snapshot.similar(words_of(cable, paragraph), key, limit)
        except folders.IndexDamagedError:
            self._snapshot, self.damaged = None, True
            return Similar()

    def close(self) -> None:
        """Close what the filters opened."""
        if self._filters is not None:
            self._filters.close()

    def found(self, query: Query) -> Found:
        """Return all cables that answer ``query`` in the state that is open now, corrections included."""
        snapshot = self._snapshot
        if snapshot is not None and (snapshot.answered is None or snapshot.answered[0] != query):
            self.search(query, 0)
        return Found() if snapshot is None or snapshot.answered is None else snapshot.answered[1]

    def _vocabulary(self, snapshot: Snapshot, before: Snapshot | None) -> Vocabulary | None:
        """Return the saved vocabulary; an older one serves a large index until its own is written."""
        stamp = snapshot.watermark()
        held = before.vocabulary if before else None
        if held is not None and held.stamp == stamp:
            return held
        saved = Vocabulary.load(self._folder) or held
        if (saved is None or saved.stamp != stamp) and snapshot.searcher.num_docs <= _SMALL:
            return Vocabulary.build(snapshot.searcher.terms_with_prefix(schema.BODY, ""), stamp)
        return saved
