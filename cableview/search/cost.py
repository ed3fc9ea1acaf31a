"""What a query will cost the engine, reckoned before it is asked, in entries of its lists of cables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import tantivy

from cableview.model.query import And, FieldIs, IdIs, Node, Not, Or, Phrase, Same, Word
from cableview.search import schema
from cableview.search.vocabulary import Vocabulary

_ORDERED = 200
"""To look where the words stand in a cable costs as much as so many entries."""
_ORDERS = 6
"""Words that stand together are asked in every order."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Reckons with the words of one state of the index."""

    searcher: tantivy.Searcher
    vocabulary: Vocabulary | None
    terms: Callable[[Word], Sequence[str]]
    """What a word is searched as."""

    def of(self, node: Node | None) -> int:  # noqa: PLR0911 - one a kind of condition
        """Return about how many entries are read."""
        total = self.searcher.num_docs
        match node:
            case Word(prefix=True):
                return self.vocabulary.entries(node.text) if self.vocabulary else total
            case Word():
                return self._held(self.terms(node))
            case Phrase():
                return _ORDERED * min((self._held([word]) for word in node.words), default=0)
            case FieldIs():
                return total * len(node.words)
            case IdIs():
                return len(node.ids)
            case Not():
                return total + self.of(node.node)
            case Same():
                return _ORDERED * _ORDERS * min((self.of(part) for part in node.nodes), default=0)
            case And() | Or():
                return sum(self.of(part) for part in node.nodes)
            case _:
                return total

    def _held(self, words: Sequence[str]) -> int:
        return sum(self.searcher.doc_freq(schema.BODY, word) for word in words)
