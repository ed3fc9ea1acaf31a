"""Dates told by the day the cable was sent: ``last week``, ``next spring``, ``on Tuesday``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.resolve_dates import season

# each pattern takes the character before the words too
_SEASON = re.compile(
    r"[ (\"“](?=[alnstfw])(?:(this|last|next) (summer|winter|spring|fall|autumn)|(summer|winter|spring|fall"
    r"|autumn)(?: of)? ((?:19|20)\d\d))\b"
)
_RELATIVE = re.compile(
    r"[ (\"“](?=[lnty])(?:(this|last|next) (year|month|week)|(yesterday|today|tomorrow))\b"
)
_WHICH = len(" last ")
_SEASONS = frozenset({"summer", "winter", "spring", "fall", "autumn"})
_RELATIVES = frozenset({"year", "month", "week", "yesterday", "today", "tomorrow"})
_WEEKDAYS = {
    name: number
    for number, name in enumerate("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
}
_DAYS = frozenset(_WEEKDAYS)
_WHEN = re.compile(r"\b(?:on|On|by|until|since|last|next|opens|begins|starts|this) $")
_NIGHT = re.compile(r" (?:night|morning|afternoon|evening|noon)\b")
_BEGINNING = ("opens ", "begins ", "starts ")
_NO_DAY = re.compile(
    r"[’']s| (?:[A-Z]|prayers?|sermons?|mosque|school|mass|services?)|,? (?:\d|[A-Z][a-z]+ \d)"
)
_SHIFT = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "today": 0, "tomorrow": 1}
_COMING = re.compile(
    r"\b(?:will|would|plans?|planned|scheduled|upcoming|next|intends?|expects?|expected|hopes?"
    r"|propos(?:ed|al|e)|meet in|"
    r"to be held|due|deadline|slated|set for|ahead of|until)\b",
    re.IGNORECASE,
)


def told(context: Context) -> Iterator[Candidate]:
    """Find them."""
    yield from _weekdays(context)
    for match in _around(context, _SEASONS, _SEASON):
        norm_or_none = season(context.sent, match[2] or match[3], match[1], match[4])
        yield Candidate(match.start() + 1, match.end(), "DATE", norm_or_none or match.group()[1:], 3)
    for match in _around(context, _RELATIVES, _RELATIVE):
        yield Candidate(match.start() + 1, match.end(), "DATE", _relative(context, match), 3)


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Tell whether the words around speak of what is to come."""
    return bool(_COMING.search(text, max(0, start - 60), min(len(text), end + 50)))


def _weekdays(context: Context) -> Iterator[Candidate]:
    """Find days of the week, which mean the one before the cable or, when the text looks ahead, after it."""
    text, sent = context.text, context.sent
    if sent is None:
        return
    for word in sorted(_DAYS & context.words):
        for start in context.where.starts(word):
            segment, end = context.flat.segment_at(start), start + len(word)
            if segment is None or segment.kind != "body" or _NO_DAY.match(text, end):
                continue
            if _NIGHT.match(text, end) or _WHEN.search(text, max(0, start - 12), start):
                ahead = text.endswith(_BEGINNING, 0, start) or looks_ahead(text, start, end)
                shift = (_WEEKDAYS[word] - sent.weekday()) % 7
                day = sent + timedelta(days=shift if ahead or not shift else shift - 7)
                yield Candidate(start, end, "DATE", f"{day:%Y-%m-%d}", 6)


def _around(context: Context, words: frozenset[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield what ``pattern`` finds around some words: from before ``last`` or just before them."""
    for word in sorted(words & context.words):
        for start in context.where.starts(word):
            before = pattern.match(context.text, start - _WHICH) if start >= _WHICH else None
            match = before or (pattern.match(context.text, start - 1) if start else None)
            if match is not None:
                yield match


def _relative(context: Context, match: re.Match[str]) -> str:
    sent = context.sent
    if sent is None:
        return match.group()[1:]
    shift = _SHIFT[match[1] or match[3]]
    if match[3]:
        return f"{sent + timedelta(days=shift):%Y-%m-%d}"
    if match[2] == "year":
        return str(sent.year + shift)
    if match[2] == "week":
        monday = sent + timedelta(days=7 * shift - sent.weekday())
        return f"{monday:%Y-%m-%d}/{monday + timedelta(days=6):%Y-%m-%d}"
    months = sent.year * 12 + sent.month - 1 + shift
    return f"{months // 12}-{months % 12 + 1:02d}"
