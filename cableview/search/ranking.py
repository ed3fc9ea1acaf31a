"""The order of the first hits: how well a subject answers the words that were asked for."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

HEAD = 48
"""How many hits are looked at again."""
_SUBJECT_SHARE = 0.6


def rerank(scores: Sequence[float], subjects: Sequence[str], asked: str) -> list[float]:
    """Return new scores from 0 to 1 for the head of the list.

    ``asked``: the words of the query, folded; ``subjects`` are folded too.
    """
    top = max(scores, default=0.0) or 1.0
    return [
        (1 - _SUBJECT_SHARE) * score / top + _SUBJECT_SHARE * fuzz.token_set_ratio(asked, subject) / 100
        for score, subject in zip(scores, subjects, strict=True)
    ]
