"""Narrow a query to one value of a field, and widen it again."""

from __future__ import annotations

import re

_QUOTES = re.compile('["“”„«»]')
"""What the query language takes for quotes."""
_ONE_CHUNK = re.compile(r"(?!(?:AND|NOT|OR)\Z)\w[\w.&/'’-]*")


def condition(name: str, value: str) -> str:
    """Return what asks for ``value`` in a field; what the query language would part is put into quotes."""
    plain = " ".join(_QUOTES.sub(" ", value).split())
    return f"{name}:{plain}" if _ONE_CHUNK.fullmatch(plain) else f'{name}:"{plain}"'


def narrowed(text: str, wanted: str) -> bool:
    """Tell whether the condition ``wanted`` is part of the query ``text``."""
    return _place(wanted).search(text) is not None


def toggled(text: str, wanted: str) -> str:
    """Return the query with the condition ``wanted`` before it, or without it if it has it.

    Before it, so that a last word that is still being typed stays the last.
    """
    if narrowed(text, wanted):
        return _place(wanted).sub("", text).strip()
    return f"{wanted} {text.strip()}"


def _place(wanted: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){re.escape(wanted)}(?!\S)\s*", re.IGNORECASE)
