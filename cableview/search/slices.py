"""Run a query of the engine slice by slice, the newest cables first, so that it ends in time.

The engine cannot be stopped. What a query costs grows with the cables it looks at, so a small slice tells
what the rest will cost: the rest runs at once when there is time for it, else in slices that fit. Scores are
comparable between slices, because the engine weighs words by the whole index.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

import tantivy
from tantivy import FieldType, Occur, Query

from cableview.search import schema
from cableview.search.engine import counted

_WHOLE = 4_000
"""So few cables are looked at in one go, whatever is asked."""
_PROBE = 500
_DAYS = 8
"""Days are numbers yyyymmdd: four slices to a month."""
_SAFE = 0.5
"""What the rest is expected to take must be less than this share of the time left."""
_BITE = 0.3
_LEAST = 0.002
_NO_DAY = 0
_END = 99_999_999


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine found, the best first: score, or day for a query by date, and place."""

    hits: list[tuple[float, tantivy.DocAddress]]
    total: int
    since: int | None = None
    """When time ran out: only cables sent from this day (yyyymmdd) on were looked at."""


class Timeline:
    """How many cables were sent from which day on."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        days = {"histogram": {"field": schema.SENT, "interval": _DAYS, "min_doc_count": 1}}
        found = searcher.aggregate(tantivy.Query.all_query(), {"days": days})["days"]["buckets"]
        newest = sorted(((int(item["key"]), item["doc_count"]) for item in found), reverse=True)
        self._days = [day for day, _ in newest]
        self._reached = list(accumulate(count for _, count in newest))
        self.total = self._reached[-1] if newest else 0

    def after(self, done: int, more: int) -> tuple[int, int]:
        """Return the first day of the slice that takes ``done`` cables to ``more`` further, and its reach."""
        at = bisect_left(self._reached, done + more)
        if at >= len(self._days) - 1:
            return _NO_DAY, self.total
        return self._days[at], self._reached[at]


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs queries on one state of the index."""

    schema: tantivy.Schema
    searcher: tantivy.Searcher
    timeline: Timeline

    def run(self, wanted: Query, limit: int, *, by_date: bool = False, until: float | None = None) -> Answer:
        """Return the best hits and the exact count of all of them, or of what was seen by ``until``.

        ``until`` is a moment of ``time.perf_counter``. The first slice is looked at in any case.
        """
        total = self.timeline.total
        if until is None or total <= _WHOLE:
            return self._piece(wanted, limit, by_date=by_date)
        hits: list[tuple[float, tantivy.DocAddress]] = []
        count, done, end, size = 0, 0, _END, _PROBE
        while True:
            began = time.perf_counter()
            first, reached = self.timeline.after(done, size)
            piece = self._piece(self._sent(wanted, first, end), limit, by_date=by_date)
            hits = sorted([*hits, *piece.hits], key=_score)[:limit] if hits else piece.hits
            count += piece.total
            now = time.perf_counter()
            each = (now - began) / max(1, reached - done)
            done, end = reached, first - 1
            if done >= total:
                return Answer(hits, count)
            left = until - now
            if left < _LEAST:
                return Answer(hits, count, first)
            size = total if each * (total - done) < left * _SAFE else max(1, int(left * _BITE / each))

    def _sent(self, wanted: Query, first: int, end: int) -> Query:
        days = Query.range_query(self.schema, schema.SENT, FieldType.Unsigned, first, end)
        return Query.boolean_query([(Occur.Must, wanted), (Occur.Must, Query.const_score_query(days, 0.0))])

    def _piece(self, wanted: Query, limit: int, *, by_date: bool) -> Answer:
        order = schema.SENT if by_date else None
        found = self.searcher.search(wanted, limit=limit, order_by_field=order)
        return Answer([(float(score or 0), place) for score, place in found.hits], counted(found))


def _score(hit: tuple[float, tantivy.DocAddress]) -> float:
    return -hit[0]
