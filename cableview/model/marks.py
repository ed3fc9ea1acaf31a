"""What a reader says about cables: decisions and flags."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Decision(StrEnum):
    """A triage decision about a whole cable."""

    RELEVANT = "relevant"
    NOT_RELEVANT = "not-relevant"
    LATER = "later"
    HOT = "hot"

    @property
    def sign(self) -> str:
        """The key that makes it and the letter that shows it: ``a``, ``x``, ``s`` or ``!``."""
        return {"relevant": "a", "not-relevant": "x", "later": "s", "hot": "!"}[self.value]


@dataclass(frozen=True, slots=True)
class Flag:
    """A flagged paragraph, anchored by its text and not by its place."""

    id: str
    """Stable across machines: a UUID in hex."""
    cable_id: str
    paragraph: int | None
    """True number when flagged."""
    paragraph_hash: str
    quote: str
    """The paragraph's clean text when flagged."""
    prefix: str
    """Up to 32 characters of clean text before it."""
    suffix: str
    """Up to 32 characters of clean text after it."""
    note: str = ""
    codes: tuple[int, ...] = ()
    """Code numbers 1 to 9."""
    created: datetime | None = None
    modified: datetime | None = None
    orphan: bool = False
    """True when the cable as held now has no paragraph with this hash."""
