"""What was searched for: the last queries, and those kept under a name. No part of undo."""

from __future__ import annotations

from typing import NamedTuple

from cableview.store.moments import now
from cableview.store.part import Part
from cableview.store.prepared import plain

LATELY = 300
"""Queries remembered; the oldest go."""


class SavedSearch(NamedTuple):
    """A query with the name that somebody gave it."""

    name: str
    query: str


class Searches(Part):
    """The part of ``Marks`` that remembers queries. Each method may raise StoreError."""

    def remember_search(self, query: str) -> None:
        """Keep a query as the last one; one that is kept already moves to the end."""
        text = _line(query)
        if not text:
            return
        with self._database.write():
            self._database.run("DELETE FROM searched WHERE query = ?", (text,))
            self._database.run("INSERT INTO searched (query, at) VALUES (?, ?)", (text, now().isoformat()))
            self._database.run(
                """DELETE FROM searched WHERE number <=
                (SELECT number FROM searched ORDER BY number DESC LIMIT 1 OFFSET ?)""",
                (LATELY,),
            )

    def last_searches(self) -> tuple[str, ...]:
        """Return the remembered queries, the last one first."""
        return tuple(
            query for (query,) in self._database.all("SELECT query FROM searched ORDER BY number DESC")
        )

    def save_search(self, name: str, query: str) -> None:
        """Keep a query under a name, in place of what had that name; without a name nothing is kept."""
        if (called := _line(name)) and (text := _line(query)):
            row = (called, text, now().isoformat())
            self._database.run("INSERT OR REPLACE INTO saved_search VALUES (?, ?, ?)", row)

    def saved_search(self, name: str) -> str | None:
        """Return the query of that name; None when there is none."""
        row = self._database.one("SELECT query FROM saved_search WHERE name = ?", (_line(name),))
        return row[0] if row else None

    def drop_search(self, name: str) -> None:
        """Forget the query of that name, if there is one."""
        self._database.run("DELETE FROM saved_search WHERE name = ?", (_line(name),))

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return the named queries in the order of their names."""
        rows = self._database.all("SELECT name, query FROM saved_search ORDER BY lower(name), name")
        return tuple(SavedSearch._make(row) for row in rows)


def _line(text: str) -> str:
    return " ".join(plain(text).split())
