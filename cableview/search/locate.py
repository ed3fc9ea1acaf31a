"""Where the words of a query stand in a cable's text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cableview.model.cable import Cable, Span
from cableview.model.query import Phrase, Query, Word, leaves
from cableview.search.folding import MARKS, words

# A word as a reader sees it: marks without width inside it do not end it.
_TOKEN = re.compile(rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*")
_NOTHING: Mapping[str, tuple[str, ...]] = {}


def _tokens(text: str) -> list[tuple[str, Span]]:
    """Return the folded words with their places; a possessive ``'s`` is no word, as in the index."""
    found = []
    for match in _TOKEN.finditer(text):
        possessive = match[0] in "sS" and match.start() and text[match.start() - 1] in "'’‘ʼ"
        if not possessive:
            found += [(word, match.span()) for word in words(match[0])]
    return found


class _Wanted:
    def __init__(self, query: Query, corrections: Mapping[str, tuple[str, ...]]) -> None:
        plain = [leaf for leaf in leaves(query.root) if isinstance(leaf, Word)]
        self.words = {word.text for word in plain if not word.prefix}
        self.words.update(other for word in plain for other in corrections.get(word.text, ()))
        self.starts = tuple(word.text for word in plain if word.prefix or (word.open and len(word.text) > 1))
        self.phrases = [leaf.words for leaf in leaves(query.root) if isinstance(leaf, Phrase)]

    def spans(self, text: str) -> tuple[Span, ...]:
        tokens = _tokens(text)
        found = {
            span
            for word, span in tokens
            if word in self.words or (self.starts and word.startswith(self.starts))
        }
        if self.phrases:
            run = [word for word, _ in tokens]
            for phrase in self.phrases:
                for at in _places(run, phrase):
                    found.add((tokens[at][1][0], tokens[at + len(phrase) - 1][1][1]))
        return _merged(sorted(found))


def _places(run: Sequence[str], phrase: tuple[str, ...]) -> list[int]:
    size = len(phrase)
    return [at for at, word in enumerate(run) if word == phrase[0] and tuple(run[at : at + size]) == phrase]


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def locate(
    cable: Cable, query: Query, corrections: Mapping[str, tuple[str, ...]] = _NOTHING
) -> tuple[tuple[Span, ...], ...]:
    """Return the hits in each paragraph's clean text, in order, as half-open spans that do not overlap.

    ``corrections`` are those of the search result, so that what was found is what is lit. Words under a NOT
    and words asked of header fields are not lit.
    """
    wanted = _Wanted(query, corrections)
    return tuple(wanted.spans(paragraph.text) for paragraph in cable.paragraphs)


def locate_text(
    text: str, query: Query, corrections: Mapping[str, tuple[str, ...]] = _NOTHING
) -> tuple[Span, ...]:
    """Return the hits in any text, such as a subject."""
    return _Wanted(query, corrections).spans(text)
