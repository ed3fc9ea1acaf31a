"""The cable list: its orders, its rows, its keys."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from cableview.store.connection import Database
from cableview.store.ids import split_id
from cableview.store.moments import from_seconds
from cableview.store.records import CableRow

# "newest", "oldest" and "id" are answered from an index alone.
SORTS = MappingProxyType(
    {
        "newest": "sent DESC, key DESC",
        "oldest": "sent IS NULL, sent, key",
        "id": "station, year, serial, key",
        "subject": "subject IS NULL, upper(subject), key",
        "classification": """CASE substr(upper(classification), 1, 1)
            WHEN 'T' THEN 0 WHEN 'S' THEN 1 WHEN 'C' THEN 2 WHEN 'L' THEN 3 WHEN 'U' THEN 4 ELSE 5 END,
            sent DESC, key DESC""",
        "station": "station IS NULL, station, sent DESC, key DESC",
        "cited": """(SELECT count(DISTINCT citing) FROM reference WHERE target = cable.key) DESC,
            sent DESC, key DESC""",
        "longest": "words DESC, key DESC",
        "problems": "problems DESC, sent DESC, key DESC",
    }
)
_ROW = """SELECT c.key, n.id, c.sent, c.classification, c.precedence, c.sender, c.subject, c.station, c.tags,
    c.paragraphs, c.words, c.problems, c.versions
    FROM cable c JOIN name n ON n.key = c.key WHERE c.key IN (SELECT value FROM json_each(?))"""


def order(database: Database, sort: str, batch: int | None) -> array[int]:
    """See ``Library.order``."""
    by = SORTS[sort]
    if sort == "oldest" and batch is None:
        return _oldest(database)
    where = "" if batch is None else "WHERE key IN (SELECT cable FROM version WHERE batch = ?)"
    values = () if batch is None else (batch,)
    return database.numbers(f"SELECT key FROM cable {where} ORDER BY {by}", values)  # noqa: S608


def _oldest(database: Database) -> array[int]:
    """Two walks along the index, because an index keeps cables without date before all others."""
    dated = database.numbers("SELECT key FROM cable WHERE sent IS NOT NULL ORDER BY sent, key")
    return dated + database.numbers("SELECT key FROM cable WHERE sent IS NULL ORDER BY key")


def rows(database: Database, keys: Sequence[int]) -> list[CableRow]:
    """Return the rows of ``keys``, in that order; a key that is not held is left out."""
    found = {row[0]: _row(*row) for row in database.all(_ROW, (json.dumps(list(keys)),))}
    return [found[key] for key in keys if key in found]


def _row(key: int, cable_id: str, sent: int | None, *rest: object) -> CableRow:
    classification, precedence, sender, subject, station, tags, *counts = rest
    return CableRow(
        key,
        cable_id,
        from_seconds(sent),
        classification,  # type: ignore[arg-type]  # the columns' types are the schema's: STRICT
        precedence,  # type: ignore[arg-type]
        sender,  # type: ignore[arg-type]
        subject,  # type: ignore[arg-type]
        station,  # type: ignore[arg-type]
        tuple(str(tags).split()),
        *counts,  # type: ignore[arg-type]
    )


def key_of(database: Database, cable_id: str) -> int | None:
    """Return the key of a held cable; None when it is not held."""
    row = database.one("SELECT c.key FROM name n JOIN cable c ON c.key = n.key WHERE n.id = ?", (cable_id,))
    return row[0] if row else None


def keys_of(database: Database, ids: Iterable[str]) -> array[int]:
    """See ``Library.keys_of``."""
    # One id after the other along the index, which alone answers; sorted, its pages are met in their order.
    sql = "SELECT n.key FROM json_each(?) i CROSS JOIN name n ON n.id = i.value"
    return database.numbers(sql, (json.dumps(sorted(ids)),))


def held(database: Database, ids: Iterable[str]) -> set[str]:
    """Return which of ``ids`` are in the library."""
    sql = """SELECT n.id FROM name n JOIN cable c ON c.key = n.key
        WHERE n.id IN (SELECT value FROM json_each(?))"""
    return {cable_id for (cable_id,) in database.all(sql, (json.dumps(list(ids)),))}


def near_ids(database: Database, cable_id: str, limit: int) -> tuple[str, ...]:
    """Return held ids of the same station and year, the nearest serial first."""
    parts = split_id(cable_id)
    if parts is None:
        return ()
    sql = """SELECT n.id, c.serial FROM cable c JOIN name n ON n.key = c.key
        WHERE c.station = ? AND c.year = ? AND c.serial {} ? ORDER BY c.serial {} LIMIT ?"""
    around = [
        *database.all(sql.format("<", "DESC"), (*parts, limit)),
        *database.all(sql.format(">", "ASC"), (*parts, limit)),
    ]
    around.sort(key=lambda row: (abs(row[1] - parts.serial), row[1]))
    return tuple(found for found, _ in around[:limit])


def resolve(database: Database, text: str) -> str | None:
    """See ``Library.resolve``."""
    from cableview.parse import canonical_id  # noqa: PLC0415  # a list needs no parser: start without it

    head, dash, tail = text.strip().partition("-")
    made = f"{head.upper()}{dash}{tail.lower()}"
    found = made if key_of(database, made) is not None else canonical_id(text)
    return found if found is not None and key_of(database, found) is not None else None
