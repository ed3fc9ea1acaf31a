"""Finding the words of a search, or a typed string, in a text: offsets of the text as it is."""

from __future__ import annotations

import re
from collections.abc import Collection

from cableview.app.typeset.line import Span

_TOKEN = re.compile(r"\w+")


def lit_words(text: str, words: Collection[str]) -> tuple[Span, ...]:
    """Return a ``hit`` for every word of ``text`` that is one of ``words``, as the search folds them."""
    if not words:
        return ()
    # The package brings its engine along, and is loaded already when there is anything to light.
    from cableview.search.folding import words as folded  # noqa: PLC0415

    wanted = frozenset(part for word in words for part in folded(word))
    known: dict[str, bool] = {}
    spans = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        lit = known.get(token)
        if lit is None:
            lit = known[token] = not wanted.isdisjoint(folded(token))
        if lit:
            spans.append(Span(match.start(), match.end(), "hit"))
    return tuple(spans)


def lit_string(text: str, needle: str) -> tuple[Span, ...]:
    """Return a ``hit`` wherever ``needle`` stands, also inside words; a blank in it is any white space."""
    pattern = r"\s+".join(re.escape(word) for word in needle.split())
    if not pattern:
        return ()
    return tuple(
        Span(match.start(), match.end(), "hit") for match in re.finditer(pattern, text, re.IGNORECASE)
    )
