"""Cable numbers: the cable's own, those of its reference list, and what the text points at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.tokens import occurrences
from cableview.model.cable import Cable, Reference, Span
from cableview.model.mention import Mention

_NUMBER = re.compile(
    r"\b(?:(?:19|20)?\d\d[ ]?)?[A-Z][A-Z./]+(?: [A-Z][A-Z./]+){0,3} ?[-#]?\d{1,7}\b"
    r"|\b\d\d[A-Z]{3,}\d{1,7}\b"
)
_SITE_ID = re.compile(r"\b\d\d[A-Z]{3,}\d{1,7}\b")
_LABEL = re.compile(r"\(?\d?[A-Z]\)?[.)]\s*")
# PAGE 02 RABAT 02917 171822Z | KAMPALA 00000455 002 OF 003
_PAGE = re.compile(
    r"(?:(?<=PAGE \d\d)\s+|^\s*)([A-Z][A-Z .]*? +0*(\d+))"
    r"(?=\s+(?:\d\d OF \d\d\s+)?(?:\d{6}Z|\d{3}(?:\.\d)? OF \d{3}|\d\d OF \d\d))",
    re.MULTILINE,
)
_REGISTER = re.compile(r"\b(\d+) FED(?:ERAL|\.)? ?REG(?:ISTER|\.)? (\d+)")


def own_number(context: Context) -> Iterator[Candidate]:
    """Find the cable's own number in every header, and the site's form of it."""
    cable = context.cable
    printed = " ".join((cable.printed_id or "").split())
    name = cable.id or printed
    serial = _serial(name)
    if not serial:
        return
    text = context.text
    kinds = ("header", "passing", "classified", "gap")
    numbered = (
        s for s in context.flat.segments if s.kind in kinds and text.find(serial, s.start, s.end) >= 0
    )
    for segment in numbered:
        if printed:
            for start, end in occurrences(text, printed, segment.start, segment.end):
                yield Candidate(start, end, "CABLE_REF", name, 0)
        for page in _PAGE.finditer(context.printed, segment.start, segment.end):
            if page[2] == serial:
                yield Candidate(*page.span(1), "CABLE_REF", name, 0)
        for match in _SITE_ID.finditer(text, segment.start, segment.end) if name in text else ():
            if match.group() == name:
                yield Candidate(*match.span(), "CABLE_REF", name, 0)


def _number_in(text: str, low: int, high: int) -> Span:
    """Return the span of the cable number in a reference item, without list letter and remarks."""
    label = _LABEL.match(text, low, high)
    begin = label.end() if label else low
    match = _NUMBER.search(text, begin, high)
    return match.span() if match else (begin, high)


def _serial(cable_id: str) -> str:
    """Return the digits that end the id."""
    return cable_id[len(cable_id.rstrip("0123456789")) :]


def page_numbers(cable: Cable, raw: str, taken: Sequence[Span]) -> Iterator[Mention]:
    """Find the own number in page headers that stand inside a paragraph, and inside none of its names."""
    if cable.id is None:
        return
    for change in cable.changes:
        match = _PAGE.search(raw, *change.source) if "page" in change.rule else None
        if match and match[2] == _serial(cable.id):
            start, end = match.span(1)
            if not any(low < end and start < high for low, high in taken):
                yield Mention("CABLE_REF", raw[start:end], cable.id, (start, end), None)


def listed(context: Context) -> Iterator[Candidate]:
    """Find the numbers of the reference list, in each header that prints it."""
    text = context.text
    printed: dict[str, str] = {}
    for reference in context.cable.references:
        span = context.flat.from_raw(*reference.source) if reference.kind == "cable" else None
        if span is None:
            continue
        start, end = _number_in(text, *span)
        name = reference.id or " ".join(text[start:end].split())
        printed[text[start:end]] = name
        yield Candidate(start, end, "CABLE_REF", name, 0)
    for segment in context.flat.segments:
        if segment.kind in ("ref", "header"):
            for number, target in printed.items():
                at = text.find(number, segment.start, segment.end)
                if at >= 0:
                    yield Candidate(at, at + len(number), "CABLE_REF", target, 0)


def _target(references: tuple[Reference, ...]) -> str:
    """Return what a bare ``reftel`` means when its reference is no cable."""
    if len(references) != 1:
        return ""
    law = _REGISTER.search(references[0].text)
    return f"{law[1]} FR {law[2]}" if law else references[0].text


def pointed_at(context: Context) -> Iterator[Candidate]:
    """Find ``Ref A``, ``reftel`` and full numbers in the text, resolved by the parser.

    A ``septel`` points at a cable that nothing tells: it names none.
    """
    for mention in context.cable.reference_mentions:
        span = context.flat.from_raw(*mention.source)
        if span is None:
            continue
        words = context.text[span[0] : span[1]]
        if words[:3].lower() == "sep":
            continue
        kind = "INTEXT_REF" if words[:3].lower() == "ref" else "CABLE_REF"
        name = ";".join(mention.ids) or _target(context.cable.references) or words
        yield Candidate(*span, kind, name, 0)
