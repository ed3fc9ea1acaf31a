"""What the reader says when no cable is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.style import Style

_LINES = (
    ("", "No cable is open"),
    ("", ""),
    ("j k", "walk the list of cables"),
    ("Enter", "read the one under the cursor"),
    ("/", "search all of them"),
    ("?", "show every key"),
)
_KEY = 8


def empty_line(y: int, width: int, height: int, base: Style, style_of: Callable[[str], Style]) -> Strip:
    """Return row ``y`` of a quiet page that teaches the next key."""
    at = y - max(0, (height - len(_LINES)) // 2)
    if not 0 <= at < len(_LINES):
        return Strip.blank(width, base)
    keys, text = _LINES[at]
    longest = max(len(text) for _, text in _LINES) + _KEY
    left = " " * max(0, (width - longest) // 2)
    segments = [
        Segment(left, base),
        Segment(keys.ljust(_KEY) if keys else "", base + style_of("empty-key")),
        Segment(text, base + style_of("empty")),
    ]
    return Strip(segments).crop_extend(0, width, base)
