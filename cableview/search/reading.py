"""One reading of a query, as typed or with its words corrected: what it finds, in order."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from itertools import islice

from tantivy import Occur, Query

from cableview.model.query import And, Node, Word
from cableview.search import schema
from cableview.search.asked import asked_words, is_ranked, is_text
from cableview.search.compiling import Compiler
from cableview.search.conditions import one_of
from cableview.search.cost import Cost
from cableview.search.expand import Correct, expand
from cableview.search.fetching import Answer, Clauses, Scored
from cableview.search.ranking import (
    HEAD,
    LONGEST_ROW,
    NEAR,
    STEP,
    Tier,
    closeness,
    in_subject,
    words_together,
)
from cableview.search.slices import Ask, Runner
from cableview.search.subjects import all_but_one, but_for_a_slip

_FEW = 3_000
"""So many cables are all looked at for words that stand together; of more, the first ones."""
_LIGHT = 3_000_000
"""Entries that the engine reads in some 20 ms."""
_COMMON = 200_000
"""Words with more entries than this are so common that how often a text has them ranks nothing."""
_LONGEST_SUBJECT = 24
"""More words than this are pasted text: hardly a subject holds them, and to look takes half the time."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reading of a query found."""

    scored: list[tuple[float, int]]
    """Score and key, the best first."""
    total: int
    since: int | None
    """Only cables sent from this day on were looked at."""
    counted: bool = True
    """False: there are at least ``total``."""


