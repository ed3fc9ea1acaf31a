"""How many terminal cells text takes; agrees with what terminals do with wide and combining characters."""

from __future__ import annotations

import unicodedata
from functools import cache


@cache
def char_width(char: str) -> int:
    """Return 0 for combining marks, 2 for wide characters, 1 for the rest."""
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def is_plain(text: str) -> bool:
    """Tell whether every character takes exactly one cell."""
    return text.isascii() or all(char_width(char) == 1 for char in set(text))


def cell_width(text: str) -> int:
    """Return the width of ``text`` in cells."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def truncate(text: str, width: int) -> str:
    """Return ``text`` in at most ``width`` cells, with an ellipsis when something is left out."""
    if cell_width(text) <= width:
        return text
    used = 0
    for index, char in enumerate(text):
        used += char_width(char)
        if used > width - 1:
            return text[:index].rstrip() + "…"
    return text
