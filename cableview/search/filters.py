"""Filters on what the search cache does not know, put into a query before it runs: marks, batches, names."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from cableview.model.keyset import KeySet, Shelf
from cableview.model.marks import Decision
from cableview.model.query import Filter, Members, Node, Query, filters_in
from cableview.search.trees import with_filters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from cableview.store.library import Library
    from cableview.store.marks import Marks

MANY = 300
"""More cables than this are not named to the engine one by one, which takes it some ten microseconds each."""
_MADE = "UNIDENTIFIED-"
"""Starts the id of a cable that has none of its own: the search cache knows it by its key only."""


class Filters:
    """Answers filters from the library and the marks, which are opened when a query first asks for them.

    For the thread that first resolves a query. What it found it keeps until library or marks change; of
    marks that changed it looks up only those that are not as they were.
    """

    def __init__(self, open_library: Callable[[], Library], open_marks: Callable[[], Marks]) -> None:
        self._open_library, self._open_marks = open_library, open_marks
        self._opened = ExitStack()
        self._known: dict[tuple[str, str], tuple[object, Members]] = {}
        """By name and value of the filter, with what told the state of library and marks."""
        self._shelved: tuple[int, Shelf] | None = None
        """The version of the library, and its cables."""
        self._large: dict[tuple[str, str], tuple[Shelf, AbstractSet[str], KeySet]] = {}
        """By name and value: where a large set was made from, the ids in it, and the set."""

    @cached_property
    def _library(self) -> Library:
        return self._opened.enter_context(self._open_library())

    @cached_property
    def _marks(self) -> Marks:
        return self._opened.enter_context(self._open_marks())

    def close(self) -> None:
        """Close what was opened."""
        self._opened.close()

    def resolve(self, query: Query) -> Query:
        """Return the query with every filter knowing its cables. Raises StoreError."""
        if not filters_in(query.root):
            return query
        return replace(query, root=with_filters(query.root, self._resolved))

    def _resolved(self, item: Filter) -> Node:
        about = item.name, item.value
        state: object = self._library.latest_version(), self._marks.stamp()
        if item.name == "entity":
            state = state, self._library.stamp()  # entities are found after the cables came in
        known = self._known.get(about)
        if known is None or known[0] != state:
            known = self._known[about] = state, self._members(item)
        return replace(item, members=known[1])

    def _members(self, item: Filter) -> Members:
        match item.name, item.value:
            case "batch", value:
                found = self._batch(value)
            case "entity", value:
                found = self._naming(value)
            case "is", "read" | "unread" as value:
                found = self._by_id(("is", "read"), self._marks.seen(), others=value == "unread")
            case "is", "decided" | "undecided" as value:
                found = self._by_id(("is", "decided"), self._marks.decided(), others=value == "undecided")
            case about:
                found = self._by_id(about, self._marked(*about))
        return found

    def _marked(self, name: str, value: str) -> AbstractSet[str]:
        if name == "code":
            return self._marks.flagged(int(value))
        return self._marks.flagged() if value == "flagged" else self._marks.decided(Decision(value))

    def _by_id(self, about: tuple[str, str], ids: AbstractSet[str], *, others: bool = False) -> Members:
        if len(ids) > MANY:
            found = self._set_of(about, ids)
            return Members(many=~found if others else found)
        known = sorted(ids)
        keys = (self._library.key_of(one) for one in known if one.startswith(_MADE))
        made = tuple(key for key in keys if key is not None)
        return Members(tuple(one for one in known if not one.startswith(_MADE)), made, others)

    def _set_of(self, about: tuple[str, str], ids: AbstractSet[str]) -> KeySet:
        """Look up only what changed: a hundred thousand look-ups take a quarter of a second."""
        shelf = self._shelf()
        held = self._large.get(about)
        before = held[1] if held is not None and held[0] is shelf else frozenset[str]()
        found = shelf.set_of(self._library.keys_of(ids - before))
        if held is not None and before:
            gone = shelf.set_of(self._library.keys_of(before - ids))
            found = (held[2] & ~gone) | found
        self._large[about] = shelf, ids, found
        return found

    def _shelf(self) -> Shelf:
        version = self._library.latest_version()
        if self._shelved is None or self._shelved[0] != version:
            self._shelved = version, Shelf(self._library.order("newest"))
        return self._shelved[1]

    def _by_key(self, keys: Sequence[int]) -> Members:
        if len(keys) <= MANY:
            return Members(keys=tuple(sorted(keys)))
        return Members(many=self._shelf().set_of(keys))

    def _batch(self, value: str) -> Members:
        newest_first = self._library.batches()
        found = next((batch for batch in newest_first if value in ("last", str(batch.id))), None)
        if found is None:
            return Members()
        if found.new >= self._library.count():
            return Members(others=True)  # every cable came with it
        return self._by_key(self._library.order("newest", found.id))

    def _naming(self, name: str) -> Members:
        """Return the cables that name an entity by this name, as its reader has corrected the entities."""
        from cableview.entities.corrections import Corrections  # noqa: PLC0415 - few queries ask for entities
        from cableview.store.corrected import Names  # noqa: PLC0415 - as above

        return self._by_key(
            Names(self._library, Corrections(self._marks.corrections())).cables_with(None, name)
        )
