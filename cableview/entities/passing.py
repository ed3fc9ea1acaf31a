"""The attention lines: to whom an addressee is to pass the cable (``STATE FOR EAP/CM``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableview import data
from cableview.entities import places
from cableview.entities.bodies import last_words
from cableview.entities.candidate import Candidate
from cableview.entities.cased import given
from cableview.entities.context import Context
from cableview.entities.header import canonical_post

_DEPT = re.compile(r"\b(?:DEPT|DEPARTMENT|STATE|Department|Dept|State)\b")
_TOKEN = re.compile(r"\b(?:\d{3,4}/)?[A-Z][A-Z0-9&']*(?:[/-][A-Z0-9]+)*\b")
_NO_OFFICE = frozenset(
    "DEPT DEPARTMENT STATE FOR AND PASS PLEASE TO ALSO FROM OF THE A ATTN WASHDC WASHINGTON DC INFO ACTION"
    " PLS OR AT ON BY OFFICE".split()
)
_BODY = re.compile(r"(?:[A-Z]+ ){1,4}([A-Z]+)(?=,|;|$| AND\b)", re.MULTILINE)
_NAMED = re.compile(r"(?:FOR|AND|TO|A/S|PDAS|DAS|U/S|,|-|/) ?$")
_AFTER_OFFICE = re.compile(r"[A-Z]{2,}(?:/[A-Z]+)* $")
_NAME_ENDS = re.compile(r"(?:,|\.|;|/|$| AND\b)", re.MULTILINE)
_SURNAMES = re.compile(
    r"(?:(?<![A-Z])-|(?<=/[A-Z])-|(?<=/[A-Z]{2})-|(?<=/[A-Z]{3})-|:) ?"
    r"((?:(?:[A-Z]\.|[A-Z]{3,}) )?[A-Z][A-Z']{2,}(?:-[A-Z]{3,})?(?:/[A-Z][A-Z']{2,})*)(?=,|;|\.|$| AND\b)",
    re.MULTILINE,
)
_FULL = re.compile(r"(?<![\w.])(?:(?:[A-Z]\. ?){1,3}|([A-Z]{3,}) )[A-Z][A-Z']{2,}(?:-[A-Z]{2,})*(?![\w/])")
_IN_BRACKETS = re.compile(r"[A-Z] \(([A-Z][A-Z'-]{3,})\)")
_SENDERS = re.compile(r"(?:^|(?<=[;.,] ))((?:[A-Z]+ ){1,2}[A-Z]+)(?= (?:FOR|PASS)\b)", re.MULTILINE)
_SENDS = re.compile(r" (?:FOR|PASS|ALSO FOR|PLEASE PASS)\b")
_DOUBLE = re.compile(r"[A-Z]{4,}-[A-Z]{4,}")
_LONGEST_OFFICE = 4
_SHORTEST_NAME = 4


def passing(context: Context) -> Iterator[Candidate]:
    """Find the Department, the offices and the people of the attention lines."""
    text = context.text
    for segment in context.flat.segments:
        if segment.kind != "passing":
            continue
        for dept in _DEPT.finditer(text, segment.start, segment.end):
            if dept.start() == segment.start or text[dept.start() - 2] == ";":
                yield Candidate(*dept.span(), "ORGANIZATION", "Department of State", 1)
        yield from _senders(context, segment.start, segment.end)
        yield from _surnames(text, segment.start, segment.end)
        yield from _full_names(text, segment.start, segment.end)
        for body in _BODY.finditer(text, segment.start, segment.end):
            words = body.group().split()
            if body[1] in last_words() and not _NO_OFFICE.intersection(words[:-1]):
                yield Candidate(*body.span(), "ORGANIZATION", body.group(), 3)
        for match in _TOKEN.finditer(text, segment.start, segment.end):
            if match.group() not in _NO_OFFICE:
                yield from _token(context, match, segment.start)


def _senders(context: Context, low: int, high: int) -> Iterator[Candidate]:
    """Find the posts of more than one word that pass the cable on: ``KUALA LUMPUR FOR``."""
    for sender in _SENDERS.finditer(context.text, low, high):
        if sender[1] in places.names() or sender[1] == "WHITE HOUSE":
            yield Candidate(*sender.span(1), "ORGANIZATION", _addressed(context, sender[1]), 3)


def _surnames(text: str, low: int, high: int) -> Iterator[Candidate]:
    """Find the people after a dash or in brackets: ``EAP/CM - SEDNEY/ALTBACH``, ``AF/W (HALE)``."""
    for named in _IN_BRACKETS.finditer(text, low, high):
        if named[1] not in data.organizations()["acronyms"] and not data.is_common(named[1].lower()):
            yield Candidate(*named.span(1), "PERSON", named[1], 1)
    for match in _SURNAMES.finditer(text, low, high):
        at = match.start(1)
        for name in match[1].split("/"):
            words = name.split()
            if not _NO_OFFICE.union(data.organizations()["acronyms"]).intersection(words):
                yield Candidate(at, at + len(name), "PERSON", name, 0)
            at += len(name) + 1


def _full_names(text: str, low: int, high: int) -> Iterator[Candidate]:
    """Find people by initials or a given name: ``TREASURY FOR J. RALYEA AND LUKAS KOHLER``."""
    for match in _FULL.finditer(text, low, high):
        if match[1] is None or (match[1] in given() and match[1] not in places.names()):
            yield Candidate(*match.span(), "PERSON", match.group(), 0)


def _pair(match: re.Match[str]) -> Iterator[Candidate]:
    """Find two surnames with a slash between them; offices have shorter names."""
    at = match.start()
    for name in match.group().split("/"):
        yield Candidate(at, at + len(name), "PERSON", name, 4)
        at += len(name) + 1


def _is_surname(word: str) -> bool:
    return (
        len(word) > _LONGEST_OFFICE
        and word.isalpha()
        and word not in data.organizations()["acronyms"]
        and word not in places.names()
        and not data.is_common(word.lower())
    )


def _addressed(context: Context, word: str) -> str:
    """Return the addressee that a word of the attention lines means: ``LONDON`` is the embassy there."""
    cable = context.cable
    for addressee in (*cable.to, *cable.info):
        if len(word) > _LONGEST_OFFICE - 1 and f" {word} " in f" {addressee.name} ":
            return canonical_post(addressee.name)
    return word


def _token(context: Context, match: re.Match[str], low: int) -> Iterator[Candidate]:
    text, word = context.text, match.group()
    role = data.titles()["short_roles"].get(word) or data.titles()["staff"].get(word)
    if role:
        yield Candidate(*match.span(), "ROLE_TITLE", role, 4)
        return
    if len(word) == 1 and text.startswith(".", match.end()):
        return
    if match.start() == low or (_SENDS.match(text, match.end()) and word not in places.names()):
        yield Candidate(*match.span(), "ORGANIZATION", _addressed(context, word), 4)
        return
    if word in places.names():
        if _SENDS.match(text, match.end()):
            yield Candidate(*match.span(), "ORGANIZATION", _addressed(context, word), 4)
        return
    if "/" in word and all(map(_is_surname, word.split("/"))):
        yield from _pair(match)
        return
    before = max(low, match.start() - 12)
    named = _NAMED.search(text, before, match.start())
    office = _AFTER_OFFICE.search(text, before, match.start())
    known = word in data.organizations()["acronyms"] or not (word.isalpha() or _DOUBLE.fullmatch(word))
    told = named is not None and named.group() not in ("FOR ", "AND ", ", ")
    beside = office is not None and not named and len(word) >= _SHORTEST_NAME
    personal = told or beside or len(word) > _LONGEST_OFFICE
    ends = _NAME_ENDS.match(text, match.end())
    if (named or beside) and ends and not known and personal and not data.is_common(word.lower()):
        yield Candidate(*match.span(), "PERSON", word, 4)
    elif len(word) <= _LONGEST_OFFICE or known:
        yield Candidate(*match.span(), "ORGANIZATION", word, 4)
