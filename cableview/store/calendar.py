"""The cables of the library by date: kept in memory, so that thousands of cables are dated at once."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import compress

from cableview.store.connection import Database
from cableview.store.moments import from_seconds, to_seconds

_FEW = 1500
"""Up to so many cables are dated by looking each up."""
_SHIFT = 1 << 40
"""Makes every moment positive."""


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
    """Reads the dates of all cables once; again when cables came in."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._stand: object = None
        self._order: array[int] = array("Q")
        self._months: array[int] = array("i")
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
        wanted = list(map(chosen.__getitem__, self._order))
        months = Counter(compress(self._months, wanted))
        months.pop(-1, None)
        return Dated(array("Q", compress(self._order, wanted)), tuple(sorted(months.items())))

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
        stand = self._database.one("SELECT count(*), max(version), max(key) FROM cable") or (0, 0, 0)
        if stand == self._stand:
            return
        dated = "SELECT {} AS key FROM cable WHERE sent IS NOT NULL ORDER BY sent DESC, cable.key DESC"
        order = self._database.numbers(dated.format("key"))
        shifted = self._database.numbers(dated.format(f"sent + {_SHIFT}"))
        months = _months([seconds - _SHIFT for seconds in reversed(shifted)])
        undated = self._database.numbers("SELECT key FROM cable WHERE sent IS NULL ORDER BY key DESC")
        self._order, self._months = order + undated, months + array("i", [-1]) * len(undated)
        self._room = max(self._order, default=0) + 1
        self._stand = stand


def _months(seconds: Sequence[int]) -> array[int]:
    """Return the months of these seconds, newest first; they come oldest first, so each is met once."""
    months: array[int] = array("i")
    while len(months) < len(seconds):
        month = month_of(from_seconds(seconds[len(months)]) or datetime.now(UTC))
        year, of_year = divmod(month + 1, 12)
        end = to_seconds(datetime(year, of_year + 1, 1, tzinfo=UTC)) if year < 9999 else None
        last = len(seconds) if end is None else bisect_left(seconds, end, len(months))
        months.extend([month] * (last - len(months)))
    return months[::-1]
