"""The library of cables: one object, one connection, one thread."""

from __future__ import annotations

from pathlib import Path

from cableview.locations import may_write
from cableview.store.connection import PAGES, PAGES_OF_BULK, Database
from cableview.store.holdings import Holdings
from cableview.store.intake import Intake
from cableview.store.memory import Memory
from cableview.store.migrations import migrate, must_be_current, pending
from cableview.store.schema import LIBRARY
from cableview.store.stages import Stages
from cableview.store.trails import Trails

_PAGE = 16384  # a packed cable is some 3 kB: smaller pages would leave a quarter of themselves empty
_ADVICE = "move it away and import the cables again; decisions and flags are in another file and are safe"


def open_library(path: Path, *, readonly: bool = False, bulk: bool = False) -> Library:
    """Open the library at ``path``, for the calling thread only; its folder must exist.

    ``bulk``: for work that touches all cables, which keeps more of the file in memory.
    A new file gets its tables, an old one the migrations it lacks. One that may not be written to opens for
    reading. Raises StoreError when the file is damaged, busy, written by a newer cableview, or absent and
    ``readonly``.
    """
    fixed = path.exists() and not may_write(path)
    readonly = readonly or fixed
    pages = PAGES_OF_BULK if bulk else PAGES
    database = Database(path, readonly=readonly, advice=_ADVICE, page=_PAGE, pages=pages)
    try:
        if fixed:
            must_be_current(database, LIBRARY)
        elif readonly and pending(database, LIBRARY):
            open_library(path).close()
        elif not readonly:
            migrate(database, LIBRARY)
    except BaseException:
        database.close()
        raise
    return Library(database)


class Library(Intake, Holdings, Stages, Memory, Trails):
    """Everything the program asks of ``library.db``. Each method may raise StoreError."""

    def check(self, *, thorough: bool = False) -> tuple[str, ...]:
        """Return what is wrong with the file, one line each; empty when it is sound."""
        return self._database.check(thorough=thorough)
