"""What a query asks of subjects that do not hold all of its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tantivy import Occur, Query

from cableview.model.query import And, Node, Word
from cableview.search.compiling import Compiler
from cableview.search.conditions import disjunction
from cableview.search.expand import Correct
from cableview.search.fetching import Clauses
from cableview.search.ranking import LONGEST_ROW, in_subject, words_together
from cableview.search.vocabulary import inflected

_BESIDE = 2
"""So many words of a subject tell that it is the one that was meant, whatever became of another word."""


def all_but_one(compiler: Compiler, root: Node, terms: Callable[[Word], Sequence[str]]) -> Query | None:
    """Return what finds subjects with all words of a row but one; None when it is no row, or too short."""
    if not isinstance(root, And) or not _BESIDE < len(words_together(root)) <= LONGEST_ROW:
        return None
    asked = (in_subject(part, terms) for part in root.nodes)
    parts = [(Occur.Should, compiler.compile(part)) for part in asked if part is not None]
    return Query.boolean_query(parts, len(parts) - 1)


def but_for_a_slip(compiler: Compiler, root: Node, terms: Callable[[Word], Sequence[str]]) -> Clauses | None:
    """Return the same for cables that lack a word as typed and have a slip of the pen in its place.

    None when no word has one. ``compiler`` has compiled ``root`` with the misspellings of the text.
    """
    slips = [
        compiler.term(wrong)
        for word, found in compiler.misspellings.items()
        for wrong in found
        if not inflected(word, wrong)
    ]
    most = all_but_one(compiler, root, terms) if slips else None
    if most is None:
        return None
    typed = replace(compiler, correct=Correct.NEVER, corrections={}, misspellings={}, used=set(), notes=[])
    slip = Query.const_score_query(disjunction(slips), 0.0)
    return [(Occur.Must, most), (Occur.Must, slip), (Occur.MustNot, typed.compile(root))]
