"""Money and quantities: what stands before and after each number of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from cableview import data
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon, first_word
from cableview.entities.tokens import word_after

_SCALE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALE |= {"m": 10**6, "bn": 10**9}
_NUMBER = re.compile(
    r"(\d+(?:,\d{3})*(?:\.\d+)?)(?:-\d+(?:\.\d+)?(?= ))?"
    r"(?:[ -](hundred|thousand|million|billion|trillion)\b|(m|bn)\b)?",
    re.IGNORECASE,
)
_SCALE_AFTER = re.compile(r"[ -](hundred|thousand|million|billion)\b", re.IGNORECASE)
_SIGN = re.compile(r"(?:U\.S\. ?\$|(?:\b(?:US|HK|NT|R|A|C|S) ?)?\$|€|£|\b[A-Za-z]{2,5}\.?|\b[NQKRL]) ?$")
_LONGEST_SIGN = 7
_SIGNS = ("$", "€", "£")
_SMALL_SIGNS = frozenset({"dols", "dlrs", "rs", "rs."})
_LETTERS = {"N": "NGN", "Q": "GTQ", "K": "ZMK", "R": "ZAR", "L": "HNL"}
_DOLLARS = re.compile(r" (?:USD|(?:US |U\.S\. )?dollars)\b")
_CURRENCY_AFTER = re.compile(r" (?:(?:U\.S\.|US|[A-Z][a-z]+|CFA) )?(?:pounds? sterling\b|([A-Za-z]{3,12})\b)")
_COUNTED = re.compile(
    r" (?:(?:[a-z][a-z-]+|[A-Z][A-Za-z]{0,3}-?\d+\w?|[A-Z][a-z]+(?!s )"
    r"|[A-Z][A-Z.]{1,6}) ){0,3}?(?:[A-Za-z][a-z]{2,}(?<!s)s|people"
    r"|personnel|police|troops"
    r"|women|men|children|staff|aircraft|cattle|sheep|dead|wounded)\b"
)
_TIME = re.compile(
    r" (?:[a-z-]+ )?(?:years?|months?|days?|weeks?|hours?|minutes?|seconds?|decades?|times)\b|-year"
    r"| [ap]\.?m\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_COUNT = re.compile(
    r"(?:[(/:#.-]|\b(?:[Rr]efs?|[Pp]aras?|[Pp]aragraphs?|pages?|[Ss]ections?|[Aa]rticles?"
    r"|[Cc]hapters?|No\.|Type|Phase|level|"
    r"aged?|since|until|January|February|March|April|May|June|July|August|September|October|November"
    r"|December) )$"
)
_SERIAL = re.compile(r"\b[A-Z]{3,} $")
_GOES_ON = ("-", "/", ":", ".", ";")
_SERIAL_DIGITS = 3
_REMEMBERED = 5_000
"""Words that are remembered with the currency they name, if any."""
_BODY = frozenset({"body", "gap", "subject", "heading"})
_NO_UNIT = (",", ".", ")", ";", ":", "/", "\n", "’", "'")
"""What no unit of measure begins with."""


@cache
def _unit() -> re.Pattern[str]:
    units = sorted(
        (re.escape(unit) for unit in data.amounts()["units"] if unit != "%"), key=len, reverse=True
    )
    return re.compile(rf"[ -]?(?:({'|'.join(units)})\b|(%))", re.IGNORECASE)


@cache
def _words() -> Lexicon[int]:
    words = data.amounts()["words"]
    return Lexicon(words | {word.capitalize(): number for word, number in words.items()})


@cache
def _unit_opens() -> frozenset[str]:
    return frozenset(first_word(unit).lower() for unit in data.amounts()["units"])


def _unit_after(text: str, end: int, word: str) -> re.Match[str] | None:
    """Find the unit of measure that follows a number, perhaps with a word; most words are none."""
    return None if word and word.lower() not in _unit_opens() else _unit().match(text, end)


def _plain(number: str, *scales: str | None) -> str:
    value = Decimal(number.replace(",", ""))
    for scale in scales:
        if scale:
            value *= _SCALE[scale.lower()]
    return f"{value.normalize():f}"


@lru_cache(maxsize=_REMEMBERED)
def _currency(word: str) -> str | None:
    """Return the ISO code of a sign or name; None when it is neither."""
    known = data.amounts()["currencies"]
    bare = word.replace("U.S.", "US").replace(" ", "")
    if bare in _LETTERS:
        return _LETTERS[bare]
    for form in (bare, bare.rstrip("."), bare.upper(), bare.lower(), bare.lower().rstrip("s")):
        if form in known and (len(form) > 2 or not form.isalpha() or form == bare):
            return known[form]
    return None


@lru_cache(maxsize=_REMEMBERED)
def _is_sign(word: str) -> bool:
    """Tell whether what stands right before a number may say what money it is."""
    sign = None if word.endswith(_SIGNS) else _SIGN.search(word)
    return word.endswith(_SIGNS) or (sign is not None and _currency(sign.group()) is not None)


def _signed(text: str, match: re.Match[str]) -> Candidate | None:
    """Return the money that a sign before the number tells."""
    start, end = match.span()
    low = max(0, start - _LONGEST_SIGN)
    before = text[low:start].removesuffix(" ").rpartition(" ")[2]
    sign = _SIGN.search(text, low, start) if before and _is_sign(before) else None
    if sign is None:
        return None
    printed = sign.group().strip()
    code = _currency(printed)
    if code is None or (printed.islower() and printed not in _SMALL_SIGNS):
        return None
    if printed in _LETTERS and not (match[2] or "," in match[1]):
        return None
    dollars = _DOLLARS.match(text, end)
    amount = _plain(match[1], match[2], match[3])
    return Candidate(sign.start(), dollars.end() if dollars else end, "MONEY", f"{code} {amount}", 2)


def _told_after(text: str, match: re.Match[str]) -> Candidate | None:
    """Return what the words after the number tell; a comma inside it tells something, too."""
    end = match.end()
    if text.startswith(_NO_UNIT, end) and "," not in match[1]:
        return None
    after = word_after(text, end)
    return _money(text, match, after) or _quantity(text, match, after)


def _money(text: str, match: re.Match[str], after: str) -> Candidate | None:
    if not after or (after.islower() and _currency(after) is None and not after.startswith("pound")):
        return None
    start, end = match.span()
    name = _CURRENCY_AFTER.match(text, end)
    code = (_currency(name[1]) if name[1] else "GBP") if name else None
    if name is None or code is None:
        return None
    return Candidate(start, name.end(), "MONEY", f"{code} {_plain(match[1], match[2], match[3])}", 2)


def _quantity(text: str, match: re.Match[str], after: str) -> Candidate | None:
    start, end = match.span()
    unit = None if text.startswith(_NO_UNIT, end) else _unit_after(text, end, after)
    if unit:
        norm = data.amounts()["units"][(unit[1] or unit[2]).lower()]
        return Candidate(start, unit.end(), "QUANTITY", f"{_plain(match[1], match[2], match[3])} {norm}", 3)
    thousands = "," in match[1] and not text.startswith(_GOES_ON, end)
    bare_year = not match[2] and _YEAR.fullmatch(match[1])
    counted = not bare_year and text.startswith(" ", end) and _COUNTED.match(text, end)
    if match[3] or not (counted or thousands) or _TIME.match(text, end):
        return None
    if thousands and text.endswith("(", 0, start):
        return Candidate(start, end, "QUANTITY", _plain(match[1], match[2]), 7)
    if _NO_COUNT.search(text, max(0, start - 14), start):
        return None
    if (
        len(match[1]) >= _SERIAL_DIGITS
        and "," not in match[1]
        and _SERIAL.search(text, max(0, start - 9), start)
    ):
        return None
    return Candidate(start, end, "QUANTITY", _plain(match[1], match[2]), 7)


def found(context: Context) -> Iterator[Candidate]:
    """Find amounts of money (norm: currency and plain number), measures, and counts of goods or people."""
    text = context.text
    for start, _ in context.numbers:
        segment = context.flat.segment_at(start)
        match = _NUMBER.match(text, start) if segment is not None and segment.kind in _BODY else None
        if match is None:
            continue
        candidate = _signed(text, match) or _told_after(text, match)
        if candidate is not None:
            yield candidate
    for start, end, number in _words().find(context.where):
        scale = _SCALE_AFTER.match(text, end)
        stop = scale.end() if scale else end
        unit = _unit_after(text, stop, word_after(text, stop))
        segment = context.flat.segment_at(start)
        if unit and unit[1] and segment is not None and segment.kind in _BODY:
            norm = data.amounts()["units"][unit[1].lower()]
            amount = number * _SCALE[scale[1].lower()] if scale else number
            yield Candidate(start, unit.end(), "QUANTITY", f"{amount} {norm}", 3)
