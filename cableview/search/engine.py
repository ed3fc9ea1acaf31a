"""What the engine offers and its type stubs do not tell."""

from __future__ import annotations

from typing import Protocol, cast

import tantivy

from cableview.search import schema


class _Counted(Protocol):
    count: int | None


def count_of(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    """Return the exact number of documents that answer a query."""
    return counted(searcher.search(query, limit=1))


def counted(found: tantivy.SearchResult) -> int:
    """Return the exact number of documents behind a result."""
    return int(cast(_Counted, found).count or 0)


def keys_at(searcher: tantivy.Searcher, places: list[tantivy.DocAddress]) -> list[int]:
    """Return the library's keys of cables by their places in the index."""
    # Every document but the watermark, which no query for cables finds, has a key.
    return cast(list[int], searcher.fast_field_values(schema.KEY, places))
