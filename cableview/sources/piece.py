"""A piece of a source: small enough to hand to a worker, read into documents by ``documents_of``."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from cableview.model.batch import Skipped

OnSkip = Callable[[Skipped], None]


@dataclass(frozen=True, slots=True)
class FilePiece:
    """A file of the disk that holds one document; whoever reads the piece opens it."""

    path: str
    weight: int
    """Bytes of the source that are done with when this piece is."""


@dataclass(frozen=True, slots=True)
class BytesPiece:
    """One document already in memory: an archive member or standard input."""

    name: str
    data: bytes
    weight: int


@dataclass(frozen=True, slots=True)
class RowsPiece:
    """Whole rows of a table of cables."""

    name: str
    data: bytes
    weight: int


Piece = FilePiece | BytesPiece | RowsPiece


def shown(path: str) -> str:
    """Return a path as text that can be stored and printed: undecodable bytes of a name become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
