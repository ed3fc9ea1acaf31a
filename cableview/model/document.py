"""What a source hands to the parser: a name, a text, and what the site said about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from cableview.model.cable import Problem
from cableview.model.site import SiteRecord


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
