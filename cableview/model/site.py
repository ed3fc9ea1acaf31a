"""What a site or a table said about a cable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """Metadata that a site or table printed beside the cable; it repairs and cross-checks the text."""

    id: str | None = None
    """As the site spells it, e.g. ``08BEIJING2648`` or ``1976STATE103205_b``."""
    created: datetime | None = None
    """Naive, as printed; only date and hour are trustworthy."""
    classification: str | None = None
    """As printed, e.g. ``UNCLASSIFIED//FOR OFFICIAL USE ONLY``."""
    origin: str | None = None
    """e.g. ``Embassy Beijing``."""
    title: str | None = None
    references: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
