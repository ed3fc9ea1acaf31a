"""The part of ``Library`` that follows references and names from cable to cable."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property

from cableview.model.mention import folded
from cableview.store import entities, ledger, narrowing, together
from cableview.store.calendar import Calendar, Dated
from cableview.store.ledger import Entry, Order
from cableview.store.mentions import CODES
from cableview.store.part import Part
from cableview.store.together import Together


class Trails(Part):
    """Who is cited and not held, what is cited together, where a name leads. May raise StoreError."""

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self._database)

    def by_date(self, keys: Sequence[int]) -> Dated:
        """Return cables, each given once, newest first and counted by month."""
        return self._calendar.date(keys)

    def dated_naming(self, kind: str, name: str) -> Dated:
        """Return the cables that name an entity, newest first and counted by month."""
        return self._calendar.date(entities.postings(self._database, kind, name))

    def missing_keys(self, order: Order = Order.CITED) -> array[int]:
        """Return the keys of all cables that are cited and not held."""
        return ledger.keys(self._database, order)

    def missing_with(self, keys: Sequence[int], wanted: str) -> array[int]:
        """Return those of the keys that have all that is wanted: parts of id or title, a month."""
        return narrowing.narrow(self._database, keys, wanted)

    def missing_entries(self, keys: Sequence[int]) -> list[Entry]:
        """Return what the ledger says of these keys, in their order; an unknown key is left out."""
        return ledger.entries(self._database, keys)

    def missing_entry(self, cable_id: str) -> Entry | None:
        """Return what the ledger says of a cable; None for one that is held, or that nobody cites."""
        row = self._database.one(
            """SELECT n.key FROM name n WHERE n.id = ?
            AND NOT EXISTS (SELECT 1 FROM cable c WHERE c.key = n.key)
            AND EXISTS (SELECT 1 FROM reference r WHERE r.target = n.key)""",
            (cable_id,),
        )
        return next(iter(self.missing_entries(row)), None) if row else None

    def cited_together(self, cable_id: str, limit: int = 12) -> tuple[Together, ...]:
        """Return the cables cited by those that cite this one, the most often first.

        Of equals those come first that share more paragraphs with it.
        """
        return together.cited_together(self._database, cable_id, limit)

    def cables_naming(self, names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """Return in how many cables each (type, name) is named; those not counted yet are left out.

        The names of the answer have their case folded.
        """
        wanted = [(CODES[kind], folded(name)) for kind, name in names if kind in CODES]
        types = {code: kind for kind, code in CODES.items()}
        rows = self._database.all(
            """SELECT e.type, e.folded, e.cables FROM json_each(?) w
            CROSS JOIN entity e ON e.type = w.value ->> 0 AND e.folded = w.value ->> 1""",
            (json.dumps(wanted),),
        )
        return {(types[code], name): cables for code, name, cables in rows}
