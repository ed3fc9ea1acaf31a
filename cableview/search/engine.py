"""What the engine offers and its type stubs do not tell."""

from __future__ import annotations

from typing import Protocol, cast

import tantivy


class _Counted(Protocol):
    count: int | None


def count_of(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    """Return the exact number of documents that answer a query."""
    return counted(searcher.search(query, limit=1))


def counted(found: tantivy.SearchResult) -> int:
    """Return the exact number of documents behind a result."""
    return int(cast(_Counted, found).count or 0)
