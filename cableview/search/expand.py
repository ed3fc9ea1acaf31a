"""What each word of a query stands for: itself, its completions, and its spelling neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cableview.model.query import Word
from cableview.search.vocabulary import Vocabulary, allowed_edits

_COMPLETIONS = {2: 3, 3: 6}
"""By letters typed; those of two letters are in nearly every cable, and each costs."""
_COMPLETIONS_ELSE = 12
_NEIGHBOURS = 8
_COMPLETED = 0.6
_CORRECTED = 0.4
_COMMONER = 5


class Correct(Enum):
    """How far words are taken as misspelt."""

    NEVER = 0
    RARE = 1
    """A word that is not known, or whose neighbour is five times as common."""
    ANY = 2


@dataclass(frozen=True, slots=True)
class Expansion:
    """The terms that a word is searched as, with their weight."""

    terms: tuple[tuple[str, float], ...]
    corrections: tuple[str, ...] = ()
    """Those terms that are spelt otherwise."""


def expand(word: Word, vocabulary: Vocabulary | None, correct: Correct) -> Expansion:
    """Return the terms for a word without ``*``."""
    terms = {word.text: 1.0}
    corrected: list[str] = []
    if vocabulary is not None:
        if word.open and len(word.text) > 1 and not word.text.isdigit():
            for term in vocabulary.completions(
                word.text, _COMPLETIONS.get(len(word.text), _COMPLETIONS_ELSE)
            ):
                terms.setdefault(term, _COMPLETED)
        if correct is not Correct.NEVER:
            corrected = [term for term in _neighbours(word.text, vocabulary, correct) if term not in terms]
            terms |= dict.fromkeys(corrected, _CORRECTED)
    return Expansion(tuple(terms.items()), tuple(corrected))


def _neighbours(word: str, vocabulary: Vocabulary, correct: Correct) -> list[str]:
    count = vocabulary.count(word)
    if count and not allowed_edits(len(word)):
        return []  # short and known; when not known, it can be a longer word with a letter lost
    near = vocabulary.neighbours(word, _NEIGHBOURS)
    if correct is Correct.ANY or not count:
        return near
    return [other for other in near if vocabulary.count(other) >= _COMMONER * count]
