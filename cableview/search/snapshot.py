"""One committed state of the index, and how a query runs on it."""

from __future__ import annotations

import tantivy

from cableview.model.query import IdIs, Node, Or, Phrase, Query, Word, leaves
from cableview.search import schema
from cableview.search.compiling import Compiler, conjunction, held_ids
from cableview.search.engine import counted
from cableview.search.expand import Correct
from cableview.search.nearby import near_ids
from cableview.search.ranking import HEAD, rerank
from cableview.search.result import Hit, SearchResult
from cableview.search.vocabulary import Vocabulary

_FEW = 10
"""With fewer exact hits than this, words are also taken as misspelt."""
_FOUND_BY_ID = 1_000.0


class Snapshot:
    """An opened index; ``vocabulary`` is set by whoever opens it."""

    def __init__(self, index: tantivy.Index) -> None:
        self._schema = index.schema
        self.searcher = index.searcher()
        self.vocabulary: Vocabulary | None = None
        self.answered: tuple[Query, tantivy.Query] | None = None
        """The last query, and what the engine was asked for the cables that were found."""

    def watermark(self) -> int:
        """Return the library version this state was committed with."""
        mark = tantivy.Query.term_query(self._schema, schema.KIND, schema.WATERMARK)
        places = [place for _, place in self.searcher.search(mark, limit=1).hits]
        values = self.searcher.fast_field_values(schema.MARK, places)
        return int(values[0] or 0) if values else 0

    def search(self, query: Query, limit: int) -> SearchResult:
        """Return what answers the query; exact hits first, corrected ones only when those are few."""
        compiler = Compiler(self._schema, self.searcher, self.vocabulary)
        hits, total = self._run(compiler, query.root, limit)
        if total < _FEW and _can_be_misspelt(query.root):
            correct = Correct.RARE if total else Correct.ANY
            fuzzy = Compiler(self._schema, self.searcher, self.vocabulary, correct)
            more, all_total = self._run(fuzzy, query.root, limit)
            if all_total > total:
                held = {hit.key for hit in hits}
                hits = [*hits, *(hit for hit in more if hit.key not in held)][:limit]
                total, compiler = all_total, fuzzy
        if compiler.whole is not None:
            self.answered = query, compiler.whole
        ids = _asked_ids(query)
        named = self._named(ids) if ids else []
        near = near_ids(self.searcher, ids) if ids and not named else ()
        if named:
            others = (hit for hit in hits if hit.key not in named)
            hits = [*(Hit(key, _FOUND_BY_ID) for key in named), *others][:limit]
        notes = (*query.notes, *dict.fromkeys(compiler.notes))
        lit = frozenset(compiler.used.union(_asked(query.root)))
        return SearchResult(query, tuple(hits), total, compiler.corrections, lit, near, notes)

    def _named(self, ids: tuple[str, ...]) -> list[int]:
        """Return the keys of the cables with these ids, the newest first."""
        held = held_ids(self.searcher, schema.ID, ids)
        if not held:
            return []
        wanted = tantivy.Query.term_set_query(self._schema, schema.ID, held)
        found = self.searcher.search(wanted, limit=len(ids), order_by_field=schema.SENT)
        return self._keys([place for _, place in found.hits])

    def _run(self, compiler: Compiler, root: Node | None, limit: int) -> tuple[list[Hit], int]:
        """Return the hits of one reading of the query, in order, and their exact number."""
        everything = compiler.every_cable()
        wanted = everything if root is None else compiler.compile(root)
        ranked = root is not None and _has_words(root)
        if ranked:
            found = self.searcher.search(wanted, limit=limit)
        else:
            # Conditions alone rank nothing: the newest cable comes first. The watermark is no cable.
            wanted = conjunction([wanted, everything])
            found = self.searcher.search(wanted, limit=limit, order_by_field=schema.SENT)
        compiler.whole = wanted
        places = [place for _, place in found.hits]
        keys = self._keys(places)
        scores = [float(score) if ranked else 0.0 for score, _ in found.hits]
        corrected = compiler.correct is not Correct.NEVER
        hits = [Hit(key, score, (), corrected) for key, score in zip(keys, scores, strict=True)]
        if ranked:
            asked = [compiler.corrections.get(word, (word,))[0] for word in _asked(root)]
            hits = self._reranked(hits, places, asked)
        return hits, counted(found)

    def _keys(self, places: list[tantivy.DocAddress]) -> list[int]:
        return [int(key or 0) for key in self.searcher.fast_field_values(schema.KEY, places)]

    def _reranked(self, hits: list[Hit], places: list[tantivy.DocAddress], asked: list[str]) -> list[Hit]:
        head, rest = hits[:HEAD], hits[HEAD:]
        subjects = [self.searcher.doc(place).get_first(schema.SUBJECT) or "" for place in places[:HEAD]]
        scores = rerank([hit.score for hit in head], subjects, " ".join(asked))
        above = rest[0].score if rest else 0.0  # so that scores still fall from the head to the rest
        again = [
            Hit(hit.key, above + score, corrected=hit.corrected)
            for hit, score in zip(head, scores, strict=True)
        ]
        return [*sorted(again, key=lambda hit: -hit.score), *rest]


def _asked_ids(query: Query) -> tuple[str, ...]:
    """The ids that the query as a whole stands for, when it is one."""
    root = query.root.nodes[0] if isinstance(query.root, Or) else query.root
    if isinstance(root, IdIs) and root.role != "cited" and not root.ids[0].endswith("*"):
        return root.ids
    return ()


def _has_words(root: Node) -> bool:
    return any(isinstance(leaf, (Word, Phrase, IdIs)) for leaf in leaves(root))


def _can_be_misspelt(root: Node | None) -> bool:
    return any(isinstance(leaf, Word) and not leaf.prefix for leaf in leaves(root))


def _asked(root: Node | None) -> list[str]:
    """The words that text was asked for, without those of header fields."""
    asked: list[str] = []
    for leaf in leaves(root):
        if isinstance(leaf, Word):
            asked.append(leaf.text)
        elif isinstance(leaf, Phrase):
            asked += leaf.words
    return asked
