"""A ``Query`` tree as a query of the engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, permutations, product

import tantivy
from tantivy import Occur

from cableview.model.query import And, FieldIs, Filter, IdIs, Node, Not, Or, Phrase, Same, Sent, Word
from cableview.search import schema
from cableview.search.conditions import Conditions, conjunction, disjunction
from cableview.search.expand import Correct, expand
from cableview.search.folding import LONGEST
from cableview.search.vocabulary import Vocabulary

_MOST_VARIANTS = 48
_MOST_TURNED = 3
"""Words that stand together in any order: three of them have six."""
_MOST_STARTING = 3_000
"""More words than this with one beginning take longer than a key may take."""
_COMMONEST = 40


@dataclass
class Compiler(Conditions):
    """Compile once; ``corrections`` then says which words were taken otherwise."""

    vocabulary: Vocabulary | None
    correct: Correct = Correct.NEVER
    literal: bool = False
    """A word stands for itself only, even while it is typed."""
    days: tantivy.Query | None = None
    """Finds the only cables that are wanted. Whoever asks says so too; here it is said beside every phrase:
    wherever that stands, the engine then looks at the words of no other cable."""
    corrections: dict[str, tuple[str, ...]] = field(default_factory=dict)
    misspellings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Which words were also looked for as the text misspells them."""
    used: set[str] = field(default_factory=set)
    """Every term that text was searched for."""
    notes: list[str] = field(default_factory=list)
    """What was limited."""

    def within(self, days: tantivy.Query | None) -> Compiler:
        """Return what compiles the same for the cables that ``days`` finds, and keeps notes with this one."""
        return self if days is self.days else replace(self, days=days)

    def compile(self, node: Node) -> tantivy.Query:  # noqa: C901, PLR0911 - one return a kind of condition
        """Return the engine's query for a node."""
        match node:
            case Word():
                return self._word(node)
            case Phrase():
                return self._phrase_or_word(node)
            case FieldIs():
                return self._field(node)
            case IdIs():
                return self._id(node)
            case Sent():
                return self._sent(node)
            case Filter():
                return self._filter(node)
            case Not():
                return tantivy.Query.boolean_query(
                    [(Occur.Must, self.every_cable()), (Occur.MustNot, self._excluded(node))]
                )
            case Same():
                return self._same(node)
            case And():
                return tantivy.Query.boolean_query(self.clauses(node))
            case Or():
                return disjunction([self.compile(part) for part in node.nodes])

    def every(self, node: Node | None) -> tantivy.Query:
        """Return the query for all cables that answer ``node``, however that ranks them."""
        asked = [] if node is None else self.clauses(node)
        return tantivy.Query.boolean_query([*asked, (Occur.Must, self.every_cable())])

    def clauses(self, node: Node) -> list[tuple[Occur, tantivy.Query]]:
        """Return what ``node`` asks, as the parts of one boolean query, to which more can be added.

        The engine leaps over cables only between the parts of one level. What is only excluded is excluded
        from all cables.
        """
        if not isinstance(node, And):
            return [(Occur.Must, self.compile(node))]
        parts = [
            (Occur.MustNot, self._excluded(part))
            if isinstance(part, Not)
            else (Occur.Must, self.compile(part))
            for part in node.nodes
        ]
        if all(occur is Occur.MustNot for occur, _ in parts):
            parts.append((Occur.Must, self.every_cable()))
        return parts

    def _excluded(self, node: Not) -> tantivy.Query:
        """Return what must not hold: as it is typed, for nobody wants to lose what is only spelt alike."""
        exact = Compiler(self.schema, self.searcher, self.vocabulary, literal=True, days=self.days)
        found = exact.compile(node.node)
        self.notes += exact.notes
        return found

    def _word(self, word: Word) -> tantivy.Query:
        if word.prefix:
            return self._prefix(word.text)
        return disjunction(
            [
                self._term(schema.BODY, term)
                if weight == 1
                else tantivy.Query.boost_query(self._term(schema.BODY, term), weight)
                for term, weight in self._terms(word)
            ]
        )

    def _prefix(self, start: str) -> tantivy.Query:
        commonest = [] if self.vocabulary is None else self.vocabulary.completions(start, _COMMONEST)
        self.used.update(commonest)
        if self.vocabulary is None or self.vocabulary.starting(start) <= _MOST_STARTING:
            return self._starts(schema.BODY, start)
        self.notes.append(f"{start}* stands for the {_COMMONEST} commonest words that begin so.")
        words_in = disjunction([self._term(schema.BODY, word) for word in commonest])
        return tantivy.Query.const_score_query(words_in, 1.0)

    def _terms(self, word: Word) -> tuple[tuple[str, float], ...]:
        expansion = expand(word, None if self.literal else self.vocabulary, self.correct)
        if expansion.corrections:
            self.corrections[word.text] = expansion.corrections
        if expansion.misspellings:
            self.misspellings[word.text] = expansion.misspellings
        self.used.update(term for term, _ in expansion.terms)
        return expansion.terms

    def _phrase(self, name: str, phrase: Sequence[str], slop: int = 0) -> tantivy.Query:
        found = super()._phrase(name, phrase, slop)
        return found if self.days is None or len(phrase) == 1 else conjunction([found, self.days])

    def _phrase_or_word(self, node: Phrase) -> tantivy.Query:
        phrase = self._phrase(schema.BODY, node.words)
        joined = "".join(node.words)
        if not node.hyphenated or not self.searcher.doc_freq(schema.BODY, joined):
            return phrase
        self.used.add(joined)
        return disjunction([phrase, self._term(schema.BODY, joined)])

    def _same(self, node: Same) -> tantivy.Query:
        """Words of one paragraph are words less than the gap between paragraphs apart.

        The engine counts how far each word is from where it would stand in a phrase, so that every order of
        the words is asked for, as long as they are few.
        """
        readings = product(*(self._choices(part) for part in node.nodes))
        phrases = [
            self.compile(part) for part in node.nodes if isinstance(part, Phrase) and len(part.words) > 1
        ]
        variants: list[tantivy.Query] = []
        for choice in readings:
            together = list(dict.fromkeys(word for part in choice for word in part if len(word) < LONGEST))
            orders = permutations(together) if len(together) <= _MOST_TURNED else [tuple(together)]
            if node.within is not None and len(together) > _MOST_TURNED:
                self.notes.append("near: of more than three words is sure of those in the order typed.")
            variants += islice((self._near(order, node.within) for order in orders), _MOST_VARIANTS)
            if len(variants) >= _MOST_VARIANTS:
                self.notes.append("Of the words that stand together only the commonest spellings are asked.")
                break
        near = disjunction(variants) if variants else tantivy.Query.empty_query()
        return conjunction([near, *phrases])

    def _near(self, together: Sequence[str], within: int | None) -> tantivy.Query:
        if len(together) == 1:
            return self._term(schema.BODY, together[0])
        # The engine expects each word one further on than the word before it.
        slop = (schema.GAP if within is None else within + 1) - len(together)
        if slop < 0:
            return tantivy.Query.empty_query()
        return self._phrase(schema.BODY, together, slop)

    def _choices(self, part: Node) -> list[tuple[str, ...]]:
        if isinstance(part, Or):
            return [choice for one in part.nodes for choice in self._choices(one)]
        if isinstance(part, Phrase):
            return [part.words]
        assert isinstance(part, Word)
        word = Word(part.text, open=True) if part.prefix else part
        return [(term,) for term, _ in self._terms(word)]
