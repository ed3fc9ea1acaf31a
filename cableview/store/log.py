"""The log of everything done to marks, and undo and redo over it."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from cableview.store.connection import Database
from cableview.store.moments import now
from cableview.store.state import Cell, dump, read_cell, write_cell


@dataclass(frozen=True, slots=True)
class Step:
    """Something done, undone or redone, fit to be said to the user and to go to."""

    words: str
    """e.g. ``flag on 08BEIJING2648 ¶8``."""
    cable_id: str
    """The first cable it concerns."""
    paragraph: int | None = None
    """True number of the first paragraph it concerns."""


def act(database: Database, kind: str, about: Step, changes: Callable[[], Sequence[Cell]]) -> bool:
    """Do something new: write it, log it, and forget what waited for redo, all in one transaction.

    ``changes`` is called with the write lock held, so that it sees what marks are; False when it changes
    nothing.
    """
    with database.write():
        after = [cell for cell in changes() if read_cell(database, cell.table, cell.key) != cell]
        if not after:
            return False
        number = _write(database, kind, about, after)
        database.run("DELETE FROM history WHERE undone = 1")
        database.run("INSERT INTO history (event) VALUES (?)", (number,))
    return True


def undo(database: Database) -> Step | None:
    """Take back the last thing done; None when nothing is left."""
    return _turn(database, "undo", "SELECT max(event) FROM history WHERE undone = 0")


def redo(database: Database) -> Step | None:
    """Do again the last thing undone; None when nothing is left."""
    return _turn(database, "redo", "SELECT min(event) FROM history WHERE undone = 1")


def _turn(database: Database, kind: str, which: str) -> Step | None:
    with database.write():
        row = database.one(which)
        if row is None or row[0] is None:
            return None
        kept = database.one("SELECT payload, inverse, about FROM event WHERE number = ?", row)
        assert kept is not None
        about = Step(**json.loads(kept[2]))
        _write(database, kind, about, [Cell(*cell) for cell in json.loads(kept[kind == "undo"])])
        database.run("UPDATE history SET undone = ? WHERE event = ?", (int(kind == "undo"), row[0]))
    return about


def _write(database: Database, kind: str, about: Step, after: Sequence[Cell]) -> int:
    before = [read_cell(database, cell.table, cell.key) for cell in after]
    for cell in after:
        write_cell(database, cell)
    cursor = database.run(
        "INSERT INTO event (uuid, at, kind, payload, inverse, about) VALUES (?, ?, ?, ?, ?, ?)",
        (uuid.uuid4().hex, now().isoformat(), kind, dump(after), dump(before), dump(asdict(about))),
    )
    return cursor.lastrowid or 0


def replay(database: Database) -> dict[tuple[str, str], Cell]:
    """Return every mark as the log alone tells it: what ``check`` compares the tables with."""
    found: dict[tuple[str, str], Cell] = {}
    for (payload,) in database.all("SELECT payload FROM event ORDER BY number"):
        for cell in (Cell(*fields) for fields in json.loads(payload)):
            found[cell.table, cell.key] = cell
    return {key: cell for key, cell in found.items() if cell.value is not None}
