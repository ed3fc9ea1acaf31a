"""The part of ``Library`` that answers what is held: lists, cables, and who cites whom."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from cableview.store import cables, dating, references, versions
from cableview.store.part import Part
from cableview.store.records import CableRow, Citation, Dating, Held, Version


class Holdings(Part):
    """What the cable list, the reader and the references ask. Each method may raise StoreError."""

    def count(self) -> int:
        """Return how many cables are held; versions do not count."""
        return self._database.number("SELECT count(*) FROM cable")

    def order(self, sort: str = "newest", batch: int | None = None) -> array[int]:
        """Return the keys of all cables, or of a batch's, sorted: see ``cables.SORTS``."""
        return cables.order(self._database, sort, batch)

    def rows(self, keys: Sequence[int]) -> list[CableRow]:
        """Return list rows in the order of ``keys``; a key that is not held is left out."""
        return cables.rows(self._database, keys)

    def key_of(self, cable_id: str) -> int | None:
        """Return the key of a held cable by its canonical id; None when it is not held."""
        return cables.key_of(self._database, cable_id)

    def keys_of(self, ids: Iterable[str]) -> array[int]:
        """Return the keys of ``ids``, in no order; cables that are only cited have one as well."""
        return cables.keys_of(self._database, ids)

    def resolve(self, text: str) -> str | None:
        """Return the id of the held cable that ``text`` names in any spelling; None when none is held."""
        return cables.resolve(self._database, text)

    def held(self, ids: Iterable[str]) -> set[str]:
        """Return which of these canonical ids are held."""
        return cables.held(self._database, ids)

    def near_ids(self, cable_id: str, limit: int = 6) -> tuple[str, ...]:
        """Return held ids of the same station and year, the nearest serial first."""
        return cables.near_ids(self._database, cable_id, limit)

    def load(self, cable_id: str, version: int | None = None) -> Held | None:
        """Return a cable with its text, read anew from it; None when it (or that version) is not held."""
        key = self.key_of(cable_id)
        return None if key is None else versions.load(self._database, cable_id, key, version)

    def versions(self, cable_id: str) -> tuple[Version, ...]:
        """Return every text held of a cable, oldest first."""
        return versions.versions(self._database, cable_id)

    def cited_by(self, cable_id: str) -> tuple[Citation, ...]:
        """Return the places that cite a cable, held or not; the newest citing cable first.

        A paragraph counts once. A cable that only lists it under REF gives one citation without paragraph;
        one that does both gives its paragraphs, with label and title from its list.
        """
        return references.cited_by(self._database, cable_id)

    def date_missing(self, cable_id: str) -> Dating | None:
        """Return when a cable must have been sent, from its serial; None when nothing tells.

        Held neighbours of the same post and year narrow what the shipped table of serials says.
        """
        return dating.date_missing(self._database, cable_id)
