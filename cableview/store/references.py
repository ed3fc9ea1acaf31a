"""Who cites whom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from cableview.store.connection import Database, Row
from cableview.store.moments import from_seconds
from cableview.store.records import Citation

_CITED_BY = """SELECT n.id, r.paragraph, r.position, r.label, r.text, r.title, r.and_previous,
        c.subject, c.sent
    FROM reference r
    JOIN cable c ON c.key = r.citing
    JOIN name n ON n.key = r.citing
    WHERE r.target = (SELECT key FROM name WHERE id = ?)
    ORDER BY c.sent DESC, c.key DESC, r.place"""


def cited_by(database: Database, cable_id: str) -> tuple[Citation, ...]:
    """See ``Library.cited_by``."""
    rows = database.all(_CITED_BY, (cable_id,))
    return tuple(
        citation for _, places in groupby(rows, itemgetter(0)) for citation in _of_one_cable(list(places))
    )


def _of_one_cable(places: list[Row]) -> Iterator[Citation]:
    """Give each citing paragraph once, with what the REF list says of the cable; else the REF list's item."""
    listed = next((place for place in places if place[2] is None), None)
    in_text: dict[int, Row] = {}
    for place in places:
        if place[2] is not None:
            in_text.setdefault(place[2], place)
    for place in in_text.values() if in_text else places[:1]:
        cable_id, paragraph, index, label, text, title, previous, subject, sent = place
        if listed is not None:
            label, title, previous = listed[3], listed[5], listed[6]
        yield Citation(
            cable_id, paragraph, text, bool(previous), subject, from_seconds(sent), label, title, index
        )
