"""Dates in the text: each pattern and the norm it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from cableview.entities.calendar import MONTHS, day_of, full_year, month_of, season
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context

_MONTH = (
    r"(?:(?i:january|february|april|june|july|august|september|october|november|december|sept)|"
    r"March|MARCH|May|MAY|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b\.?)"
)
_DTG = re.compile(r"\b(\d\d)(\d\d)(\d\d)Z? ([A-Z]{3}) (\d\d(?:\d\d)?)\b")
_DAY_OF = re.compile(
    rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?:(?:-| to | and | or )(\d{{1,2}})(?!\d))?(?:,? ((?:19|20)\d\d))?\b(?![,.]?\d)"
)
_OF_DAY = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:-(\d{{1,2}}))?(?: of)? ({_MONTH})(?:,? ((?:19|20)\d\d))?\b(?!\d)"
)
_MONTH_YEAR = re.compile(rf"\b(?:(?:mid|early|late)[- ])?({_MONTH}),? (?:of )?(?:'(\d\d)|((?:19|20)\d\d))\b")
_SHORT_YEAR = re.compile(rf"\b({_MONTH}) (0\d|[5-9]\d)\b(?!\d)")
_MONTH_ALONE = re.compile(rf"\b((?:mid|early|late)[- ])?({_MONTH})\b(?! \d)")
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|since|until|till|by|early|late|last|next|this|of|during|for|from|to|through|and|or|before|after|between|"
    r"the|a|our|your|its|his|their)|[-,(]) ?$",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?![\d/])")
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?: (\d\d):(\d\d)(?::\d\d)?)?\b")
_SITE = re.compile(r"\b[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) \d\d:\d\d:\d\d [+-]\d{4} (\d{4})\b")
_YEARS = re.compile(
    r"(?<![\d.,/$#-])\b((?:19[4-9]|20[0-4])\d)(?:-((?:19|20)?\d\d)|/(\d\d))?\b(?![\d/%-]|[,.]\d| (?:percent|tons?|kg|MW|km)\b)"
)
_NOT_YEAR = re.compile(
    r"(?:[A-Z]{2,}[A-Z.]*|E\.O\.|No\.|Resolution|Type|Article|Section|about|nearly|over|than) ?$"
)
_DECADE = re.compile(r"\b(?:(?:early|late|mid)[- ])?((?:19|20)\d0)'?s\b")
_SEASON = re.compile(
    r"\b(this|last|next) (summer|winter|spring|fall|autumn)\b|\b(summer|winter|spring|fall|autumn)(?: of)? ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:(this|last|next) (year|month)|(yesterday|today|tomorrow))\b", re.IGNORECASE)
_COMING = re.compile(
    r"\b(?:will|would|plans?|planned|scheduled|upcoming|next|intends?|expects?|expected|hopes?|proposed|proposal|propose|"
    r"meet in|to be held|due|deadline|slated|set for|ahead of|until)\b",
    re.IGNORECASE,
)
_MAX_DAY = 31
_WEEK = re.compile(r"\b(this|last|next) week\b", re.IGNORECASE)


def _ahead(text: str, start: int, end: int) -> bool:
    """Tell whether the words around speak of what is to come."""
    return bool(_COMING.search(text, max(0, start - 60), min(len(text), end + 50)))


def _day_norm(
    context: Context, month: str, day: str, until: str | None, year: str | None, at: tuple[int, int]
) -> str | None:
    ahead = _ahead(context.text, *at)
    first = day_of(context.sent, month, int(day), year, ahead)
    if first is None:
        known = year is not None or context.sent is not None or not 0 < int(day) <= _MAX_DAY
        return None if known else context.text[slice(*at)]
    if not until:
        return first
    last = day_of(context.sent, month, int(until), year, ahead)
    return f"{first}/{last}" if last else first


def _full(context: Context) -> Iterator[Candidate]:
    """Dates that name their day."""
    text = context.text
    for match in _DTG.finditer(text):
        day, hour, minute, month, year = match.groups()
        number = MONTHS.get(month.lower())
        if number:
            norm = f"{full_year(year, context.sent):04d}-{number:02d}-{day}T{hour}:{minute}Z"
            yield Candidate(*match.span(), "DATE", norm, 2)
    for match in _DAY_OF.finditer(text):
        norm_or_none = _day_norm(context, match[1], match[2], match[3], match[4], match.span())
        if norm_or_none:
            yield Candidate(*match.span(), "DATE", norm_or_none, 2)
    for match in _OF_DAY.finditer(text):
        norm_or_none = _day_norm(context, match[3], match[1], match[2], match[4], match.span())
        if norm_or_none:
            yield Candidate(*match.span(), "DATE", norm_or_none, 2)
    for match in _NUMERIC.finditer(text):
        month, day, year = match.groups()
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            norm = f"{full_year(year, context.sent):04d}-{int(month):02d}-{int(day):02d}"
            yield Candidate(*match.span(), "DATE", norm, 2)
    for match in _ISO.finditer(text):
        norm = "-".join(match.groups()[:3])
        yield Candidate(*match.span(), "DATE", f"{norm}T{match[4]}:{match[5]}" if match[4] else norm, 2)
    for match in _SITE.finditer(text):
        number = MONTHS.get(match[1].lower())
        if number:
            yield Candidate(*match.span(), "DATE", f"{match[3]}-{number:02d}-{match[2]}", 2)


def _months(context: Context) -> Iterator[Candidate]:
    text = context.text
    for match in _MONTH_YEAR.finditer(text):
        year = match[3] or str(full_year(match[2], context.sent))
        yield Candidate(*match.span(), "DATE", f"{year}-{MONTHS[match[1].lower().rstrip('.')]:02d}", 3)
    for match in _SHORT_YEAR.finditer(text):
        year_number = full_year(match[2], context.sent)
        if context.sent is None or abs(context.sent.year - year_number) > 8:
            continue
        # one digit more than a cable gives a day: "March 06" is a year, "March 6" a day
        norm = f"{year_number}-{MONTHS[match[1].lower().rstrip('.')]:02d}"
        yield Candidate(*match.span(), "DATE", norm, 1)
    for match in _MONTH_ALONE.finditer(text):
        word = match[2]
        plain = word.lower().rstrip(".")
        if not match[1] and (word.isupper() or plain in ("may", "march") or len(plain) <= 4):
            before = _BEFORE_MONTH.search(text, max(0, match.start() - 10), match.start())
            if (
                not before
                or len(plain) <= 3
                or (
                    plain in ("may", "march")
                    and before.group().strip().lower() in ("the", "a", "its", "to", "and", "or", ",", "(")
                )
            ):
                continue
        month = month_of(context.sent, word, _ahead(text, *match.span()))
        if month:
            yield Candidate(*match.span(), "DATE", month, 4)


def _loose(context: Context) -> Iterator[Candidate]:
    text = context.text
    for match in _YEARS.finditer(text):
        segment = context.flat.segment_at(match.start())
        if segment is None or segment.kind not in ("body", "gap", "heading", "subject"):
            continue
        if _NOT_YEAR.search(text, max(0, match.start() - 12), match.start()):
            continue
        other = match[2] or match[3]
        norm = match[1] if not other else f"{match[1]}/{match[1][: 4 - len(other)]}{other}"
        yield Candidate(*match.span(), "DATE", norm, 6)
    for match in _DECADE.finditer(text):
        yield Candidate(*match.span(), "DATE", f"{match[1]}/{int(match[1]) + 9}", 3)
    for match in _SEASON.finditer(text):
        norm = season(context.sent, match[2] or match[3], match[1], match[4])
        yield Candidate(*match.span(), "DATE", norm or match.group(), 3)
    for match in _RELATIVE.finditer(text):
        yield Candidate(*match.span(), "DATE", _relative(context.sent, match) or match.group(), 3)


def _relative(sent: datetime | None, match: re.Match[str]) -> str | None:
    from datetime import timedelta

    if sent is None:
        return None
    shift = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "today": 0, "tomorrow": 1}[
        (match[1] or match[3]).lower()
    ]
    if match[3]:
        return (sent + timedelta(days=shift)).strftime("%Y-%m-%d")
    if match[2].lower() == "year":
        return str(sent.year + shift)
    months = sent.year * 12 + sent.month - 1 + shift
    return f"{months // 12}-{months % 12 + 1:02d}"


def found(context: Context) -> Iterator[Candidate]:
    """Find every date."""
    yield from _full(context)
    yield from _months(context)
    yield from _loose(context)
