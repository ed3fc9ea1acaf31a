"""One import and its report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or member that was not taken in."""

    name: str
    reason: str
    """One line: what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A file or member that was taken in although something about it had to be guessed."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """One run of the import command."""

    id: int
    started: datetime
    finished: datetime | None
    """None while it runs, or when it was stopped."""
    sources: tuple[str, ...]
    """The paths as given."""
    new: int = 0
    changed: int = 0
    """Held already, with other text: became a version."""
    identical: int = 0
    skipped: tuple[Skipped, ...] = field(default=())
    problems: tuple[tuple[str, int], ...] = field(default=())
    """(field, how many cables) for what the parser could not read."""
