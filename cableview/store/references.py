"""Who cites whom, and what is cited and not held."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from cableview.store.connection import Database, Row
from cableview.store.moments import from_seconds
from cableview.store.records import Citation, Missing

_CITED_BY = """SELECT n.id, r.paragraph, r.position, r.label, r.text, r.title, r.and_previous,
        c.subject, c.sent
    FROM reference r
    JOIN cable c ON c.key = r.citing
    JOIN name n ON n.key = r.citing
    WHERE r.target = (SELECT key FROM name WHERE id = ?)
    ORDER BY c.sent DESC, c.key DESC, r.place"""
_MISSING = """SELECT target AS key FROM reference GROUP BY target
    HAVING NOT EXISTS (SELECT 1 FROM cable WHERE key = target)
    ORDER BY count(DISTINCT citing) DESC, target"""
_MISSING_PAGE = """SELECT r.target, n.id, count(DISTINCT r.citing), min(c.sent)
    FROM reference r
    JOIN cable c ON c.key = r.citing
    JOIN name n ON n.key = r.target
    WHERE r.target IN (SELECT value FROM json_each(?))
    GROUP BY r.target"""
_PAGE = 200


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


def missing(database: Database) -> Iterator[Missing]:
    """See ``Library.missing``. Only the keys are sorted; the rest is read as far as somebody asks."""
    keys = database.numbers(_MISSING)
    for start in range(0, len(keys), _PAGE):
        page = keys[start : start + _PAGE].tolist()
        found = {row[0]: row[1:] for row in database.all(_MISSING_PAGE, (json.dumps(page),))}
        for key in page:
            if key in found:
                cable_id, citers, first = found[key]
                yield Missing(cable_id, citers, from_seconds(first))
