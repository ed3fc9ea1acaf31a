"""Portion markings: ``(C)``, ``(S//NF)``, ``(C/REL NATO)``; not ``(Iran)``, ``(U.S.)`` or ``(3)``."""

from __future__ import annotations

import re

_LEVEL = r"(?:TS|SBU|S|C|U|NC|SE|FOUO|LOU|CONFIDENTIAL|SECRET|UNCLAS(?:SIFIED)?|TOP SECRET)"
_CONTROL = (
    r"(?:NF|NOFORN|NOFORM|FOUO|SBU|SENSITIVE|FGI|OC|ORCON|IMCON|PR|PROPIN|F?RD|EYES ONLY|ENTIRE TEXT|ENTIRE"
    r"|XX?|[SCU]|REL(?: TO)?(?: ?[A-Z][A-Z, ]{1,60})?)"
)
MARKING = rf"\(\s?((?i:[SCU](?=\))|{_LEVEL}(?:(?=\))|(?:\s?(?://|[/\-,]|\s)\s?{_CONTROL}){{0,4}})))\s?\)"
"""One group: the marking as printed, without its brackets. The three commonest are tried first."""

AT = rf"[ \t\xa0]*+(?:\n[ \t]*+|){MARKING}(?:[.:](?=\s)|)[ \t\xa0]*+"
"""A marking with everything around it that stands before the words."""

_AT = re.compile(AT)
_PLAIN_LEVEL = r"(?:TS|SBU|[SCU])"
ODD_STARTS = frozenset("(©[{TSCU")
"""What a marking in other brackets or in none starts with."""
_PLAIN_CONTROL = r"//?(?:NF|NOFORN|FOUO)"
_ODD = re.compile(
    rf"[ \t]*(?:©|[(\[{{] ?({_PLAIN_LEVEL}(?:{_PLAIN_CONTROL})?) ?[)\]}}]|({_PLAIN_LEVEL}{_PLAIN_CONTROL}))"
    r"[.:]?\s+(?=\S)"
)
_LABEL = (
    r"(?:summ?a?r?y|(?:post |embassy )?comment|note|bio(?:graphic)? note|background|introduction|overview"
    r"|conclusion|key points|action requested|action request)"
)
_LABEL_STARTS = frozenset("sum beg com pos emb not bio bac int ove con key act".split())
_AFTER_LABEL = re.compile(
    rf"[ \t]*(?i:begin\s+)?(?i:{_LABEL})\b[^(\n.:]{{0,30}}[.:]?[ \t]*({MARKING}[.:]?[ \t]*)"
)


def marking_at(text: str, position: int) -> tuple[str, int] | None:
    """Return the marking printed at ``position`` in capitals, and where the words after it start."""
    match = _AT.match(text, position)
    return (normal(match.group(1)), match.end()) if match else None


def odd_marking_at(text: str, position: int) -> tuple[str, int] | None:
    """Return a marking in other brackets or in none, and where the words after it start.

    An editor made one sign of (C), a scanner other brackets; ``S/NF`` also stands bare.
    """
    match = _ODD.match(text, position)
    if match is None:
        return None
    printed = match.group(1) or match.group(2)
    return (normal(printed) if printed else "C"), match.end()


def marking_after_label(text: str, position: int) -> tuple[str, int, int] | None:
    """Return marking, start and end of one after a word such as Summary: ``Comment: (SBU) Text``."""
    if text[position : position + 12].lstrip()[:3].casefold() not in _LABEL_STARTS:
        return None
    match = _AFTER_LABEL.match(text, position)
    return (normal(match.group(2)), match.start(1), match.end(1)) if match else None


def normal(printed: str) -> str:
    """Return a marking in capitals, with one blank for any white space in it."""
    return " ".join(printed.upper().split()) if " " in printed else printed.upper()
