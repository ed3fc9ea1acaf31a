"""The part of ``Library`` for names that one cable tells and another only speaks of.

A name goes one way: a cable tells it (``_TOLD``), the search cache is asked once which cables hold it, and
then it is known everywhere (``_KNOWN``) or, when it may mean several things, nowhere (``_DOUBTED``). Cables
that hold it without naming it wait in a table of their own until they are read again.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from cableview.store import entities, mentions, versions
from cableview.store.extraction import watermark
from cableview.store.mentions import CODES, POSTED, unpack
from cableview.store.part import Part
from cableview.store.records import Asked, Held, Recall, Recalled, Told

if TYPE_CHECKING:
    from cableview.entities import Known
    from cableview.model.document import Document
    from cableview.model.mention import Mention

_TOLD, _KNOWN, _DOUBTED = 1, 2, 3
_SURE = 20
"""A name that is told by fewer than one in so many of the cables that hold it was told by chance."""


class Memory(Part):
    """What cables know of each other's names. Each method may raise StoreError."""

    def mentions_of(self, held: Held) -> tuple[Mention, ...]:
        """Return the entities of an open cable, those included that it names only as other cables tell."""
        from cableview.entities import Known, find_mentions  # noqa: PLC0415 - heavy; a list needs no rules

        row = self._database.one("SELECT packed FROM named WHERE cable = ?", (held.key,))
        known = Known(frozenset(self._names(unpack(row[0])[0]).values()) if row else frozenset())
        return find_mentions(held.cable, held.raw, known)

    def known(self) -> Known:
        """Return every name that is known everywhere."""
        from cableview.entities import Known  # noqa: PLC0415 - as above

        rows = self._database.all("SELECT type, name FROM entity WHERE told = ?", (_KNOWN,))
        return Known(frozenset((POSTED[code], name) for code, name in rows))

    def told_count(self) -> int:
        """Return how many names wait for the question which cables hold them."""
        return self._count(f"entity WHERE told = {_TOLD}")

    def told(self, size: int) -> Iterator[tuple[Told, ...]]:
        """Yield the names that wait for that question, at most ``size`` at a time."""
        sql = "SELECT id, type, name, cables FROM entity WHERE told = ? AND id > ? ORDER BY id LIMIT ?"
        after = 0
        while rows := self._database.all(sql, (_TOLD, after, size)):
            yield tuple(Told(one, POSTED[code], name, cables) for one, code, name, cables in rows)
            after = rows[-1][0]

    def asked(self, told: Told, holding: Sequence[int]) -> Asked:
        """Say what follows for a name when the cables with the keys ``holding`` hold its words.

        It is carried unless other cables know it as something else, or only a small part of them tells it.
        """
        if len(holding) <= 1:
            return Asked(told.id, self._is_clear(told), array("I"))
        if told.cables * _SURE < len(holding) or not self._is_clear(told):
            return Asked(told.id, False, array("I"))
        naming = set(entities.postings(self._database, told.type, told.name))
        return Asked(told.id, True, array("I", [key for key in holding if key not in naming]))

    def _is_clear(self, told: Told) -> bool:
        """Tell whether no other type has the same name with evidence, or in more cables."""
        row = self._database.one(
            """SELECT coalesce(sum(o.cables), 0), coalesce(max(o.told), 0) FROM entity e, json_each(?) code
            CROSS JOIN entity o ON o.type = code.value AND o.folded = e.folded AND o.id <> e.id
            WHERE e.id = ?""",
            (json.dumps(list(CODES.values())), told.id),
        )
        others, evidence = row or (0, 0)
        alone = " " not in told.name
        return not evidence and others <= (0 if alone else told.cables)

    def keep_asked(self, items: Iterable[Asked]) -> None:
        """Keep what came of the question, and which cables are to be read again, in one transaction."""
        waiting: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
        marks = []
        for item in items:
            marks.append((_KNOWN if item.carried else _DOUBTED, item.id, _TOLD))
            for key in item.lacking:
                waiting[key].append(item.id)
        with self._database.write():
            self._database.many("UPDATE entity SET told = ? WHERE id = ? AND told = ?", marks)
            self._database.many(
                """INSERT INTO recall VALUES (?, ?)
                ON CONFLICT DO UPDATE SET entities = CAST(entities || excluded.entities AS BLOB)""",
                ((key, ids.tobytes()) for key, ids in waiting.items()),
            )

    def recall_count(self) -> int:
        """Return how many cables wait to be read again."""
        return self._count("recall")

    def recalls(self, size: int) -> Iterator[tuple[Recall, ...]]:
        """Yield the cables that wait to be read again, at most ``size`` at a time, with names to look for."""
        sql = """SELECT r.cable, r.entities, n.packed FROM recall r LEFT JOIN named n ON n.cable = r.cable
            WHERE r.cable > ? ORDER BY r.cable LIMIT ?"""
        after = -1
        while rows := self._database.all(sql, (after, size)):
            ids = [(key, array("I", new), unpack(packed or b"")[0]) for key, new, packed in rows]
            names = self._names(chain.from_iterable((*new, *held) for _, new, held in ids))
            yield tuple(
                Recall(key, _chosen(names, new), _chosen(names, (*new, *held))) for key, new, held in ids
            )
            after = rows[-1][0]

    def texts(self, keys: Sequence[int]) -> Iterator[tuple[int, int, str, Document]]:
        """Yield (version, key, id, document) of the current versions of these cables, unparsed."""
        return versions.texts(self._database, keys)

    def keep_recalled(self, items: Iterable[Recalled]) -> None:
        """Keep what cables name that were read again, in one transaction; a text replaced since is left."""
        read = list(items)
        extracted = {item.key: item.extracted for item in read if item.extracted is not None}
        with self._database.write():
            rows = self._database.all(
                """SELECT key, version FROM cable
                WHERE key IN (SELECT value FROM json_each(?)) AND version <= ?""",
                (json.dumps(list(extracted)), watermark(self._database)),
            )
            mentions.put(
                self._database, {key: extracted[key] for key, now in rows if extracted[key].version == now}
            )
            self._database.many("DELETE FROM recall WHERE cable = ?", ((item.key,) for item in read))

    def _names(self, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
        """Return type and name of those of these entities that are known everywhere."""
        rows = self._database.all(
            "SELECT id, type, name FROM entity WHERE id IN (SELECT value FROM json_each(?)) AND told = ?",
            (json.dumps(list(set(ids))), _KNOWN),
        )
        return {one: (POSTED[code], name) for one, code, name in rows}

    def _count(self, rows: str) -> int:
        return self._database.number(f"SELECT count(*) FROM {rows}")  # noqa: S608 - a name of ours


def _chosen(names: Mapping[int, tuple[str, str]], ids: Iterable[int]) -> frozenset[tuple[str, str]]:
    return frozenset(names[one] for one in ids if one in names)
