"""The ledger of what is cited and not held: who cites it, in which words, and when it must have been sent."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cableview.store import dating
from cableview.store.connection import Database
from cableview.store.ids import split_id
from cableview.store.moments import from_seconds
from cableview.store.records import Dating

CITERS = 50
"""Citers of one cable that the ledger names; ``Entry.citers`` counts all."""
_KEYS = """SELECT target AS key FROM reference GROUP BY target
    HAVING NOT EXISTS (SELECT 1 FROM cable WHERE key = target)
    ORDER BY count(DISTINCT citing) DESC, target"""
_NAMES = """SELECT n.key, n.id FROM name n WHERE n.key IN (SELECT value FROM json_each(?))"""
_PLACES = """SELECT r.target, n.id, c.sent, r.paragraph, r.position, r.label, r.text, r.title
    FROM reference r CROSS JOIN cable c ON c.key = r.citing CROSS JOIN name n ON n.key = r.citing
    WHERE r.target = ? ORDER BY c.sent DESC, c.key DESC, r.place"""


class Order(StrEnum):
    """The orders of the ledger."""

    CITED = "most cited"
    NUMBER = "by number"
    """Station, year, serial: what one asks a post for, in one place."""


class Standing(StrEnum):
    """Whether a cable can be older than those that cite it."""

    OLDER = "older"
    YOUNGER = "younger"
    """Its number falls after the date of a citer: the number, or its year, is printed or read wrongly."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Citer:
    """A held cable that cites one that is not held."""

    id: str
    sent: datetime | None
    paragraphs: tuple[int | None, ...]
    """True numbers of the citing paragraphs; empty when only the REF list has it."""
    label: str | None
    printed: str
    """How it is printed: the item of the REF list, else the words of the text."""
    title: str | None
    """What the REF list calls the cited cable."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger."""

    key: int
    id: str
    citers: int
    named: tuple[Citer, ...]
    """The newest first, at most ``CITERS``."""
    dating: Dating | None
    standing: Standing


def keys(database: Database, order: Order = Order.CITED) -> array[int]:
    """See ``Library.missing_keys``."""
    found = database.numbers(_KEYS)
    if order is Order.CITED:
        return found
    return array(
        "Q", (key for _, key in sorted((_number(name), key) for key, name in _names(database, found)))
    )


def _names(database: Database, wanted: Sequence[int]) -> Iterator[tuple[int, str]]:
    for start in range(0, len(wanted), 5000):
        yield from database.all(_NAMES, (json.dumps(list(wanted[start : start + 5000])),))


def _number(cable_id: str) -> tuple[str, int, int]:
    parts = split_id(cable_id)
    return parts or ("\U0010ffff" + cable_id, 0, 0)


def entries(database: Database, wanted: Sequence[int]) -> list[Entry]:
    """See ``Library.missing_entries``."""
    names = dict(_names(database, wanted))
    return [_entry(database, key, names[key]) for key in wanted if key in names]


def _entry(database: Database, key: int, cable_id: str) -> Entry:
    places: dict[str, list[tuple[datetime | None, int | None, int | None, str | None, str, str | None]]]
    places = defaultdict(list)
    for _, citer, sent, *rest in database.all(_PLACES, (key,)):
        places[citer].append((from_seconds(sent), *rest))
    named = []
    for citer, rows in list(places.items())[:CITERS]:
        listed = next((row for row in rows if row[2] is None), None)
        numbers = dict.fromkeys(row[1] for row in rows if row[2] is not None)
        sent, _, _, label, printed, title = listed or rows[0]
        named.append(Citer(citer, sent, tuple(numbers), label, printed, title))
    when = dating.date_missing(database, cable_id)
    oldest = min((rows[0][0] for rows in places.values() if rows[0][0]), default=None)
    return Entry(key, cable_id, len(places), tuple(named), when, standing(cable_id, when, oldest))


def standing(cable_id: str, when: Dating | None, oldest: datetime | None) -> Standing:
    """Tell whether a cable can be older than ``oldest``, the date of the oldest cable that cites it."""
    parts = split_id(cable_id)
    if parts is None or oldest is None:
        return Standing.UNKNOWN
    earliest = when.earliest if when else date(parts.year, 1, 1)
    return Standing.OLDER if earliest <= oldest.date() else Standing.YOUNGER
