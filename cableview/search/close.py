"""Words that stand together: ``same:(...)`` and ``near:5(...)``."""

from __future__ import annotations

from cableview.model.query import And, IdIs, Node, Or, Phrase, Same, Word
from cableview.search.folding import words
from cableview.search.trees import join

DEFAULT_WITHIN = 10
MOST_WITHIN = 100
"""Words apart: less than the gap that the index leaves between two paragraphs."""


def _plain(node: Node) -> Node | None:
    """Return the node if it is text of one place, an id as the words it is spelt with; else None."""
    if isinstance(node, IdIs):
        found = words(node.printed)
        return Word(found[0]) if len(found) == 1 else Phrase(tuple(found))
    if isinstance(node, Or):
        parts = [_plain(part) for part in node.nodes]
        return None if None in parts else Or(tuple(part for part in parts if part is not None))
    return node if isinstance(node, (Word, Phrase)) else None


def together(node: Node | None, within: int | None) -> tuple[Node | None, bool]:
    """Return the condition that what ``node`` asks for stands together, and True if it takes all of it.

    What is neither text nor an alternative of texts is asked of the whole cable.
    """
    if node is None:
        return None, True
    parts = node.nodes if isinstance(node, And) else (node,)
    texts = [_plain(part) for part in parts]
    rest = [part for part, text in zip(parts, texts, strict=True) if text is None]
    near = tuple(text for text in texts if text is not None)
    if len(near) < 2:
        return node, not rest
    return join((Same(near, within), *rest)), not rest
