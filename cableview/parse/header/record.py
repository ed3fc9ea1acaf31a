"""What the header of a cable says."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, NamedTuple

from cableview.model.cable import Addressee, ClassifiedBy, Problem, Reference, Span
from cableview.model.site import SiteRecord
from cableview.parse.years import YearContext


class Header(NamedTuple):
    """The header fields of ``model.cable.Cable``, in its order; every span counts in the working text."""

    id: str | None = None
    printed_id: str | None = None
    transmission_id: str | None = None
    sent: datetime | None = None
    precedence: str | None = None
    sender: str | None = None
    to: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    classification: str | None = None
    captions: tuple[str, ...] = ()
    passing: str | None = None
    declassify_on: date | None = None
    declassify_printed: str | None = None
    tags: tuple[str, ...] = ()
    tags_printed: tuple[str, ...] = ()
    subject: str | None = None
    subject_marking: str | None = None
    references: tuple[Reference, ...] = ()
    classified_by: ClassifiedBy | None = None
    reasons: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    spans: tuple[tuple[str, Span], ...] = ()
    """(field, span) of what was read, in order of place."""
    end: int = 0
    """Where the body starts."""
    doubled: Span | None = None
    """The second, equal copy of the block from the classification line on."""
    site: SiteRecord | None = None
    """The record given, or the one printed above the cable."""
    context: YearContext = YearContext()
    """What the years of references in the text are inferred from."""


SHARED: Final = 20
"""So many of the fields come first in a cable too, and nothing in the body adds to them."""
