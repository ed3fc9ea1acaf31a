"""Which entities each cable names, kept small: written behind an import, cable by cable.

Kept are the types that lead from cable to cable: people, bodies, places, goods, treaties, vessels. Dates,
amounts and titles of office name nothing that two cables share; cable numbers are kept as references and TAGS
with the cable. Where in the text a name stands is not kept: it is found anew when the cable is opened.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count

from cableview.store.connection import Database
from cableview.store.extraction import advance, watermark
from cableview.store.prepared import plain
from cableview.store.records import Extracted

POSTED = ("PERSON", "ORGANIZATION", "PLACE", "MATERIAL_OR_ITEM", "TREATY_OR_LAW", "VESSEL")
"""The types kept; a type's number in the tables is its place here, so new ones go to the end."""
CODES = {name: code for code, name in enumerate(POSTED)}
_LONGEST = 200
"""Characters of a name; what is longer is no name."""
_PART = 12
"""Bits of the version number that share a part of the postings."""
_MOST = 255
"""As often as one byte can say that a cable names something."""
_Name = tuple[int, str]
"""Number of the type, and the name with its case folded."""


def parts(database: Database) -> int:
    """Return in how many parts the postings may lie, those found before a new beginning too."""
    return database.number("SELECT max(part) FROM posting") + 1


def spelled(name: str) -> str:
    """Return a name as it is kept: on one line, and of a length that names have."""
    return " ".join(plain(name[:_LONGEST]).split())


def unpack(packed: bytes) -> tuple[array[int], bytes]:
    """Return the ids of entities, and how often each is named."""
    ids = len(packed) // 5 * 4
    return array("I", packed[:ids]), packed[ids:]


def add(database: Database, extracted: Iterable[Extracted], reached: int) -> None:
    """See ``Library.add_mentions``."""
    with database.write():
        before = watermark(database)
        if reached <= before:
            return  # another process has done the same meanwhile
        fresh = {item.key: item for item in extracted if item.version > before}
        put(database, fresh)
        advance(database, reached)


def put(database: Database, fresh: Mapping[int, Extracted]) -> None:
    """Keep what cables name, by their keys, in the place of what they named before, in a transaction."""
    left = _forget(database, fresh)
    _write(database, fresh)
    database.many("DELETE FROM entity WHERE id = ? AND cables = 0", ((one,) for one in left))


def _write(database: Database, fresh: Mapping[int, Extracted]) -> None:
    names = _Names()
    counted = {key: names.counted(item) for key, item in fresh.items()}
    ids = _ids(database, Counter(chain.from_iterable(counted.values())), names.shown)
    told = {ids[name] for item in fresh.values() for name in names.told(item)}
    database.many("UPDATE entity SET told = 1 WHERE id = ? AND told = 0", ((one,) for one in told))
    postings: defaultdict[int, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    rows = []
    for key, named in counted.items():
        part = fresh[key].version >> _PART
        often = {ids[name]: min(times, _MOST) for name, times in named.items()}
        entities = array("I", sorted(often))
        of_part = postings[part]
        for one in entities:
            of_part[one].append(key)
        if often:
            rows.append((key, part, entities.tobytes() + bytes(map(often.__getitem__, entities))))
    database.many("INSERT INTO named VALUES (?, ?, ?)", rows)
    # Without the cast SQLite takes what it has joined for text.
    database.many(
        """INSERT INTO posting VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET cables = CAST(cables || excluded.cables AS BLOB)""",
        (
            (part, one, array("I", of_part[one]).tobytes())
            for part, of_part in sorted(postings.items())
            for one in sorted(of_part)
        ),
    )


class _Names:
    """The names of some cables, each brought into the form that is kept once only: most come again."""

    def __init__(self) -> None:
        self.shown: dict[_Name, str] = {}
        """How each is written where it is first met."""
        self._kept: dict[tuple[str, str], _Name | None] = {}

    def counted(self, item: Extracted) -> dict[_Name, int]:
        """Count the names of a cable."""
        counted: dict[_Name, int] = {}
        kept = self._kept
        for kind, name, times in item.names:
            found = kind, name
            folded = kept[found] if found in kept else self._keep(kind, name)
            if folded is not None:
                counted[folded] = counted.get(folded, 0) + times
        return counted

    def told(self, item: Extracted) -> Iterator[_Name]:
        """Yield the names that a cable tells, which are among those that were counted."""
        yield from filter(None, map(self._kept.get, item.told))

    def _keep(self, kind: str, name: str) -> _Name | None:
        written = spelled(name)
        folded = (CODES[kind], written.casefold()) if written and kind in CODES else None
        if folded is not None:
            self.shown.setdefault(folded, written)
        self._kept[kind, name] = folded
        return folded


def _ids(database: Database, cables: Mapping[_Name, int], shown: Mapping[_Name, str]) -> dict[_Name, int]:
    """Return the id of each name; counts the cables that name it, and makes those that are new."""
    ids = _known(database, cables)
    database.many(
        "UPDATE entity SET cables = cables + ? WHERE id = ?",
        ((cables[name], one) for name, one in ids.items()),
    )
    highest = database.number("SELECT max(id) FROM entity")
    fresh = dict(zip(sorted(cables.keys() - ids.keys()), count(highest + 1), strict=False))
    database.many(
        "INSERT INTO entity (id, type, folded, name, cables) VALUES (?, ?, ?, ?, ?)",
        ((one, *name, shown[name], cables[name]) for name, one in fresh.items()),
    )
    return ids | fresh


def _known(database: Database, names: Iterable[_Name]) -> dict[_Name, int]:
    """Return the ids of the names that are kept already, with one question for each type."""
    of_type: defaultdict[int, list[str]] = defaultdict(list)
    for code, folded in names:
        of_type[code].append(folded)
    sql = "SELECT folded, id FROM entity WHERE type = ? AND folded IN (SELECT value FROM json_each(?))"
    return {
        (code, name): one
        for code, folded in of_type.items()
        for name, one in database.all(sql, (code, json.dumps(folded)))
    }


def _forget(database: Database, keys: Iterable[int]) -> set[int]:
    """Take back what an earlier text of these cables named; return the entities that this concerns."""
    sql = "SELECT cable, part, packed FROM named WHERE cable IN (SELECT value FROM json_each(?))"
    rows = database.all(sql, (json.dumps(list(keys)),))
    gone: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for key, part, packed in rows:
        for one in unpack(packed)[0]:
            gone[part, one].add(key)
    for place, old in gone.items():
        _take_out(database, place, old)
    database.many(
        "UPDATE entity SET cables = cables - ? WHERE id = ?", ((len(old), e) for (_, e), old in gone.items())
    )
    database.many("DELETE FROM named WHERE cable = ?", ((key,) for key, *_ in rows))
    return {one for _, one in gone}


def _take_out(database: Database, place: tuple[int, int], old: set[int]) -> None:
    (packed,) = database.one("SELECT cables FROM posting WHERE part = ? AND entity = ?", place) or (b"",)
    kept = array("I", [key for key in array("I", packed) if key not in old])
    if kept:
        database.run("UPDATE posting SET cables = ? WHERE part = ? AND entity = ?", (kept.tobytes(), *place))
    else:
        database.run("DELETE FROM posting WHERE part = ? AND entity = ?", place)
