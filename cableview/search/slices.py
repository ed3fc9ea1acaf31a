"""Run a query of the engine slice by slice, the newest cables first, so that it ends in time.

What a query costs grows with the cables it looks at, so two small slices tell what the rest will cost: the
rest runs at once when there is time for it, else in slices that fit. Scores are comparable between slices,
because the engine weighs words by the whole index. The engine cannot be stopped: what takes too long all the
same is left to end by itself.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate
from typing import TypeAlias

import tantivy
from tantivy import FieldType, Occur, Query

from cableview.model.keyset import KeySet
from cableview.search import schema
from cableview.search.fetching import Answer, Clauses, Fetcher, Scored
from cableview.search.waiting import TooLongError, Waiter

Ask: TypeAlias = Callable[[Query | None], Clauses]
"""Gives what is asked, for all cables or only for those that a query for some days finds."""

WHOLE = 4_000
"""So few cables are looked at in one go, whatever is asked."""
MANY = 50_000
"""With so many cables, to look again for what only adds to a full list waits for a rest between keys."""
NOTHING_SEEN = 99_999_999
_PROBES = (500, 4_000)
_DAYS = 8
"""Days are numbers yyyymmdd: four slices to a month."""
_SAFE = 0.6
"""What the rest is expected to take must be less than this share of the time left."""
_BITE = 0.4
"""What a slice is expected to take of the time left, when there is no time for all the rest."""
_LEAST = 0.002
"""Seconds that must be left for another slice."""
GRACE = 0.005
"""Seconds that a slice may take longer than expected."""


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

    fetcher: Fetcher
    timeline: Timeline
    waiter: Waiter = field(default_factory=Waiter)

    @property
    def few(self) -> bool:
        """Whether there are so few cables that time is no matter."""
        return self.timeline.total <= WHOLE

    @property
    def many(self) -> bool:
        """Whether there are so many that what adds nothing to the list can wait."""
        return self.timeline.total >= MANY

    def keeping(self, kept: KeySet | None) -> Runner:
        """Return what runs queries for these cables only."""
        return self if kept is None else replace(self, fetcher=replace(self.fetcher, kept=kept))

    def run(
        self,
        ask: Ask,
        limit: int,
        *,
        by_date: bool = False,
        until: float | None = None,
        light: bool = False,
        counting: bool = True,
    ) -> Answer:
        """Return the best hits and the exact count of all of them, or of what was seen by ``until``.

        ``until`` is a moment of ``time.perf_counter``; ``light``: it costs so little that it runs whole.
        Without ``counting`` the count may be of fewer.
        """
        total = self.timeline.total
        fetch = partial(self.fetcher.fetch, limit=limit, by_date=by_date, until=until, counting=counting)
        if light or until is None or self.few:
            return fetch(ask(None))
        hits: list[Scored] = []
        count, reach, counted, done, end = 0, 0, True, 0, NOTHING_SEEN
        spent: list[tuple[int, float]] = []
        size = _PROBES[0]
        while done < total:
            began = time.perf_counter()
            first, reached = self.timeline.after(done, size)
            if done:
                least, each = _rate(spent)
                if until - began < max(_LEAST, least + each * (reached - done)):
                    return Answer(hits, count, reach, _date(end + 1), counted)
            days = self._sent(first, end) if first or done else None
            piece = ask(days) if days is None else [*ask(days), (Occur.Must, days)]
            try:
                found = self.waiter.within(until - began + GRACE, partial(fetch, piece))
            except TooLongError:
                return Answer(hits, count, reach, _date(end + 1) if done else NOTHING_SEEN, counted)
            hits = sorted([*hits, *found.hits], key=_score)[:limit] if hits else found.hits
            count, reach, counted = count + found.total, reach + found.reach, counted and found.counted
            now = time.perf_counter()
            spent.append((reached - done, now - began))
            done, end = reached, first - 1
            size = _next_size(spent, total - done, until - now)
        return Answer(hits, count, reach, counted=counted)

    def _sent(self, first: int, end: int) -> Query:
        days = Query.range_query(self.fetcher.schema, schema.SENT, FieldType.Unsigned, first, end)
        return Query.const_score_query(days, 0.0)


def _date(day: int) -> int:
    """Return the first day of the calendar from a day number on, which need not be one."""
    year, month, number = day // 10_000, day // 100 % 100, day % 100
    if number > 31:
        year, month, number = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    return year * 10_000 + max(1, month) * 100 + max(1, number)


def _score(hit: Scored) -> float:
    return -hit[0]


def _rate(spent: Sequence[tuple[int, float]]) -> tuple[float, float]:
    """Return the seconds that a slice costs by itself, and that each cable adds.

    ``spent``: (cables, seconds) of the slices so far. One alone does not tell: half of it may be either.
    """
    size, seconds = spent[-1]
    small, least = min(spent)
    if len(spent) < len(_PROBES):
        return seconds / 2, seconds / size / 2
    return least, max((seconds - least) / (size - small) if size > small else 0.0, seconds / size / 4)


def _next_size(spent: Sequence[tuple[int, float]], rest: int, left: float) -> int:
    """Return how many cables to look at next, ``rest`` being all."""
    size, seconds = spent[-1]
    if len(spent) < len(_PROBES):
        more = _PROBES[len(spent)]
        return more if seconds * more / size < left else size
    least, each = _rate(spent)
    if least + each * rest < left * _SAFE:
        return rest
    return max(1, int((left * _BITE - least) / each))
