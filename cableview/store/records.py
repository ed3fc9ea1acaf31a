"""What the library answers with: frozen values, in words of the domain."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from cableview.model.batch import Skipped
from cableview.model.cable import Cable


class Outcome(StrEnum):
    """What became of a document handed to the library."""

    NEW = "new"
    CHANGED = "changed"
    """Held already, with other text: kept as one more version."""
    IDENTICAL = "identical"


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a document went."""

    key: int
    id: str
    version: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class CableRow:
    """One line of the cable list."""

    key: int
    id: str
    sent: datetime | None
    """Aware, UTC."""
    classification: str | None
    precedence: str | None
    sender: str | None
    subject: str | None
    station: str | None
    """Station key; None for a cable without id."""
    tags: tuple[str, ...]
    paragraphs: int
    words: int
    problems: int
    versions: int


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a cable, as it came in."""

    id: int
    cable_id: str
    current: bool
    """The one that is read and searched."""
    source: str
    encoding: str
    sha256: str
    """Hex, of the text in UTF-8."""
    batch: int
    parser: int
    """Version of the parser that last read it into the list."""
    characters: int
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Held:
    """A cable of the library, opened."""

    key: int
    id: str
    cable: Cable
    """Parsed anew from ``raw``, so that it is always what this parser reads."""
    raw: str
    source: str
    encoding: str
    sha256: str
    version: int
    versions: tuple[Version, ...]
    """All of them, oldest first."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that cites a cable."""

    cable_id: str
    """The citing cable."""
    paragraph: int | None
    """True number of the citing paragraph; None when only the REF list cites it."""
    text: str
    """As printed there: ``Ref G``, or the item of the REF list."""
    and_previous: bool
    subject: str | None
    """Of the citing cable."""
    sent: datetime | None
    """Of the citing cable."""
    label: str | None = None
    """Its letter in the REF list of the citing cable."""
    title: str | None = None
    """What that REF list calls the cited cable."""
    index: int | None = None
    """Position (from 0) of the citing paragraph."""


@dataclass(frozen=True, slots=True)
class Dating:
    """When a cable that nobody holds must have been sent; both days belong to it."""

    earliest: date
    latest: date
    basis: str
    """``neighbours`` (cables held with near serials) or ``serials`` (the shipped table)."""

    @property
    def one_month(self) -> bool:
        """True when both days fall in the same month."""
        return (self.earliest.year, self.earliest.month) == (self.latest.year, self.latest.month)


class Extracted(NamedTuple):
    """What the text of a cable names."""

    version: int
    key: int
    names: tuple[tuple[str, str, int], ...]
    """(type, name, how often)."""
    told: frozenset[tuple[str, str]] = frozenset()
    """Type and name of those that may be known in other cables, too."""


class Told(NamedTuple):
    """A name that the words around it tell somewhere, and of which other cables may only speak."""

    id: int
    type: str
    name: str
    cables: int
    """How many name it."""


class Asked(NamedTuple):
    """What came of the question which other cables hold a name."""

    id: int
    carried: bool
    """Whether it means the same in all of them."""
    lacking: array[int]
    """Keys of those that hold its words and do not name it, 4 bytes each."""


class Recall(NamedTuple):
    """A cable to read again."""

    key: int
    fresh: frozenset[tuple[str, str]]
    """Type and name of what others tell and it does not name."""
    names: frozenset[tuple[str, str]]
    """The same, and those that it names already."""


class Recalled(NamedTuple):
    """A cable that was read again."""

    key: int
    extracted: Extracted | None
    """None when it names nothing new, could not be read, or is gone."""
    skipped: Skipped | None
    """Why it could not be read."""


@dataclass(frozen=True, slots=True)
class EntityCount:
    """An entity, and in how many cables it is named."""

    type: str
    name: str
    """As it is written where it was first met."""
    cables: int
