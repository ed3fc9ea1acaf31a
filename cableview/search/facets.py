"""How the cables found spread over stations, years, classifications and TAGS; and narrowing to one of these.

Every count is that of the query with the condition added, because both ask the same terms of the index.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import compress
from typing import Any, NamedTuple

import tantivy

from cableview.model.keyset import KeySet
from cableview.search import schema
from cableview.search.conditions import conjunction, one_of
from cableview.search.documents import LEVELS
from cableview.search.engine import count_of
from cableview.search.folder import IndexDamagedError, damage_is_one_error

MOST = 500
"""Values of one field that are counted at most; the rest is the long tail of misprints."""
_QUOTES = re.compile('["“”„«»]')
"""What the query language takes for quotes."""
_ONE_CHUNK = re.compile(r"(?!(?:AND|NOT|OR)\Z)\w[\w.&/'’-]*")
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


class Asked(NamedTuple):
    """What one state of the index was asked for."""

    searcher: tantivy.Searcher
    schema: tantivy.Schema
    wanted: tantivy.Query
    kept: KeySet | None
    """Only these of the cables that ``wanted`` finds; None: all of them."""


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
                wanted = self._asked.wanted
                if self._asked.kept is not None:
                    wanted = conjunction([wanted, one_of(self._asked.schema, self._asked.kept)])
                return _count(self._asked.searcher, wanted)
        except IndexDamagedError:
            return Facets()

    def keys(self) -> list[int]:
        """Return the library keys of all of them, in no order."""
        if self._asked is None:
            return []
        searcher, kept = self._asked.searcher, self._asked.kept
        try:
            with damage_is_one_error():
                size = max(1, count_of(searcher, self._asked.wanted))
                # By a column, because no score has to be reckoned then.
                found = searcher.search(self._asked.wanted, limit=size, order_by_field=schema.KEY)
                keys = [int(key) for key, _ in found.hits]
                return keys if kept is None else list(compress(keys, kept.among(keys)))
        except IndexDamagedError:
            return []


def _count(searcher: tantivy.Searcher, wanted: tantivy.Query) -> Facets:
    terms = {"size": MOST, "segment_size": 100 * MOST}  # a segment must not hold back what another counts
    asked = {name: {"terms": {"field": name, **terms}} for name in (schema.STATION, schema.LEVEL, schema.TAG)}
    years = {"histogram": {"field": schema.SENT, "interval": _YEAR, "min_doc_count": 1}}
    found: dict[str, Any] = searcher.aggregate(wanted, {**asked, schema.SENT: years})
    groups = {
        "station": _terms(found[schema.STATION], "station"),
        "date": tuple(_years(found[schema.SENT]["buckets"])),
        "class": tuple(sorted(_terms(found[schema.LEVEL], "class"), key=_by_level)),
        "tag": _terms(found[schema.TAG], "tag"),
    }
    return Facets(count_of(searcher, wanted), groups)


def _terms(found: Mapping[str, Any], name: str) -> tuple[Facet, ...]:
    counts = sorted((-bucket["doc_count"], bucket["key"].upper()) for bucket in found["buckets"])
    return tuple(Facet(value, -count, condition(name, value)) for count, value in counts)


def _by_level(facet: Facet) -> int:
    return LEVELS.index(facet.value.lower())


def _years(buckets: list[dict[str, Any]]) -> list[Facet]:
    years = ((int(bucket["key"]) // _YEAR, bucket["doc_count"]) for bucket in buckets)
    return [Facet(f"{year:04}", count, condition("date", f"{year:04}")) for year, count in years if year]


def condition(name: str, value: str) -> str:
    """Return what asks for ``value`` in a field; what the query language would part is put into quotes."""
    plain = " ".join(_QUOTES.sub(" ", value).split())
    return f"{name}:{plain}" if _ONE_CHUNK.fullmatch(plain) else f'{name}:"{plain}"'


def narrowed(text: str, wanted: str) -> bool:
    """Tell whether the condition ``wanted`` is part of the query ``text``."""
    return _place(wanted).search(text) is not None


def toggled(text: str, wanted: str) -> str:
    """Return the query with the condition ``wanted`` before it, or without it if it has it.

    Before it, so that a last word that is still being typed stays the last.
    """
    if narrowed(text, wanted):
        return _place(wanted).sub("", text).strip()
    return f"{wanted} {text.strip()}"


def _place(wanted: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){re.escape(wanted)}(?!\S)\s*", re.IGNORECASE)
