"""Offer ids near one that is not held: the same post and year, the nearest serial."""

from __future__ import annotations

import re

import tantivy

from cableview.search import schema

_PARTS = re.compile(r"(\d{2}[A-Z]+?)(\d+)")


def near_ids(searcher: tantivy.Searcher, ids: tuple[str, ...], limit: int = 5) -> tuple[str, ...]:
    """Return held ids next to the first of ``ids``; the same serial in other years comes first."""
    match = _PARTS.fullmatch(ids[0]) if ids else None
    if match is None:
        return ()
    start, serial = match[1], int(match[2])
    years = [f"{year % 100:02d}{start[2:]}{serial}" for year in range(1966, 2011)]
    same_serial = [name for name in years if name != ids[0] and searcher.doc_freq(schema.ID, name)]
    nearest = []
    for name, _ in searcher.terms_with_prefix(schema.ID, start):
        other = _PARTS.fullmatch(name)
        if other is not None and other[1] == start:
            nearest.append((abs(int(other[2]) - serial), name))
    return tuple([*same_serial, *(name for gap, name in sorted(nearest) if gap)][:limit])
