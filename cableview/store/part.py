"""What the parts of ``Library`` and ``Marks`` share: one connection."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from cableview.store.connection import Database


class Part:
    """Holds the connection, and closes it at the end of a ``with`` block."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def stamp(self) -> tuple[int, int]:
        """Return what differs from an earlier answer once the file was written, by whomever."""
        return self._database.stamp()

    def close(self) -> None:
        """Close the connection."""
        self._database.close()
