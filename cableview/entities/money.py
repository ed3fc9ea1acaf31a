"""Sums of money: a number with the sign or the name of a currency right before or after it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from cableview import data
from cableview.entities import places
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.numbers import SCALES, is_large, plain, unit_after, worth
from cableview.entities.tokens import word_after

_SIGN = re.compile(
    r"(?:(?:U\.S\. ?|\bUS |\b(?:US|HK|N[TZ]|RD|EC|TT|BZ|N?C[Rr]|Can|Aus|Col|Ch|Mex|Bds|[ABCFGJLMNRSTYZ]))?\$"
    r"(?:US)?|[€£¥]|\bS/\.?|\bL\.[EL]\."
    r"|\b[A-Za-z]{2,12}\.?|\b[NQKRLPCBG]) ?$"
)
_LONGEST_SIGN = 14
_SIGNS = ("$", "€", "£", "¥", "$US", "S/", "S/.", "L.E.", "L.L.")
_LETTERS = {
    "N": "NGN", "Q": "GTQ", "K": "ZMK", "R": "ZAR", "L": "HNL", "P": "PHP", "C": "GHC", "B": "THB",
    "G": "PYG",
}  # fmt: skip
"""Letters that stand for money right before a large number."""
_SMALL_SIGNS = frozenset({"dols", "dlrs", "rs"})
_WHOSE = frozenset("US U.S. HK NT NZ CAN AUST CFA".split())
_BEFORE_NAME = re.compile(r"\b(U\.S\.|[A-Z][A-Za-z]+) $")
_DOLLARS = re.compile(r" (?:USD|(?:US |U\.S\. )?dollars)\b", re.IGNORECASE)
_AFTER = re.compile(
    r" ((?:(?i:U\.S\.|US|CFA|New (?:Taiwan|Zealand)|new|convertible|transferable|gold|deutsche|Hong Kong)"
    r"|[A-Z][a-z]+) )?((?i:pounds? sterling\b)|[A-Za-z]{2,12}\b|[A-Z]\.[A-Z]\.)(?i: CFA\b)?"
)
_OPENS = frozenset("us u cfa new convertible transferable gold deutsche l".split())
_ALSO_WORDS = frozenset("won all try top pen cop mad bam sos real lei gel som dr dp ft fl il ls id".split())
"""Names and codes that say something else as often: they need a million or the like."""
_TO_BEFORE = re.compile(r"(?<![\w.,$/-])(\d[\d,]*(?:\.\d+)?) to $", re.IGNORECASE)
_TO_AFTER = re.compile(rf" (?:to|or) (\d[\d,]*(?:\.\d+)?) ({SCALES})\b", re.IGNORECASE)
_CENTS, _MILLION = 100, 10**6
_POUNDS = frozenset({"pound", "pounds"})
_REMEMBERED = 5_000
"""Words that are remembered with the currency they name, if any."""


@lru_cache(maxsize=_REMEMBERED)
def _currency(word: str) -> str | None:
    """Return the code of a sign or name, as printed; None when it is neither."""
    known, small = data.amounts()["currencies"], word.lower()
    bare = word.replace("U.S.", "US").replace(" ", "")
    for form in (word, bare, bare.rstrip("."), small, small.removesuffix("s")):
        if form in known:
            return known[form]
    return _LETTERS.get(word)


@lru_cache(maxsize=_REMEMBERED)
def _is_sign(word: str) -> bool:
    """Tell whether what stands right before a number may say what money it is."""
    sign = None if word.endswith(_SIGNS) else _SIGN.search(word)
    return word.endswith(_SIGNS) or (sign is not None and _currency(sign.group()) is not None)


@lru_cache(maxsize=_REMEMBERED)
def may_follow(word: str) -> bool:
    """Tell whether the word after a number may begin the name of a currency."""
    known = _currency(word) or _currency(word.upper()) or word in data.amounts()["cents"]
    return bool(word) and (bool(known) or not word.islower() or word in _OPENS)


def _local(context: Context, code: str, whose: str) -> str:
    """Return the code of a currency that several countries call the same: whose it is, or the post's own."""
    local = data.amounts()["local"].get(code)
    if code == "dollar":
        return (local or {}).get(whose.capitalize(), "USD")
    if local is None or whose:
        return code if local is None else local.get(whose.capitalize(), code)
    post = context.post()
    return local.get((post and post["country"]) or "", code)


