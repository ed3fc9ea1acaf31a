"""The order of what is found: the subject before the text, words that stand together before words apart.

The engine's own score (BM25) decides among equals. A hit of a word that is taken otherwise than typed never
comes before an exact one in the same place: the two are searched for one after the other. Where the query
seems misspelt it comes before none at all; where the text does, a subject that says the rest of what was
asked is worth more than words scattered in a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum

from rapidfuzz import fuzz

from cableview.model.query import And, FieldIs, Node, Or, Phrase, Same, Word
from cableview.search import schema
from cableview.search.result import Hit

HEAD = 48
"""How many hits are looked at again when there are too many to look at all."""
NEAR = 8
"""So many words may stand between the words of a query that stand together."""
_SHARE = 0.5
LONGEST_ROW = 8
"""A longer row of words is pasted text, and each word makes it dearer to look how its words stand."""
STEP = 1_000.0
"""Scores of one tier stay below this."""


class Tier(IntEnum):
    """What answers; the higher comes first."""

    TEXT = 0
    MOST = 1
    """All words but one in the subject; that one is in the text, as typed or misspelt."""
    NEAR = 2
    PHRASE = 3
    SUBJECT = 4


def in_subject(node: Node, terms: Callable[[Word], Sequence[str]]) -> Node | None:
    """Return what asks the words of ``node`` of the subject alone; None when it has no such words.

    ``terms`` tells what a word is searched as. Conditions on other fields are left out.
    """
    match node:
        case Word():
            found = [FieldIs(schema.SUBJECT, (term,)) for term in terms(node)]
            return None if node.prefix else Or(tuple(found)) if len(found) > 1 else found[0]
        case Phrase():
            return FieldIs(schema.SUBJECT, node.words)
        case And() | Same():
            parts = tuple(p for p in (in_subject(part, terms) for part in node.nodes) if p is not None)
            return And(parts) if parts else None
        case Or():
            parts = tuple(p for p in (in_subject(part, terms) for part in node.nodes) if p is not None)
            return Or(parts) if len(parts) == len(node.nodes) else None
        case _:
            return None


def merged(exact: Sequence[Hit], others: Iterable[Hit]) -> list[Hit]:
    """Return exact hits, and below those of its tier what the text misspells; all other hits at the end."""
    held = {hit.key for hit in exact}
    new = [hit for hit in others if hit.key not in held]
    slips = [hit for hit in new if hit.score // STEP == Tier.MOST]
    last = [hit for hit in new if hit.score // STEP != Tier.MOST]
    place = next((at for at, hit in enumerate(exact) if hit.score < STEP * Tier.MOST), len(exact))
    return [*exact[:place], *slips, *exact[place:], *last]


def words_together(node: Node) -> tuple[str, ...]:
    """Return the words of a query that is a plain row of words; empty when it is anything else."""
    parts = node.nodes if isinstance(node, And) else (node,)
    words = [part.text for part in parts if isinstance(part, Word) and not part.prefix]
    others = [part for part in parts if isinstance(part, (Or, Same, Phrase))]
    return tuple(words) if len(words) > 1 and not others and len(set(words)) == len(words) else ()


def closeness(asked: str, subject: str) -> float:
    """Return from 0 to 1 how near a subject comes to what was asked; both are folded."""
    return _SHARE * (fuzz.token_set_ratio(asked, subject) + fuzz.token_sort_ratio(asked, subject)) / 100
