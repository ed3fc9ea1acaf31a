"""Queries with filters that hold for many cables, as a reader far into the library would ask them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from cableview.model.keyset import KeySet, Shelf
from cableview.model.query import Filter, Members, Node, Query
from cableview.search import parse_query
from cableview.search.trees import with_filters

QUERIES = (
    *("is:unread", "is:relevant", "-is:undecided", "is:unread -is:relevant", "is:relevant OR is:flagged"),
    *("is:unread minister", "is:unread the of", 'is:unread "government of the"', "is:unread date:2007..2008"),
    *("is:relevant norinco", "is:relevant minister government", "is:relevant tag:PREL"),
    *("-is:relevant goverment", "is:flagged goverment presidant"),
    *("entity:wheat export", 'entity:"Department of State" the', "batch:1 minister", "-batch:1 minister"),
)
INSIDE_OR = (
    *("is:relevant OR minister", "is:unread OR the", "is:flagged OR norinco wheat"),
    *("minister (is:relevant OR government)", "-(is:relevant minister)"),
    *("(is:unread OR minister) (is:flagged OR government)", "-is:relevant OR goverment"),
)
_SHARES = {
    "unread": 0.6,
    "undecided": 0.75,
    "relevant": 0.08,
    "flagged": 0.12,
    "wheat": 0.07,
    "Department of State": 0.2,
}
"""Of the library, by the value of the filter."""
_BATCH = 0.4
"""The newest so many came with one import."""


def made_filters(keys: Sequence[int], seed: int = 3) -> Callable[[str], Query]:
    """Return what reads a query, each filter of it knowing its share of ``keys``: cables at random."""
    shelf, random = Shelf(array("Q", sorted(keys, reverse=True))), Random(seed)
    sets: dict[str, KeySet] = {
        value: shelf.set_of(random.sample(keys, int(share * len(keys)))) for value, share in _SHARES.items()
    }
    sets["1"] = shelf.set_of(shelf.newest[: int(_BATCH * len(keys))])

    def known(item: Filter) -> Node:
        return replace(item, members=Members(many=sets[item.value]))

    def read(text: str) -> Query:
        query = parse_query(text, typing=False)
        return replace(query, root=with_filters(query.root, known))

    return read
