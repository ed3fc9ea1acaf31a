"""The classification line with its post and serial, the captions and the passing instructions below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cableview.model.cable import Span
from cableview.parse.stations import lookup, normalise, resolve

_WORD = re.compile(
    r"(?P<top>T ?O ?P +)?(?:(?P<S>S E C R E T|SECRET)|(?P<C>(?:C )?O N F I D E N T I A L|CONFIDENTIAL)"
    r"|(?P<U>U N C L A S(?: S I F I E D)?|UNCLAS(?:SIFIED)?)|(?P<L>LIMITED OFFICIAL USE))(?![a-z])"
)
_ANY_CASE = re.compile(
    re.sub(r"(?<=[A-Z]) (?=[A-Z])", " {1,3}", _WORD.pattern)
    .replace("(?![a-z])", r"\b")
    .replace("O {1,3}N", "[O0] {1,3}N"),
    re.IGNORECASE,
)
_PLAIN_ID = re.compile(r"[ \t]+(?:SECTION \d\d OF \d\d )?([A-Z][A-Z'’. -]{0,40}[A-Z]) +(\d{2,7})\b")
_SECTION = re.compile(
    r"[ \t]*(?:[A-Za-z]{4,8} ?[\dOQ]{1,2} ?O?F ?[\dO]{1,2}|\d\d (?:of|OF) \d\d)(?!\d)", re.IGNORECASE
)
_NAMED = re.compile(
    r"[ \t/]*\n?[ \t]*([^\W\d_][^\d\n]{1,60}?(?:\n[^\d\n]{1,24}?)?)[ \t.#-]*\n?[ \t]*"
    r"(?:0{1,4} +(?=\d{3,5}\b))?(\d{1,7})(?![\da-z]|Z\b)"
)
_RELAY = re.compile(r" +(?:TOSEC|SECTO) \d+")
_CAPTION = (
    r"(?:SIPDIS|NOFORN|SENSITIVE(?: BUT UNCLASSIFIED)?|SBU|EXDIS|NODIS|LIMDIS|STADIS|ROGER CHANNEL"
    r"|DISSENT CHANNEL|TERREP|AIDAC|FOUO|FOR OFFICIAL USE ONLY|NOT FOR INTERNET (?:DISTRIBUTION|PUBLICATION)"
    r"|NOCONTRACT|ORCON|CORRECTED COPY|EYES ONLY|DEA SENSITIVE|SPECAT|E ?F ?T ?O)"
)
_SECTION_COUNT = re.compile(r"[\dO]\d OF [\dO]\d ")
_NO_POST = ("PAGE", "E.O", "EO ", "SUBJ", "TAGS", "DECL")
_SKIPPED = re.compile(rf"[ \t/,;.*-]*(?:{_CAPTION}\b[ \t/,;.*-]*)+", re.IGNORECASE)
_CAPTIONS = re.compile(rf"[\s/,;.*-]*(?:{_CAPTION}\b[\s/,;.*-]*)+", re.IGNORECASE)
_ONE_CAPTION = re.compile(_CAPTION, re.IGNORECASE)
_CORRECTED = re.compile(r"[\s*]*C ?O ?R ?R ?E ?C ?T ?E ?D\s+C ?O ?P ?Y", re.IGNORECASE)
LONGEST_CAPTION = 300
_CORRECTED_INITIALS = frozenset("Cc*")
_SENSITIVE_LINE = re.compile(
    r"\s*(?:\(?(?:ENTIRE TEXT (?:IS )?)?SENSITIVE BUT UNCLASSIFIED|SBU|NOT FOR INTERNET|DERIVED FROM)\b",
    re.IGNORECASE,
)
_PASSING = re.compile(
    r"\s*(?:(?:[A-Z0-9/.,&' -]+\b)?(?:FOR|PASS|PLEASE PASS|ALSO FOR)\b|[A-Z]{1,5}/[A-Z/]{1,12}\b|FROM [A-Z])"
)
_COMMON = ("S E C R E T", "O N F I D E N T I A L", "UNCLAS")
"""The forms of nine cables in ten; a plain search for them is far cheaper than the pattern."""
NAMES = {"S": "SECRET", "C": "CONFIDENTIAL", "U": "UNCLASSIFIED", "L": "LIMITED OFFICIAL USE"}


class ClassLine(NamedTuple):
    """A classification line; ``span`` ends where its captions may begin."""

    span: Span
    classification: str
    printed_id: str | None
    station: str | None
    serial: int | None
    id_span: Span | None


def find_line(text: str, start: int, end: int) -> ClassLine | None:
    """Return the first classification line in ``text[start:end]``."""
    at = end
    for word in _COMMON:
        found = text.find(word, start, at)
        at = found if found >= 0 else at
    if at < end:
        match = _WORD.match(text, at - 2 if text.startswith("C ", at - 2) and at >= start + 2 else at, end)
        line = _line(text, match) if match is not None else None
        if line is not None and line.serial is not None:
            return line
    bare: ClassLine | None = None
    for match in _WORD.finditer(text, start, end):
        line = _line(text, match)
        if line is None:
            continue
        if line.serial is not None:
            return line
        bare = bare or line
    if bare is None:
        match_any = _ANY_CASE.search(text, start, min(end, start + 3000))
        line = _line(text, match_any) if match_any is not None else None
        return line if line is not None and line.serial is not None else None
    return bare


def _line(text: str, match: re.Match[str]) -> ClassLine | None:
    begin, kind = match.start(), (match.lastgroup or "U")
    glued = begin > 0 and text[begin - 1] not in "\n\r"
    spaced = glued and kind != "L" and " " in match[kind].strip()
    word = ("TOP " if match["top"] else "") + NAMES[kind]
    found = _plainly_named(text, match.end()) or _named(text, match.end())
    if glued and text[begin - 1].isalpha() and not (spaced and found is not None and found[1] is not None):
        return None
    if found is not None and (not glued or spaced or found[1] is not None):
        id_span, station, serial = found
        printed = text[slice(*id_span)]
        relay = _RELAY.match(text, id_span[1]) if text.startswith(" ", id_span[1]) else None
        key = station or normalise(printed.rstrip("0123456789 "))
        return ClassLine((begin, relay.end() if relay else id_span[1]), word, printed, key, serial, id_span)
    stop = text.find("\n", match.end())
    rest = text[match.end() : stop if stop >= 0 else len(text)]
    if (
        (glued and not spaced and text[begin - 1] not in ".)\t ")
        or len(rest) > 60
        or (glued and rest.strip())
    ):
        return None
    return ClassLine((begin, match.end()), word, None, None, None, None)


def _plainly_named(text: str, start: int) -> tuple[Span, str | None, int] | None:
    """Read the common form: a known post and its serial right behind the word or the section count."""
    match = _PLAIN_ID.match(text, start)
    if match is None:
        return None
    name, number = match.groups()
    station, serial = lookup(name), int(number)
    return ((match.start(1), match.end()), station, serial) if station is not None and serial else None


def _named(text: str, start: int) -> tuple[Span, str | None, int] | None:
    """Return (span, station key or None, serial) of a post and number after the classification word.

    They stand in the same line, yet the number, or a known post with it, may be wrapped to the next one.
    """
    position, limit = start, min(len(text), start + 160)
    while True:
        skipped = _SECTION.match(text, position, limit) or _SKIPPED.match(text, position, limit)
        if skipped is None or skipped.end() == position:
            break
        position = skipped.end()
    match = _NAMED.match(text, position, limit)
    section = _SECTION_COUNT.search(text, position, limit)
    if match is not None and section is not None and section.start() < match.end():
        match = _NAMED.match(text, section.end(), limit)
    if match is None or match[1].startswith(_NO_POST) or ":" in match[1]:
        return None
    begin, words = match.start(1), match[1].split()
    while len(words) > 1 and lookup(" ".join(words)) is None:
        if lookup(" ".join(words[1:])) is None and not _ONE_CAPTION.fullmatch(words[0]):
            break
        begin = text.index(words[1], begin + len(words[0]))
        words = words[1:]
    station = resolve(" ".join(words))
    if station is None and "\n" in text[start:begin]:
        return None
    return (begin, match.end(2)), station, int(match[2])


def is_caption_line(line: str) -> bool:
    """Tell whether a line holds nothing but captions."""
    return len(line) < LONGEST_CAPTION and (
        _CAPTIONS.fullmatch(line) is not None
        or _CORRECTED.match(line) is not None
        or (len(line) < 120 and _SENSITIVE_LINE.match(line) is not None)
    )


def is_passing_line(line: str) -> bool:
    """Tell whether a line says who is to get the cable, e.g. ``DEPT FOR ISN AND EAP``."""
    return len(line) < 120 and _PASSING.match(line) is not None


def read_captions(text: str, lines: Iterable[Span]) -> tuple[tuple[str, ...], str | None]:
    """Return (captions, passing instructions) of the unlabelled header lines at ``lines``."""
    captions: dict[str, None] = {}
    passing: list[str] = []
    reason_open = False
    for start, end in lines:
        bare = text[start:end].strip()
        if reason_open:
            reason_open = ")" not in bare
            continue
        if bare[:1] in _CORRECTED_INITIALS and _CORRECTED.match(bare):
            captions["CORRECTED COPY"] = None
            reason_open = "(" in bare and ")" not in bare
            continue
        words, rest = _told_apart(bare)
        for word in words:
            captions[word] = None
        if rest:
            passing.append(rest)
    return tuple(captions), "\n".join(passing) or None


@lru_cache(maxsize=2048)
def _told_apart(bare: str) -> tuple[tuple[str, ...], str]:
    """Return (captions, passing instruction) of one line; cached, as the same lines stand in many cables."""
    words: list[str] = []
    leading = _CAPTIONS.match(bare)
    if leading is not None and leading.end() < len(bare) and _PASSING.match(bare, leading.end()):
        words = _ONE_CAPTION.findall(leading[0])
        bare = bare[leading.end() :]
    rest = ""
    if _CAPTIONS.fullmatch(bare) or _SENSITIVE_LINE.match(bare):
        words += _ONE_CAPTION.findall(bare)
    else:
        rest = " ".join(bare.split())
    return tuple(" ".join(word.upper().split()) for word in words), rest
