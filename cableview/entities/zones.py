"""Which part of the raw text is header, subject, paragraph, heading or signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableview.entities.flat import Piece
from cableview.model.cable import Cable, Span

_FIELD = re.compile(
    r"^[ \t]*(?:(?P<tags>TAGS?)|(?P<subject>SUBJ(?:ECT)?|Subject)|(?P<ref>REFS?|REFTELS?|Refs?|Reftels?)"
    r"|(?P<classified>Classified [Bb]y(?::|\b)|CLASSIFIED BY(?::|\b)|Class(?:ified)? by)"
    r"|(?P<header>E\.? ?O\.? ?\d+)|"
    r"(?P<title>Cable title|Tags|Title))[ \t]*(?:(?<=:)|(?<=[yY])(?=[ \t])|:)"
    r"|^[ \t]*(?P<passing>(?:DEPT|DEPARTMENT|STATE|Department|Dept)(?: ALSO)?(?: PLEASE)? (?:FOR"
    r"|PASS|for|pass)\b|[A-Z][A-Z/;, ]{1,30}(?: ALSO)?(?: PLEASE| PLS)?"
    r" (?:FOR|PASS)(?: TO)? [A-Z0-9]|FOR [A-Z]{2,}[/,])",
    re.MULTILINE,
)
_BLANK = re.compile(r"\n[ \t\r]*\n")
_LINE = re.compile(r"[^\n]+")


def _minus(span: Span, holes: list[Span]) -> tuple[Span, ...]:
    """Cut the page headers that stand inside a paragraph out of it."""
    low, high = span
    kept: list[Span] = []
    for begin, end in holes:
        if low <= begin and end <= high:
            kept.append((low, begin))
            low = end
    kept.append((low, high))
    return tuple(kept)


def _lines(raw: str, low: int, high: int, kind: str) -> Iterator[Piece]:
    for match in _LINE.finditer(raw, low, high):
        yield Piece(kind, (match.span(),))


def _fields(raw: str, high: int) -> Iterator[re.Match[str]]:
    """Yield where the fields begin; the second line of a subject is none (``REQUEST FOR AID``)."""
    subject = -1
    for match in _FIELD.finditer(raw, 0, high):
        if match.lastgroup == "subject":
            subject = match.end()
        elif match.lastgroup == "passing" and subject >= 0 and not _BLANK.search(raw, subject, match.start()):
            continue
        else:
            subject = -1
        yield match


def _header(raw: str, high: int) -> Iterator[Piece]:
    """Split the header: named fields run to the next field or blank line, other text goes by lines."""
    starts = list(_fields(raw, high))
    bounds = [*(match.start() for match in starts), high]
    yield from _lines(raw, 0, bounds[0], "header")
    for match, end in zip(starts, bounds[1:], strict=True):
        kind = match.lastgroup or "header"
        begin = match.start() if kind in ("header", "title", "passing") else match.end()
        if kind == "ref":
            yield from _lines(raw, begin, end, "ref")
            continue
        blank = _BLANK.search(raw, begin, end)
        stop = blank.start() if blank else end
        if kind == "title":
            newline = raw.find("\n", begin, end)
            stop = newline if newline >= 0 else end
            yield Piece("tags" if match["title"] == "Tags" else "header", ((begin, stop),))
            yield from _lines(raw, stop, end, "header")
            continue
        if kind in ("tags", "passing"):
            newline = raw.find("\n", begin, stop)
            stop = newline if newline >= 0 and kind == "passing" else stop
        yield Piece(kind, ((begin, stop),))
        yield from _lines(raw, stop, end, "header")


def split(cable: Cable, raw: str) -> list[Piece]:
    """Return the pieces of ``raw`` in order; each character belongs to at most one."""
    holes = sorted(change.source for change in cable.changes if "page" in change.rule)
    blocks: list[Piece] = []
    for paragraph in cable.paragraphs:
        blocks.append(Piece("body", _minus(paragraph.source, holes), paragraph.number))
        if paragraph.heading_source is not None:
            blocks.append(Piece("heading", (paragraph.heading_source,)))
    blocks = sorted(set(blocks), key=lambda piece: piece.spans)
    first = blocks[0].spans[0][0] if blocks else len(raw)
    pieces = list(_header(raw, first))
    at = first
    for block in blocks:
        low, high = block.spans[0][0], block.spans[-1][1]
        if low < at:
            continue
        pieces.extend(_lines(raw, at, low, "gap"))
        pieces.append(block)
        at = high
    pieces.extend(_lines(raw, at, len(raw), "signature"))
    return pieces
