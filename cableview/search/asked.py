"""What a query asks of the text: its words, and whether they can be misspelt."""

from __future__ import annotations

from cableview.model.query import And, IdIs, Node, Or, Phrase, Query, Word, leaves

_MOST_CORRECTED = 12
"""A query of more words than this is taken as it is typed."""


def asked_ids(query: Query) -> tuple[str, ...]:
    """Return the ids that the query as a whole stands for, when it is one."""
    root = query.root.nodes[0] if isinstance(query.root, Or) else query.root
    if isinstance(root, IdIs) and root.role != "cited" and not root.ids[0].endswith("*"):
        return root.ids
    return ()


def is_ranked(root: Node | None) -> bool:
    """True when one cable can answer better than another."""
    return any(
        isinstance(leaf, (Phrase, IdIs)) or (isinstance(leaf, Word) and not leaf.prefix)
        for leaf in leaves(root)
    )


def is_text(root: Node) -> bool:
    """True when only words and phrases are asked: what has them in its subject then has them in its text."""
    if isinstance(root, (And, Or)):
        return all(map(is_text, root.nodes))
    return isinstance(root, (Word, Phrase))


def can_be_misspelt(root: Node | None) -> bool:
    """True when some word may be taken otherwise than typed."""
    words = [leaf for leaf in leaves(root) if isinstance(leaf, Word) and not leaf.prefix]
    return 0 < len(words) <= _MOST_CORRECTED


def asked_words(root: Node | None) -> list[str]:
    """Return the words that text was asked for, without those of header fields."""
    asked: list[str] = []
    for leaf in leaves(root):
        if isinstance(leaf, Word):
            asked.append(leaf.text)
        elif isinstance(leaf, Phrase):
            asked += leaf.words
    return asked
