"""JSON Lines: one flag record a line, sorted keys; the exchange format between two people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cableview.export.record import FlagRecord


def write_jsonl(records: Iterable[FlagRecord], out: TextIO) -> int:
    """Write the records; return how many."""
    count = 0
    for record in records:
        out.write(json.dumps(record.as_dict(), ensure_ascii=False, sort_keys=True) + "\n")
        count += 1
    return count
