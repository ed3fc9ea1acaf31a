"""What a search gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from cableview.model.query import Query


class Hit(NamedTuple):
    """A cable found. A tuple: two thousand are made for every key typed."""

    key: int
    """The library's key."""
    score: float
    """Falls along the exact hits, and again along the corrected ones; comparable within one result only."""
    paragraphs: tuple[int, ...] = ()
    """Positions of the paragraphs hit, where they are known; ``locate`` finds them in a loaded cable."""
    corrected: bool = False
    """Found through a corrected word only."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The cables found, the best first."""

    query: Query
    hits: tuple[Hit, ...] = ()
    """At most as many as asked for."""
    total: int = 0
    """The number of cables found, exact when ``counted``."""
    corrections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Word as typed, folded, to the words it is taken for as well."""
    lit: frozenset[str] = frozenset()
    """Folded words to light in the text; ``locate`` finds their places, phrases included."""
    near: tuple[str, ...] = ()
    """Canonical ids that are held and near to the asked one, which is not."""
    notes: tuple[str, ...] = ()
    """What the user should know: the query's notes and what was limited."""
    exact: int = 0
    """How many of ``total`` hold the words as typed."""
    misspellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Word as typed, folded, to its misspellings in the text, which count too."""
    since: int | None = None
    """When time ran out: only cables sent from this day (yyyymmdd) on were looked at."""
    counted: bool = True
    """False when counting would have taken too long: there are at least ``total``."""
    tried: bool = True
    """False when the words were not taken as misspelt yet: there was no time, or the list is full anyway."""

    @property
    def whole(self) -> bool:
        """Whether nothing was left out for want of time."""
        return self.tried and self.counted and self.since is None

    @property
    def spellings(self) -> dict[str, tuple[str, ...]]:
        """Word as typed, folded, to every other spelling that counts, for ``locate``."""
        words = (*self.corrections, *self.misspellings)
        return {word: (*self.corrections.get(word, ()), *self.misspellings.get(word, ())) for word in words}
