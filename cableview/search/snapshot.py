"""One committed state of the index, and how a query runs on it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import tantivy

from cableview.model.query import Node, Query, Word, leaves
from cableview.search import schema
from cableview.search.asked import asked_ids, asked_words, can_be_misspelt
from cableview.search.compiling import Compiler
from cableview.search.conditions import Conditions, held_ids
from cableview.search.engine import keys_at
from cableview.search.expand import Correct, expand
from cableview.search.facets import Asked, Everything, Found
from cableview.search.fetching import Fetcher
from cableview.search.joined import with_letters_joined
from cableview.search.keeping import Part, is_heavy, parted
from cableview.search.nearby import near_ids
from cableview.search.ranking import merged
from cableview.search.result import Hit, SearchResult
from cableview.search.similar import Similar, find_similar
from cableview.search.slices import NOTHING_SEEN, Runner, Timeline
from cableview.search.uniting import Union, read_parts
from cableview.search.vocabulary import Vocabulary

_FEW = 10
"""With fewer exact hits than this, words are also taken as misspelt in the query; else if that is clear."""
_ENOUGH = 2_000
"""With fewer exact hits than this, misspellings count at all."""
_DEPTH = 500
"""So many hits are looked at if there is time, however few are wanted: the first are then always the same."""
_LEAST = 0.005
"""Seconds that must be left for another reading."""
_FOUND_BY_ID = 10_000.0


@dataclass(frozen=True, slots=True)
class _Listed:
    """What was found, and how the words were taken at last."""

    hits: list[Hit]
    exact: int
    """How many hold the words as typed."""
    reading: Union
    """The last reading, which found the most."""
    compiler: Compiler
    """Compiled that reading."""
    tried: bool = True
    """False when time ran out before the words could be taken otherwise."""


class Snapshot:
    """An opened index; ``vocabulary`` is set by whoever opens it."""

    def __init__(self, index: tantivy.Index) -> None:
        self._schema = index.schema
        self.searcher = index.searcher()
        self.vocabulary: Vocabulary | None = None
        self.answered: tuple[Query, Found] | None = None
        """The last query, and all the cables that were found."""

    def watermark(self) -> int:
        """Return the library version this state was committed with."""
        mark = tantivy.Query.term_query(self._schema, schema.KIND, schema.WATERMARK)
        places = [place for _, place in self.searcher.search(mark, limit=1).hits]
        values = self.searcher.fast_field_values(schema.MARK, places)
        return int(values[0] or 0) if values else 0

    @cached_property
    def _runner(self) -> Runner:
        return Runner(Fetcher(self._schema, self.searcher), Timeline(self.searcher))

    @cached_property
    def _every(self) -> Everything:
        return Everything(self.searcher, Conditions(self._schema, self.searcher).every_cable())

    def search(self, query: Query, limit: int, patience: float | None = None) -> SearchResult:
        """Return what answers the query, the best first; ``patience`` in seconds, None for ever."""
        root = with_letters_joined(query.root)
        parts = parted(root)
        # A part of the cables would be no faster to look at where the engine has to look up a large set.
        heavy = any(is_heavy(part.root) for part in parts)
        until = None if patience is None or heavy else time.perf_counter() + patience
        depth = max(limit, _DEPTH) if limit and patience is None else max(limit, 1)
        listed = self._listed(root, parts, until, depth)
        compiler, reading = listed.compiler, listed.reading
        whole = parts[0] if len(parts) == 1 else Part(root)
        wanted = partial(compiler.every, whole.root)
        large = heavy or len(parts) > 1
        asked = Asked(self.searcher, self._schema, self._every, wanted, whole.kept, large)
        self.answered = query, Found(asked)
        hits, near = self._named_first(asked_ids(query), listed.hits[:limit], limit)
        return SearchResult(
            query,
            tuple(hits),
            reading.total,
            compiler.corrections,
            frozenset(compiler.used.union(asked_words(root))),
            near,
            (*query.notes, *dict.fromkeys((*compiler.notes, *_late(reading)))),
            exact=listed.exact,
            misspellings=compiler.misspellings,
            since=reading.since,
            counted=reading.counted,
            tried=listed.tried,
        )

    def _listed(self, root: Node | None, parts: Sequence[Part], until: float | None, limit: int) -> _Listed:
        """Return what holds the words as typed, then, if it is little, what holds them otherwise."""
        runner = self._runner
        compiler = Compiler(self._schema, self.searcher, self.vocabulary)
        reading = read_parts(parts, runner, compiler, until, limit)
        hits, exact = reading.hits, reading.total
        if until is not None and limit <= exact < _ENOUGH and runner.many:
            return _Listed(hits, exact, reading, compiler, tried=False)  # the list is full: the rest can wait
        # What there was no time to count is enough.
        for correct in self._otherwise(root, exact) if reading.since is None and reading.counted else ():
            if until is not None and not runner.few and time.perf_counter() > until - _LEAST:
                return _Listed(hits, exact, reading, compiler, tried=False)
            other = Compiler(self._schema, self.searcher, self.vocabulary, correct)
            more = read_parts(parts, runner, other, until, limit)
            if more.total > exact:
                return _Listed(merged(hits, more.hits)[:limit], exact, more, other)
        return _Listed(hits, exact, reading, compiler)

    def _otherwise(self, root: Node | None, exact: int) -> list[Correct]:
        """Return how else the words may be taken, one after the other until one reading finds more."""
        if exact >= _ENOUGH or not can_be_misspelt(root):
            return []
        way = Correct.CLEAR if exact >= _FEW else Correct.RARE
        # A sound word is doubted only when those that look misspelt are not what is wrong.
        ways = (way,) if exact else (way, Correct.ANY)
        return [way for way in ways if self._changed(root, way)]

    def _changed(self, root: Node | None, correct: Correct) -> bool:
        """Tell whether some word is then searched as others too: else the same would be read again."""
        words = (leaf for leaf in leaves(root) if isinstance(leaf, Word) and not leaf.prefix)
        taken = (expand(word, self.vocabulary, correct) for word in words)
        return any(one.corrections or one.misspellings for one in taken)

    def similar(self, text: list[str], key: int, limit: int) -> Similar:
        """Return the cables that share the telling words of a text, without the one of ``key``."""
        return find_similar(self._schema, self.searcher, text, key, limit)

    def _named_first(
        self, ids: tuple[str, ...], hits: list[Hit], limit: int
    ) -> tuple[list[Hit], tuple[str, ...]]:
        """Return the hits, the cables of these ids first, and ids near them when none of them is held."""
        if not ids:
            return hits, ()
        held = held_ids(self.searcher, schema.ID, ids)
        if not held:
            return hits, near_ids(self.searcher, ids)
        wanted = tantivy.Query.term_set_query(self._schema, schema.ID, held)
        newest = self.searcher.search(wanted, limit=len(ids), order_by_field=schema.SENT).hits
        keys = keys_at(self.searcher, [place for _, place in newest])
        others = (hit for hit in hits if hit.key not in keys)
        return [*(Hit(key, _FOUND_BY_ID) for key in keys), *others][:limit], ()


def _late(reading: Union) -> tuple[str, ...]:
    since = reading.since
    if since is None:
        return ()
    if since == NOTHING_SEEN:
        return ("This takes longer than a moment: hardly anything is listed yet.",)
    year, month, day = since // 10_000, since // 100 % 100, since % 100
    return (
        f"This takes longer than a moment: listed so far is what was sent since {year}-{month:02}-{day:02}.",
    )
