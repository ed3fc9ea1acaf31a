"""What each word of a query stands for: itself, its completions, and its spelling neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from cableview.model.query import Word
from cableview.search.vocabulary import Vocabulary

_COMPLETIONS = {2: 3, 3: 6}
"""By letters typed; those of two letters are in nearly every cable, and each costs."""
_COMPLETIONS_ELSE = 12
_NEIGHBOURS = 8
_COMPLETED = 0.6
_CORRECTED = 0.4


@dataclass(frozen=True, slots=True)
class Expansion:
    """The terms that a word is searched as, with their weight."""

    terms: tuple[tuple[str, float], ...]
    corrections: tuple[str, ...] = ()
    """Those terms that are spelt otherwise."""


def expand(word: Word, vocabulary: Vocabulary | None, *, correct: bool) -> Expansion:
    """Return the terms for a word without ``*``; spelling neighbours only when ``correct`` is set."""
    terms = {word.text: 1.0}
    corrected: list[str] = []
    if vocabulary is not None:
        if word.open and len(word.text) > 1:
            for term in vocabulary.completions(
                word.text, _COMPLETIONS.get(len(word.text), _COMPLETIONS_ELSE)
            ):
                terms.setdefault(term, _COMPLETED)
        if correct:
            corrected = [term for term in vocabulary.neighbours(word.text, _NEIGHBOURS) if term not in terms]
            for term in corrected:
                terms[term] = _CORRECTED
    return Expansion(tuple(terms.items()), tuple(corrected))
