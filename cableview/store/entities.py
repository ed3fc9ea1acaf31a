"""Questions about the entities of the library."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator

from cableview.store.connection import Database
from cableview.store.extraction import rules, watermark
from cableview.store.mentions import CODES, POSTED, parts, spelled, unpack
from cableview.store.records import EntityCount
from cableview.store.schema import OFTEN

_LAST = "\U0010ffff"
_LISTED = """SELECT type, name, cables FROM entity
    WHERE type IN (SELECT value FROM json_each(?)) AND {}
    ORDER BY cables DESC, folded, type LIMIT ?"""


def behind(database: Database, wanted: int | None) -> int:
    """See ``Library.mentions_behind``."""
    kept = wanted in (None, rules(database))
    after = watermark(database) if kept else 0
    return database.number("SELECT count(*) FROM cable WHERE version > ?", (after,))


def spans_behind(database: Database, size: int) -> Iterator[tuple[int, int]]:
    """See ``Library.spans_behind``."""
    sql = """SELECT max(version) FROM
        (SELECT version FROM cable WHERE version > ? ORDER BY version LIMIT ?)"""
    after = watermark(database)
    while last := database.number(sql, (after, size)):
        yield after, last
        after = last


def entities(database: Database, kind: str | None, prefix: str, limit: int) -> tuple[EntityCount, ...]:
    """See ``Library.entities``."""
    start = spelled(prefix).casefold()
    # The few that are named often have an index of their own, and mostly they suffice.
    rows = [] if start else database.all(_LISTED.format(f"cables >= {OFTEN}"), (_codes(kind), limit))
    if len(rows) < limit:
        values = (_codes(kind), start, start + _LAST, limit)
        rows = database.all(_LISTED.format("folded >= ? AND folded < ?"), values)
    return tuple(EntityCount(POSTED[code], name, cables) for code, name, cables in rows)


def cables_with(database: Database, kind: str | None, name: str) -> array[int]:
    """See ``Library.cables_with``."""
    return array("Q", sorted(set(postings(database, kind, name))))


def postings(database: Database, kind: str | None, name: str) -> array[int]:
    """Return the keys of the cables that name an entity, as they are kept: in no order."""
    # CROSS keeps the order of the joins: from the one entity to its postings, a look-up for each part.
    rows = database.all(
        """SELECT p.cables FROM entity e CROSS JOIN json_each(?) part
        CROSS JOIN posting p ON p.part = part.value AND p.entity = e.id
        WHERE e.type IN (SELECT value FROM json_each(?)) AND e.folded = ?""",
        (json.dumps(list(range(parts(database)))), _codes(kind), spelled(name).casefold()),
    )
    return array("I", b"".join(packed for (packed,) in rows))


def entity_counts(
    database: Database, keys: Iterable[int], kind: str | None, limit: int
) -> tuple[EntityCount, ...]:
    """See ``Library.entity_counts``."""
    rows = database.all(
        "SELECT packed FROM named WHERE cable IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),)
    )
    often: Counter[int] = Counter()
    for (packed,) in rows:
        often.update(unpack(packed)[0])
    named = database.all(
        """SELECT id, type, name FROM entity WHERE id IN (SELECT value FROM json_each(?))
        AND type IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(often)), _codes(kind)),
    )
    counts = (EntityCount(POSTED[code], name, often[one]) for one, code, name in named)
    return tuple(sorted(counts, key=lambda c: (-c.cables, c.name.casefold(), c.type))[:limit])


def _codes(kind: str | None) -> str:
    """Return the numbers of the types asked for, as JSON; a type that is not kept has none."""
    return json.dumps(list(CODES.values()) if kind is None else [CODES[kind]] if kind in CODES else [])
