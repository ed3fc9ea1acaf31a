"""Cables and paragraphs like one: those that share its rare words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import tantivy
from tantivy import Occur, Query

from cableview.model.cable import Cable
from cableview.search import schema
from cableview.search.engine import keys_at
from cableview.search.folding import LONGEST, words

if TYPE_CHECKING:
    from cableview.store.library import Library

_WORDS = 24
"""Words that stand for a text: more cost time and find the same."""
_SHARED = 3
"""Of so many words a like cable has at least so many, when there are enough of them."""
_SHORTEST = 3
_COMMON = 0.05
"""A word of more than this share of the cables tells none from another,"""
_FEW = 20
"""unless it is in so few of them, and in less than half."""
_LOOKED_UP = 400
"""Different words of a text that are looked up: the most repeated, then the longest."""
_CANDIDATES = 15
"""Cables that are read for paragraphs like one: each takes two milliseconds."""


class Alike(NamedTuple):
    """A cable like another."""

    key: int
    score: float
    """Falls along the list; comparable within one list only."""


class AlikeParagraph(NamedTuple):
    """A paragraph like another."""

    cable_id: str
    position: int
    """Of the paragraph in its cable, from 0."""
    score: float
    """The share of the weight of the words, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Similar:
    """What was found."""

    hits: tuple[Alike, ...] = ()
    words: Mapping[str, float] | None = None
    """The words that stood for the text, with their weight."""


def telling_words(text: Iterable[str], searcher: tantivy.Searcher) -> dict[str, float]:
    """Return the rarest and most repeated words of a text with their weight, the heaviest first.

    Only words that other cables have too; ``text`` are folded words.
    """
    total = searcher.num_docs
    most = max(_COMMON * total, min(_FEW, total // 2))
    counts = Counter(word for word in text if _SHORTEST <= len(word) < LONGEST and not word.isdigit())
    weights: dict[str, float] = {}
    for word in sorted(counts, key=lambda word: (-counts[word], -len(word), word))[:_LOOKED_UP]:
        often = searcher.doc_freq(schema.BODY, word)
        if 2 <= often <= most:
            weights[word] = (1 + math.log(counts[word])) * math.log(1 + total / often)
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return dict(heaviest[:_WORDS])


def find_similar(
    index_schema: tantivy.Schema, searcher: tantivy.Searcher, text: Iterable[str], key: int, limit: int
) -> Similar:
    """Return the cables that share the telling words of ``text``, without the cable of ``key``."""
    telling = telling_words(text, searcher)
    if not telling:
        return Similar()
    parts = [
        (Occur.Should, Query.boost_query(Query.term_query(index_schema, schema.BODY, word), weight))
        for word, weight in telling.items()
    ]
    shared = Query.boolean_query(parts, minimum_number_should_match=min(_SHARED, (len(parts) + 1) // 2))
    itself = Query.term_query(index_schema, schema.KEY, key)
    wanted = Query.boolean_query([(Occur.Must, shared), (Occur.MustNot, itself)])
    hits = searcher.search(wanted, limit=limit, count=False).hits
    keys = keys_at(searcher, [place for _, place in hits])
    found = [Alike(one, float(score or 0)) for one, (score, _) in zip(keys, hits, strict=True)]
    return Similar(tuple(sorted(found, key=lambda hit: (-hit.score, -hit.key))), telling)


def words_of(cable: Cable, paragraph: int | None = None) -> list[str]:
    """Return the folded words of a cable's subject and text, or of one paragraph (position from 0)."""
    if paragraph is not None:
        return words(cable.paragraphs[paragraph].text)
    return words(" . ".join((cable.subject or "", *(item.text for item in cable.paragraphs))))


def paragraphs_like(library: Library, found: Similar, limit: int = 10) -> tuple[AlikeParagraph, ...]:
    """Return the paragraphs most like the one that ``found`` was asked for, the best of each cable.

    Reads the first cables of ``found``. Raises StoreError.
    """
    telling = found.words or {}
    whole = sum(telling.values()) or 1.0
    alike: list[AlikeParagraph] = []
    for row in library.rows([hit.key for hit in found.hits[:_CANDIDATES]]):
        held = library.load(row.id)
        scores = [
            sum(telling.get(word, 0.0) for word in set(words(item.text))) / whole
            for item in (held.cable.paragraphs if held else ())
        ]
        if best := max(scores, default=0.0):
            alike.append(AlikeParagraph(row.id, scores.index(best), best))
    return tuple(sorted(alike, key=lambda item: -item.score)[:limit])
