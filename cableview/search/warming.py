"""Reading the search cache ahead: the first words typed after a start would wait for the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cableview.search.folder import index_folder

_NEEDED = (".bin", ".term", ".fast", ".fieldnorm", ".idx", ".pos")
"""Files by how many searches need them: the words, what ranks cables, where words stand."""
_MOST = 1 << 30
"""Bytes read at most; what a larger cache has beyond is read as searches come to it."""
_PIECE = 1 << 20


def warm(folder: Path, stopped: Callable[[], bool]) -> int:
    """Let the system hold what searches in the cache ``folder`` read; return the number of bytes read.

    They take no memory of this process, and the system drops them when another needs the room. A file that
    cannot be read is passed over: a search that needs it says so.
    """
    taken = 0
    room = memoryview(bytearray(_PIECE))
    for path in _files(folder):
        try:
            with path.open("rb", buffering=0) as file:
                while taken < _MOST and not stopped() and (got := file.readinto(room)):
                    taken += got
        except OSError:
            continue
    return taken


def _files(folder: Path) -> list[Path]:
    try:
        files = [*folder.iterdir(), *index_folder(folder).iterdir()]
    except OSError:
        return []
    needed = [path for path in files if path.suffix in _NEEDED]
    return sorted(needed, key=lambda path: (_NEEDED.index(path.suffix), path.name))