class Reader:
    """Reads one query; ``until`` is a moment of ``time.perf_counter``, None for ever."""

    def __init__(self, runner: Runner, compiler: Compiler, root: Node | None) -> None:
        self._runner, self._compiler, self._root = runner, compiler, root
        cost = Cost(compiler.searcher, compiler.vocabulary, self._terms)
        self._entries = cost.of(root)
        self._light = self._entries <= _LIGHT
        self._ask = self._asked()

    def read(self, limit: int, until: float | None) -> Reading:
        """Return the best hits and how many there are."""
        kept = self._runner.fetcher.kept if self._root is None else None
        if kept is not None:
            newest = [(0.0, key) for key in islice(kept, limit)]
            return self._reading(newest, Answer(total=len(kept)))
        if self._root is not None and is_ranked(self._root):
            return self._ranked(self._root, limit, until)
        # Conditions alone rank nothing: the newest cable comes first.
        answer = self._runner.run(self._ask, limit, by_date=True, until=until, light=self._light)
        return self._reading([(0.0, key) for _, key, _ in answer.hits], answer)

    def count(self, runner: Runner, until: float | None) -> tuple[int, bool]:
        """Return how many cables there are for another runner, and whether that is exact or the least."""
        answer = runner.run(_silently(self._ask), 1, until=until, light=self._light)
        return answer.total, answer.counted and answer.since is None

    def _asked(self) -> Ask:
        every = _constant(self._compiler.every_cable())
        if self._root is None:
            return every
        asked = _asking(self._compiler, self._root)
        return asked if is_ranked(self._root) else _both(asked, every)  # the watermark is no cable

    def _reading(self, scored: list[tuple[float, int]], answer: Answer) -> Reading:
        return Reading(scored, max(answer.total, len(scored)), answer.since, answer.counted)

    def _ranked(self, root: Node, limit: int, until: float | None) -> Reading:
        ask = self._ask
        subject, tier = self._subject(root)
        first = Answer()
        if subject is not None:
            half = None if until is None else (time.perf_counter() + until) / 2
            first = self._runner.run(subject, limit, until=half, light=self._light, counting=False)
        if len(first.hits) >= limit and first.since is None:
            # The list is full: the rest is only counted.
            rest = self._runner.run(_silently(ask), 1, until=until, light=self._light)
            rest = replace(rest, hits=[])
        else:
            rest = self._runner.run(ask, limit, until=until, light=self._light)
        known = {key for _, key, _ in first.hits}
        others = [hit for hit in rest.hits if hit[1] not in known][: limit - len(known)]
        tiers = self._rows(root, others, rest.reach, until)
        others += self._cut_off(tiers.keys() - known - {key for _, key, _ in others}, until)
        scores = self._closeness(root, [*first.hits[:HEAD], *others[:HEAD]][:HEAD])
        above = STEP * tier
        scored = [(above + score, key) for score, key, _ in first.hits]
        scored += [(score, key) for score, key, _ in others]
        if tiers or scores:
            raised = {key: STEP * tier for key, tier in tiers.items()} | dict.fromkeys(known, above)
            scored = [
                (raised.get(key, 0.0) + scores.get(key, score), key)
                for score, key, _ in (*first.hits, *others)
            ]
        scored.sort(reverse=True)  # among equals, the cable that came in last is first
        return self._reading(scored, rest)

    def _subject(self, root: Node) -> tuple[Ask | None, Tier]:
        """Return what asks for the words of the subject, and what that is worth."""
        short = len(asked_words(root)) <= _LONGEST_SUBJECT
        subject = in_subject(root, self._terms) if short else None
        if subject is None:
            return None, Tier.SUBJECT
        if self._compiler.misspellings and not self._compiler.corrections:
            slip = but_for_a_slip(self._compiler, root, self._terms)
            if slip is not None:
                return _both(lambda _: slip, self._ask), Tier.MOST
        ask = _asking(self._compiler, subject)
        return _both(ask, self._ask) if self._entries <= _COMMON or not is_text(root) else ask, Tier.SUBJECT

    def _terms(self, word: Word) -> list[str]:
        found = expand(word, self._compiler.vocabulary, self._compiler.correct)
        return [term for term, _ in found.terms]

    def _rows(self, root: Node, text: list[Scored], reach: int, until: float | None) -> dict[int, Tier]:
        """Return which of the text hits have most words in the subject, or the words standing together."""
        row = words_together(root)
        tiers: dict[int, Tier] = {}
        if not row or len(row) > LONGEST_ROW or not text or self._compiler.correct is not Correct.NEVER:
            return tiers
        ask = self._ask
        if reach > _FEW:
            keys = [key for _, key, _ in text[:HEAD]]
            ask = _constant(one_of(self._compiler.schema, keys))
        most = all_but_one(self._compiler, root, self._terms)
        if most is not None:
            found = self._runner.run(_both(_constant(most), ask), len(text), until=until, light=self._light)
            tiers |= dict.fromkeys((key for _, key, _ in found.hits), Tier.MOST)
        if reach <= _FEW and isinstance(root, And) and len(row) == len(root.nodes):
            ask = _nothing  # the row says all that is asked
        for tier, slop in ((Tier.NEAR, NEAR), (Tier.PHRASE, 0)):
            together = Query.phrase_query(self._compiler.schema, schema.BODY, list(row), slop=slop)
            both = _both(_constant(together), ask)
            found = self._runner.run(both, len(text), until=until, light=self._light)
            if not found.hits:
                break
            tiers |= dict.fromkeys((key for _, key, _ in found.hits), tier)
        return tiers

    def _cut_off(self, keys: set[int], until: float | None) -> list[Scored]:
        """Return the hits of cables that stand higher than their score says, which lets them be cut off."""
        if not keys:
            return []
        named = Query.const_score_query(one_of(self._compiler.schema, sorted(keys)), 0.0)
        among = _both(_constant(named), self._ask)
        return self._runner.run(among, len(keys), until=until, light=self._light).hits

    def _closeness(self, root: Node, head: list[Scored]) -> dict[int, float]:
        """Return new scores of the first corrected hits: how near their subjects come to what was typed."""
        if self._compiler.correct < Correct.RARE or not head:
            return {}
        best = max(score for score, _, _ in head) or 1.0
        asked = " ".join(self._compiler.corrections.get(word, (word,))[0] for word in asked_words(root))
        scores = {}
        for score, key, address in head:
            subject = self._compiler.searcher.doc(address).get_first(schema.SUBJECT) or ""
            scores[key] = best * (1 + closeness(asked, subject)) + score / 100
        return scores


def _asking(compiler: Compiler, node: Node) -> Ask:
    # Apart from the reader, which keeps what it asks: together they would keep the index open for good.
    whole = compiler.clauses(node)
    return lambda days: whole if days is None else compiler.within(days).clauses(node)


def _nothing(_days: Query | None) -> Clauses:
    return []


def _constant(query: Query) -> Ask:
    return lambda _: [(Occur.Must, query)]


def _both(one: Ask, other: Ask) -> Ask:
    return lambda days: [*one(days), *other(days)]


def _silently(ask: Ask) -> Ask:
    """Return what asks the same and scores nothing."""
    return lambda days: [(Occur.Must, Query.const_score_query(Query.boolean_query(list(ask(days))), 0.0))]
