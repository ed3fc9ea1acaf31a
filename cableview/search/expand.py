"""What each word of a query stands for: itself, its completions, and its spelling neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from cableview.model.query import Word
from cableview.search.vocabulary import Near, Vocabulary, allowed_edits, inflected, most_slips

_COMPLETIONS = {2: 2, 3: 4}
"""By letters typed; those of two letters are in nearly every cable, and each costs."""
_COMPLETIONS_ELSE = 12
_FAR_RARER = 50
"""A completion held by so many times fewer cables than the word as it stands waits for its next letter:
one that nobody means would come first, for what is rare weighs most."""
_EVERYWHERE, _MANY = 0.5, 20_000
"""A word that such a share of all cables hold, and so many, needs no completion to be found."""
_NEIGHBOURS = 12
_MISSPELLINGS = 32
_COMPLETED = 0.6
_CORRECTED = {1: 0.4, 2: 0.2}
"""By edits."""
_MISSPELT = 0.3
_COMMONER = 5
"""A word of few cables is taken for misspelt beside one that is so many times commoner."""
_SOUND = 10
"""A word of so many cables is taken for misspelt only beside one that is far commoner,"""
_FAR_COMMONER = 20
"""so many times."""
_BEYOND_DOUBT = 200
"""Beside one that is so many times commoner a word is taken for misspelt whatever it finds."""


class Correct(IntEnum):
    """How far words are taken otherwise than typed; each includes those before it."""

    NEVER = 0
    TEXT = 1
    """The text has it misspelt: much rarer words, one edit away."""
    CLEAR = 2
    """The query has it misspelt beyond doubt."""
    RARE = 3
    """The query has it misspelt, if it is not known or its neighbour is much more common."""
    ANY = 4
    """The query has it misspelt, however common it is."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """The terms that a word is searched as, with their weight."""

    terms: tuple[tuple[str, float], ...]
    corrections: tuple[str, ...] = ()
    """Those terms that are spelt otherwise, because the query seems misspelt.

    Before them the word itself, when nothing speaks against it but that the query finds nothing.
    """
    misspellings: tuple[str, ...] = ()
    """Those terms that are misspellings of the word in the text."""


def expand(word: Word, vocabulary: Vocabulary | None, correct: Correct) -> Expansion:
    """Return the terms for a word without ``*``; one search asks several times."""
    if vocabulary is None:
        return Expansion(((word.text, 1.0),))
    return vocabulary.kept((word, correct), lambda: _expand(word, vocabulary, correct))


def _expand(word: Word, vocabulary: Vocabulary, correct: Correct) -> Expansion:
    terms = {word.text: 1.0}
    held = vocabulary.count(word.text)
    if word.open and len(word.text) > 1 and not word.text.isdigit():
        completions = _completions(word.text, vocabulary)
        terms |= dict.fromkeys(completions, _COMPLETED)
        held = max([held, *map(vocabulary.count, completions)])  # a sound beginning is not misspelt
    corrected: dict[str, float] = {}
    misspelt: dict[str, float] = {}
    if correct >= Correct.CLEAR:
        near = _neighbours(word.text, held, vocabulary, correct)
        corrected = {item.word: _CORRECTED[item.edits] for item in near if item.word not in terms}
    sound = bool(corrected) and not _neighbours(word.text, held, vocabulary, Correct.RARE)
    if correct >= Correct.TEXT:
        wrong = vocabulary.misspellings(word.text)[:_MISSPELLINGS]
        misspelt = {item.word: _MISSPELT for item in wrong if item.word not in terms | corrected}
    meant = (word.text, *corrected) if sound else tuple(corrected)
    return Expansion(tuple((terms | corrected | misspelt).items()), meant, tuple(misspelt))


def _completions(word: str, vocabulary: Vocabulary) -> list[str]:
    held = vocabulary.count(word)
    if held > _MANY and held > _EVERYWHERE * vocabulary.most:
        return []
    found = vocabulary.completions(word, _COMPLETIONS.get(len(word), _COMPLETIONS_ELSE))
    return [term for term in found if vocabulary.count(term) * _FAR_RARER >= held]


def _neighbours(word: str, count: int, vocabulary: Vocabulary, correct: Correct) -> list[Near]:
    """Return what ``word`` may be a misspelling of; so many cables hold it, or a word that begins like it."""
    if count and not allowed_edits(len(word)):
        return []  # short and known; when not known, it can be a longer word with a letter lost
    near = vocabulary.near(word)
    if correct is Correct.CLEAR:
        near = tuple(item for item in near if item.cables >= _BEYOND_DOUBT * max(1, count))
    elif correct is Correct.RARE and count:
        times = _COMMONER if count < _SOUND else _FAR_COMMONER
        near = tuple(item for item in near if item.cables >= times * count or _is_slip(word, count, item))
    return sorted(near, key=lambda item: (item.edits, -item.cables))[:_NEIGHBOURS]


def _is_slip(word: str, count: int, other: Near) -> bool:
    """Tell whether ``other`` finds ``word``, which so many cables hold, as its misspelling in the text."""
    rarer = other.edits == 1 and count <= most_slips(other.cables)
    return rarer and not inflected(word, other.word)
