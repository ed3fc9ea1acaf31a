"""Putting prepared documents into the library, a batch of them in one transaction."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from cableview.store.connection import Database
from cableview.store.prepared import Prepared
from cableview.store.records import Outcome, Stored
from cableview.store.work import HeldText, Standing, Work

_VERSION = "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_CABLE = "INSERT OR REPLACE INTO cable VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_REFERENCE = "INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SLICE = 500  # values in one IN (...)


def add(database: Database, batch: int, prepared: Iterable[Prepared], identical: int) -> list[Stored]:
    """See ``Library.add``."""
    items = list(prepared)
    with database.write():
        work = _begin(database, batch, items)
        stored = [work.put(item) for item in items]
        _write(database, work)
        outcomes = Counter(one.outcome for one in stored)
        database.run(
            "UPDATE batch SET documents = documents + ?, new = new + ?, changed = changed + ? WHERE id = ?",
            (len(items) + identical, outcomes[Outcome.NEW], outcomes[Outcome.CHANGED], batch),
        )
    return stored


def renew(database: Database, prepared: Iterable[Prepared]) -> None:
    """See ``Library.renew``."""
    items = list(prepared)
    with database.write():
        work = _begin(database, 0, items)
        for item in items:
            work.put(item)
        _write(database, work)


def _begin(database: Database, batch: int, items: Sequence[Prepared]) -> Work:
    texts = _texts(database, items)
    fresh = [item for item in items if (item.sha256, item.id) not in texts]
    names = {item.id for item in items}
    renewed = (i for i in items if (t := texts.get((i.sha256, i.id))) is not None and i.parser > t.parser)
    for item in (*fresh, *renewed):
        names.update(row.target for row in item.references)
    keys = _name_keys(database, names)
    return Work(
        batch=batch,
        next_version=database.number("SELECT max(id) FROM version") + 1,
        texts=texts,
        keys=keys,
        standing=_standing(database, [keys[item.id] for item in items]),
    )


def _texts(database: Database, items: Sequence[Prepared]) -> dict[tuple[bytes, str], HeldText]:
    found: dict[tuple[bytes, str], HeldText] = {}
    hashes = iter({item.sha256 for item in items})
    while part := list(islice(hashes, _SLICE)):
        marks = ",".join("?" * len(part))
        sql = f"""SELECT v.sha256, n.id, v.cable, v.id, v.parser
            FROM version v JOIN name n ON n.key = v.cable WHERE v.sha256 IN ({marks})"""  # noqa: S608
        for sha256, cable_id, key, version, parser in database.all(sql, part):
            found[sha256, cable_id] = HeldText(key, version, parser)
    return found


def _name_keys(database: Database, names: set[str]) -> dict[str, int]:
    """Return the key of each id, giving one to those met for the first time."""
    database.many("INSERT OR IGNORE INTO name (id) VALUES (?)", ((name,) for name in sorted(names)))
    sql = "SELECT id, key FROM name WHERE id IN (SELECT value FROM json_each(?))"
    return dict(database.all(sql, (json.dumps(list(names)),)))


def _standing(database: Database, keys: list[int]) -> dict[int, Standing]:
    sql = """SELECT key, version, paragraphs, versions FROM cable
        WHERE key IN (SELECT value FROM json_each(?))"""
    rows = database.all(sql, (json.dumps(keys),))
    return {key: Standing(version, paragraphs, versions) for key, version, paragraphs, versions in rows}


def _write(database: Database, work: Work) -> None:
    database.many(_VERSION, work.versions)
    database.many("INSERT INTO raw VALUES (?, ?)", work.raws)
    database.many("UPDATE version SET parser = ?, paragraphs = ? WHERE id = ?", work.renewed)
    written = [(key, now, now.item) for key, now in work.standing.items() if now.item is not None]
    old = [(key,) for key, now, _ in written if now.versions > 1 or work.renewed]
    database.many("DELETE FROM reference WHERE citing = ?", old)
    database.many(_CABLE, (_cable_row(key, now, item) for key, now, item in written))
    touched = {key for _, key, *_ in work.versions}
    counts = [(n.versions, key) for key, n in work.standing.items() if key in touched and n.item is None]
    database.many("UPDATE cable SET versions = ? WHERE key = ?", counts)
    database.many(_REFERENCE, (row for key, _, item in written for row in _references(work, key, item)))
    database.many(
        """INSERT INTO problem VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET cables = cables + excluded.cables""",
        ((work.batch, name, count) for name, count in work.problems.items()),
    )


def _cable_row(key: int, now: Standing, item: Prepared) -> tuple[object, ...]:
    return (
        key,
        now.version,
        now.versions,
        item.sent,
        item.station,
        item.year,
        item.serial,
        item.classification,
        item.precedence,
        item.sender,
        item.subject,
        item.tags,
        item.paragraphs,
        item.words,
        item.problems,
    )


def _references(work: Work, key: int, item: Prepared) -> Iterable[tuple[object, ...]]:
    for place, row in enumerate(item.references):
        yield (key, place, work.keys[row.target], *row[1:])
