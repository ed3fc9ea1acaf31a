"""A cable as the one document that the index holds of it."""

from __future__ import annotations

import tantivy

from cableview import data
from cableview.model.cable import Cable
from cableview.search import schema
from cableview.search.folding import fold


def day_number(cable: Cable) -> int:
    """Return the day it was sent as yyyymmdd, 0 when unknown."""
    sent = cable.sent
    return 0 if sent is None else sent.year * 10000 + sent.month * 100 + sent.day


def _sender(cable: Cable) -> str:
    station = "" if cable.id is None else cable.id.lstrip("0123456789").rstrip("0123456789")
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


def _classes(cable: Cable) -> str:
    """Level and captions in words, with the short form that ``class:`` asks for."""
    text = fold(" ".join((cable.classification or "", *cable.captions)))
    found = set(text.split())
    more = {"unclas": "unclassified", "official": "fouo", "sbu": "sensitive"}
    return " ".join([text, *(name for word, name in more.items() if word in found and name not in found)])


def cited_ids(cable: Cable) -> set[str]:
    """Return the canonical ids of the cables it points at, in its list and in its text."""
    listed = {reference.id for reference in cable.references if reference.id}
    return listed.union(*(mention.ids for mention in cable.reference_mentions)) - {cable.id or ""}


def to_document(key: int, cable: Cable) -> tantivy.Document:
    """Return the index document of the cable that the library holds under ``key``."""
    document = tantivy.Document()
    document.add_unsigned(schema.KEY, key)
    document.add_text(schema.KIND, schema.CABLE)
    document.add_unsigned(schema.SENT, day_number(cable))
    if cable.id is not None:
        document.add_text(schema.ID, cable.id)
    for cited in cited_ids(cable):
        document.add_text(schema.CITES, cited)
    for tag in {*cable.tags, *cable.tags_printed}:
        document.add_text(schema.TAG, tag.lower())
    sender = _sender(cable)
    recipients = " . ".join(item.name for item in (*cable.to, *cable.info))
    subject = fold(cable.subject or "")
    document.add_text(schema.SENDER, fold(sender))
    document.add_text(schema.RECIPIENT, fold(recipients))
    document.add_text(schema.CLASS, _classes(cable))
    document.add_text(schema.SUBJECT, subject)
    # One fold for all the text is half the time; the character between the parts is in no word.
    parts = (_header(cable, sender, recipients), *(paragraph.text for paragraph in cable.paragraphs))
    text = fold("\x1e".join(parts)).replace("\x1e", schema.SEPARATOR)
    document.add_text(schema.BODY, subject + schema.SEPARATOR + text)
    return document
