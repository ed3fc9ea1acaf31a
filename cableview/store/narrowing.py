"""Narrowing the ledger of missing cables: by id, post, month, and what their citers call them."""

from __future__ import annotations

import json
import re
from array import array
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from cableview.model.months import MONTHS
from cableview.parse import canonical_id
from cableview.store import dating
from cableview.store.connection import Database
from cableview.store.ids import split_id

_WITH = """SELECT key FROM name WHERE id LIKE ?1 ESCAPE '\\' OR id LIKE ?2 ESCAPE '\\'
    UNION SELECT target FROM reference WHERE text LIKE ?1 ESCAPE '\\' OR title LIKE ?1 ESCAPE '\\'
    OR citing IN (SELECT key FROM cable WHERE subject LIKE ?1 ESCAPE '\\')"""
_NAMES = "SELECT key, id FROM name WHERE key IN (SELECT value FROM json_each(?))"
_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_DATE = re.compile(
    rf"\b(?:(?P<name>{'|'.join(_MONTHS)})[a-z]*[ ]+(?P<of>\d{{4}})|(?P<year>\d{{4}})-(?P<month>\d\d?))\b",
    re.IGNORECASE | re.ASCII,
)
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def narrow(database: Database, keys: Sequence[int], wanted: str) -> array[int]:
    """Return those of the missing ``keys`` that have all that is ``wanted``, in their order.

    A month, ``2007-08`` or ``August 2007``, is that in which the cable may have been sent. Every other word
    is part of its id, or its year, or part of how it is printed where it is cited, of its title there, or of
    a citer's subject.
    """
    printed = _DATE.search(wanted)
    month = _days(printed) if printed else None
    words = _words(wanted if printed is None or month is None else wanted.replace(printed[0], " "))
    found = array("Q", keys)
    for word in words:
        part = _escaped(word)
        begin = part[2:] if _YEAR.fullmatch(word) else f"%{part}"
        known = {*database.numbers(_WITH, (f"%{part}%", f"{begin}%"))}
        found = array("Q", (key for key in found if key in known))
    return found if month is None else _of_month(database, found, month)


def _words(wanted: str) -> list[str]:
    whole = canonical_id(wanted)
    return [whole] if whole else [_plain(word) for word in wanted.split()]


def _plain(word: str) -> str:
    """Return a serial as ids have it: ``083144`` is 83144 there."""
    return word.lstrip("0") or word if word.isdecimal() else word


def _escaped(word: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", word)


def _days(found: re.Match[str]) -> tuple[date, date] | None:
    year = int(found["of"] or found["year"])
    month = _MONTHS[found["name"].lower()] if found["name"] else int(found["month"])
    if not year or not 1 <= month <= 12:
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _of_month(database: Database, keys: Sequence[int], month: tuple[date, date]) -> array[int]:
    first, last = month
    ids: dict[int, str] = dict(database.all(_NAMES, (json.dumps([*keys]),)))
    # The year of the id goes first: to look at the neighbours of every cable would take seconds.
    near = (key for key in keys if (parts := split_id(ids[key])) and parts.year == first.year)
    return array(
        "Q",
        (
            key
            for key in near
            if (when := dating.date_missing(database, ids[key]))
            and when.earliest <= last
            and first <= when.latest
        ),
    )
