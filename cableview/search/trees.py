"""Put trees of conditions together."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cableview.model.query import And, Filter, Node, Not, Or


def join(parts: Iterable[Node | None]) -> Node | None:
    """Return what asks for all of ``parts``; what is None asks for nothing."""
    flat = [
        node
        for part in parts
        if part is not None
        for node in (part.nodes if isinstance(part, And) else (part,))
    ]
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None


def with_filters(node: Node | None, change: Callable[[Filter], Node | None]) -> Node | None:
    """Return the tree with every filter put through ``change``; None takes one out of the tree."""
    match node:
        case Filter():
            return change(node)
        case Not():
            inner = with_filters(node.node, change)
            return None if inner is None else Not(inner)
        case And():
            return join(with_filters(part, change) for part in node.nodes)
        case Or():
            parts = tuple(p for p in (with_filters(part, change) for part in node.nodes) if p is not None)
            return Or(parts) if len(parts) > 1 else parts[0] if parts else None
        case _:
            return node
