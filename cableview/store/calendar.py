"""The cables of the library by date: kept in memory, so that thousands of cables are dated at once."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import compress
from operator import itemgetter

from cableview.store.connection import Database
from cableview.store.moments import from_seconds, to_seconds

_FEW = 1500
"""Up to so many cables are dated by looking each up."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Cables by date."""

    keys: array[int]
    """Newest first; those without date at the end."""
    months: tuple[tuple[int, int], ...]
    """(month, cables) of the dated ones, oldest first; a month is ``year * 12 + month - 1``."""

    def of_month(self, month: int) -> array[int]:
        """Return the keys of one month, newest first."""
        newer = sum(count for other, count in self.months if other > month)
        return self.keys[newer : newer + dict(self.months).get(month, 0)]


def month_of(moment: datetime) -> int:
    """Return the number of the month of ``moment``: ``year * 12 + month - 1``."""
    return moment.year * 12 + moment.month - 1


class Calendar:
    """Reads the order and the months of all cables once; again when cables came in."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._stand: object = None
        self._order: array[int] = array("Q")
        self._pick: Callable[[bytearray], tuple[int, ...]] = _none
        """Takes what a table by key says in the order of the cables."""
        self._months: list[tuple[int, int, int]] = []
        """(month, first place, place after the last) in the order, newest first."""
        self._room = 0

    def date(self, keys: Sequence[int]) -> Dated:
        """Return these cables, each given once, by date; a key that is not held is left out."""
        if len(keys) <= _FEW:
            return self._few(keys)
        self._read()
        chosen = bytearray(self._room)
        for key in keys:
            if key < self._room:
                chosen[key] = 1
        wanted = bytes(self._pick(chosen))
        counts = ((month, wanted.count(1, start, end)) for month, start, end in reversed(self._months))
        months = tuple((month, count) for month, count in counts if count)
        return Dated(array("Q", compress(self._order, wanted)), months)

    def _few(self, keys: Sequence[int]) -> Dated:
        rows = self._database.all(
            """SELECT key, sent FROM cable WHERE key IN (SELECT value FROM json_each(?))
            ORDER BY sent DESC, key DESC""",
            (json.dumps(list(keys)),),
        )
        moments = (from_seconds(sent) for _, sent in rows)
        months = Counter(month_of(moment) for moment in moments if moment)
        return Dated(array("Q", (key for key, _ in rows)), tuple(sorted(months.items())))

    def _read(self) -> None:
        stand = self._database.one("SELECT max(id) FROM version")
        if stand == self._stand:
            return
        self._order = self._database.numbers("SELECT key FROM cable ORDER BY sent DESC, key DESC")
        # With two more places, because for a single one the answer would be no tuple.
        self._pick = itemgetter(*self._order, 0, 0)
        self._room = max(self._order, default=0) + 1
        self._months = list(self._walk())
        self._stand = stand

    def _walk(self) -> Iterator[tuple[int, int, int]]:
        """Yield the months that have cables, with their places; an index answers both questions."""
        place = 0
        row = self._database.one("SELECT max(sent) FROM cable")
        while row is not None and (newest := from_seconds(row[0])) is not None:
            start = to_seconds(datetime(newest.year, newest.month, 1, tzinfo=UTC))
            sql = "SELECT count(*) FROM cable WHERE sent >= ? AND sent <= ?"
            count = self._database.number(sql, (start, row[0]))
            yield month_of(newest), place, place + count
            place += count
            row = self._database.one("SELECT max(sent) FROM cable WHERE sent < ?", (start,))


def _none(_: bytearray) -> tuple[int, ...]:
    return ()
