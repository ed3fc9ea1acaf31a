"""Large sets in a query: what the engine finds without them is held against them.

A query in which a large set stands asks one thing of the cables in the set and another of all others, so that
it comes apart into queries without it: ``is:relevant OR minister`` is any cable of those in the set, and
``minister`` of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_, or_
from typing import NamedTuple, TypeAlias

from cableview.model.keyset import KeySet
from cableview.model.query import And, Filter, Members, Node, Not, Or, leaves

_MOST = 3
"""Sets by which a query is taken apart: each may double the parts. Further ones are named to the engine."""
_Truth: TypeAlias = Node | bool
"""What is left of a condition; True and False when nothing is."""


class Part(NamedTuple):
    """A query for the engine, and which of the cables that it finds answer. No cable answers two parts."""

    root: Node | None
    """None finds every cable."""
    kept: KeySet | None = None
    """Only these count; None: all of them."""
    listed: KeySet | None = None
    """Only these are listed: those that count, or more where another part finds them all the same, since what
    answers the words too is listed before what is only in the set."""


def parted(root: Node | None) -> tuple[Part, ...]:
    """Return what is left for the engine, each with the set that its cables must be in."""
    node: _Truth = True if root is None else _gathered(root)
    sets = list(dict.fromkeys(_large(node)))[:_MOST]
    parts = tuple(_apart(node, sets, None, None))
    if parts:
        return parts
    nothing = _known(sets[0]) & ~_known(sets[0])
    return (Part(None, nothing, nothing),)


def is_heavy(root: Node | None) -> bool:
    """True when the engine has to look a large set up, which it does for one cable as for all."""
    return bool(_large(True if root is None else root))


def _large(node: _Truth) -> list[Filter]:
    found = () if isinstance(node, bool) else leaves(node, negated=True)
    return [leaf for leaf in found if isinstance(leaf, Filter) and _set_of(leaf) is not None]


def _set_of(node: Node) -> KeySet | None:
    return node.members.many if isinstance(node, Filter) and node.members is not None else None


def _known(item: Filter) -> KeySet:
    held = _set_of(item)
    assert held is not None
    return held


def _gathered(node: Node) -> Node:
    """Return the same with one set for all that stand side by side."""
    match node:
        case Not():
            inner = _gathered(node.node)
            held = _set_of(inner)
            return Not(inner) if held is None else _filter(~held)
        case And() | Or():
            parts = [_gathered(part) for part in node.nodes]
            sets = [held for held in map(_set_of, parts) if held is not None]
            others = [part for part in parts if _set_of(part) is None]
            together = reduce(and_ if isinstance(node, And) else or_, sets) if sets else None
            nodes = tuple(others) if together is None else (_filter(together), *others)
            return nodes[0] if len(nodes) == 1 else type(node)(nodes)
        case _:
            held = _set_of(node)
            return node if held is None else _filter(held)


def _filter(held: KeySet) -> Filter:
    """Return a filter that is equal to any other for the same set."""
    return Filter("", "", Members(many=held))


def _apart(
    node: _Truth, sets: Sequence[Filter], kept: KeySet | None, listed: KeySet | None
) -> Iterator[Part]:
    if node is False:
        return
    if not sets:
        yield Part(None if node is True else node, kept, listed)
        return
    first, *others = sets
    within, without = _assuming(node, first, True), _assuming(node, first, False)
    if within == without:
        yield from _apart(within, others, kept, listed)
        return
    held, signs = _known(first), set(_signs(node, first))
    for rest, side, sign in ((within, held, False), (without, ~held, True)):
        inner = _both(kept, side)
        # Where the set only ever adds cables, what is found without it is found in it too; and the reverse.
        wide = signs == {sign}
        yield from _apart(
            rest, others, inner, listed if wide else inner if kept is listed else _both(listed, side)
        )


def _both(one: KeySet | None, other: KeySet) -> KeySet:
    return other if one is None else one & other


def _signs(node: _Truth, item: Filter, sign: bool = True) -> Iterator[bool]:
    """Yield for each place of a filter whether it is asked for there, or its absence."""
    match node:
        case Not():
            yield from _signs(node.node, item, not sign)
        case And() | Or():
            for part in node.nodes:
                yield from _signs(part, item, sign)
        case _ if node == item:
            yield sign


def _assuming(node: _Truth, item: Filter, holds: bool) -> _Truth:
    """Return what is left to ask of cables for which a filter is known to hold, or not to hold."""
    match node:
        case Not():
            inner = _assuming(node.node, item, holds)
            return not inner if isinstance(inner, bool) else Not(inner)
        case And() | Or():
            decides = isinstance(node, Or)
            parts = [_assuming(part, item, holds) for part in node.nodes]
            if any(part is decides for part in parts):
                return decides
            left = tuple(part for part in parts if not isinstance(part, bool))
            return left[0] if len(left) == 1 else type(node)(left) if left else not decides
        case _ if node == item:
            return holds
        case _:
            return node
