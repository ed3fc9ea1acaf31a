"""JSON Lines: one flag record a line, sorted keys; the exchange format between two people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from cableview.model.visible import visible_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cableview.export.record import FlagRecord


def write_jsonl(records: Iterable[FlagRecord], out: TextIO) -> int:
    """Write the records, safe to print on a terminal; return how many."""
    count = 0
    for record in records:
        line = json.dumps(record.as_dict(), ensure_ascii=False, sort_keys=True)
        out.write(visible_json(line) + "\n")
        count += 1
    return count
