"""Corrections as JSON lines: kept beside a project, or handed to another reader of the same cables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from cableview.model.correction import Correction
from cableview.model.mention import TYPES
from cableview.store.corrections import correction_from, correction_record

_SCHEMA = 1
_TEXTS = ("id", "name")
_OPTIONAL = ("to_type", "to_name", "cable_id", "form", "created")


def as_record(item: Correction) -> dict[str, Any]:
    """Return the object that stands for one correction, its keys sorted."""
    return dict(sorted({"schema": _SCHEMA, **correction_record(item)}.items()))


def read_corrections(lines: Iterable[str]) -> Iterator[Correction]:
    """Yield what ``as_record`` gave, one object a line; empty lines are passed over.

    Raises ValueError with the number of the line and what is wrong in it.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _checked(json.loads(line))
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise ValueError(f"line {number}: not a correction ({error})") from error


def _checked(record: Any) -> Correction:
    if not isinstance(record, dict) or record.pop("schema", None) != _SCHEMA:
        raise ValueError(f'no object with "schema": {_SCHEMA}')
    wrong = [name for name in _TEXTS if not isinstance(record[name], str) or not record[name]]
    wrong += ["to_name"] if record.get("to_name") == "" else []
    wrong += [name for name in _OPTIONAL if not isinstance(record.get(name), str | None)]
    if wrong:
        raise ValueError(f"{wrong[0]} is no text")
    for kind in (record["type"], record.get("to_type")):
        if kind not in (*TYPES, None):
            raise ValueError(f"{kind!r} is no type of entity")
    if record["type"] is None or (record.get("form") and not record.get("cable_id")):
        raise ValueError("a type is missing, or the cable of a form")
    return correction_from(record)
