"""Two versions of a cable side by side, and one cable against itself."""

from __future__ import annotations

from cableview.versions.compare import compare
from cableview.versions.consistency import Check, State, consistency
from cableview.versions.excerpt import excerpt
from cableview.versions.record import Cause, Comparison, Difference, FieldChange, Pair
from cableview.versions.summary import cause_words, pair_words, summary

__all__ = [
    "Cause",
    "Check",
    "Comparison",
    "Difference",
    "FieldChange",
    "Pair",
    "State",
    "cause_words",
    "compare",
    "consistency",
    "excerpt",
    "pair_words",
    "summary",
]
