"""What the headers of two versions say differently."""

from __future__ import annotations

from collections.abc import Iterator

from cableview.model.cable import Cable
from cableview.versions.align import Allowance
from cableview.versions.causes import differences
from cableview.versions.record import Cause, FieldChange
from cableview.versions.words import outline


def field_changes(old: Cable, new: Cable, allowance: Allowance) -> tuple[FieldChange, ...]:
    """Return the header fields that differ, in the order of a cable."""
    pairs = zip(_values(old), _values(new), strict=True)
    changes = [
        _change(name, before, after, allowance) for (name, before), (_, after) in pairs if before != after
    ]
    headings = _headings(old), _headings(new)
    if [outline(text) for text in headings[0]] != [outline(text) for text in headings[1]]:
        changes.append(_change("headings", "; ".join(headings[0]), "; ".join(headings[1]), allowance))
    return tuple(changes)


def _values(cable: Cable) -> Iterator[tuple[str, str]]:
    """Yield (name, value) of every field that is compared; an absent one has an empty value."""
    yield "sent", f"{cable.sent:%Y-%m-%d %H:%MZ}" if cable.sent else ""
    yield "precedence", cable.precedence or ""
    yield "from", cable.sender or ""
    yield "to", ", ".join(item.name for item in (*cable.to, *cable.info))
    yield "classification", cable.classification or ""
    yield "captions", ", ".join(cable.captions)
    yield (
        "declassify on",
        cable.declassify_on.isoformat() if cable.declassify_on else cable.declassify_printed or "",
    )
    yield "TAGS", ", ".join(cable.tags)
    yield "subject", " ".join((cable.subject or "").split())
    yield "references", "; ".join(" ".join((r.label or "", r.id or r.text)).strip() for r in cable.references)
    yield "classified by", cable.classified_by.name if cable.classified_by else ""
    yield "signed", ", ".join(cable.signers)


def _headings(cable: Cable) -> list[str]:
    found: list[str] = []
    place = None
    for item in cable.paragraphs:
        if item.heading and (item.heading_source is None or item.heading_source != place):
            found.append(item.heading)
        place = item.heading_source
    return found


def _change(name: str, old: str, new: str, allowance: Allowance) -> FieldChange:
    if not old or not new:
        return FieldChange(name, old or None, new or None, Cause.ONLY_OLD if old else Cause.ONLY_NEW)
    return FieldChange(name, old, new, *differences(old, new, allowance))
