"""A cable as read: header fields, numbered paragraphs, references, and what cleaning changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cableview.model.quick import quick
from cableview.model.site import SiteRecord

Span = tuple[int, int]
"""Half-open [start, end) ``str`` indices of the raw text."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, or that two sources disagree about."""

    field: str
    """The record's field it concerns, e.g. ``tags``."""
    source: Span | None
    """Where in the raw text; None when the thing is missing altogether."""
    message: str
    """One sentence for the reader of the cable."""


@quick
@dataclass(frozen=True, slots=True)
class Change:
    """One place where a named cleaning rule altered the raw text."""

    rule: str
    """The rule's name, e.g. ``page-header``."""
    source: Span
    replacement: str = ""
    """What the clean text has in its place."""


@quick
@dataclass(frozen=True, slots=True)
class Addressee:
    """One action or information addressee."""

    name: str
    """As printed without route, precedence and number, e.g. ``AMEMBASSY BEIJING``."""
    route: str | None = None
    """Routing indicator, e.g. ``RUEHC``."""
    precedence: str | None = None
    """FLASH, NIACT IMMEDIATE, IMMEDIATE, PRIORITY or ROUTINE."""
    number: str | None = None
    """Message continuity number, zeros kept, e.g. ``0382``."""
    exempt: tuple[str, ...] = ()
    """Posts exempted (XMT) from a collective."""


@quick
@dataclass(frozen=True, slots=True)
class Reference:
    """One item of the REF list."""

    label: str | None
    """The letter other text calls it by, upper case; None in a list without letters."""
    text: str
    """The item as printed, without its label, white space squeezed."""
    id: str | None
    """Canonical id; None when the item is not a cable or cannot be told."""
    source: Span
    kind: str = "cable"
    """cable, email, telcon, memo, law, report, message, or other."""
    title: str | None = None
    and_previous: bool = False
    """The cable and earlier ones of the same thread."""
    year_inferred: bool = False
    """No year is printed; it was inferred."""


@quick
@dataclass(frozen=True, slots=True)
class ReferenceMention:
    """A place in the body that points at another cable: ``reftel``, ``Refs A and C``, ``07 STATE 1234``."""

    paragraph: int | None
    """True number of the paragraph it stands in."""
    index: int
    """Position (from 0) of that paragraph in ``Cable.paragraphs``."""
    text: str
    ids: tuple[str, ...]
    """Canonical ids it resolves to; empty when it points at something that is no cable."""
    source: Span


@dataclass(frozen=True, slots=True)
class ClassifiedBy:
    """Who classified the cable."""

    name: str
    title: str | None = None
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """The block from Summary to End Summary."""

    paragraphs: tuple[int, ...]
    """True numbers of the paragraphs it touches."""
    text: str
    """Without the words Summary and End Summary."""


@quick
@dataclass(frozen=True, slots=True)
class Paragraph:
    """One numbered paragraph, or a block of text that stands outside the numbering."""

    number: int | None
    """True number; counted by position in a cable without numbers, None for text outside the numbering."""
    printed: str | None
    """The marker's number as printed, e.g. ``¶ 14.``; None when nothing is printed."""
    marking: str | None
    """Portion marking as printed, upper case, without brackets, e.g. ``S/NF``."""
    heading: str | None
    """The heading it stands under; it holds for every paragraph up to the next heading."""
    text: str
    """Clean text without number and marking. Wrapped lines are joined; ``\\n`` separates list items,
    table rows and blocks that really stand on lines of their own."""
    source: Span
    """From its marker to the end of its last line."""
    heading_source: Span | None = None
    """Where the heading is printed; equal for the paragraphs that share it."""


@quick
@dataclass(frozen=True, slots=True)
class Cable:
    """Everything read from one document. Absent is None or an empty tuple; no field is required."""

    id: str | None = None
    """Canonical id (MRN): two-digit year, station key, serial without zeros."""
    printed_id: str | None = None
    """Post and serial as printed on the classification line, e.g. ``BEIJING 002648``."""
    transmission_id: str | None = None
    sent: datetime | None = None
    """Date-time group, aware, UTC."""
    precedence: str | None = None
    sender: str | None = None
    """The FM line's name, e.g. ``AMEMBASSY BEIJING``."""
    to: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    classification: str | None = None
    captions: tuple[str, ...] = ()
    passing: str | None = None
    """Passing instructions, e.g. ``DEPT FOR ISN AND EAP``."""
    declassify_on: date | None = None
    declassify_printed: str | None = None
    """The E.O. line's value as printed, also when it names no date."""
    tags: tuple[str, ...] = ()
    """Corrected, in order, without repeats."""
    tags_printed: tuple[str, ...] = ()
    subject: str | None = None
    subject_marking: str | None = None
    references: tuple[Reference, ...] = ()
    classified_by: ClassifiedBy | None = None
    reasons: tuple[str, ...] = ()
    """Letters of section 1.4 or 1.5, lower case."""
    summary: Summary | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    signers: tuple[str, ...] = ()
    reference_mentions: tuple[ReferenceMention, ...] = ()
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    """The damage report, in order of place."""
    spans: tuple[tuple[str, Span], ...] = ()
    """Where each header field stands, as (field, span), in order of place; gaps are unread text."""
    site: SiteRecord | None = None
    """What a site or table said beside the text, or printed above it."""
