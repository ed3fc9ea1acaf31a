"""How the cables found spread over stations, years, classifications and TAGS.

Every count is that of the query with the condition added, because both ask the same terms of the index.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from typing import Any, NamedTuple, TypeAlias

import tantivy
from tantivy import Occur

from cableview.model.keyset import KeySet
from cableview.search import schema
from cableview.search.conditions import conjunction, naming, one_of
from cableview.search.documents import LEVELS
from cableview.search.engine import count_of
from cableview.search.folder import IndexDamagedError, damage_is_one_error
from cableview.search.narrowing import condition

MOST = 500
"""Values of one field that are listed at most; the rest is the long tail of misprints."""
_ALL = 50_000
"""More values than a field has: none must be missing where counts are taken from each other."""
_TERMS = (schema.STATION, schema.LEVEL, schema.TAG)
Counts: TypeAlias = Mapping[str, Counter[Any]]
_FETCHED = 2e-6
"""Seconds to fetch a cable and to name it again."""
_YEAR = 10_000
"""Days are numbers yyyymmdd."""


class Facet(NamedTuple):
    """One value of a field among the cables found."""

    value: str
    """As it is shown, e.g. ``BEIJING``, ``2008``, ``PARM``."""
    cables: int
    condition: str
    """What narrows a query to it, e.g. ``station:BEIJING``."""


@dataclass(frozen=True, slots=True)
class Facets:
    """The counts of one result, exact."""

    total: int = 0
    groups: Mapping[str, tuple[Facet, ...]] = field(default_factory=dict)
    """By field (station, date, class, tag): the commonest first, years in order."""


class Everything:
    """All cables of one state of the index, counted when somebody first asks."""

    def __init__(self, searcher: tantivy.Searcher, query: tantivy.Query) -> None:
        """``query`` finds all cables."""
        self._searcher = searcher
        self.query = query

    @cached_property
    def total(self) -> int:
        """How many there are."""
        return count_of(self._searcher, self.query)

    @cached_property
    def counts(self) -> Counts:
        """How many have which value."""
        return _counts(self._searcher, self.query)


class Asked(NamedTuple):
    """What one state of the index was asked for."""

    searcher: tantivy.Searcher
    schema: tantivy.Schema
    every: Everything
    query: Callable[[], tantivy.Query]
    """Makes the query that finds them; to name thousands of cables in it takes a tenth of a second."""
    kept: KeySet | None = None
    """Only these of the cables that are found; None: all of them."""
    large: bool = False
    """The query itself names thousands of cables: to find them takes longer than to count field by field."""


class Found:
    """The cables that answer a query, as the cache was when they were found; any thread may ask.

    A cache that turns out to be damaged, or is missing, has none.
    """

    def __init__(self, asked: Asked | None = None) -> None:
        """Without ``asked`` none is found."""
        self._asked = asked

    def facets(self) -> Facets:
        """Count the cables field by field."""
        if self._asked is None:
            return Facets()
        try:
            with damage_is_one_error():
                return _facets_of(_count(self._asked, self._asked.query(), self._asked.kept))
        except IndexDamagedError:
            return Facets()

    def keys(self) -> list[int]:
        """Return the library keys of all of them, in no order."""
        if self._asked is None:
            return []
        try:
            with damage_is_one_error():
                return list(_keys(self._asked.searcher, self._asked.query(), self._asked.kept))
        except IndexDamagedError:
            return []


def _keys(searcher: tantivy.Searcher, query: tantivy.Query, kept: KeySet | None) -> Iterable[int]:
    size = max(1, count_of(searcher, query))
    # By a column, because no score has to be reckoned then.
    found = searcher.search(query, limit=size, order_by_field=schema.KEY)
    keys = [int(key) for key, _ in found.hits]
    return keys if kept is None else compress(keys, kept.among(keys))


def _count(asked: Asked, query: tantivy.Query, kept: KeySet | None) -> Counts:
    """Return how many have which value; where most are wanted, to count the others takes less time."""
    if asked.large:
        return _counts(asked.searcher, query)
    total = count_of(asked.searcher, query)
    if kept is None:
        if 2 * total <= asked.every.total:
            return _counts(asked.searcher, query)
        if total == asked.every.total:
            return asked.every.counts
        others = tantivy.Query.boolean_query([(Occur.Must, asked.every.query), (Occur.MustNot, query)])
        return _less(asked.every.counts, _counts(asked.searcher, others))
    few = kept.smaller
    if total * _FETCHED < naming(few):
        keys = list(_keys(asked.searcher, query, kept))
        return _counts(asked.searcher, one_of(asked.schema, keys))
    within = _counts(asked.searcher, conjunction([query, one_of(asked.schema, few)]))
    return within if few is kept else _less(_count(asked, query, None), within)


def _less(counts: Counts, others: Counts) -> Counts:
    return {name: held - others[name] for name, held in counts.items()}


def _facets_of(counts: Counts) -> Facets:
    total = counts[schema.SENT].total()  # every cable has a day, if only 0
    years = sorted((day // _YEAR, cables) for day, cables in counts[schema.SENT].items())
    groups = {
        "station": _facets("station", counts[schema.STATION]),
        "date": tuple(_facet("date", f"{year:04}", cables) for year, cables in years if year),
        "class": tuple(sorted(_facets("class", counts[schema.LEVEL]), key=_by_level)),
        "tag": _facets("tag", counts[schema.TAG]),
    }
    return Facets(total, groups)


def _counts(searcher: tantivy.Searcher, wanted: tantivy.Query) -> Counts:
    """Return field by field how many cables have which value; days of one year are one value."""
    terms = {"size": _ALL, "segment_size": _ALL}
    asked: dict[str, Any] = {name: {"terms": {"field": name, **terms}} for name in _TERMS}
    asked[schema.SENT] = {"histogram": {"field": schema.SENT, "interval": _YEAR, "min_doc_count": 1}}
    found: dict[str, Any] = searcher.aggregate(wanted, asked)
    counts = {
        name: Counter({bucket["key"]: bucket["doc_count"] for bucket in found[name]["buckets"]})
        for name in _TERMS
    }
    days = Counter({int(bucket["key"]): bucket["doc_count"] for bucket in found[schema.SENT]["buckets"]})
    return {**counts, schema.SENT: days}


def _facets(name: str, counts: Counter[Any]) -> tuple[Facet, ...]:
    """Return the commonest values."""
    most = heapq.nsmallest(MOST, ((-cables, value.upper()) for value, cables in counts.items()))
    return tuple(_facet(name, value, -cables) for cables, value in most)


def _facet(name: str, value: str, cables: int) -> Facet:
    return Facet(value, cables, condition(name, value))


def _by_level(facet: Facet) -> int:
    return LEVELS.index(facet.value.lower())
