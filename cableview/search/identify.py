"""Recognise a cable's id in a query: ``STATE 083144``, ``08state83144``, ``beijing 2648``."""

from __future__ import annotations

import re

from cableview import data

_ID = re.compile(
    r"\s*(?:(\d{2}|(?:19|20)\d{2})[\s-]*)?([A-Za-z][A-Za-z .'’-]{1,40}?)[\s.#-]*0*([1-9]\d{0,6})\s*"
)
_START = re.compile(r"(?:19|20)?(\d{2})([a-z]{2,40})(\d{0,6})")
_NOT_LETTER = re.compile(r"[^A-Z]")
_PREFIXES = ("AMEMBASSY", "AMCONSUL", "EMBASSY", "USMISSION", "CONGEN")
YEARS = tuple(f"{year % 100:02d}" for year in range(2010, 1965, -1))
"""The years of published cables, the newest first: those of 1966 to 1999 are few."""


def station_key(name: str) -> str | None:
    """Return the station key that a name stands for, or None: ``the hague`` is ``THEHAGUE``."""
    key = _NOT_LETTER.sub("", name.upper())
    for prefix in _PREFIXES:
        if key.startswith(prefix) and key != prefix:
            key = key.removeprefix(prefix)
    return key if key in data.stations() else data.station_aliases().get(key)


def possible_ids(text: str) -> tuple[str, ...]:
    """Return the canonical ids that ``text``, taken as a whole, can stand for; empty when it is no id.

    Without a year there is one for each year, the newest first.
    """
    match = _ID.fullmatch(text)
    if match is None:
        return ()
    year, name, serial = match.groups()
    station = station_key(name)
    if station is None:
        return ()
    return tuple(f"{y}{station}{serial}" for y in ((year[-2:],) if year else YEARS))


def id_start(word: str) -> str | None:
    """Return ``08BEIJ`` for a folded word that can be the beginning of a canonical id, else None."""
    match = _START.fullmatch(word)
    return None if match is None else "".join(match.groups()).upper()
