"""The head of a working text to a Header: every field that the header decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from cableview.model.cable import Addressee, ClassifiedBy, Problem, Reference, Span
from cableview.model.site import SiteRecord
from cableview.parse.header.addressees import read_addressees
from cableview.parse.header.classification import read_captions
from cableview.parse.header.classified_by import split_reasons, unwrap
from cableview.parse.header.declassify import read_declassify
from cableview.parse.header.identity import Identity, compare, identify, site_captions
from cableview.parse.header.layout import Piece
from cableview.parse.header.locate import (
    LONGEST_CLASSIFIED,
    Located,
    classified_paragraph,
    header_spans,
    locate,
    locate_copy,
)
from cableview.parse.header.names import split_name
from cableview.parse.header.record import Header
from cableview.parse.header.references import read_references
from cableview.parse.header.sitehead import read_site_head
from cableview.parse.header.subject import read_subject
from cableview.parse.header.tags import read_tags
from cableview.parse.naming import site_of_name
from cableview.parse.working import Working
from cableview.parse.years import YearContext, full_year

_T = TypeVar("_T")


def read_header(working: Working, site: SiteRecord | None, name: str = "") -> Header:
    """Read the header of ``working``; ``site`` is what the source said about the cable, else its ``name``.

    Never raises: what cannot be read is absent or a problem. All spans count in ``working.text``.
    """
    text = working.text
    printed_site, start = read_site_head(text)
    site = site or printed_site or site_of_name(name)
    found = locate(text, start)
    identity = identify(found, text, site)
    header = _read(text, found, identity, site, compare(found, identity, site))
    if found.line is None:
        return header
    copy = locate_copy(text, header.end, found.line)
    return (
        _with_copy(header, _read(text, copy, identity, site, []), copy.start) if copy is not None else header
    )


def _read(
    text: str, found: Located, identity: Identity, site: SiteRecord | None, problems: list[Problem]
) -> Header:
    layout, line, sent = found.layout, found.line, found.dtg
    pieces_of = layout.by_field().get
    captions, passing = read_captions(text, layout.loose)
    if line is None and site is not None:
        captions = tuple(dict.fromkeys((*captions, *site_captions(site))))
    by, reasons = _classified_by(text, pieces_of("classified", ()), layout.end)
    subject, marking = _first(text, pieces_of("subject", ()), read_subject)
    printed, declassify_on = _first(text, pieces_of("eo", ()), read_declassify)
    tags, tags_printed = read_tags(_joined(text, pieces_of("tags", ())))
    context = YearContext(identity.station, identity.serial, identity.sent or _end_of_year(identity.id))
    refs = pieces_of("ref", ())
    ref_spans = [(piece.value, piece.end) for piece in refs] if refs else []
    # Calling the class takes three times as long, for so many names.
    return Header.__new__(
        Header,
        id=identity.id,
        printed_id=_squeezed(line.printed_id) if line is not None else None,
        transmission_id=found.transmission.transmission_id,
        sent=identity.sent,
        precedence=sent.precedence if sent is not None else None,
        sender=_squeezed(_at(text, found.transmission.sender)),
        to=_addressees(text, found.transmission.to),
        info=_addressees(text, found.transmission.info),
        classification=line.classification if line is not None else _site_classification(site),
        captions=captions,
        passing=passing,
        declassify_on=declassify_on,
        declassify_printed=printed,
        tags=tags,
        tags_printed=tags_printed,
        subject=subject,
        subject_marking=marking,
        references=read_references(text, ref_spans, identity.id, context) if ref_spans else (),
        classified_by=by,
        reasons=reasons,
        problems=tuple(problems),
        spans=header_spans(found),
        end=layout.end,
        site=site,
        context=context,
    )


def _end_of_year(own_id: str | None) -> datetime | None:
    """Return the last moment a cable of that id can have been sent: its references are of the same year."""
    return datetime(full_year(int(own_id[:2])), 12, 31, tzinfo=UTC) if own_id is not None else None


def _first(
    text: str, pieces: Iterable[Piece], read: Callable[[str], tuple[str | None, _T | None]]
) -> tuple[str | None, _T | None]:
    """Return what ``read`` makes of the first piece that holds something."""
    for piece in pieces:
        result = read(text[piece.value : piece.end])
        if result[0] is not None:
            return result
    return None, None


def _joined(text: str, pieces: Sequence[Piece]) -> str:
    """Return the values of the pieces as one; as a rule there is one piece."""
    if len(pieces) == 1:
        return text[pieces[0].value : pieces[0].end]
    return " ".join([text[piece.value : piece.end] for piece in pieces])


def _at(text: str, span: Span | None) -> str | None:
    return text[span[0] : span[1]] if span is not None else None


def _squeezed(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text is not None else None


def _addressees(text: str, span: Span | None) -> tuple[Addressee, ...]:
    return read_addressees(text[span[0] : span[1]]) if span is not None else ()


def _site_classification(site: SiteRecord | None) -> str | None:
    """Return the site's word without its captions: ``CONFIDENTIAL`` of ``CONFIDENTIAL//NOFORN``."""
    if site is None or not site.classification:
        return None
    return site.classification.split("//")[0].strip()


def _classified_by(
    text: str, pieces: Sequence[Piece], end_of_header: int
) -> tuple[ClassifiedBy | None, tuple[str, ...]]:
    if not pieces:
        first = classified_paragraph(text, end_of_header)
        pieces = [first] if first is not None else []
    for piece in pieces:
        line_start = text.rfind("\n", 0, piece.start) + 1
        end = min(piece.end, piece.value + LONGEST_CLASSIFIED)
        head, reasons = split_reasons(unwrap(line_start, text, piece.value, end))
        name, title = split_name(head)
        if name:
            return ClassifiedBy(name, title, (piece.start, piece.end)), reasons
        if reasons:
            return None, reasons
    return None, ()


def _with_copy(header: Header, copy: Header, start: int) -> Header:
    """Take the second copy of the block into the header; it is a double when its fields are equal."""
    same = (header.subject, header.tags, _ids(header.references)) == (
        copy.subject,
        copy.tags,
        _ids(copy.references),
    )
    problems = header.problems
    if not same:
        message = "The header stands twice, with another subject, TAGS or references."
        problems += (Problem("header", (start, copy.end), message),)
    return header._replace(
        end=copy.end,
        doubled=(start, copy.end) if same else None,
        problems=problems,
        classified_by=header.classified_by or copy.classified_by,
        reasons=header.reasons or copy.reasons,
        subject=header.subject or copy.subject,
        tags=header.tags or copy.tags,
        references=header.references or copy.references,
    )


def _ids(references: Iterable[Reference]) -> list[str | None]:
    return [reference.id for reference in references]
