"""What a source hands to the parser: a name, a text, and what the site said about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from cableview.model.cable import Problem


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


@dataclass(frozen=True, slots=True)
class Document:
    """One cable's raw text, before parsing."""

    name: str
    """Path as given, or ``archive!member``, or ``table.csv#row``."""
    text: str
    """Decoded, line ends as they are: every offset in a record counts in this text."""
    encoding: str = "utf-8"
    site: SiteRecord | None = None
    problems: tuple[Problem, ...] = field(default=())
    """What decoding had to guess."""
