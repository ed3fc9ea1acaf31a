"""What one text names, ready to be kept."""

from __future__ import annotations

from cableview.entities import Known, count_names
from cableview.model.batch import Skipped
from cableview.model.document import Document
from cableview.store.mentions import POSTED
from cableview.store.reading import read
from cableview.store.records import Extracted


def named_in(document: Document, cable_id: str, known: Known) -> tuple[Extracted, Skipped | None]:
    """Return what a text names, of no version yet, or nothing and why; ``known`` is told by others."""
    try:
        often, told = count_names(read(document, cable_id), document.text, known)
    except Exception as error:
        reason = f"its entities could not be found ({error!r}); please report it"
        return Extracted(0, 0, ()), Skipped(cable_id, reason)
    names = tuple((kind, name, count) for (kind, name), count in often.items() if kind in POSTED)
    return Extracted(0, 0, names, told), None
