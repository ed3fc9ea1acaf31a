"""Filters on what the search cache does not know, put into a query before it runs: marks, batches, names."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from cableview.model.query import Filter, Members, Node, Query, leaves
from cableview.search.trees import with_filters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cableview.store.library import Library
    from cableview.store.marks import Marks

_MADE = "UNIDENTIFIED-"
"""Starts the id of a cable that has none of its own: the search cache knows it by its key only."""


_HEAVY = 3_000
"""Cables in the sets of a query: with more, most of the time goes into the sets, whatever else is asked."""


def is_heavy(query: Query) -> bool:
    """True when the sets of its filters take most of the time, for one cable as much as for all."""
    held = (leaf.members for leaf in leaves(query.root, negated=True) if isinstance(leaf, Filter))
    return sum(len(one.ids) + len(one.keys) for one in held if one is not None) > _HEAVY


class Filters:
    """Answers filters from the library and the marks, which are opened when a query first asks for them.

    For the thread that first resolves a query.
    """

    def __init__(self, open_library: Callable[[], Library], open_marks: Callable[[], Marks]) -> None:
        self._open_library, self._open_marks = open_library, open_marks
        self._opened = ExitStack()
        self._batches: dict[int, tuple[int, Members]] = {}
        """By number, with the version of the library: batches grow while they are imported."""

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
        if not any(isinstance(leaf, Filter) for leaf in leaves(query.root, negated=True)):
            return query
        return replace(query, root=with_filters(query.root, self._known))

    def _known(self, item: Filter) -> Node:
        return replace(item, members=self._members(item))

    def _members(self, item: Filter) -> Members:
        if item.name == "is":
            return self._state(item.value)
        if item.name == "code":
            return self._by_id(
                {flag.cable_id for flag in self._marks.flags() if int(item.value) in flag.codes}
            )
        if item.name == "batch":
            return self._batch(item.value)
        return Members(keys=tuple(self._naming(item.value)))

    def _state(self, state: str) -> Members:
        if state in ("read", "unread"):
            return self._by_id(self._marks.seen(), others=state == "unread")
        if state == "flagged":
            return self._by_id(self._marks.flag_counts())
        decisions = self._marks.decisions()
        if state == "undecided":
            return self._by_id(decisions, others=True)
        return self._by_id(one for one, decision in decisions.items() if decision.value == state)

    def _by_id(self, ids: Iterable[str], *, others: bool = False) -> Members:
        known = sorted(ids)
        keys = (self._library.key_of(one) for one in known if one.startswith(_MADE))
        made = tuple(key for key in keys if key is not None)
        return Members(tuple(one for one in known if not one.startswith(_MADE)), made, others)

    def _batch(self, value: str) -> Members:
        batches = self._library.batches()
        number = batches[0].id if batches and value == "last" else int(value) if value != "last" else 0
        found = next((batch for batch in batches if batch.id == number), None)
        if found is None:
            return Members()
        held = self._library.count()
        if found.new >= held:
            return Members(others=True)  # every cable came with it
        version = self._library.latest_version()
        known = self._batches.get(number)
        if known is None or known[0] != version:
            keys: Sequence[int] = self._library.order("newest", number)
            others = len(keys) > held // 2
            if others:
                within = set(keys)
                keys = [key for key in self._library.order("newest") if key not in within]
            known = self._batches[number] = version, Members(keys=tuple(sorted(keys)), others=others)
        return known[1]

    def _naming(self, name: str) -> Sequence[int]:
        """Return the cables that name an entity by this name, as its reader has corrected the entities."""
        from cableview.entities.corrections import Corrections  # noqa: PLC0415 - few queries ask for entities
        from cableview.store.corrected import Names  # noqa: PLC0415 - as above

        return Names(self._library, Corrections(self._marks.corrections())).cables_with(None, name)
