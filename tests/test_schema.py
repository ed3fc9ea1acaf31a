"""The shipped JSON schema says what the record has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import cableview.data
from cableview.entities import find_mentions
from cableview.model.record import to_record
from cableview.parse import parse_text
from cableview.resources import resource_dir

SCHEMA = json.loads(Path(cableview.data.__file__).with_name("cable.schema.json").read_text(encoding="utf-8"))
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}


def check(value: Any, schema: dict[str, Any], place: str) -> None:
    """Hold ``value`` against the small part of JSON Schema that the record's schema uses."""
    if "enum" in schema:
        assert value in schema["enum"], place
        return
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    assert any(isinstance(value, TYPES[k]) for k in kinds), f"{place}: {value!r}"
    if isinstance(value, dict):
        assert set(schema["required"]) <= set(value) <= set(schema["properties"]), place
        for key, item in value.items():
            check(item, schema["properties"][key], f"{place}.{key}")
    elif isinstance(value, list):
        for item in value:
            check(item, schema["items"], place)


@pytest.mark.parametrize("seed", sorted(resource_dir("seeds").iterdir()), ids=lambda p: p.stem)
def test_the_record_of_every_seed_follows_the_schema(seed: Path) -> None:
    text = seed.read_bytes().decode()
    cable = parse_text(text)
    record = json.loads(json.dumps(to_record(cable, seed.name, find_mentions(cable, text))))
    check(record, SCHEMA, seed.stem)


def test_the_record_of_nothing_follows_the_schema() -> None:
    check(json.loads(json.dumps(to_record(parse_text(""), "-"))), SCHEMA, "empty")
