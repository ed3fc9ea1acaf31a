"""Fetch what the engine finds, as deep as it takes when only the cables of a large set are wanted.

To name thousands of cables to the engine takes it a tenth of a second, for every question anew; to look its
hits up in a set takes nothing, and they come ranked.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import TypeAlias, cast

import tantivy
from tantivy import Occur, Query

from cableview.model.keyset import KeySet
from cableview.search import schema
from cableview.search.conditions import one_of
from cableview.search.engine import counted

Clauses: TypeAlias = Sequence[tuple[Occur, Query]]
Scored: TypeAlias = tuple[float, int, tantivy.DocAddress]
"""Score, or day for a query by date; the library's key; the place in the index."""

_DEEPER = 4
"""How many times more hits are fetched than are wanted, before all are."""
_FINDING = 0.012
"""Seconds that it takes to find them, before any is fetched."""
_A_SECOND = 500_000
"""Hits fetched in a second."""
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
            hits, reach = self._best(clauses, limit, by_date=by_date)
            return Answer(hits, reach, reach)
        depth = _DEEPER * limit
        hits, reach = self._best(clauses, depth, by_date=by_date)
        if depth >= reach or (len(hits) >= limit and not counting):
            return Answer(hits[:limit], len(hits), reach, counted=depth >= reach)
        if len(self.kept) <= _FEW:
            return self._among_few(clauses, limit, self.kept, by_date=by_date)
        most = (
            reach if until is None else min(reach, int((until - _FINDING - time.perf_counter()) * _A_SECOND))
        )
        if most > depth and (most == reach or len(hits) < limit):
            depth = most
            hits, reach = self._best(clauses, depth, by_date=by_date)
        return Answer(hits[:limit], len(hits), reach, counted=depth >= reach)

    def _among_few(self, clauses: Clauses, limit: int, few: KeySet, *, by_date: bool) -> Answer:
        named = Query.const_score_query(one_of(self.schema, few), 0.0)
        hits, total = self._best([*clauses, (Occur.Must, named)], limit, by_date=by_date)
        return Answer(hits, total, total)

    def _best(self, clauses: Clauses, depth: int, *, by_date: bool) -> tuple[list[Scored], int]:
        wanted = Query.boolean_query(list(clauses))
        found = self.searcher.search(wanted, limit=depth, order_by_field=schema.SENT if by_date else None)
        places = [place for _, place in found.hits]
        scores = [score or 0.0 for score, _ in found.hits]
        # Every document but the watermark, which no query finds, has a key.
        keys = cast(list[int], self.searcher.fast_field_values(schema.KEY, places))
        hits = zip(scores, keys, places, strict=True)
        kept = hits if self.kept is None else compress(hits, self.kept.among(keys))
        return list(kept), counted(found)
