"""The part of ``Marks`` for corrections of entities: logged, undone and redone like every other mark."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from cableview.model.correction import Correction, Kind
from cableview.store import log
from cableview.store.log import Step
from cableview.store.moments import now
from cableview.store.places import Places
from cableview.store.state import Cell


class Corrected(Places):
    """What the reader says about names. Each method may raise StoreError."""

    def correct(self, *corrections: Correction) -> None:
        """Keep corrections in one step of undo; those without id or time are given them.

        One whose id is kept already is passed over: a file that was read before changes nothing.
        """
        known = {item.id for item in self.corrections()}
        fresh = [_complete(item) for item in corrections if item.id not in known]
        if fresh:
            more = "" if len(fresh) == 1 else f" and {len(fresh) - 1} more"
            cells = [Cell("correction", item.id, correction_record(item)) for item in fresh]
            about = Step(fresh[0].words + more, fresh[0].cable_id or "")
            log.act(self._database, "correct", about, lambda: cells)

    def uncorrect(self, *ids: str) -> None:
        """Take corrections away, in one step of undo; an id that is not kept is passed over."""
        gone = [item for item in self.corrections() if item.id in ids]
        if gone:
            cells = [Cell("correction", item.id, None) for item in gone]
            about = Step(f"taken back: {gone[0].words}", gone[0].cable_id or "")
            log.act(self._database, "uncorrect", about, lambda: cells)

    def corrections(self) -> tuple[Correction, ...]:
        """Return all corrections in the order they were made."""
        rows = self._database.all("SELECT record FROM correction ORDER BY made, id")
        return tuple(correction_from(json.loads(record)) for (record,) in rows)


def _complete(item: Correction) -> Correction:
    return replace(item, id=item.id or uuid.uuid4().hex, created=item.created or now())


def correction_record(item: Correction) -> dict[str, Any]:
    """Return a correction ready for JSON."""
    return {**asdict(item), "created": item.created and item.created.isoformat()}


def correction_from(record: dict[str, Any]) -> Correction:
    """Return the correction that ``correction_record`` kept. Raises KeyError, TypeError or ValueError."""
    created = record.get("created")
    return Correction(
        **{
            **record,
            "kind": Kind(record["kind"]),
            "created": datetime.fromisoformat(created) if created else None,
        }
    )
