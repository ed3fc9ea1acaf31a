"""The REF list: its items, the cables they name, and what is no cable."""

from __future__ import annotations

import re

from cableview.model.cable import Reference, Span
from cableview.parse.header.layout import LONGEST_LIST
from cableview.parse.header.refids import Found, scan
from cableview.parse.header.reflabels import Item, split_items
from cableview.parse.identifiers import compose
from cableview.parse.stations import lookup
from cableview.parse.years import YearContext, infer_year, post_meant, two_digits

_PLAIN = re.compile(r"\s*(?:(\d\d(?:\d\d)?) )?([A-Z][A-Z]+(?: [A-Z]+){0,3}) 0*(\d{1,7})[\s.;,]*")
_SIMPLE = re.compile(
    r"[\s(\[]*(?:['’]?(\d{4}|\d\d)[ -]{1,3})?([A-Z][A-Za-z'’. \n-]*?)[ \n#]{1,3}0*(\d{1,7})"
    r"(?P<notal>\s*\(?NOTAL\)?)?(?P<previous>[\s,(]*(?:AND|&)\s+PREV[A-Z]*\)?)?"
    r"(?:\s*(?:--?|–)\s+(?P<title>[^;]+?)\s*|\s*\((?!\d\d\)|\d{4}\)|[A-Z]\))(?P<bracketed>[^();]+)\)[\s.;,&]*|[\s.;,&]*)",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(r"(?:\bAND|&|,)\s+PREV", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:[\s,(]*(?:NOTAL\)?|(?:AND|&)\s+PREV[A-Z]*\)?))*\s*(?:--?\s+(?P<dash>\S.*)|\((?P<bracket>[^()]{2,})\))",
    re.DOTALL | re.IGNORECASE,
)
_KINDS = (
    ("message", re.compile(r"\bDTG\b|\b[OPRZ]? ?\d{6}Z\s+[A-Z]{3}\b", re.IGNORECASE)),
    ("email", re.compile(r"E-?\s?MAIL", re.IGNORECASE)),
    ("telcon", re.compile(r"TELCON|\bPHONE|TELEPHONE|PHONECON|CONVERSATION|\bCALLS?\b", re.IGNORECASE)),
    ("memo", re.compile(r"\bMEMO|LETTER|NON-?PAPER|\bFAX\b|DIP(?:LOMATIC)? ?NOTE|AIRGRAM", re.IGNORECASE)),
    ("law", re.compile(r"\bFED(?:ERAL)? REG|\bFAM\b|\bFAH\b|\bCFR\b|\bUSC\b|\bEXP\.? ?LIC", re.IGNORECASE)),
    ("report", re.compile(r"REPORT|\bOSC\b|\bIIR\b|\bTD-|FBIS|EUP ?\d{6}|POINTS\b|\bDAILY\b", re.IGNORECASE)),
)  # fmt: skip
_MORE_NUMBERS = re.compile(r"(?:(?:AND|&)\s+)?\d{1,6}(?:\s*(?:,|/|AND|&)\s*\d{1,6})*[\s.]*", re.IGNORECASE)
"""What continues ``LIMA 12;`` rather than names cables of the own post."""
_LONGEST_SIMPLE = 400
_STRIP = " \t\n;,&¶"


def read_references(
    text: str, spans: list[Span], own_id: str | None, context: YearContext
) -> tuple[Reference, ...]:
    """Return the references in the REF values at ``spans``, in order; sources count in ``text``.

    An item that names several cables gives several references with its label. A hit on the cable's own id
    is a page header, not a reference. The rules for years are those of ``years.infer_year``.
    """
    found: list[Reference] = []
    left = LONGEST_LIST
    for start, end in spans:
        value = text[start : min(end, start + left)]
        left -= len(value)
        for item in split_items(value):
            reference = _simple(value, start, item, context)
            if reference is None:
                several = _several(value, start, item, context)
                found += [entry for entry in several if entry.id is None or entry.id != own_id]
            elif reference.id is None or reference.id != own_id:
                found.append(reference)
    return tuple(found)


