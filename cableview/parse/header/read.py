"""One pass over the head of a working text: every field that the header decides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from cableview.model.cable import Addressee, ClassifiedBy, Problem, Reference, Span
from cableview.model.document import SiteRecord
from cableview.parse.header.addressees import read_addressees
from cableview.parse.header.classification import ClassLine, find_line, read_captions
from cableview.parse.header.classified_by import split_name, split_reasons, unwrap
from cableview.parse.header.declassify import read_declassify
from cableview.parse.header.dtg import Dtg, find_dtg
from cableview.parse.header.identity import Identity, identify
from cableview.parse.header.record import Header
from cableview.parse.header.references import read_references
from cableview.parse.header.segment import MARKS, Layout, Piece, segment
from cableview.parse.header.sitehead import read_site_head
from cableview.parse.header.subject import read_subject
from cableview.parse.header.tags import read_tags
from cableview.parse.header.transmission import Transmission, read_transmission
from cableview.parse.working import Working
from cableview.parse.years import YearContext

_LABELS = ("\nE.O.", "\nTAGS", "\nSUBJECT", "\nREF:")
_FARTHEST = 12_000
"""An addressee list can be long, yet a classification line never stands deeper than this."""
_FARTHEST_BARE = 3_000
_CLASSIFIED_PARAGRAPH = re.compile(
    rf"\s*(?:¶\s?)?1{{1,2}}\s?[.)]?\s*(?:\({MARKS}\)\s*)?(?:[A-Z ]+- ENTIRE TEXT\.?\s*)?(C?LASS?I?FI?ED\s+BY\b\s*:?)",
    re.IGNORECASE,
)
_PARAGRAPH_END = re.compile(r"\n[ \t]*(?:\n|(?:¶\s?)?1?2\s?\.)|\s(?=¶?2\.\s+\()")


def read_header(working: Working, site: SiteRecord | None) -> Header:
    """Read the header of ``working``; ``site`` is what the source said about the cable.

    Never raises: what cannot be read is absent or a problem. All spans count in ``working.text``.
    """
    text = working.text
    printed_site, start = read_site_head(text)
    site = site or printed_site
    return _Head(text, start, site).read()


@dataclass(slots=True)
class _Block:
    """The block from the classification line on, read once or twice."""

    line: ClassLine | None
    layout: Layout
    values: dict[str, list[Piece]] = field(default_factory=dict)

    def spans(self, name: str) -> list[Span]:
        return [(piece.value, piece.end) for piece in self.values.get(name, ())]


class _Head:
    """The reading of one header; one use."""

    def __init__(self, text: str, start: int, site: SiteRecord | None) -> None:
        self.text = text
        self.site = site
        self.start = start
        self.problems: list[Problem] = []
        self.spans: list[tuple[str, Span]] = []

    def read(self) -> Header:
        line, limit = self._find_line()
        dtg, transmission = self._transmission(line, limit)
        addressed = transmission.sender or transmission.to or transmission.info or dtg is not None
        begin = line.span[1] if line is not None else limit if addressed else self.start
        block = self._block(line, begin, opened=line is not None or addressed is not None)
        identity = identify(line, dtg, transmission, self.text, self.site, self.problems)
        header = self._fields(block, dtg, transmission, identity)
        return self._second_copy(header, block, identity)

    def _find_line(self) -> tuple[ClassLine | None, int]:
        """Return (classification line, where the labelled fields may start at the latest).

        Dump residue may repeat the whole transmission block below a first classification line: the last
        block counts.
        """
        text = self.text
        while True:
            found = [at for at in (text.find(label, self.start) for label in _LABELS) if at >= 0]
            label = min(found, default=-1)
            limit = (
                min(label, self.start + _FARTHEST)
                if label >= 0
                else min(len(text), self.start + _FARTHEST_BARE)
            )
            line = find_line(text, self.start, limit)
            if line is None:
                return line, limit if label >= 0 else self.start
            again = text.find("VZCZC", line.span[1], limit)
            if again < 0:
                return self._repeated(line, limit), limit
            self.start = again

    def _repeated(self, line: ClassLine, limit: int) -> ClassLine:
        """Return the second of two classification lines that stand above the labelled fields."""
        if line.serial is None or limit - line.span[1] > _FARTHEST_BARE:
            return line
        second = find_line(self.text, line.span[1], limit)
        same = second is not None and second.serial == line.serial and second.station == line.station
        return second if second is not None and same else line

    def _transmission(self, line: ClassLine | None, limit: int) -> tuple[Dtg | None, Transmission]:
        stop = line.span[0] if line is not None else limit
        if line is None and stop == self.start:
            stop = min(len(self.text), self.start + _FARTHEST_BARE)
            paragraph = self.text.find("\n1.", self.start, stop)
            stop = paragraph if paragraph >= 0 else stop
        dtg = find_dtg(self.text, self.start, stop)
        return dtg, read_transmission(self.text, self.start, dtg.span if dtg else None, stop)

    def _block(self, line: ClassLine | None, begin: int, *, opened: bool) -> _Block:
        block = _Block(line, segment(self.text, begin, opened=opened))
        for piece in block.layout.pieces:
            block.values.setdefault(piece.field, []).append(piece)
        return block

    def _fields(
        self, block: _Block, dtg: Dtg | None, transmission: Transmission, identity: Identity
    ) -> Header:
        text = self.text
        self._note_spans(block, dtg, transmission)
        captions, passing = self._captions(block)
        by, reasons = self._classified_by(block)
        subject, marking = self._first(block, "subject", read_subject, (None, None))
        printed, declassify_on = self._first(block, "eo", read_declassify, (None, None))
        tag_values = [text[start:end] for start, end in block.spans("tags")]
        tags, tags_printed = read_tags(" ".join(tag_values)) if tag_values else ((), ())
        context = YearContext(identity.station, identity.serial, identity.sent)
        return Header(
            end=block.layout.end,
            id=identity.id,
            printed_id=" ".join(block.line.printed_id.split()) if block.line and block.line.printed_id else None,
            transmission_id=transmission.transmission_id,
            sent=dtg.sent if dtg else None,
            precedence=dtg.precedence if dtg else None,
            sender=" ".join(text[slice(*transmission.sender)].split()) or None
            if transmission.sender
            else None,
            to=self._addressees(transmission.to),
            info=self._addressees(transmission.info),
            classification=self._classification(block),
            captions=captions,
            passing=passing,
            declassify_on=declassify_on,
            declassify_printed=printed,
            tags=tags,
            tags_printed=tags_printed,
            subject=subject,
            subject_marking=marking,
            references=read_references(text, block.spans("ref"), identity.id, context),
            classified_by=by,
            reasons=reasons,
            problems=tuple(self.problems),
            spans=tuple(sorted(self.spans, key=lambda entry: entry[1])),
            site=self.site,
            context=context,
        )

    def _first(self, block, name, read, empty):  # type: ignore[no-untyped-def]
        for start, end in block.spans(name):
            result = read(self.text[start:end])
            if result[0] is not None:
                return result
        return empty

    def _addressees(self, span: Span | None) -> tuple[Addressee, ...]:
        return read_addressees(self.text[span[0] : span[1]]) if span is not None else ()

    def _captions(self, block: _Block) -> tuple[tuple[str, ...], str | None]:
        lines = [self.text[start:end] for start, end in block.layout.loose]
        return read_captions(lines)

    def _classification(self, block: _Block) -> str | None:
        if block.line is not None:
            return block.line.classification
        if self.site is not None and self.site.classification:
            return self.site.classification.split("//")[0].strip()
        return None

    def _classified_by(self, block: _Block) -> tuple[ClassifiedBy | None, tuple[str, ...]]:
        pieces = block.values.get("classified") or []
        first = None if pieces else self._paragraph_one(block.layout.end)
        for piece in [first] if first is not None else pieces:
            line_start = self.text.rfind("\n", 0, piece.start) + 1
            head, reasons = split_reasons(unwrap(line_start, self.text, piece.value, piece.end))
            name, title = split_name(head)
            if name:
                return ClassifiedBy(name, title, (piece.start, piece.end)), reasons
        return None, ()

    def _paragraph_one(self, end: int) -> Piece | None:
        """Return the Classified By sentence that stands as the first paragraph; it stays one, and is read."""
        match = _CLASSIFIED_PARAGRAPH.match(self.text, end, end + 400)
        if match is None:
            return None
        stop = _PARAGRAPH_END.search(self.text, match.end(), match.end() + 600)
        return Piece(
            "classified", match.start(1), match.end(), stop.start() if stop else min(len(self.text), match.end() + 600)
        )

    def _note_spans(self, block: _Block, dtg: Dtg | None, transmission: Transmission) -> None:
        spans = self.spans
        if transmission.id_span:
            spans.append(("transmission_id", transmission.id_span))
        if dtg is not None:
            spans.append(("sent", dtg.span))
        for name, span in (
            ("from", transmission.sender),
            ("to", transmission.to),
            ("info", transmission.info),
        ):
            if span is not None:
                spans.append((name, span))
        if block.line is not None:
            spans.append(("classification", block.line.span))
            if block.line.id_span is not None:
                spans.append(("id", block.line.id_span))
        names = {"eo": "declassify_on", "ref": "references", "classified": "classified_by"}
        spans.extend((names.get(p.field, p.field), (p.value, p.end)) for p in block.layout.pieces)
        spans.extend(("captions", span) for span in block.layout.loose)

    def _second_copy(self, header: Header, block: _Block, identity: Identity) -> Header:
        """Take a repeated block from the classification line on into the header."""
        if block.line is None or block.line.serial is None:
            return header
        text, position = self.text, header.end
        while position < len(text) and text[position].isspace():
            position += 1
        if text[position : position + 1] not in ("S", "C", "U", "O", "T", "L"):
            return header
        line = find_line(text, position, position + 12)
        if (
            line is None
            or line.span[0] != position
            or line.serial != block.line.serial
            or line.station != block.line.station
        ):
            return header
        copy = _Head(text, position, None)
        second = copy._fields(copy._block(line, line.span[1], opened=True), None, Transmission(), identity)
        same = (
            second.subject == header.subject
            and second.tags == header.tags
            and _ids(second.references) == _ids(header.references)
        )
        return replace(
            header,
            end=second.end,
            doubled=(position, second.end) if same else None,
            classified_by=header.classified_by or second.classified_by,
            reasons=header.reasons or second.reasons,
            subject=header.subject or second.subject,
            tags=header.tags or second.tags,
            references=header.references or second.references,
        )


def _ids(references: tuple[Reference, ...]) -> list[str | None]:
    return [reference.id for reference in references]
