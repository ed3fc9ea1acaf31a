"""When a cable nobody holds was sent, inferred from its serial: serials of a post rise through a year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime

from cableview.data import serials
from cableview.store.connection import Database
from cableview.store.ids import IdParts, split_id
from cableview.store.moments import from_seconds
from cableview.store.records import Dating


def date_missing(database: Database, cable_id: str) -> Dating | None:
    """See ``Library.date_missing``."""
    parts = split_id(cable_id)
    if parts is None:
        return None
    table = _from_table(parts)
    before, after = _neighbour(database, parts, "<", "DESC"), _neighbour(database, parts, ">", "ASC")
    if before is None and after is None:
        return table
    year = Dating(date(parts.year, 1, 1), date(parts.year, 12, 31), "neighbours")
    frame = table or year
    earliest = max(frame.earliest, before) if before else frame.earliest
    latest = min(frame.latest, after) if after else frame.latest
    if earliest <= latest:
        narrowed = (earliest, latest) != (frame.earliest, frame.latest)
        return Dating(earliest, latest, "neighbours" if narrowed else frame.basis)
    # Table and neighbours disagree: what this library holds is seen, the table is a summary.
    first, last = before or year.earliest, after or year.latest
    return Dating(first, last, "neighbours") if first <= last else table


def _from_table(parts: IdParts) -> Dating | None:
    """Return the months in which the shipped table says the post reached this serial.

    The table has the highest serial seen by the end of each month (``cableview.data.serials``). The cable
    falls after the month whose highest serial is below its own and not after the first month above it;
    months in which nothing was seen widen the answer.
    """
    reached = serials().get(parts.station, {}).get(f"{parts.year % 100:02d}")
    if reached is None or parts.serial > reached[-1]:
        return None
    month = next(place for place, highest in enumerate(reached) if highest >= parts.serial)
    below = reached[month - 1] if month else 0
    first = reached.index(below) + 1 if month and below else 0
    year = parts.year
    return Dating(date(year, first + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]), "serials")


def _neighbour(database: Database, parts: IdParts, side: str, direction: str) -> date | None:
    """Return when the nearest held cable on one side was sent, if it was sent in that year."""
    sql = f"""SELECT sent FROM cable WHERE station = ? AND year = ? AND serial {side} ? AND sent IS NOT NULL
        ORDER BY serial {direction} LIMIT 1"""  # noqa: S608
    row = database.one(sql, parts)
    sent: datetime | None = from_seconds(row[0]) if row else None
    return sent.date() if sent is not None and sent.year == parts.year else None
