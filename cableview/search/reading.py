"""One reading of a query, as typed or with its words corrected: what it finds, in order."""

from __future__ import annotations

from dataclasses import dataclass

import tantivy
from tantivy import Query

from cableview.model.query import Node, Word
from cableview.search import schema
from cableview.search.asked import asked_words, is_ranked
from cableview.search.compiling import Compiler, conjunction, disjunction
from cableview.search.expand import Correct, expand
from cableview.search.ranking import HEAD, NEAR, Tier, closeness, in_subject, words_together
from cableview.search.result import Hit
from cableview.search.slices import Answer, Runner

_FEW = 3_000
"""So many cables are all looked at for words that stand together; of more, the first ones."""
_LONGEST_ROW = 8
_STEP = 1_000.0
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


class Reader:
    """Reads one query; ``until`` is a moment of ``time.perf_counter``, None for ever."""

    def __init__(self, runner: Runner, compiler: Compiler, root: Node | None, until: float | None) -> None:
        self._runner, self._compiler, self._root, self._until = runner, compiler, root, until

    def read(self, limit: int) -> Reading:
        """Return the best hits and how many there are."""
        everything = self._compiler.every_cable()
        wanted = everything if self._root is None else self._compiler.compile(self._root)
        if self._root is None or not is_ranked(self._root):
            # Conditions alone rank nothing: the newest cable comes first. The watermark is no cable.
            wanted = conjunction([wanted, everything])
            answer = self._runner.run(wanted, limit, by_date=True, until=self._until)
            places = [_Place(address, 0.0) for _, address in answer.hits]
            return Reading(self._keyed(places), answer.total, answer.since, wanted)
        return self._ranked(self._root, wanted, limit)

    def _ranked(self, root: Node, wanted: Query, limit: int) -> Reading:
        subject = in_subject(root, self._terms)
        first = Answer([], 0)
        if subject is not None:
            both = conjunction([self._compiler.compile(subject), wanted])
            first = self._runner.run(both, limit, until=self._until)
        if len(first.hits) >= limit and first.since is None:
            silent = tantivy.Query.const_score_query(wanted, 0.0)
            rest = self._runner.run(silent, 1, until=self._until)
            rest = Answer([], rest.total, rest.since)
        else:
            rest = self._runner.run(wanted, limit, until=self._until)
        places = [_Place(address, score, Tier.SUBJECT) for score, address in first.hits]
        known = {(place.address.segment_ord, place.address.doc) for place in places}
        places += [
            _Place(address, score)
            for score, address in rest.hits
            if (address.segment_ord, address.doc) not in known
        ][: limit - len(places)]
        self._note_rows(root, wanted, places, rest.total)
        if self._compiler.correct >= Correct.RARE:
            self._note_closeness(root, places[:HEAD])
        return Reading(self._keyed(places), rest.total, rest.since, wanted)

    def _terms(self, word: Word) -> list[str]:
        found = expand(word, self._compiler.vocabulary, self._compiler.correct)
        return [term for term, _ in found.terms]

    def _note_rows(self, root: Node, wanted: Query, places: list[_Place], total: int) -> None:
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
            wanted = disjunction(held)
        by_address = {(place.address.segment_ord, place.address.doc): place for place in text}
        for tier, slop in ((Tier.NEAR, NEAR), (Tier.PHRASE, 0)):
            together = Query.phrase_query(self._compiler.schema, schema.BODY, list(row), slop=slop)
            found = self._runner.run(conjunction([together, wanted]), len(places), until=self._until)
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
            Hit(int(key or 0), _STEP * place.tier + place.score, (), corrected)
            for place, key in zip(places, keys, strict=True)
        ]
        return sorted(hits, key=lambda hit: (-hit.score, -hit.key)) if is_ranked(self._root) else hits
