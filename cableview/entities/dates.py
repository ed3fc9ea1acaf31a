"""Dates in the text that say a month, a year or numbers: each form and the norm it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon
from cableview.entities.relative_dates import looks_ahead, told
from cableview.entities.resolve_dates import MONTHS, day_of, full_year, month_of

_MAX_DAY = 31
_MAX_DISTANCE = 8
_BODY = frozenset({"body", "gap", "heading", "subject"})
# what follows a month
_DAY = re.compile(
    r"\.? (\d{1,2})(?:st|nd|rd|th)?(?:(?:-| to | and | or )(\d{1,2})(?!\d|,\d))?(?:,? ((?:19"
    r"|20)\d\d))?\b(?![,.]?\d)"
)
_YEAR = re.compile(r"\.?,? (?:of )?(?:'(\d\d)|((?:19|20)\d\d))\b")
# one digit more than a cable gives a day: "March 06" is a year, "March 6" a day
_SHORT_YEAR = re.compile(r" (0\d|[5-9]\d)\b(?!\d)")
# what stands before a month
_DAY_BEFORE = re.compile(r"(?<![\d,.])(\d{1,2})(?:st|nd|rd|th)?(?:-(\d{1,2}))?(?: of)? $")
_YEAR_AFTER = re.compile(r"\.?,? ((?:19|20)\d\d)\b")
# 6 JUL 76
_SHORT_YEAR_AFTER = re.compile(r"(?:[A-Z]{3}|[A-Z][a-z]{2}) (\d\d)\b(?![\d:%]|,\d| [a-z]{3,}s\b)")
_PART_BEFORE = re.compile(r"\b(?:mid|early|late|Mid|Early|Late)[- ]$")
_WHICH_BEFORE = re.compile(r"\b(?:[Ll]ast|[Nn]ext|[Tt]his) $")
_LINK_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|last|next|this|of|during|for|from|through|between|before|after"
    r"|IN|SINCE|UNTIL|BY|LAST|NEXT)) $"
)
# numbers
_DTG = re.compile(r"(\d\d)(\d\d)(\d\d)Z? ([A-Z]{3}) (\d\d(?:\d\d)?)\b")
_NUMERIC = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?![\d/])")
_MONTH_AND_DAY = re.compile(r"(\d{1,2})/(\d{1,2})(?=[),])")
_ISO = re.compile(r"((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?: (\d\d):(\d\d)(?::\d\d)?)?\b")
_YEARS = re.compile(
    r"((?:19[4-9]|20[0-4])\d)(?:-((?:19|20)?\d\d)|/(\d\d))?\b(?![/%-]|[,.]\d| (?:percent|tons?|kg|MW|km)\b)"
)
_CENTURIES = ("19", "20")
_YEAR_DIGITS, _DIGITS = 4, 6
_REMEMBERED = 5_000
"""Numbers that are remembered."""
_PLAIN_YEAR = re.compile(r"\d{4}[.,]?")
_DECADE = re.compile(r"((?:19|20)\d0)'?s\b")
_DECADE_PART = re.compile(r"\b(?:early|late|mid)[- ]$")
_NO_YEAR = re.compile(
    r"(?:[A-Z]{2,}[A-Z.]*|E\.O\.|No\.|Resolution|Type|Article|Section|about|nearly|over|than) ?$|[$#-]$"
)
_SITE = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) \d\d:\d\d:\d\d [+-]\d{4} (\d{4})\b")
_SHORT_MONTHS = frozenset(name.capitalize() for name in MONTHS if len(name) == len("jan"))
_AMBIGUOUS = frozenset(
    {"may", "march", "mar", "sept", "dec", "jan", "feb", "apr", "jun", "jul", "aug", "sep", "oct", "nov"}
)


@cache
def _months() -> Lexicon[int]:
    names: dict[str, int] = {}
    for name, number in MONTHS.items():
        names |= {name.capitalize(): number, name.upper(): number}
    return Lexicon(names)


def _day(
    context: Context, month: int, match: re.Match[str], year: str | None, span: tuple[int, int]
) -> Candidate | None:
    """Build the date of a month with its day or days."""
    ahead = looks_ahead(context.text, *span)
    first = day_of(context.sent, month, int(match[1]), year, ahead)
    if first is None:
        if year is not None or context.sent is not None or not 0 < int(match[1]) <= _MAX_DAY:
            return None
        return Candidate(*span, "DATE", context.text[slice(*span)], 2)
    last = day_of(context.sent, month, int(match[2]), year, ahead) if match[2] else None
    return Candidate(*span, "DATE", f"{first}/{last}" if last else first, 2)


def _year_after(context: Context, start: int, end: int) -> tuple[str | None, int]:
    """Return the year after a month that has its day before it, if any, and where the date ends."""
    year = _YEAR_AFTER.match(context.text, end)
    if year:
        return year[1], year.end()
    short = _SHORT_YEAR_AFTER.match(context.text, start)
    return (str(full_year(short[1], context.sent)), short.end()) if short else (None, end)


def _of_month(context: Context, start: int, end: int, month: int) -> Candidate | None:
    """Return the date that a month belongs to; None when the word is no month here."""
    text = context.text
    before = _DAY_BEFORE.search(text, max(0, start - 12), start)
    if before:
        year_after, stop = _year_after(context, start, end)
        found = _day(context, month, before, year_after, (before.start(), stop))
        if found:
            return found
    part = _PART_BEFORE.search(text, max(0, start - 6), start)
    begin = part.start() if part else start
    year = _YEAR.match(text, end)
    if year:
        number = int(year[2]) if year[2] else full_year(year[1], context.sent)
        return Candidate(begin, year.end(), "DATE", f"{number}-{month:02d}", 3)
    short = _SHORT_YEAR.match(text, end)
    if short and context.sent and abs(context.sent.year - full_year(short[1], context.sent)) <= _MAX_DISTANCE:
        return Candidate(begin, short.end(), "DATE", f"{full_year(short[1], context.sent)}-{month:02d}", 2)
    day = _DAY.match(text, end)
    if day:
        return _day(context, month, day, day[3], (start, day.end()))
    word = text[start:end]
    doubtful = word.lower() in _AMBIGUOUS or word.isupper()
    if doubtful and not part and not _LINK_BEFORE.search(text, max(0, start - 9), start):
        return None
    which = _WHICH_BEFORE.search(text, max(0, start - 6), start)
    begin = which.start() if which else begin
    norm = month_of(context.sent, month, looks_ahead(text, start, end))
    return Candidate(begin, end, "DATE", norm or text[begin:end], 4)


@lru_cache(maxsize=_REMEMBERED)
def _may_be_date(digits: str) -> bool:
    """Tell whether digits may begin a date: six of them, a year, or what has a slash."""
    count = _DIGITS if digits[:2] not in _CENTURIES else _YEAR_DIGITS
    return "/" in digits or (len(digits) >= count and digits[:count].isdecimal())


def _of_number(context: Context, start: int, digits: str) -> Candidate | None:
    """Return the date that begins with the number at ``start``."""
    text = context.text
    if _PLAIN_YEAR.fullmatch(digits):
        return _year(context, start)
    match = _DTG.match(text, start)
    if match and match[4].lower() in MONTHS:
        day, hour, minute, month, year = match.groups()
        norm = f"{full_year(year, context.sent):04d}-{MONTHS[month.lower()]:02d}-{day}T{hour}:{minute}Z"
        return Candidate(*match.span(), "DATE", norm, 2)
    match = _NUMERIC.match(text, start)
    if match and 1 <= int(match[1]) <= len(set(MONTHS.values())) and 1 <= int(match[2]) <= _MAX_DAY:
        norm = f"{full_year(match[3], context.sent):04d}-{int(match[1]):02d}-{int(match[2]):02d}"
        return Candidate(*match.span(), "DATE", norm, 2)
    # a press review gives the day of each paper: (8/26)
    match = _MONTH_AND_DAY.match(text, start) if text.startswith("(", start - 1) else None
    if match and 1 <= int(match[1]) <= len(set(MONTHS.values())) and 1 <= int(match[2]) <= _MAX_DAY:
        day = day_of(context.sent, int(match[1]), int(match[2]), None, ahead=False)
        return Candidate(*match.span(), "DATE", day or match.group(), 2)
    match = _ISO.match(text, start)
    if match:
        norm = "-".join(match.groups()[:3])
        return Candidate(*match.span(), "DATE", f"{norm}T{match[4]}:{match[5]}" if match[4] else norm, 2)
    return _year(context, start)


def _year(context: Context, start: int) -> Candidate | None:
    text = context.text
    match = _DECADE.match(text, start)
    if match:
        part = _DECADE_PART.search(text, max(0, start - 6), start)
        return Candidate(
            part.start() if part else start, match.end(), "DATE", f"{match[1]}/{int(match[1]) + 9}", 3
        )
    match = _YEARS.match(text, start)
    segment = context.flat.segment_at(start)
    if match is None or segment is None or segment.kind not in _BODY:
        return None
    if _NO_YEAR.search(text, max(0, start - 12), start):
        return None
    other = match[2] or match[3]
    norm = match[1] if not other else f"{match[1]}/{match[1][: 4 - len(other)]}{other}"
    part = _PART_BEFORE.search(text, max(0, start - 6), start)
    return Candidate(part.start() if part else start, match.end(), "DATE", norm, 6)


def _site_dates(context: Context) -> Iterator[Candidate]:
    text = context.text
    segments = () if _SHORT_MONTHS.isdisjoint(context.words) else context.flat.segments
    for segment in segments:
        if segment.kind == "header":
            for match in _SITE.finditer(text, segment.start, segment.end):
                if match[1].lower() in MONTHS:
                    norm = f"{match[3]}-{MONTHS[match[1].lower()]:02d}-{match[2]}"
                    yield Candidate(*match.span(), "DATE", norm, 2)


def found(context: Context) -> Iterator[Candidate]:
    """Find every date."""
    for start, end, month in _months().find(context.where):
        candidate = _of_month(context, start, end, month)
        if candidate is not None:
            yield candidate
    for start, digits in context.numbers:
        candidate = _of_number(context, start, digits) if _may_be_date(digits) else None
        if candidate is not None:
            yield candidate
    yield from _site_dates(context)
    yield from told(context)
