"""Imports and their reports. A batch without an end is one that was stopped: the next run goes on with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from cableview.model.batch import Batch, Skipped
from cableview.store.connection import Database, Row
from cableview.store.moments import from_seconds, now, to_seconds
from cableview.store.prepared import plain

_COLUMNS = "id, started, finished, sources, documents, new, changed"


def start(database: Database, sources: Sequence[str]) -> int:
    """See ``Library.start_batch``."""
    given = json.dumps(list(sources))
    with database.write():
        stopped = database.number(
            "SELECT max(id) FROM batch WHERE sources = ? AND finished IS NULL", (given,)
        )
        if stopped:
            # The run meets every document again: those kept before are identical, and all are counted anew.
            database.run("UPDATE batch SET documents = 0 WHERE id = ?", (stopped,))
            database.run("DELETE FROM skipped WHERE batch = ?", (stopped,))
            return stopped
        cursor = database.run(
            "INSERT INTO batch (started, sources) VALUES (?, ?)", (to_seconds(now()), given)
        )
        return cursor.lastrowid or 0


def skip(database: Database, batch: int, skipped: Iterable[Skipped]) -> None:
    """Add to the list of files that were not taken in."""
    rows = [(batch, plain(item.name), plain(item.reason)) for item in skipped]
    if rows:
        with database.write():
            database.many("INSERT INTO skipped VALUES (?, ?, ?)", rows)


def finish(database: Database, batch: int) -> None:
    """Say that every source was read to its end."""
    database.run("UPDATE batch SET finished = ? WHERE id = ?", (to_seconds(now()), batch))


def batches(database: Database, only: int | None = None) -> tuple[Batch, ...]:
    """Return every batch, newest first, or the one asked for."""
    where, values = ("", ()) if only is None else ("WHERE id = ?", (only,))
    rows = database.all(f"SELECT {_COLUMNS} FROM batch {where} ORDER BY id DESC", values)  # noqa: S608
    return tuple(_batch(database, row) for row in rows)


def _batch(database: Database, row: Row) -> Batch:
    batch, started, finished, sources, documents, new, changed = row
    began = from_seconds(started)
    assert began is not None
    problems = "SELECT field, cables FROM problem WHERE batch = ? ORDER BY cables DESC, field"
    skipped = "SELECT name, reason FROM skipped WHERE batch = ? ORDER BY rowid"
    return Batch(
        id=batch,
        started=began,
        finished=from_seconds(finished),
        sources=tuple(json.loads(sources)),
        new=new,
        changed=changed,
        identical=max(0, documents - new - changed),
        skipped=tuple(Skipped(*row) for row in database.all(skipped, (batch,))),
        problems=tuple(database.all(problems, (batch,))),
    )