def signed(context: Context, match: re.Match[str], recased: bool) -> Candidate | None:
    """Return the money that a sign or a name before the number tells: ``US$5``, ``DOLS 2.1 BILLION``."""
    text, printed = context.text, context.printed
    start, end = match.span()
    low = max(0, start - _LONGEST_SIGN)
    before = printed[low:start].removesuffix(" ").rpartition(" ")[2]
    sign = _SIGN.search(printed, low, start) if before and _is_sign(before) else None
    word = sign.group().strip() if sign else ""
    code = _currency(word)
    if sign is None or code is None:
        return None
    small, large, begin, whose = word.lower().rstrip("."), is_large(match), sign.start(), ""
    if (word in _LETTERS and not large) or (small in _ALSO_WORDS and not match["scale"]):
        return None
    if small.isalpha() and small in data.amounts()["currencies"]:
        if not recased and small == word.rstrip(".") and small not in _SMALL_SIGNS and not large:
            return None
        if unit_after(text, end, word_after(text, end)):
            return None
        owner = _BEFORE_NAME.search(printed, max(0, begin - _LONGEST_SIGN), begin)
        if owner and (owner[1] in _WHOSE or text[slice(*owner.span(1))] in places.demonyms()):
            begin, whose = owner.start(), owner[1]
    amount, code = worth(match), _local(context, code, whose)
    beyond = None if large else _TO_AFTER.match(text, end)
    if beyond:
        amount = f"{plain(match['low'], beyond[2])}-{plain(beyond[1], beyond[2])}"
        return Candidate(begin, beyond.end(), "MONEY", f"{code} {amount}", 2)
    dollars = _DOLLARS.match(text, end)
    return Candidate(begin, dollars.end() if dollars else end, "MONEY", f"{code} {amount}", 2)


def named(context: Context, match: re.Match[str]) -> Candidate | None:
    """Return the money that the words after the number tell: ``20 billion naira``."""
    start, end = match.span()
    if not may_follow(word_after(context.text, end)):
        return None
    worded = told_after(context, start, end, worth(match), match["scale"] is not None)
    to = _TO_BEFORE.search(context.text, max(0, start - 14), start) if worded else None
    if worded and to and not match["high"]:
        code, _, high = worded.name.partition(" ")
        worded.start, worded.name = to.start(), f"{code} {plain(to[1], match['scale'])}-{high}"
    return worded


def told_after(context: Context, start: int, end: int, amount: str, scaled: bool) -> Candidate | None:
    """Return the money that the words after ``end`` tell where ``may_follow`` lets them."""
    text = context.text
    name = _AFTER.match(text, end)
    if name is None:
        return None
    word, whose = context.printed[slice(*name.span(2))], (name[1] or "").strip()
    small = word.lower()
    cents = data.amounts()["cents"].get(small)
    code = "GBP" if "sterling" in small else cents or _currency(word)
    stop = name.end()
    if code is None and whose:
        # "5 million Euro bonds": what looks like an owner is the currency itself
        stop = name.start(1) + len(whose)
        word, whose = context.printed[name.start(1) : stop], ""
        code, small = _currency(word), word.lower()
    if code is None or (small in _ALSO_WORDS and not scaled):
        return None
    if text[stop - len(word) : stop] in places.names() or (
        small in _POUNDS and _weighs(context, code, stop, amount, whose)
    ):
        return None
    value = f"{(Decimal(amount) / _CENTS).normalize():f}" if cents and "-" not in amount else amount
    return Candidate(start, stop, "MONEY", f"{_local(context, code, whose)} {value}", 2)


def _weighs(context: Context, code: str, stop: int, amount: str, whose: str) -> bool:
    """Tell whether pounds are a weight: of something, or few of them where money has another name."""
    if whose:
        return False
    foreign = _local(context, code, "") == code
    return context.text.startswith(" of ", stop) or (foreign and Decimal(amount.partition("-")[0]) < _MILLION)
