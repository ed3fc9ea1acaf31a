"""Goods, substances and equipment: a noun of the list with the words that make it specific."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cableview import data
from cableview.entities import places
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon
from cableview.entities.runs import openers

_SPECIFIC = re.compile(
    r"(?:[\w-]*\d[\w-]*-[\w-]+|[a-z]+-[a-z]+(?:ed|en|ic|al|ing|spectrum|strength|pressure|grade"
    r"|purity|axis|speed|proof|duty|range|acid|oxidant|use|resistant|free|Axis))"
)
_SHARED = re.compile(r"(?:, (?:and |or )?| and | or )([a-z-]+)\b")
_TYPE = re.compile(r" \((?:Type|type|model|Model|grade|Grade) [^()]{2,30}\)")
_CODE = re.compile(r" [A-Z]{0,3}-?\d[\w/-]*\b")
_WORD_BEFORE = re.compile(r"(?:^|(?<=[\s\"“'(]))([\w/-]+) $")
_NEXT = re.compile(r" ([a-z]+)")
_HEAD, _ITEM = "head", "item"
_MAX_MODIFIERS = 5
_MODELLED = (
    "aircraft", "helicopter", "rifle", "missile", "tank", "truck", "fighter", "jet", "gun", "radar", "phone",
    "telephone", "vaccine", "rocket", "launcher", "howitzer",
)  # fmt: skip
_PLURAL_ES = ("s", "x", "ch", "sh")


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_PLURAL_ES) else "s")


@cache
def _lexicon() -> Lexicon[str]:
    facts = data.materials()
    forms = dict.fromkeys(facts["heads"], _HEAD)
    for item in facts["items"]:
        forms.update(dict.fromkeys((item, _plural(item), item[0].upper() + item[1:]), _ITEM))
    return Lexicon(forms)


@cache
def _makers() -> frozenset[str]:
    facts = data.materials()
    whole = {word for item in facts["items"] for word in item.split()[:-1]}
    return frozenset(facts["makers"]) | {item for item in facts["items"] if " " not in item} | whole


@cache
def _heads() -> frozenset[str]:
    return frozenset(data.materials()["heads"])


@cache
def _stops() -> frozenset[str]:
    return frozenset(data.materials()["not_after"])


def _left(text: str, start: int, low: int) -> tuple[int, bool]:
    """Return where the modifiers before ``start`` begin, and whether one of them makes it specific."""
    specific, noun = False, start
    for _ in range(_MAX_MODIFIERS):
        match = _WORD_BEFORE.search(text, max(low, start - 40), start)
        if match is None:
            break
        word = match[1]
        if (
            start == noun
            and word[0].isupper()
            and text.startswith(_MODELLED, noun)
            and word not in openers()
            and word not in places.demonyms()
            and word not in places.names()
            and word not in data.organizations()["acronyms"]
        ):
            return match.start(1), True
        if word in _makers() or _SPECIFIC.fullmatch(word):
            specific = True
            start = match.start(1)
        else:
            break
    return start, specific


def _right(text: str, end: int, high: int, modified: bool) -> int:
    """Return the end with further heads that share the modifier, and with a designation."""
    while modified:
        match = _SHARED.match(text, end, high)
        if match is None or match[1] not in _heads():
            break
        following = _NEXT.match(text, match.end(), high)
        if following and following[1] in _heads() | _makers():
            break
        end = match.end()
    for pattern in (_TYPE, _CODE):
        match = pattern.match(text, end, high)
        if match:
            return match.end()
    return end


def found(context: Context) -> Iterator[Candidate]:
    """Find goods; a general noun counts only with a specific word before it."""
    text = context.text
    segment = None
    for start, end, kind in _lexicon().find(context.where):
        if segment is None or not segment.start <= start < segment.end:
            segment = context.flat.segment_at(start)
        if segment is None or segment.capitals or segment.kind not in ("body", "gap", "heading"):
            continue
        begin, specific = _left(text, start, segment.start)
        if kind == _HEAD and not specific:
            continue
        if text.endswith(" by ", 0, begin):
            continue
        following = _NEXT.match(text, end, segment.end)
        if following and following[1] in _stops():
            continue
        stop = _right(text, end, segment.end, specific)
        yield Candidate(begin, stop, "MATERIAL_OR_ITEM", text[begin:stop], 6)
