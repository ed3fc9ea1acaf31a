"""After an upgrade: the texts held are read again by the parser of today, resumable at any moment."""

from __future__ import annotations

from collections.abc import Callable

from cableview import locations
from cableview.model.batch import Skipped
from cableview.model.progress import Pace, Progress
from cableview.parse import PARSER_VERSION
from cableview.store import Prepared, open_library, prepare
from cableview.store.reading import read

_BATCH = 500
"""Texts in one transaction."""


def read_again(
    library: locations.Library,
    *,
    on_progress: Callable[[Progress], None],
    on_skip: Callable[[Skipped], None],
    cancelled: Callable[[], bool],
) -> int:
    """Renew rows and references of every text that an older parser read, and return how many texts that was.

    Every cable keeps its id, so that decisions and flags stay with it; which version is the current one stays
    too. When anything is renewed, all cables wait for their entities. After a stop of any kind the same call
    goes on. Raises StoreError.
    """
    with open_library(library.cables, bulk=True) as cables:
        total = cables.outdated_count(PARSER_VERSION)
        if total:
            cables.expect_mentions()
        waiting: list[Prepared] = []
        done, pace = 0, Pace("reading again", total)
        for cable_id, document in cables.outdated(PARSER_VERSION):
            try:
                waiting.append(prepare(document, read(document, cable_id), parser=PARSER_VERSION))
            except Exception as error:
                on_skip(Skipped(cable_id, f"could not be parsed ({error!r}); please report it"))
            if len(waiting) >= _BATCH:
                cables.renew(waiting)
                done += len(waiting)
                waiting = []
                on_progress(pace.at(done))
            if cancelled():
                break
        cables.renew(waiting)
        return done + len(waiting)
