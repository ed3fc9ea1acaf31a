"""The parts of a text around what differs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cableview.model.cable import Span

GAP = "…"
_WORD_START = re.compile(r"(?<=\s)\S")


class Piece(NamedTuple):
    """A run of text, or the sign of what is left out."""

    text: str
    lit: bool


def excerpt(text: str, spans: Sequence[Span], context: int = 70) -> list[Piece]:
    """Return ``text`` with ``spans`` lit, and some ``context`` characters of the rest around each.

    ``spans`` are in order and apart. Empty ones light nothing, yet show their surroundings. Without any,
    the beginning of the text is returned.
    """
    pieces: list[Piece] = []
    position = 0
    for number, (start, end) in enumerate(spans):
        between = text[position:start]
        first = number == 0
        pieces += _shortened(between, 0 if first else context, context)
        if end > start:
            pieces.append(Piece(text[start:end], lit=True))
        position = end
    pieces += _shortened(text[position:], context if spans else 2 * context, 0)
    return pieces


def _shortened(text: str, head: int, tail: int) -> list[Piece]:
    """Keep about ``head`` characters at the beginning and ``tail`` at the end, cut between words."""
    if len(text) <= head + tail + len(GAP) + 8:
        return [Piece(text, lit=False)] if text else []
    before = text[:head]
    if head and not text[head].isspace() and len(before.split(None, 1)) > 1:
        before = before.rsplit(None, 1)[0]
    before = before.rstrip() + " " if head else ""
    start = _WORD_START.search(text, len(text) - tail) if tail else None
    after = " " + text[start.start() :] if start else " " + text[len(text) - tail :] if tail else ""
    return [Piece(before + GAP + after, lit=False)]
