"""Laws and treaties in stretches of capitals, where only the words tell where a name begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cableview import data
from cableview.entities import places
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context

_OF_PLACE = frozenset(
    "DECLARATION AGREEMENT AGREEMENTS ACCORD ACCORDS PROTOCOL TREATY CHARTER COMMUNIQUE PACT".split()
)
"""What is named after the place of its signing."""
_HEADS = _OF_PLACE | {"ACT", "CONVENTION", "COVENANT", "ORDINANCE"}
_WORD_BEFORE = re.compile(r"([A-Z0-9][A-Z0-9'&.-]*) $")
_LINKS = frozenset({"AND", "&"})
_MAX_WORDS = 6
_ON = re.compile(
    r" (?:OF|ON|FOR|AGAINST|CONCERNING|RELATING TO)(?: THE)? (?!MARCH|APRIL|MAY|JUNE|JULY|AUGUST)"
    r"[A-Z][A-Z'-]+(?:(?:, (?:AND )?| (?:AND|OF|ON|IN|FOR|AT|TO|BY) )?(?: ?THE )? ?[A-Z][A-Z'-]+){0,14}"
)
_YEAR = re.compile(r"(?: OF|,)? (?:1[89]|20)\d\d\b")
_TOKEN = re.compile(r"[A-Z'-]+")
_GOES_ON = frozenset("OF ON IN FOR AT TO BY AND THE".split())


@cache
def _stops() -> frozenset[str]:
    return frozenset(word.upper() for word in data.treaties()["not_in_name"])


@cache
def _topics() -> frozenset[str]:
    return frozenset(topic.upper() for topic in data.treaties()["topics"])


def found(context: Context) -> Iterator[Candidate]:
    """Find them by their last word, or by the word before ``ON`` or ``OF``."""
    for word in sorted(_HEADS & context.capitals.words):
        for at in context.capitals.starts(word):
            candidate = _name(context, word, at)
            if candidate is not None:
                yield candidate


def _name(context: Context, head: str, at: int) -> Candidate | None:
    printed, end = context.printed, at + len(head)
    begin, words = _left(printed, at)
    stop = _right(printed, end) if head in ("CONVENTION", "TREATY", "COVENANT") else end
    year = _YEAR.match(printed, end) if head in ("ACT", "ORDINANCE") else None
    if year:
        stop = year.end()
    if not (words and _is_name(context, head, begin, words)) and stop == end:
        return None
    read = context.text[begin:stop].split(" ")
    name = " ".join(word if word.upper() in _GOES_ON else word[:1].upper() + word[1:] for word in read)
    return Candidate(begin, stop, "TREATY_OR_LAW", name, 4)


def _left(printed: str, at: int) -> tuple[int, list[str]]:
    """Return where the words that may belong to a name begin, and those words."""
    begin, words = at, list[str]()
    while len(words) < _MAX_WORDS:
        before = _WORD_BEFORE.search(printed, max(0, begin - 30), begin)
        if before is None or ends_name(before[1]):
            break
        begin = before.start()
        words.insert(0, before[1])
    while words and words[0] in _LINKS:
        begin += len(words.pop(0)) + 1
    return begin, words


def ends_name(word: str) -> bool:
    """Tell whether a word before a law is none of its name: a verb, an article, a preposition."""
    if word in _topics():
        return False
    return word in _stops() or word.removesuffix("S") in _stops() or word.endswith((".", "ED", "ING"))


def _is_name(context: Context, head: str, begin: int, words: list[str]) -> bool:
    """Tell whether the words before the last one make it a name and no description."""
    printed = context.printed
    if printed.endswith((" A ", " AN ", " ANY ", " NO ", " SUCH ", " THIS ", " ANOTHER "), 0, begin):
        return False
    text = context.text[begin : begin + len(words[0])]
    named = text in places.names()
    if named and head in _OF_PLACE and text not in data.places()["countries"]:
        return len(words) == 1 or set(words[1:]) <= _topics()
    if head == "ACT":
        proper = text[0].isupper() and not named and text not in places.demonyms()
        return len(words) > 1 or proper or words[0] in _topics()
    known = words[-1] in _topics() or (head == "TREATY" and not data.is_common(words[-1].lower()))
    return known and head in ("TREATY", "AGREEMENT", "ORDINANCE")


def _right(printed: str, end: int) -> int:
    """Return where what the instrument is about ends."""
    on = _ON.match(printed, end)
    if on is None:
        return end
    stop = reached = end
    for word in _TOKEN.finditer(printed, end, on.end()):
        if word.group() not in _GOES_ON and (ends_name(word.group()) and not word.group().endswith("ING")):
            break
        reached = word.end()
        if word.group() not in _GOES_ON:
            stop = reached
    return stop
