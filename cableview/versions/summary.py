"""A comparison said in words."""

from __future__ import annotations

from collections import Counter

from cableview.versions.record import Cause, Comparison, Pair

_ORDER = (
    (Cause.REDACTION, "redacted"),
    (Cause.WORDING, "reworded"),
    (Cause.MARKING, "marked otherwise"),
    (Cause.ONLY_OLD, "only in the older"),
    (Cause.ONLY_NEW, "only in the newer"),
    (Cause.SCANNING, "scanned otherwise"),
    (Cause.WRAPPING, "wrapped otherwise"),
    (Cause.CUT, "cleaned otherwise"),
    (Cause.IDENTICAL, "the same"),
)
_WORDS = dict(_ORDER)


def cause_words(cause: Cause) -> str:
    """Return a cause as it is said of a text: ``redacted``, ``reworded``."""
    return _WORDS[cause]


def pair_words(pair: Pair) -> str:
    """Return a pair's cause and detail in words: ``marked otherwise: (S) in the older, (C) in the newer``."""
    word = _WORDS[pair.cause]
    return f"{word}: {pair.detail}" if pair.detail else word


def summary(comparison: Comparison) -> str:
    """Return one line: ``3 paragraphs redacted, 1 reworded, 13 the same; subject differs``."""
    counts = Counter(pair.cause for pair in comparison.pairs)
    said = [(counts[cause], word) for cause, word in _ORDER if counts[cause]]
    names = [change.name for change in comparison.fields]
    fields = _listed(names) + (" differs" if len(names) == 1 else " differ") if names else ""
    if not said:
        return f"no paragraphs; {fields}" if fields else "no paragraphs"
    (first, word), *rest = said
    text = f"{first} paragraph{'s' * (first != 1)} {word}"
    if not rest and word == "the same":
        text = f"all {first} paragraphs the same" if first > 1 else "the one paragraph is the same"
    text = ", ".join([text, *(f"{count} {word}" for count, word in rest)])
    return f"{text}; {fields}" if fields else text


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
