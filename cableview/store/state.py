"""What marks are now: small tables written through one function, so that the log can replay them."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any, NamedTuple

from cableview.model.marks import Flag
from cableview.store.connection import Database

Record = dict[str, Any] | None
"""The JSON-ready value of one mark; None when there is no such mark."""

RECORDS = {"flag": "cable_id", "correction": "created"}
"""Tables that keep a mark whole, and the field that stands beside it in a column of its own."""


class Cell(NamedTuple):
    """One mark and the value it takes: a decision by cable id, a flag or a correction by its own id."""

    table: str
    key: str
    value: Record


def read_cell(database: Database, table: str, key: str) -> Cell:
    """Return a mark as it is now."""
    if table in RECORDS:
        row = database.one(f"SELECT record FROM {table} WHERE id = ?", (key,))  # noqa: S608
        return Cell(table, key, json.loads(row[0]) if row else None)
    row = database.one("SELECT decision, at FROM decision WHERE cable = ?", (key,))
    return Cell(table, key, {"decision": row[0], "at": row[1]} if row else None)


def write_cell(database: Database, cell: Cell) -> None:
    """Set a mark, or take it away when its value is None."""
    table, key, value = cell
    if table in RECORDS:
        if value is None:
            database.run(f"DELETE FROM {table} WHERE id = ?", (key,))  # noqa: S608
            return
        row = (key, value[RECORDS[table]], dump(value))
        database.run(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", row)  # noqa: S608
    elif value is None:
        database.run("DELETE FROM decision WHERE cable = ?", (key,))
    else:
        row = (key, value["decision"], value["at"])
        database.run("INSERT OR REPLACE INTO decision VALUES (?, ?, ?)", row)


def flag_record(flag: Flag) -> dict[str, Any]:
    """Return a flag ready for JSON; whether it is an orphan depends on the library and is not kept."""
    record = asdict(flag)
    del record["orphan"]
    record["codes"] = list(flag.codes)
    for name in ("created", "modified"):
        moment: datetime | None = record[name]
        record[name] = None if moment is None else moment.isoformat()
    return record


def flag_from(record: dict[str, Any]) -> Flag:
    """Return the flag that ``flag_record`` kept."""
    moments = {
        name: datetime.fromisoformat(record[name]) if record[name] else None
        for name in ("created", "modified")
    }
    return Flag(**{**record, **moments, "codes": tuple(record["codes"])})


def dump(value: object) -> str:
    """Return compact JSON in ASCII: it holds every text there is, halves of surrogate pairs too."""
    return json.dumps(value, separators=(",", ":"))
