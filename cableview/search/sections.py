"""The file of the vocabulary: a header, then its sections one after the other, mapped into memory on use."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Sequence
from pathlib import Path

FILE = "vocabulary.bin"
_MAGIC = b"CBLVOC04"
_HEADER = struct.Struct("<8sQ5Q")
"""Magic, stamp, then the length in bytes of each section."""
_ALIGNED = 4
"""Each section begins at a multiple of so many bytes: all but the first are numbers of that size."""


def write_sections(folder: Path, stamp: int, sections: Sequence[memoryview]) -> None:
    """Write the file into ``folder``, whole or not at all."""
    target = folder / FILE
    partial = target.with_suffix(".new")
    parts = [section.cast("B") for section in sections]
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    with partial.open("wb") as out:
        out.write(_HEADER.pack(_MAGIC, stamp, *map(len, parts)))
        for part in parts:
            out.write(part)
            out.write(bytes(-len(part) % _ALIGNED))
    partial.replace(target)


def read_sections(folder: Path) -> tuple[int, list[memoryview]] | None:
    """Return (stamp, sections) of the file; None when it is missing, cut short or of another version."""
    try:
        with (folder / FILE).open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        return None
    if len(view) < _HEADER.size:
        return None
    magic, stamp, *lengths = _HEADER.unpack(view[: _HEADER.size])
    sections, at = [], _HEADER.size
    for length in lengths:
        sections.append(view[at : at + length])
        at += length + -length % _ALIGNED
    if magic != _MAGIC or at != len(view) or any(length % _ALIGNED for length in lengths[1:]):
        return None
    return stamp, sections
