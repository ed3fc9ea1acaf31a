"""The subject line: its text joined to one line, and its portion marking."""

from __future__ import annotations

import re

from cableview.parse.header.labels import MARKS

_MARKING = re.compile(rf"\(({MARKS}|S/REL[A-Z ,/]*|C/REL[A-Z ,/]*)\)\s*(?=\S)", re.IGNORECASE)
_DAMAGED = re.compile(r"[(\[{]?(U|C|S|SBU|[CS]/NF)[)\]}]\s*(?=\S)")
"""A marking that lost its first bracket, or has another kind: ``C) VISIT``, ``[C] VISIT``."""
_TRAILING = re.compile(r"\s\((U|C|S|SBU|[CS]//?NF)\)\Z")
_WORD_HYPHEN = re.compile(r"[\w.]-\s*\n\s*(?=\w)")


def read_subject(value: str) -> tuple[str | None, str | None]:
    """Return (subject, portion marking before or behind it); a hyphen at a line's end joins without blank."""
    if "\n" in value and "-" in value:
        value = _WORD_HYPHEN.sub(lambda match: match[0][:2].rstrip(), value)
    text = " ".join(value.split()).rstrip(" ¶")
    match = _MARKING.match(text) if text.startswith("(") else _DAMAGED.match(text)
    if match is None:
        behind = _TRAILING.search(text) if text.endswith(")") else None
        return (text[: behind.start()], behind[1]) if behind is not None else (text or None, None)
    return text[match.end() :], " ".join(match[1].upper().split())
