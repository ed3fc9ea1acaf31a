"""Putting prepared documents into the library, a batch of them in one transaction."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from cableview.store.connection import Database
from cableview.store.prepared import Prepared
from cableview.store.records import Outcome, Stored

_VERSION = "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_CABLE = "INSERT OR REPLACE INTO cable VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_REFERENCE = "INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SLICE = 500  # values in one IN (...)


@dataclass(slots=True)
class _Standing:
    """What a cable is at this point of the transaction."""

    version: int
    paragraphs: int
    versions: int
    item: Prepared | None = None
    """Set when its row and references must be written."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A version held already."""

    key: int
    version: int
    parser: int


@dataclass(slots=True)
class _Work:
    """The rows of one transaction, gathered before any is written."""

    batch: int
    next_version: int
    texts: dict[tuple[bytes, str], _Text]
    keys: dict[str, int]
    standing: dict[int, _Standing]
    versions: list[tuple[object, ...]] = field(default_factory=list)
    raws: list[tuple[int, bytes]] = field(default_factory=list)
    renewed: list[tuple[int, int, int]] = field(default_factory=list)
    problems: Counter[str] = field(default_factory=Counter)

    def put(self, item: Prepared) -> Stored:
        key = self.keys[item.id]
        text = self.texts.get((item.sha256, item.id))
        if text is not None:
            if item.parser > text.parser:
                self._renew(item, text)
            return Stored(key, item.id, text.version, Outcome.IDENTICAL)
        number = self.next_version
        self.next_version += 1
        self.texts[item.sha256, item.id] = _Text(key, number, item.parser)
        self.raws.append((number, item.packed))
        self.versions.append(
            (
                number,
                key,
                self.batch,
                item.sha256,
                item.source,
                item.encoding,
                item.extra,
                item.parser,
                item.characters,
                item.paragraphs,
            )
        )
        self.problems.update(item.problem_fields)
        before = self.standing.get(key)
        if before is None:
            self.standing[key] = _Standing(number, item.paragraphs, 1, item)
            return Stored(key, item.id, number, Outcome.NEW)
        before.versions += 1
        if item.paragraphs >= before.paragraphs:
            before.version, before.paragraphs, before.item = number, item.paragraphs, item
        return Stored(key, item.id, number, Outcome.CHANGED)

    def _renew(self, item: Prepared, text: _Text) -> None:
        """Keep what a newer parser read in a text that is held."""
        self.texts[item.sha256, item.id] = _Text(text.key, text.version, item.parser)
        self.renewed.append((item.parser, item.paragraphs, text.version))
        now = self.standing[text.key]
        if now.version == text.version:
            now.paragraphs, now.item = item.paragraphs, item


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


def _begin(database: Database, batch: int, items: Sequence[Prepared]) -> _Work:
    texts = _texts(database, items)
    fresh = [item for item in items if (item.sha256, item.id) not in texts]
    names = {item.id for item in items}
    renewed = (i for i in items if (t := texts.get((i.sha256, i.id))) is not None and i.parser > t.parser)
    for item in (*fresh, *renewed):
        names.update(row.target for row in item.references)
    keys = _name_keys(database, names)
    highest = database.one("SELECT coalesce(max(id), 0) FROM version")
    return _Work(
        batch=batch,
        next_version=(highest[0] if highest else 0) + 1,
        texts=texts,
        keys=keys,
        standing=_standing(database, [keys[item.id] for item in items]),
    )


def _texts(database: Database, items: Sequence[Prepared]) -> dict[tuple[bytes, str], _Text]:
    found: dict[tuple[bytes, str], _Text] = {}
    hashes = iter({item.sha256 for item in items})
    while part := list(islice(hashes, _SLICE)):
        marks = ",".join("?" * len(part))
        sql = f"""SELECT v.sha256, n.id, v.cable, v.id, v.parser
            FROM version v JOIN name n ON n.key = v.cable WHERE v.sha256 IN ({marks})"""  # noqa: S608
        for sha256, cable_id, key, version, parser in database.all(sql, part):
            found[sha256, cable_id] = _Text(key, version, parser)
    return found


def _name_keys(database: Database, names: set[str]) -> dict[str, int]:
    """Return the key of each id, giving one to those met for the first time."""
    database.many("INSERT OR IGNORE INTO name (id) VALUES (?)", ((name,) for name in sorted(names)))
    sql = "SELECT id, key FROM name WHERE id IN (SELECT value FROM json_each(?))"
    return dict(database.all(sql, (json.dumps(list(names)),)))


def _standing(database: Database, keys: list[int]) -> dict[int, _Standing]:
    sql = """SELECT key, version, paragraphs, versions FROM cable
        WHERE key IN (SELECT value FROM json_each(?))"""
    rows = database.all(sql, (json.dumps(keys),))
    return {key: _Standing(version, paragraphs, versions) for key, version, paragraphs, versions in rows}


def _write(database: Database, work: _Work) -> None:
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


def _cable_row(key: int, now: _Standing, item: Prepared) -> tuple[object, ...]:
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


def _references(work: _Work, key: int, item: Prepared) -> Iterable[tuple[object, ...]]:
    for place, row in enumerate(item.references):
        yield (key, place, work.keys[row.target], *row[1:])
