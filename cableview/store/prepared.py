"""All a worker process computes for one document, so that the one writer only inserts."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple, TypeVar

from cableview.model.cable import Cable
from cableview.model.document import Document
from cableview.store import packing
from cableview.store.extra import pack_extra
from cableview.store.ids import split_id, unidentified
from cableview.store.moments import to_seconds

_LONGEST = 300
"""Characters kept of a reference for the lists; the cable itself has all of it."""
_LARGEST = 2**31
Text = TypeVar("Text", str, str | None)


class ReferenceRow(NamedTuple):
    """One place that cites a cable, ready to insert."""

    target: str
    paragraph: int | None
    position: int | None
    """Index of the citing paragraph; None for an item of the REF list."""
    label: str | None
    text: str
    title: str | None
    and_previous: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document, read and packed. Plain values only: cheap to send between processes."""

    id: str
    source: str
    encoding: str
    extra: str | None
    """What the site said and what decoding had to guess, as JSON."""
    parser: int
    sha256: bytes
    """Of the text in UTF-8."""
    packed: bytes
    characters: int
    sent: int | None
    """Seconds since 1970."""
    station: str | None
    year: int | None
    serial: int | None
    classification: str | None
    precedence: str | None
    sender: str | None
    subject: str | None
    tags: str
    """Separated by blanks."""
    paragraphs: int
    words: int
    problems: int
    problem_fields: tuple[str, ...]
    references: tuple[ReferenceRow, ...]


def digest(text: str) -> bytes:
    """Return the sha256 that makes two documents the same text."""
    return sha256(_encode(text)).digest()


def unpack(packed: bytes) -> str:
    """Return the text kept in ``packed``. Raises ValueError when it is damaged."""
    return packing.unpack(packed).decode("utf-8", "surrogatepass")


def prepare(document: Document, cable: Cable, *, parser: int = 0) -> Prepared:
    """Return what the library keeps of ``document``, which was read as ``cable``.

    Pure: the same document and cable always give the same value. A cable without id gets one made from
    its text. ``parser`` is the version of the parser that read it.
    """
    data = _encode(document.text)
    fingerprint = sha256(data)
    cable_id = plain(cable.id) or unidentified(fingerprint.hexdigest())
    parts = split_id(cable_id)
    return Prepared(
        id=cable_id,
        source=plain(document.name),
        encoding=document.encoding,
        extra=pack_extra(document),
        parser=parser,
        sha256=fingerprint.digest(),
        packed=packing.pack(data),
        characters=len(document.text),
        sent=to_seconds(cable.sent),
        station=parts.station if parts else None,
        year=parts.year if parts else None,
        serial=parts.serial if parts else None,
        classification=plain(cable.classification),
        precedence=plain(cable.precedence),
        sender=plain(cable.sender),
        subject=plain(cable.subject),
        tags=plain(" ".join(cable.tags)),
        paragraphs=len(cable.paragraphs),
        words=sum(map(_words, (paragraph.text for paragraph in cable.paragraphs))),
        problems=len(cable.problems),
        problem_fields=tuple(sorted({plain(problem.field) for problem in cable.problems})),
        references=_reference_rows(cable, cable_id),
    )


def _reference_rows(cable: Cable, cable_id: str) -> tuple[ReferenceRow, ...]:
    rows = [
        ReferenceRow(
            target, None, None, plain(item.label), _short(item.text), _title(item.title), item.and_previous
        )
        for item in cable.references
        if (target := plain(item.id))
    ]
    rows += [
        ReferenceRow(target, _number(place.paragraph), place.index, None, _short(place.text), None, False)
        for place in cable.reference_mentions
        for target in filter(None, map(plain, place.ids))
    ]
    return tuple(row for row in rows if row.target != cable_id)


def _words(text: str) -> int:
    # Clean text has one blank or line end between words: counting those is half the time of splitting.
    lines = text.count("\n") if "\n" in text else 0
    return text.count(" ") + lines + 1 if text else 0


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def plain(text: Text) -> Text:
    """Return a text that SQLite keeps whole: halves of surrogate pairs and NUL give way to a sign."""
    if not text or (text.isascii() and "\0" not in text):
        return text
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\N{SYMBOL FOR NULL}")


def _short(text: str) -> str:
    return plain(text[:_LONGEST])


def _title(text: str | None) -> str | None:
    return text and _short(text)


def _number(number: int | None) -> int | None:
    return number if number is None or abs(number) < _LARGEST else None
