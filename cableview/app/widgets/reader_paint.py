"""From a line of a sheet to a strip of styled cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from cableview.app.typeset.cells import cell_width
from cableview.app.typeset.line import Line, Span

if TYPE_CHECKING:
    from rich.style import Style

_LEVELS = ("top-secret", "secret", "confidential", "restricted", "unclassified", "unknown")
_ENTITIES = (
    *("person", "organization", "place", "role-title", "material-or-item", "treaty-or-law"),
    *("date", "money", "quantity", "vessel"),
)
NAMES = (
    *("text", "raw", "headline", "heading", "number", "signature", "flag"),
    *("caption", "date", "route", "tag", "small", "label", "title", "missing", "missing-note", "rule"),
    *("reference", "hit", "hit-current", "link-current", "selection", "cursor", "cursor-bar"),
    *("rule-name", "changed", "empty", "empty-key"),
    *(f"classification-{level}" for level in _LEVELS),
    *(f"marking-{level}" for level in _LEVELS),
    *(f"entity-{kind}" for kind in _ENTITIES),
)
"""Every style a sheet names; each is a component class ``reader--NAME``."""

BAR = "▌"


def paint(line: Line, over: Iterable[Span], base: Style, style_of: Callable[[str], Style]) -> Strip:
    """Draw ``line`` and the spans ``over`` it; a later span lies on an earlier one."""
    spans = [*line.spans, *over]
    text = line.text
    longest = max((span.end for span in spans), default=0)
    if longest > len(text):
        text += " " * (longest - len(text))
    edges = sorted({0, len(text), *(min(e, len(text)) for span in spans for e in (span.start, span.end))})
    segments = []
    for start, end in pairwise(edges):
        style = base
        for span in spans:
            if span.start <= start and end <= span.end:
                style += style_of(span.name)
        segments.append(Segment(text[start:end], style))
    return Strip(segments)


def with_cursor(line: Line, left: int, right: int) -> Line:
    """Return a line of the cursor's paragraph: the bar in its margin, a ground below its text."""
    text = line.text + " " * (right - cell_width(line.text))
    text = text[:left] + BAR + text[left + 1 :]
    spans = (Span(left + 1, len(text), "cursor"), Span(left, left + 1, "cursor-bar"), *line.spans)
    return replace(line, text=text, spans=spans)