def _simple(value: str, offset: int, item: Item, context: YearContext) -> Reference | None:
    """Read the common form, one cable with or without a title; None for any other."""
    match = _PLAIN.fullmatch(value, item.start, item.end)
    plain = match is not None
    if match is None and item.end - item.start < _LONGEST_SIMPLE:
        match = _SIMPLE.fullmatch(value, item.start, item.end)
    if match is None:
        return None
    named = lookup(match[2])
    station = post_meant(named, context) if named is not None else None
    if station is None:
        return None
    serial = int(match[3])
    year = two_digits(match[1]) if match[1] else infer_year(station, serial, context)
    title = None if plain else match["title"] or match["bracketed"]
    if title is not None and re.search(r"\d{2}", title):
        return None
    start, end = _trim(value, item.start, item.end)
    return Reference(
        item.label,
        " ".join(value[start:end].split()),
        compose(year, station, serial) if year else None,
        (offset + start, offset + end),
        title=" ".join(title.split()) if title else None,
        and_previous=not plain and match["previous"] is not None,
        year_inferred=match[1] is None,
    )


def _several(value: str, offset: int, item: Item, context: YearContext) -> list[Reference]:
    """Read an item that names several cables, a cable in a rarer form, or none."""
    references: list[Reference] = []
    for start, end in _pieces(value, item):
        kind = kind_of(value[start:end])
        if kind is not None:
            hits = scan(value[start:end], context)
            if hits and hits[0].start == 0:
                references.extend(_cables(value, offset, item.label, (start, end), hits))
                continue
        spans = [(start, end)] if kind is None else _clauses(value, start, end)
        for first, last in spans:
            clause_kind = kind_of(value[first:last]) if kind is not None else None
            hits = scan(value[first:last], context) if clause_kind is None else []
            if hits:
                references.extend(_cables(value, offset, item.label, (first, last), hits))
            elif clause_kind is not None or kind is None:
                references.append(_other(value, offset, item.label, (first, last), clause_kind or "other"))
    if item.label is None and any(reference.kind == "cable" for reference in references):
        references = [reference for reference in references if reference.kind != "other"]
    return references


def kind_of(text: str) -> str | None:
    """Return by its words what an item is that is no cable: email, telcon, memo, law, report, message."""
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), None)


def _pieces(value: str, item: Item) -> list[Span]:
    spans: list[Span] = []
    start = item.start
    for part in value[item.start : item.end].split(";"):
        first, last = _trim(value, start, start + len(part))
        if last > first:
            if spans and _MORE_NUMBERS.fullmatch(value, first, last):
                first = spans.pop()[0]
            spans.append((first, last))
        start += len(part) + 1
    return spans


def _clauses(value: str, start: int, end: int) -> list[Span]:
    """Split a piece that names something else too at its commas, so that a cable beside it is found."""
    spans = []
    for part in re.finditer(r"[^,&]+", value[start:end]):
        first, last = _trim(value, start + part.start(), start + part.end())
        if last > first:
            spans.append((first, last))
    return (
        spans
        if any(kind_of(value[a:b]) is None and scan(value[a:b], YearContext()) for a, b in spans)
        else [(start, end)]
    )


def _cables(value: str, offset: int, label: str | None, span: Span, hits: list[Found]) -> list[Reference]:
    references = []
    for index, hit in enumerate(hits):
        end = span[0] + hits[index + 1].start if index + 1 < len(hits) else span[1]
        first, last = _trim(value, span[0] + hit.start, end)
        after = value[span[0] + hit.end : last]
        title = _TITLE.match(after) if len(hits) == 1 else None
        named = (title["dash"] or title["bracket"]) if title else None
        if named and re.fullmatch(r"\d{2,4}|NOTAL", named.strip(), re.IGNORECASE):
            named = None
        references.append(
            Reference(
                label=label,
                text=" ".join(value[first:last].split()),
                id=hit.id,
                source=(offset + first, offset + last),
                title=" ".join(named.split()) if named else None,
                and_previous=_PREVIOUS.search(after) is not None,
                year_inferred=hit.inferred,
            )
        )
    return references


def _other(value: str, offset: int, label: str | None, span: Span, kind: str) -> Reference:
    start, end = span
    return Reference(label, " ".join(value[start:end].split()), None, (offset + start, offset + end), kind)


def _trim(value: str, start: int, end: int) -> Span:
    while start < end and value[start] in _STRIP:
        start += 1
    while end > start and value[end - 1] in _STRIP:
        end -= 1
    return start, end
