"""Flags and cables to each export format, written atomically."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from cableview.export.atomic import written_atomically
from cableview.export.jsonl import write_jsonl
from cableview.export.markdown import write_markdown
from cableview.export.record import FlagRecord, flag_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FORMATS: dict[str, Callable[[Iterable[FlagRecord], TextIO], int]] = {
    "markdown": write_markdown,
    "jsonl": write_jsonl,
}
SUFFIXES = {"markdown": ".md", "jsonl": ".jsonl"}

__all__ = ["FORMATS", "SUFFIXES", "FlagRecord", "export_flags", "flag_record", "written_atomically"]


def export_flags(form: str, records: Iterable[FlagRecord], out: TextIO) -> int:
    """Write ``records`` in one of ``FORMATS``; return how many. Raises KeyError for another one."""
    return FORMATS[form](records, out)
