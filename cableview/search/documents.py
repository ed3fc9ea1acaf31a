"""A cable as the one document that the index holds of it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import tantivy

from cableview import data
from cableview.model.cable import Cable
from cableview.search import schema
from cableview.search.folding import fold, words
from cableview.search.joined import joined_words

PARTING = "\x1e"
"""Stands in no word."""


def day_number(cable: Cable) -> int:
    """Return the day it was sent as yyyymmdd, 0 when unknown."""
    sent = cable.sent
    return 0 if sent is None else sent.year * 10000 + sent.month * 100 + sent.day


LEVELS = ("top secret", "secret", "confidential", "restricted", "unclassified", "fouo")
"""The classifications that are counted, as ``class:`` asks for them."""


@lru_cache(maxsize=1024)
def levels(classes: str) -> tuple[str, ...]:
    """Return which of LEVELS the folded words of classification and captions answer."""
    found = set(words(classes))
    return tuple(level for level in LEVELS if found.issuperset(level.split()))


def station_of(cable: Cable) -> str:
    """Return the station that its id names, in small letters; empty without an id."""
    return "" if cable.id is None else cable.id.strip("0123456789").lower()


def folded_tags(cable: Cable) -> set[str]:
    """Return its TAGS as they are asked for: as they count, and as they were printed."""
    return {_folded_tag(tag) for tag in (*cable.tags, *cable.tags_printed)} - {""}


@lru_cache(maxsize=8192)
def _folded_tag(tag: str) -> str:
    return " ".join(words(tag))


def _sender(cable: Cable) -> str:
    station = station_of(cable).upper()
    known = data.stations().get(station)
    return " ".join(filter(None, (cable.sender, station, known and known["display"])))


def _header(cable: Cable, sender: str, recipients: str) -> str:
    """What stands in the header and is searched like text."""
    by = cable.classified_by
    parts: list[str | None] = [
        cable.id,
        cable.printed_id,
        cable.transmission_id,
        sender,
        recipients,
        cable.passing,
    ]
    parts += (cable.classification, *cable.captions, *cable.tags, *cable.tags_printed)
    for reference in cable.references:
        parts += (reference.text, reference.id)
    if by is not None:
        parts += (by.name, by.title)
    parts += cable.signers
    parts += dict.fromkeys(p.heading for p in cable.paragraphs if p.heading)
    return " . ".join(filter(None, parts))


@lru_cache(maxsize=1024)
def _classes(classification: str, captions: tuple[str, ...]) -> str:
    """Level and captions in words, with the short form that ``class:`` asks for."""
    text = fold(" ".join((classification, *captions)))
    found = set(text.split())
    more = {"unclas": "unclassified", "official": "fouo", "sbu": "sensitive"}
    return " ".join([text, *(name for word, name in more.items() if word in found and name not in found)])


def cited_ids(cable: Cable) -> set[str]:
    """Return the canonical ids of the cables it points at, in its list and in its text."""
    listed = {reference.id for reference in cable.references if reference.id}
    return listed.union(*(mention.ids for mention in cable.reference_mentions)) - {cable.id or ""}


class Entry(NamedTuple):
    """What the index takes of a cable. Plain values only: cheap to send between processes."""

    id: str | None
    sent: int
    """As ``day_number``."""
    cites: tuple[str, ...]
    tags: tuple[str, ...]
    sender: str
    recipients: str
    classes: str
    levels: tuple[str, ...]
    station: str
    subject: str
    text: str
    """Subject, header and paragraphs, folded, with PARTING between them."""


def entry_of(cable: Cable) -> Entry:
    """Return what the index takes of ``cable``."""
    sender = _sender(cable)
    recipients = " . ".join([item.name for item in (*cable.to, *cable.info)])
    classes = _classes(cable.classification or "", cable.captions)
    parts = (cable.subject or "", _header(cable, sender, recipients), *[p.text for p in cable.paragraphs])
    return Entry(
        id=cable.id,
        sent=day_number(cable),
        cites=tuple(cited_ids(cable)),
        tags=tuple(folded_tags(cable)),
        sender=fold(sender),
        recipients=fold(recipients),
        classes=classes,
        levels=levels(classes),
        station=station_of(cable),
        subject=fold(cable.subject or ""),
        text=_with_joined_words(fold(PARTING.join(parts))),  # one fold for all the text is half the time
    )


def _with_joined_words(text: str) -> str:
    return PARTING.join((text, " ".join(joined_words(text.replace(PARTING, " ")))))


def to_document(key: int, entry: Entry) -> tantivy.Document:
    """Return the index document of the cable that the library holds under ``key``."""
    document = tantivy.Document()
    add = document.add_text
    document.add_unsigned(schema.KEY, key)
    add(schema.KIND, schema.CABLE)
    document.add_unsigned(schema.SENT, entry.sent)
    if entry.id is not None:
        add(schema.ID, entry.id)
    for cited in entry.cites:
        add(schema.CITES, cited)
    for tag in entry.tags:
        add(schema.TAG, tag)
    add(schema.SENDER, entry.sender)
    add(schema.RECIPIENT, entry.recipients)
    add(schema.CLASS, entry.classes)
    for level in entry.levels:
        add(schema.LEVEL, level)
    if entry.station:
        add(schema.STATION, entry.station)
    add(schema.SUBJECT, entry.subject)
    first, *others = entry.text.split(PARTING)
    add(schema.BODY, first)
    for part in others:
        document.add_pre_tokenized_text(schema.BODY, schema.gap())
        add(schema.BODY, part)
    return document
