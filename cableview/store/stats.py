"""Counts over the whole library."""

from __future__ import annotations

from dataclasses import dataclass

from cableview.store.connection import Database


@dataclass(frozen=True, slots=True)
class Statistics:
    """How many cables of each kind; in each list the largest first, years and months in order."""

    cables: int
    words: int
    stations: tuple[tuple[str | None, int], ...]
    classifications: tuple[tuple[str | None, int], ...]
    months: tuple[tuple[str | None, int], ...]
    """``2008-07`` to its number; None for cables without date."""
    tags: tuple[tuple[str, int], ...]

    @property
    def years(self) -> tuple[tuple[str | None, int], ...]:
        """``2008`` to its number."""
        counts: dict[str | None, int] = {}
        for month, count in self.months:
            year = month and month[:4]
            counts[year] = counts.get(year, 0) + count
        return tuple(counts.items())


def statistics(database: Database) -> Statistics:
    """Count the current version of every cable."""
    total = database.one("SELECT count(*), coalesce(sum(words), 0) FROM cable") or (0, 0)
    tags: dict[str, int] = {}
    for printed, count in database.all("SELECT tags, count(*) FROM cable GROUP BY tags"):
        for tag in printed.split():
            tags[tag] = tags.get(tag, 0) + count
    return Statistics(
        cables=total[0],
        words=total[1],
        stations=_counted(database, "station"),
        classifications=_counted(database, "classification"),
        months=tuple(
            database.all(
                """SELECT strftime('%Y-%m', sent, 'unixepoch') AS month, count(*)
                FROM cable GROUP BY month ORDER BY month"""
            )
        ),
        tags=tuple(sorted(tags.items(), key=lambda item: (-item[1], item[0]))),
    )


def _counted(database: Database, column: str) -> tuple[tuple[str | None, int], ...]:
    sql = f"SELECT {column}, count(*) AS n FROM cable GROUP BY {column} ORDER BY n DESC, {column}"  # noqa: S608
    return tuple(database.all(sql))
