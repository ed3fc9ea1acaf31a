"""Which entities each cable names, kept small: written behind an import, cable by cable.

Kept are the types that lead from cable to cable: people, bodies, places, goods, treaties, vessels. Dates,
amounts and titles of office name nothing that two cables share; cable numbers are kept as references and TAGS
with the cable. Where in the text a name stands is not kept: it is found anew when the cable is opened.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from cableview.store.connection import Database
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


def watermark(database: Database) -> int:
    """Return the version up to which entities are kept."""
    row = database.one("SELECT version FROM extraction")
    return row[0] if row else 0


def parts(database: Database) -> int:
    """Return in how many parts the postings may lie, those found before a new beginning too."""
    row = database.one("SELECT max(part) FROM posting")
    return (row[0] or 0) + 1 if row else 1


def spelled(name: str) -> str:
    """Return a name as it is kept: on one line, and of a length that names have."""
    return " ".join((plain(name[:_LONGEST]) or "").split())


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
        left = _forget(database, fresh)
        _write(database, fresh)
        database.many("DELETE FROM entity WHERE id = ? AND cables = 0", ((one,) for one in left))
        database.run("UPDATE extraction SET version = ?", (reached,))


def expect(database: Database) -> None:
    """See ``Library.expect_mentions``."""
    database.run("UPDATE extraction SET version = 0")


def rules(database: Database) -> int:
    """Return which version of the rules the kept mentions were found by."""
    row = database.one("SELECT rules FROM extraction")
    return row[0] if row else 0


def follow(database: Database, wanted: int) -> None:
    """See ``Library.follow_rules``."""
    database.run("UPDATE extraction SET version = 0, rules = ? WHERE rules <> ?", (wanted, wanted))


def _write(database: Database, fresh: Mapping[int, Extracted]) -> None:
    shown: dict[_Name, str] = {}
    counted = {key: _counted(item, shown) for key, item in fresh.items()}
    ids = _ids(database, Counter(name for names in counted.values() for name in names), shown)
    postings: defaultdict[tuple[int, int], array[int]] = defaultdict(lambda: array("I"))
    rows = []
    for key, names in counted.items():
        part = fresh[key].version >> _PART
        found = sorted((ids[name], min(count, _MOST)) for name, count in names.items())
        for one, _ in found:
            postings[part, one].append(key)
        if found:
            packed = array("I", [one for one, _ in found]).tobytes() + bytes(count for _, count in found)
            rows.append((key, part, packed))
    database.many("INSERT INTO named VALUES (?, ?, ?)", rows)
    # Without the cast SQLite takes what it has joined for text.
    database.many(
        """INSERT INTO posting VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET cables = CAST(cables || excluded.cables AS BLOB)""",
        ((*place, keys.tobytes()) for place, keys in sorted(postings.items())),
    )


def _counted(item: Extracted, shown: dict[_Name, str]) -> Counter[_Name]:
    """Count the names of a cable, and note how each is written where it is first met."""
    counted: Counter[_Name] = Counter()
    for kind, name, count in item.names:
        written = spelled(name)
        if written and kind in CODES:
            folded = CODES[kind], written.casefold()
            shown.setdefault(folded, written)
            counted[folded] += count
    return counted


def _ids(database: Database, cables: Mapping[_Name, int], shown: Mapping[_Name, str]) -> dict[_Name, int]:
    """Return the id of each name; counts the cables that name it, and makes those that are new."""
    sql = """INSERT INTO entity (type, folded, name, cables) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET cables = cables + excluded.cables RETURNING id"""
    return {name: database.all(sql, (*name, shown[name], cables[name]))[0][0] for name in sorted(cables)}


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
