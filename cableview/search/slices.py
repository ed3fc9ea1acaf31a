"""Run a query of the engine slice by slice, the newest cables first, so that it ends in time.

What a query costs grows with the cables it looks at, so two small slices tell what the rest will cost: the
rest runs at once when there is time for it, else in slices that fit. Scores are comparable between slices,
because the engine weighs words by the whole index. The engine cannot be stopped: what takes too long all the
same, such as a phrase of common words that hardly ever follow each other, is left to end by itself.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from typing import TypeAlias, cast

import tantivy
from tantivy import FieldType, Occur, Query

from cableview.search import schema
from cableview.search.engine import counted
from cableview.search.waiting import TooLongError, Waiter

Clauses: TypeAlias = Sequence[tuple[Occur, Query]]
Scored: TypeAlias = tuple[float, int, tantivy.DocAddress]
"""Score, or day for a query by date; the library's key; the place in the index."""

WHOLE = 4_000
"""So few cables are looked at in one go, whatever is asked."""
NOTHING_SEEN = 99_999_999
_PROBES = (500, 4_000)
_DAYS = 8
"""Days are numbers yyyymmdd: four slices to a month."""
_SAFE = 0.6
"""What the rest is expected to take must be less than this share of the time left."""
_BITE = 0.4
_LEAST = 0.002
GRACE = 0.01
"""Seconds that a slice may take longer than expected."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine found, the best first."""

    hits: list[Scored] = field(default_factory=list)
    total: int = 0
    since: int | None = None
    """When time ran out: only cables sent from this day (yyyymmdd) on were looked at."""


class Timeline:
    """How many cables were sent from which day on."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        days = {"histogram": {"field": schema.SENT, "interval": _DAYS, "min_doc_count": 1}}
        found = searcher.aggregate(Query.all_query(), {"days": days})["days"]["buckets"]
        newest = sorted(((int(item["key"]), item["doc_count"]) for item in found), reverse=True)
        self._days = [day for day, _ in newest]
        self._reached = list(accumulate(count for _, count in newest))
        self.total = self._reached[-1] if newest else 0

    def after(self, done: int, more: int) -> tuple[int, int]:
        """Return the first day of the slice that takes ``done`` cables to ``more`` further, and its reach."""
        at = bisect_left(self._reached, done + more)
        return (0, self.total) if at >= len(self._days) - 1 else (self._days[at], self._reached[at])


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs queries on one state of the index."""

    schema: tantivy.Schema
    searcher: tantivy.Searcher
    timeline: Timeline
    waiter: Waiter = field(default_factory=Waiter)

    def run(
        self,
        clauses: Clauses,
        limit: int,
        *,
        by_date: bool = False,
        until: float | None = None,
        light: bool = False,
    ) -> Answer:
        """Return the best hits and the exact count of all of them, or of what was seen by ``until``.

        ``until`` is a moment of ``time.perf_counter``; ``light``: it costs so little that it runs whole.
        """
        total = self.timeline.total
        if light or until is None or total <= WHOLE:
            return self._piece(clauses, limit, by_date=by_date)
        hits: list[Scored] = []
        count, done, end = 0, 0, NOTHING_SEEN
        spent: list[tuple[int, float]] = []
        size = _PROBES[0]
        while done < total:
            began = time.perf_counter()
            if done and until - began < _LEAST:
                return Answer(hits, count, _date(end + 1))
            first, reached = self.timeline.after(done, size)
            piece = (*clauses, self._sent(first, end)) if first or done else clauses
            look = partial(self._piece, piece, limit, by_date=by_date)
            try:
                found = self.waiter.within(until - began + GRACE, look)
            except TooLongError:
                return Answer(hits, count, _date(end + 1) if done else NOTHING_SEEN)
            hits = sorted([*hits, *found.hits], key=_score)[:limit] if hits else found.hits
            count += found.total
            now = time.perf_counter()
            spent.append((reached - done, now - began))
            done, end = reached, first - 1
            size = _next_size(spent, total - done, until - now)
        return Answer(hits, count)

    def _sent(self, first: int, end: int) -> tuple[Occur, Query]:
        days = Query.range_query(self.schema, schema.SENT, FieldType.Unsigned, first, end)
        return Occur.Must, Query.const_score_query(days, 0.0)

    def _piece(self, clauses: Clauses, limit: int, *, by_date: bool) -> Answer:
        wanted = Query.boolean_query(list(clauses))
        found = self.searcher.search(wanted, limit=limit, order_by_field=schema.SENT if by_date else None)
        places = [place for _, place in found.hits]
        scores = [score or 0.0 for score, _ in found.hits]
        # Every document but the watermark, which no query finds, has a key.
        keys = cast(list[int], self.searcher.fast_field_values(schema.KEY, places))
        return Answer(list(zip(scores, keys, places, strict=True)), counted(found))


def _date(day: int) -> int:
    """Return the first day of the calendar from a day number on, which need not be one."""
    year, month, number = day // 10_000, day // 100 % 100, day % 100
    if number > 31:
        year, month, number = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    return year * 10_000 + max(1, month) * 100 + max(1, number)


def _score(hit: Scored) -> float:
    return -hit[0]


def _next_size(spent: Sequence[tuple[int, float]], rest: int, left: float) -> int:
    """Return how many cables to look at next; ``spent``: (cables, seconds) of the slices so far."""
    size, seconds = spent[-1]
    if len(spent) < len(_PROBES):
        # Nothing tells yet what a slice costs by itself: if all of it grows, is there time for more?
        return _PROBES[len(spent)] if seconds * _PROBES[len(spent)] / size < left else size
    small, least = min(spent)
    each = max((seconds - least) / (size - small) if size > small else 0.0, seconds / size / 4)
    if least + each * rest < left * _SAFE:
        return rest
    return max(1, int((left * _BITE - least) / each))
