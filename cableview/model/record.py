"""The public JSON record of a cable; its schema is ``data/cable.schema.json``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from cableview.model.cable import Addressee, Cable, Paragraph, Problem, Reference
from cableview.model.mention import Mention


def utc_text(moment: datetime | None) -> str | None:
    """Return ``2008-07-07T10:42:00Z``; None stays None."""
    return None if moment is None else moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _addressee(item: Addressee) -> dict[str, Any]:
    record: dict[str, Any] = {
        "name": item.name,
        "route": item.route,
        "precedence": item.precedence,
        "number": item.number,
    }
    if item.exempt:
        record["exempt"] = list(item.exempt)
    return record


def _reference(item: Reference) -> dict[str, Any]:
    return {
        "label": item.label,
        "text": item.text,
        "kind": item.kind,
        "id": item.id,
        "title": item.title,
        "and_previous": item.and_previous,
        "year_inferred": item.year_inferred,
        "source": item.source,
    }


def paragraph_record(item: Paragraph) -> dict[str, Any]:
    """Return the JSON-ready record of one paragraph."""
    return {
        "number": item.number,
        "printed": item.printed,
        "marking": item.marking,
        "heading": item.heading,
        "text": item.text,
        "source": item.source,
    }


def _problem(item: Problem) -> dict[str, Any]:
    return {"field": item.field, "source": item.source, "message": item.message}


def to_record(cable: Cable, source: str, mentions: Iterable[Mention] = ()) -> dict[str, Any]:
    """Return the JSON-ready record of ``cable`` read from ``source``."""
    by, summary = cable.classified_by, cable.summary
    return {
        "source": source,
        "id": cable.id,
        "printed_id": cable.printed_id,
        "transmission_id": cable.transmission_id,
        "sent": utc_text(cable.sent),
        "precedence": cable.precedence,
        "from": cable.sender,
        "to": [_addressee(a) for a in cable.to],
        "info": [_addressee(a) for a in cable.info],
        "classification": cable.classification,
        "captions": list(cable.captions),
        "passing": cable.passing,
        "declassify_on": cable.declassify_on.isoformat() if cable.declassify_on else None,
        "declassify_printed": cable.declassify_printed,
        "tags": list(cable.tags),
        "tags_printed": list(cable.tags_printed),
        "subject": cable.subject,
        "subject_marking": cable.subject_marking,
        "references": [_reference(r) for r in cable.references],
        "classified_by": {"name": by.name, "title": by.title} if by else None,
        "reasons": list(cable.reasons),
        "summary": {"paragraphs": list(summary.paragraphs), "text": summary.text} if summary else None,
        "paragraphs": [paragraph_record(p) for p in cable.paragraphs],
        "signers": list(cable.signers),
        "reference_mentions": [
            {"paragraph": m.paragraph, "text": m.text, "ids": list(m.ids), "source": m.source}
            for m in cable.reference_mentions
        ],
        "mentions": [
            {"paragraph": m.paragraph, "type": m.type, "text": m.text, "name": m.name, "source": m.source}
            for m in mentions
        ],
        "problems": [_problem(p) for p in cable.problems],
        "changes": [
            {"rule": c.rule, "source": c.source, "replacement": c.replacement} for c in cable.changes
        ],
    }
