"""Offer ids near one that is not held: the same serial of another year, the nearest of the same year."""

from __future__ import annotations

import re

import tantivy

from cableview.search import schema
from cableview.search.identify import YEARS

_PARTS = re.compile(r"(\d{2})([A-Z]+)(\d+)")
_MOST = 1_200
"""Ids looked at for one beginning."""


def near_ids(searcher: tantivy.Searcher, ids: tuple[str, ...], limit: int = 5) -> tuple[str, ...]:
    """Return held ids next to ``ids``, which are one serial with one year or several."""
    parts = [match.groups() for match in map(_PARTS.fullmatch, ids) if match]
    if not parts:
        return ()
    _, station, serial = parts[0]
    asked = [year for year, _, _ in parts]
    other_years = (f"{year}{station}{serial}" for year in reversed(YEARS) if year not in asked)
    near = [name for name in other_years if searcher.doc_freq(schema.ID, name)]
    # Serials of the same ten and the tens beside it, then of the hundreds: look-ups, no walk through a year.
    for block in (10, 100, 1000):
        if len(near) >= limit:
            break
        found = {
            name: abs(int(match[3]) - int(serial))
            for year in asked
            for start in _starts(int(serial), block)
            for name, _ in searcher.terms_with_prefix(schema.ID, f"{year}{station}{start}", limit=_MOST)
            if (match := _PARTS.fullmatch(name)) and match[2] == station
        }
        close = sorted((gap, name) for name, gap in found.items() if gap < 2 * block and name not in near)
        near += [name for _, name in close]
    return tuple(near[:limit])


def _starts(serial: int, block: int) -> list[str]:
    """Return what the serials of a block and of its neighbours begin with."""
    first = serial // block
    return [str(number) if number else "" for number in range(max(0, first - 1), first + 2)]
