"""Large sets in a query: what the engine finds without them is held against them."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_

from cableview.model.keyset import KeySet
from cableview.model.query import And, Filter, Node, Not, Or, leaves
from cableview.search.trees import join


def parted(root: Node | None) -> tuple[Node | None, KeySet | None]:
    """Return what is left for the engine, and the set that every cable must be in; None: any cable."""
    parts = root.nodes if isinstance(root, And) else (root,)
    sets = [None if part is None else _set_of(part) for part in parts]
    held = [one for one in sets if one is not None]
    if not held:
        return root, None
    return join(part for part, one in zip(parts, sets, strict=True) if one is None), reduce(and_, held)


def is_heavy(root: Node | None) -> bool:
    """True when the engine has to look a large set up, which it does for one cable as for all."""
    return any(
        isinstance(leaf, Filter) and leaf.members is not None and leaf.members.many is not None
        for leaf in leaves(root, negated=True)
    )


def _set_of(node: Node) -> KeySet | None:
    """Return the set that a condition stands for, when it asks for large sets and nothing else."""
    match node:
        case Filter():
            return None if node.members is None else node.members.many
        case Not():
            inner = _set_of(node.node)
            return None if inner is None else ~inner
        case And() | Or():
            parts = [_set_of(part) for part in node.nodes]
            held = [part for part in parts if part is not None]
            together = and_ if isinstance(node, And) else or_
            return reduce(together, held) if len(held) == len(parts) else None
        case _:
            return None
