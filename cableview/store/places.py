"""What was read and where, and small settings: kept with the marks, yet no part of undo."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cableview.store.connection import Row
from cableview.store.moments import now
from cableview.store.part import Part


class Place(NamedTuple):
    """Where somebody was reading."""

    cable_id: str
    position: int
    """Position (from 0) of the paragraph."""


class Places(Part):
    """The part of ``Marks`` that is only kept. Each method may raise StoreError."""

    def see(self, cable_id: str | Sequence[str], *, seen: bool = True) -> None:
        """Mark a cable, or several, read or unread."""
        ids = (cable_id,) if isinstance(cable_id, str) else tuple(cable_id)
        at = now().isoformat()
        with self._database.write():
            for one in ids:
                if seen:
                    self._database.run("INSERT OR IGNORE INTO seen VALUES (?, ?)", (one, at))
                else:
                    self._database.run("DELETE FROM seen WHERE cable = ?", (one,))

    def seen(self, ids: Iterable[str] | None = None) -> set[str]:
        """Return which of ``ids``, or of all cables, were read."""
        return {cable for (cable,) in self._chosen("SELECT cable FROM seen", "cable", ids)}

    def set_place(self, cable_id: str, position: int) -> None:
        """Keep the reading place in a cable, and that it is the last."""
        row = (cable_id, position, now().isoformat())
        self._database.run("INSERT OR REPLACE INTO place VALUES (?, ?, ?)", row)

    def place(self, cable_id: str | None = None) -> Place | None:
        """Return the place in a cable, or the last place of all."""
        ids = None if cable_id is None else (cable_id,)
        rows = self._chosen("SELECT cable, paragraph FROM place", "cable", ids, "ORDER BY at DESC LIMIT 1")
        return Place._make(rows[0]) if rows else None

    def setting(self, name: str, default: str = "") -> str:
        """Return a small setting kept with the marks, e.g. the name of code 1."""
        row = self._database.one("SELECT value FROM setting WHERE name = ?", (name,))
        return row[0] if row else default

    def set_setting(self, name: str, value: str) -> None:
        """Keep a small setting; the empty text takes it away."""
        if value:
            self._database.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))
        else:
            self._database.run("DELETE FROM setting WHERE name = ?", (name,))

    def _chosen(self, select: str, column: str, ids: Iterable[str] | None, rest: str = "") -> list[Row]:
        if ids is None:
            return self._database.all(f"{select} {rest}")
        where = f"WHERE {column} IN (SELECT value FROM json_each(?))"  # noqa: S608
        return self._database.all(f"{select} {where} {rest}", (json.dumps(list(ids)),))
