"""One document to one Cable: clean, read header and body, bring every place back to the raw text."""

from __future__ import annotations

from dataclasses import replace

from cableview.model.cable import Cable, Change
from cableview.model.document import Document
from cableview.model.site import SiteRecord
from cableview.parse.body import read_body
from cableview.parse.clean import clean
from cableview.parse.header import read_header
from cableview.parse.header.record import SHARED, Header
from cableview.parse.working import Working

PARSER_VERSION = 6
"""Raised whenever the same text would give another Cable, so that held records are read again."""


def parse_document(document: Document) -> Cable:
    """Return the cable of a document; what decoding had to guess is among its problems."""
    cable = parse_text(document.text, document.site, document.name)
    return replace(cable, problems=document.problems + cable.problems) if document.problems else cable


def parse_text(text: str, site: SiteRecord | None = None, name: str = "") -> Cable:
    """Return everything that can be read from ``text``. Never raises: what cannot be read is a problem.

    ``name`` is the document's, which may give the id where neither the text nor the site does.
    """
    working = clean(text)
    header = read_header(working, site, name)
    body = read_body(working, header.end, header)
    raw_header = header if _last_place(header) <= working.same else _to_raw(header, working)
    extra = body.changes
    if header.doubled:
        extra += (Change("doubled-header", working.to_raw(*header.doubled)),)
    return Cable(
        *raw_header[:SHARED],
        body.summary,
        body.paragraphs,
        body.signers,
        body.reference_mentions,
        raw_header.problems + body.problems,
        _merged(working.changes, extra) if extra else working.changes,
        raw_header.spans + body.spans,
        header.site,
    )


def _last_place(header: Header) -> int:
    """Return a place behind all of the header's spans; page headers, the commonest damage, come after it."""
    by = header.classified_by
    read = by.source[1] if by is not None and by.source is not None else 0
    printed = header.spans[-1][1][1] if header.spans else 0
    return max(header.end, read, printed)


def _to_raw(header: Header, working: Working) -> Header:
    """Return ``header`` with its spans counted in the raw text."""
    by = header.classified_by
    return header._replace(
        references=tuple(replace(item, source=working.to_raw(*item.source)) for item in header.references),
        classified_by=replace(by, source=working.to_raw(*by.source)) if by and by.source else by,
        problems=tuple(
            replace(problem, source=working.to_raw(*problem.source)) if problem.source else problem
            for problem in header.problems
        ),
        spans=tuple((name, working.to_raw(*span)) for name, span in header.spans),
    )


def _merged(changes: tuple[Change, ...], extra: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return both in order of place; a small change inside a larger one goes with it."""
    merged: list[Change] = []
    for change in sorted(changes + extra, key=lambda c: (c.source[0], -c.source[1])):
        if not merged or change.source[0] >= merged[-1].source[1]:
            merged.append(change)
    return tuple(merged)
