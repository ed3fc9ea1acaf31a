"""What the reader says when no cable is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.style import Style
    from textual.geometry import Size

NO_CABLE = (
    ("", "No cable is open"),
    ("", ""),
    ("j k", "walk the list of cables"),
    ("Enter", "read the one under the cursor"),
    ("/", "search all of them"),
    ("?", "show every key"),
)
LONG_CABLE = (("", "This cable is very long; one moment"),)
_KEY = 8


def empty_line(
    lines: Sequence[tuple[str, str]],
    y: int,
    size: Size,
    base: Style,
    style_of: Callable[[str], Style],
) -> Strip:
    """Return row ``y`` of a quiet page in the middle of which ``lines`` of (key, what it does) stand."""
    at = y - max(0, (size.height - len(lines)) // 2)
    if not 0 <= at < len(lines):
        return Strip.blank(size.width, base)
    keys, text = lines[at]
    longest = max(len(text) + _KEY * bool(keys) for keys, text in lines)
    left = " " * max(0, (size.width - longest) // 2)
    segments = [
        Segment(left, base),
        Segment(keys.ljust(_KEY) if keys else "", base + style_of("empty-key")),
        Segment(text, base + style_of("empty")),
    ]
    return Strip(segments).crop_extend(0, size.width, base)
