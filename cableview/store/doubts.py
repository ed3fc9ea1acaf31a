"""Documents that were taken in although something about them had to be guessed."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from cableview.model.batch import Doubt
from cableview.store.extra import unpack_extra
from cableview.store.ids import UNIDENTIFIED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cableview.store.connection import Database

_TAKEN = """
    SELECT version.source, version.extra, name.id FROM version JOIN name ON name.key = version.cable
    WHERE version.batch = ? AND (version.extra LIKE '%"problems"%' OR name.id LIKE ?)
    ORDER BY version.id
"""


def doubts(database: Database, batch: int, limit: int) -> tuple[Doubt, ...]:
    """Return the first ``limit`` doubts of a batch, in the order the documents came."""
    rows = database.all(_TAKEN, (batch, f"{UNIDENTIFIED}%"))
    return tuple(islice((doubt for row in rows for doubt in _of(*row)), limit))


def _of(source: str, extra: str | None, cable_id: str) -> Iterator[Doubt]:
    for problem in unpack_extra(extra)[1]:
        yield Doubt(source, problem.message)
    if cable_id.startswith(UNIDENTIFIED):
        yield Doubt(source, f"no cable id found in it; kept as {cable_id}, look at it with 'show'")
