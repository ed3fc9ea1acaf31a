"""Offer ids near one that is not held: the same serial of another year, the nearest of the same year."""

from __future__ import annotations

import re

import tantivy

from cableview.search import schema

_PARTS = re.compile(r"(\d{2})([A-Z]+)(\d+)")
_YEARS = [f"{year % 100:02d}" for year in range(1966, 2011)]


def near_ids(
    searcher: tantivy.Searcher, cables: tantivy.Query, ids: tuple[str, ...], limit: int = 5
) -> tuple[str, ...]:
    """Return held ids next to the first of ``ids``; ``cables`` is a query for all cables."""
    match = _PARTS.fullmatch(ids[0])
    if match is None:
        return ()
    year, station, serial = match[1], match[2], match[3]
    other_years = (f"{other}{station}{serial}" for other in _YEARS if other != year)
    near = [name for name in other_years if searcher.doc_freq(schema.ID, name)]
    same_year = []
    for name, _ in searcher.terms_with_prefix(schema.ID, year + station, cables):
        other = _PARTS.fullmatch(name)
        if other is not None and other[2] == station:
            same_year.append((abs(int(other[3]) - int(serial)), name))
    return tuple([*near, *(name for _, name in sorted(same_year))][:limit])
