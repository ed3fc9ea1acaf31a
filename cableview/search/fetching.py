"""Fetch what the engine finds, as deep as it takes when only the cables of a large set are wanted.

To name thousands of cables to the engine takes it a tenth of a second, for every question anew; to look its
hits up in a set takes nothing, and they come ranked.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress, islice
from typing import TypeAlias

import tantivy
from tantivy import Occur, Query

from cableview.model.keyset import KeySet
from cableview.search import schema
from cableview.search.conditions import naming, one_of
from cableview.search.engine import counted, keys_at

Clauses: TypeAlias = Sequence[tuple[Occur, Query]]
Scored: TypeAlias = tuple[float, int, tantivy.DocAddress]
"""Score, or day for a query by date; the library's key; the place in the index."""

_SPARE = 1.3
"""How many times more hits are fetched than would do, were the cables of the set spread evenly."""
_DEEPEST = 6_000
"""So many hits are fetched before it is known how long that takes, or whether it is worth it."""
_ENOUGH = 0.25
"""So much of what is wanted will do in a hurry."""
_A_SECOND = 800_000
"""Hits fetched in a second, once they are found."""
_FEWEST = 10
_LEAST = 1e-6
"""Even an empty set counts for so much of all cables."""
_FEW = 1_500
"""So many cables are named to the engine all the same, once it has found far too many others."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine found, the best first."""

    hits: list[Scored] = field(default_factory=list)
    total: int = 0
    reach: int = 0
    """How many the engine found, those that are not wanted included."""
    since: int | None = None
    """When time ran out: only cables sent from this day (yyyymmdd) on were looked at."""
    counted: bool = True
    """False: there are at least ``total``."""


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Asks one state of the index."""

    schema: tantivy.Schema
    searcher: tantivy.Searcher
    kept: KeySet | None = None
    """Only these cables are wanted."""

    def fetch(
        self, clauses: Clauses, limit: int, *, by_date: bool, until: float | None, counting: bool = True
    ) -> Answer:
        """Return the best hits, and how many there are: with too little time at least how many.

        Without ``counting`` so many hits are enough.
        """
        if self.kept is None:
            hits, total, reach = self._best(clauses, limit, limit, by_date=by_date)
            return Answer(hits, reach, reach)
        began = time.perf_counter()
        depth = self._depth(limit, self.kept.share)
        if len(self.kept) <= _FEW or until is not None:
            depth = min(depth, _DEEPEST)
        hits, total, reach = self._best(clauses, limit, depth, by_date=by_date)
        if depth >= reach or (total >= limit and not counting):
            return Answer(hits, total, reach, counted=depth >= reach)
        left = _left(began, until)
        if len(self.kept) <= _FEW or self._sooner_named(self.kept, reach, left):
            return self._among_named(clauses, limit, self.kept, by_date=by_date)
        deeper = reach
        if reach > left * _A_SECOND:
            # Too many to count: there may be time for more of the first, if there are but few.
            most = int(left * _A_SECOND)
            few = total < int(limit * _ENOUGH)
            deeper = min(most, self._depth(limit, total / depth)) if few else depth
        if deeper > depth:
            depth = deeper
            hits, total, reach = self._best(clauses, limit, depth, by_date=by_date)
        return Answer(hits, total, reach, counted=depth >= reach)

    def _depth(self, limit: int, share: float) -> int:
        """Return how many hits hold ``limit`` that are wanted, when such a share of them is."""
        return min(self.searcher.num_docs, int(_SPARE * limit / max(share, _LEAST)) + _FEWEST)

    def _sooner_named(self, kept: KeySet, reach: int, left: float) -> bool:
        takes = naming(kept.smaller)
        return takes < left and takes * _A_SECOND < reach

    def _among_named(self, clauses: Clauses, limit: int, kept: KeySet, *, by_date: bool) -> Answer:
        few = kept.smaller
        named = Query.const_score_query(one_of(self.schema, few), 0.0)
        both = [*clauses, (Occur.Must if few is kept else Occur.MustNot, named)]
        hits, _, total = self._best(both, limit, limit, by_date=by_date)
        return Answer(hits, total, total)

    def _best(
        self, clauses: Clauses, limit: int, depth: int, *, by_date: bool
    ) -> tuple[list[Scored], int, int]:
        """Return the best hits, how many of the best ``depth`` are wanted, and how many there are in all."""
        wanted = Query.boolean_query(list(clauses))
        found = self.searcher.search(wanted, limit=depth, order_by_field=schema.SENT if by_date else None)
        best = found.hits  # each time made anew
        places = [place for _, place in best]
        scores = [score or 0.0 for score, _ in best]
        keys = keys_at(self.searcher, places)
        rows: Iterable[Scored] = zip(scores, keys, places, strict=True)
        total = len(keys)
        if self.kept is not None:
            among = bytes(self.kept.among(keys))
            rows, total = compress(rows, among), among.count(1)
        return list(islice(rows, limit)), total, counted(found)


def fetchable(until: float) -> int:
    """Return how many hits can be fetched by ``until``."""
    return int((until - time.perf_counter()) * _A_SECOND)


def _left(began: float, until: float | None) -> float:
    """Return the seconds left until ``until`` after what takes as long as since ``began``."""
    now = time.perf_counter()
    return math.inf if until is None else until - now - (now - began)
