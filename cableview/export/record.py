"""The one flag record that every format writes."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from cableview.export.citation import cite
from cableview.model.anchor import link
from cableview.model.record import utc_text
from cableview.parse import PARSER_VERSION
from cableview.store.anchors import find_paragraph

if TYPE_CHECKING:
    from cableview.model.marks import Decision, Flag
    from cableview.store.records import Held

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class FlagRecord:
    """A flagged paragraph with all that the reader of an export needs. Times are ISO, UTC."""

    id: str
    cable_id: str
    printed_id: str | None
    paragraph: int | None
    printed_paragraph: str | None
    paragraph_hash: str
    start: int | None
    """Offsets of the paragraph in the raw text; None when the flag is an orphan."""
    end: int | None
    quote: str
    prefix: str
    suffix: str
    marking: str | None
    codes: tuple[int, ...]
    note: str
    decision: str | None
    coder: str | None
    """Who flagged it; None for the owner of the library."""
    created: str | None
    modified: str | None
    source: str | None
    source_sha256: str | None
    parser_version: int
    subject: str | None
    sender: str | None
    """Written as ``from``."""
    to: tuple[str, ...]
    sent: str | None
    classification: str | None
    tags: tuple[str, ...]
    references: tuple[str, ...]
    citation: str
    link: str
    orphan: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return the record by its public names."""
        record = asdict(self)
        record["from"] = record.pop("sender")
        record["schema"] = SCHEMA_VERSION
        return record


def flag_record(flag: Flag, held: Held | None, decision: Decision | None) -> FlagRecord:
    """Join a flag with its cable. Without the cable or the paragraph it is an orphan: nothing is guessed."""
    cable = held.cable if held else None
    index = find_paragraph(flag, cable) if cable else None
    paragraph = cable.paragraphs[index] if cable and index is not None else None
    number = paragraph.number if paragraph else flag.paragraph
    return FlagRecord(
        id=flag.id,
        cable_id=flag.cable_id,
        printed_id=cable.printed_id if cable else None,
        paragraph=number,
        printed_paragraph=paragraph.printed if paragraph else None,
        paragraph_hash=flag.paragraph_hash,
        start=paragraph.source[0] if paragraph else None,
        end=paragraph.source[1] if paragraph else None,
        quote=flag.quote,
        prefix=flag.prefix,
        suffix=flag.suffix,
        marking=paragraph.marking if paragraph else None,
        codes=flag.codes,
        note=flag.note,
        decision=decision.value if decision else None,
        coder=None,
        created=utc_text(flag.created),
        modified=utc_text(flag.modified),
        source=held.source if held else None,
        source_sha256=held.sha256 if held else None,
        parser_version=PARSER_VERSION,
        subject=cable.subject if cable else None,
        sender=cable.sender if cable else None,
        to=tuple(a.name for a in cable.to) if cable else (),
        sent=utc_text(cable.sent) if cable else None,
        classification=cable.classification if cable else None,
        tags=cable.tags if cable else (),
        references=tuple(r.id for r in cable.references if r.id) if cable else (),
        citation=cite(cable, number) if cable else f"Cable {flag.cable_id}.",
        link=link(flag.cable_id, number, flag.paragraph_hash),
        orphan=paragraph is None,
    )
