"""Conditions on the header, on ids and on what is known from elsewhere, as queries of the engine."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import tantivy
from tantivy import Occur

from cableview.model.keyset import KeySet
from cableview.model.query import FieldIs, Filter, IdIs, Members, Sent
from cableview.search import schema
from cableview.search.folding import words

_NAMED = 3_000
"""Up to so many cables, a query for each takes less time than one for the set of them."""
_EACH, _MANY, _EACH_OF_MANY = 7e-6, 0.014, 1.5e-6
_EACH_RUN = 0.004
"""About the seconds that the engine takes: for a cable with a query of its own; for a set, and for each
cable in it; for a run of keys."""
_LAST_DAY = 99_999_999


def conjunction(parts: Sequence[tantivy.Query]) -> tantivy.Query:
    """Return a query for all of ``parts``."""
    return (
        parts[0] if len(parts) == 1 else tantivy.Query.boolean_query([(Occur.Must, part) for part in parts])
    )


def disjunction(parts: Sequence[tantivy.Query]) -> tantivy.Query:
    """Return a query for at least one of ``parts``."""
    return (
        parts[0] if len(parts) == 1 else tantivy.Query.boolean_query([(Occur.Should, part) for part in parts])
    )


def one_of(index: tantivy.Schema, keys: Collection[int]) -> tantivy.Query:
    """Return a query for the cables with these keys."""
    if isinstance(keys, KeySet) and keys.runs:
        kind = tantivy.FieldType.Unsigned
        return disjunction([tantivy.Query.range_query(index, schema.KEY, kind, *run) for run in keys.runs])
    if len(keys) > _NAMED:
        return tantivy.Query.term_set_query(index, schema.KEY, list(keys))
    named = [tantivy.Query.term_query(index, schema.KEY, key) for key in keys]
    return disjunction(named) if named else tantivy.Query.empty_query()


def naming(keys: KeySet) -> float:
    """Return about how many seconds it takes the engine to find the cables of a set."""
    one_by_one = min(len(keys) * _EACH, _MANY + len(keys) * _EACH_OF_MANY)
    return min(one_by_one, len(keys.runs) * _EACH_RUN) if keys.runs else one_by_one


def held_ids(searcher: tantivy.Searcher, name: str, ids: Sequence[str]) -> list[str]:
    """Return those of ``ids`` that the field knows; asking costs less than searching for all of them."""
    return [cable_id for cable_id in ids if searcher.doc_freq(name, cable_id)]


@dataclass
class Conditions:
    """What can be asked of one state of the index, without its words."""

    schema: tantivy.Schema
    searcher: tantivy.Searcher

    def every_cable(self) -> tantivy.Query:
        """Return a query for all cables, all equal."""
        return tantivy.Query.const_score_query(self._term(schema.KIND, schema.CABLE), 0.0)

    def term(self, word: str) -> tantivy.Query:
        """Return a query for the cables that hold a word, subject or text."""
        return self._term(schema.BODY, word)

    def _term(self, name: str, value: str) -> tantivy.Query:
        return tantivy.Query.term_query(self.schema, name, value)

    def _starts(self, name: str, start: str) -> tantivy.Query:
        # Folded words and ids are letters and digits: nothing in them is special to a regular expression.
        return tantivy.Query.regex_query(self.schema, name, f"{start}.*")

    def _phrase(self, name: str, phrase: Sequence[str], slop: int = 0) -> tantivy.Query:
        if len(phrase) == 1:
            return self._term(name, phrase[0])
        return tantivy.Query.phrase_query(self.schema, name, list(phrase), slop=slop)

    def _field(self, node: FieldIs) -> tantivy.Query:
        found = self._in_field(node)
        # How rare a post or a tag is says nothing about how well a cable answers; its subject does.
        return found if node.name == schema.SUBJECT else tantivy.Query.const_score_query(found, 0.0)

    def _in_field(self, node: FieldIs) -> tantivy.Query:
        if node.name in (schema.TAG, schema.STATION):
            value = " ".join(node.words)
            whole = self._term(node.name, value)
            return disjunction([whole, self._starts(node.name, value)]) if node.prefix else whole
        *first, last = node.words
        if node.prefix and not first:
            return self._starts(node.name, last)
        if node.prefix:
            return tantivy.Query.phrase_prefix_query(self.schema, node.name, [*first, last])
        if node.name in (schema.CLASS, "caption"):
            return conjunction([self._term(schema.CLASS, word) for word in node.words])
        return self._phrase(node.name, node.words)

    def _id(self, node: IdIs) -> tantivy.Query:
        names = {"own": (schema.ID,), "cited": (schema.CITES,)}.get(node.role, (schema.ID, schema.CITES))
        start = node.ids[0].removesuffix("*")
        parts: list[tantivy.Query] = []
        for name in names:
            if start != node.ids[0]:
                parts.append(self._starts(name, start) if start.isalnum() else self._term(name, start))
            else:
                parts += [self._term(name, cable_id) for cable_id in held_ids(self.searcher, name, node.ids)]
        found = words(node.printed)
        if node.role == "any" and len(found) == 1:
            open_word = start != node.ids[0]
            parts.append(
                self._starts(schema.BODY, found[0]) if open_word else self._term(schema.BODY, found[0])
            )
        return disjunction(parts) if parts else tantivy.Query.empty_query()

    def _sent(self, node: Sent) -> tantivy.Query:
        days = tantivy.Query.range_query(
            self.schema, schema.SENT, tantivy.FieldType.Unsigned, node.first or 1, node.last or _LAST_DAY
        )
        return tantivy.Query.const_score_query(days, 0.0)

    def _filter(self, node: Filter) -> tantivy.Query:
        """Cables known from elsewhere; when they are not known, nobody can say that it holds."""
        members = node.members or Members()
        if members.many is not None:
            return tantivy.Query.const_score_query(one_of(self.schema, members.many), 0.0)
        ids = [self._term(schema.ID, cable_id) for cable_id in members.ids]
        found = disjunction([*ids, one_of(self.schema, members.keys)])
        if members.others:
            return tantivy.Query.boolean_query([(Occur.Must, self.every_cable()), (Occur.MustNot, found)])
        return tantivy.Query.const_score_query(found, 0.0)
