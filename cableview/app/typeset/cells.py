"""How many terminal cells text takes; agrees with what terminals do with wide and combining characters."""

from __future__ import annotations

import unicodedata
from functools import cache

_NO_CELL = frozenset({"Mn", "Me", "Mc"})
_JAMO = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))
"""Vowels and finals that join the Korean letter before them."""


@cache
def char_width(char: str) -> int:
    """Return 0 for what joins the character before, 2 for wide characters, 1 for the rest."""
    kind = unicodedata.category(char)
    if kind in _NO_CELL or any(ord(char) in block for block in _JAMO):
        return 0
    # Unassigned characters come out as wide from the tables of some Python versions.
    return 2 if kind != "Cn" and unicodedata.east_asian_width(char) in {"W", "F"} else 1


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
