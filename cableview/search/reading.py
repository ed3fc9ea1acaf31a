"""One reading of a query, as typed or with its words corrected: what it finds, in order."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import tantivy
from tantivy import Occur, Query

from cableview.model.query import Node, Word
from cableview.search import schema
from cableview.search.asked import asked_words, is_ranked
from cableview.search.compiling import Compiler, disjunction
from cableview.search.cost import Cost
from cableview.search.expand import Correct, expand
from cableview.search.ranking import HEAD, NEAR, Tier, closeness, in_subject, words_together
from cableview.search.result import Hit
from cableview.search.slices import Answer, Clauses, Runner

_FEW = 3_000
"""So many cables are all looked at for words that stand together; of more, the first ones."""
_LIGHT = 3_000_000
"""Entries that the engine reads in some 20 ms."""
_LONGEST_ROW = 8
STEP = 1_000.0
"""Scores of one tier stay below this."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reading of a query found."""

    hits: list[Hit]
    total: int
    since: int | None
    """Only cables sent from this day on were looked at."""
    wanted: Query
    """What the engine was asked for the cables that were found."""


@dataclass(slots=True)
class _Place:
    address: tantivy.DocAddress
    score: float
    tier: Tier = Tier.TEXT

    @property
    def at(self) -> tuple[int, int]:
        """What tells the place from others."""
        return self.address.segment_ord, self.address.doc


class Reader:
    """Reads one query; ``until`` is a moment of ``time.perf_counter``, None for ever."""

    def __init__(self, runner: Runner, compiler: Compiler, root: Node | None, until: float | None) -> None:
        self._runner, self._compiler, self._root, self._until = runner, compiler, root, until
        cost = Cost(compiler.searcher, compiler.vocabulary, self._terms)
        self._light = until is None or cost.of(root) <= _LIGHT

    def read(self, limit: int) -> Reading:
        """Return the best hits and how many there are."""
        every = (Occur.Must, self._compiler.every_cable())
        clauses = [every] if self._root is None else self._compiler.clauses(self._root)
        if self._root is None or not is_ranked(self._root):
            # Conditions alone rank nothing: the newest cable comes first. The watermark is no cable.
            clauses = [*clauses, every]
            answer = self._runner.run(clauses, limit, by_date=True, until=self._until, light=self._light)
            places = [_Place(address, 0.0) for _, address in answer.hits]
            return self._reading(places, answer, clauses)
        return self._ranked(self._root, clauses, limit)

    def _reading(self, places: list[_Place], answer: Answer, clauses: Clauses) -> Reading:
        wanted = Query.boolean_query(list(clauses))
        return Reading(self._keyed(places), max(answer.total, len(places)), answer.since, wanted)

    def _ranked(self, root: Node, clauses: Clauses, limit: int) -> Reading:
        subject = in_subject(root, self._terms)
        first = Answer()
        if subject is not None:
            both = [*self._compiler.clauses(subject), *clauses]
            first = self._runner.run(both, limit, until=self._half(), light=self._light)
        if len(first.hits) >= limit and first.since is None:
            # The list is full: the rest is only counted.
            silent = [(Occur.Must, Query.const_score_query(Query.boolean_query(list(clauses)), 0.0))]
            rest = replace(self._runner.run(silent, 1, until=self._until, light=self._light), hits=[])
        else:
            rest = self._runner.run(clauses, limit, until=self._until, light=self._light)
        places = [_Place(address, score, Tier.SUBJECT) for score, address in first.hits]
        known = {place.at for place in places}
        others = (_Place(address, score) for score, address in rest.hits)
        places += [place for place in others if place.at not in known][: limit - len(places)]
        self._note_rows(root, clauses, places, rest.total)
        if self._compiler.correct >= Correct.RARE:
            self._note_closeness(root, places[:HEAD])
        return self._reading(places, rest, clauses)

    def _half(self) -> float | None:
        now = time.perf_counter()
        return None if self._until is None else now + (self._until - now) / 2

    def _terms(self, word: Word) -> list[str]:
        found = expand(word, self._compiler.vocabulary, self._compiler.correct)
        return [term for term, _ in found.terms]

    def _note_rows(self, root: Node, clauses: Clauses, places: list[_Place], total: int) -> None:
        """Raise the text hits where the words of the query stand together."""
        row = words_together(root)
        if not row or len(row) > _LONGEST_ROW or not places:
            return
        text = [place for place in places if place.tier is Tier.TEXT]
        if total > _FEW:
            text = text[:HEAD]
            keys = self._compiler.searcher.fast_field_values(schema.KEY, [p.address for p in text])
            held = [Query.term_query(self._compiler.schema, schema.KEY, int(key or 0)) for key in keys]
            if not held:
                return
            clauses = [(Occur.Must, disjunction(held))]
        by_address = {place.at: place for place in text}
        for tier, slop in ((Tier.NEAR, NEAR), (Tier.PHRASE, 0)):
            together = Query.phrase_query(self._compiler.schema, schema.BODY, list(row), slop=slop)
            both = [(Occur.Must, together), *clauses]
            found = self._runner.run(both, len(places), until=self._until, light=self._light)
            for _, address in found.hits:
                place = by_address.get((address.segment_ord, address.doc))
                if place is not None:
                    place.tier = tier

    def _note_closeness(self, root: Node, places: list[_Place]) -> None:
        """Order the first corrected hits by how near their subjects come to what was typed."""
        best = max((place.score for place in places), default=0.0) or 1.0
        asked = " ".join(self._compiler.corrections.get(word, (word,))[0] for word in asked_words(root))
        for place in places:
            subject = self._compiler.searcher.doc(place.address).get_first(schema.SUBJECT) or ""
            place.score = best * (1 + closeness(asked, subject)) + place.score / 100

    def _keyed(self, places: list[_Place]) -> list[Hit]:
        """Return the hits in order; among equals, the cable that came in last is first."""
        keys = self._compiler.searcher.fast_field_values(schema.KEY, [place.address for place in places])
        corrected = self._compiler.correct is not Correct.NEVER
        hits = [
            Hit(int(key or 0), STEP * place.tier + place.score, (), corrected)
            for place, key in zip(places, keys, strict=True)
        ]
        return sorted(hits, key=lambda hit: (-hit.score, -hit.key)) if is_ranked(self._root) else hits
