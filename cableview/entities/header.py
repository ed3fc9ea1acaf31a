"""The header's own entities: addressees, offices, TAGS, the classifier, the signers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cableview import data
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.tokens import occurrences

_REMEMBERED = 2_000
"""Addressees that are remembered with the names of their posts."""
_POST_NAME = re.compile(r"(AMEMBASSY|AMCONSUL(?:ATE)?|AMCONGEN|USMISSION|USINT) (.+)")
_KIND = {
    "AMEMBASSY": "U.S. Embassy",
    "USMISSION": "U.S. Mission",
    "USINT": "U.S. Interests Section",
}
_TAG = re.compile(r"\b[A-Z][A-Z]{1,5}\b")
_SITE_POST = re.compile(r"(?:Embassy|Consulate|Mission|Secretary of State)(?: [A-Z][\w'.-]+){0,3}$")
_CARD = re.compile(
    r"\(([A-Z][A-Z'-]+), ([A-Z][A-Z.' -]*[A-Z.])\)(?= OR-)"
    r"|\bNAME: ([A-Z][A-Z'-]+), ([A-Z][A-Z'-]+(?: [A-Z][A-Z'-]*)?\b)"
)
_CARD_MARKS = (") OR-", "NAME: ")
_SITE_POSTS = ("Embassy", "Consulate", "Mission", "Secretary of State")
_POSTS = frozenset({"AMEMBASSY", "AMCONSUL", "AMCONGEN", "USMISSION", "USINT", "SECSTATE"})
# the lookbehind comes after the first letter so that the engine can skip to capitals
_ANY_POST = re.compile(
    r"[AUS](?<!\w.)(?:(?:(?<=A)M(?:EMBASSY|CONSUL|CONGEN)|(?<=U)S(?:MISSION|INT)) [A-Z]+"
    r"(?: (?!IMMEDIATE|PRIORITY|ROUTINE|FLASH|NIACT|TO|INFO)[A-Z]+){0,2}|(?<=S)ECSTATE WASHDC)\b"
)


@lru_cache(maxsize=_REMEMBERED)
def canonical_post(name: str) -> str:
    """Return ``U.S. Embassy Beijing`` for ``AMEMBASSY BEIJING``."""
    known = data.organizations()["roles"].get(name)
    if known:
        return known
    match = _POST_NAME.fullmatch(name)
    if match is None:
        return name
    key = re.sub(r"[^A-Z0-9]", "", match[2])
    station = data.stations().get(data.station_aliases().get(key, key))
    if match[1] == "USMISSION" and station:
        return station["display"].replace("US ", "U.S. ", 1)
    return f"{_KIND.get(match[1], 'U.S. Consulate General')} {match[2].title()}"


def _occurrences(context: Context, words: str, kinds: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    flat = " ".join(words.split())
    within = [segment for segment in context.flat.segments if segment.kind in kinds] if flat else []
    if not within:
        return
    text = context.text
    for start, end in occurrences(text, flat, within[0].start, within[-1].end):
        segment = context.flat.segment_at(start)
        if segment is not None and segment.kind in kinds and text[start - 1 : start] != "-":
            yield start, end


def addressees(context: Context) -> Iterator[Candidate]:
    """Find the sender and every addressee, wherever the header prints them."""
    cable = context.cable
    printed = {cable.sender or "", *(a.name for a in cable.to), *(a.name for a in cable.info)}
    for name in sorted(printed):
        canonical = canonical_post(name)
        for start, end in _occurrences(context, name, ("header",)):
            yield Candidate(start, end, "ORGANIZATION", canonical, 1)
    headers = [segment for segment in context.flat.segments if segment.kind == "header"]
    last = headers[-1].end if headers and not _POSTS.isdisjoint(context.words) else 0
    for match in _ANY_POST.finditer(context.text, 0, last):
        segment_or_none = context.flat.segment_at(match.start())
        if segment_or_none is not None and segment_or_none.kind == "header":
            yield Candidate(*match.span(), "ORGANIZATION", canonical_post(match.group()), 5)
    for segment in headers:
        if context.text.startswith(_SITE_POSTS, segment.start):
            line = context.text[segment.start : segment.end]
            if _SITE_POST.match(line):
                name = "Department of State" if line.startswith("Secretary") else f"U.S. {line}"
                name = name.replace("Consulate ", "Consulate General ", 1)
                yield Candidate(segment.start, segment.end, "ORGANIZATION", name, 1)


def tags(context: Context) -> Iterator[Candidate]:
    """Find each code on a TAGS line, also of a repeated header or a site's own line."""
    codes = {*context.cable.tags, *context.cable.tags_printed} or set(data.tags())
    for segment in context.flat.segments:
        if segment.kind == "tags":
            for match in _TAG.finditer(context.text, segment.start, segment.end):
                if match.group() in codes:
                    yield Candidate(*match.span(), "TAG", match.group(), 0)


def _is_office(word: str) -> bool:
    """Tell ``ISN/MTR`` in ``ISN/MTR Director`` from the section in ``POL/ECON Chief``."""
    first = word.partition("/")[0]
    return first in data.organizations()["acronyms"] and word.lower() not in data.titles()["modifiers"]


def classifier(context: Context) -> Iterator[Candidate]:
    """Find who classified the cable, with the title."""
    yield from _surname_first(context)
    by = context.cable.classified_by
    if by is None:
        return
    for start, end in _occurrences(context, by.name, ("classified", "header", "ref", "passing")):
        yield Candidate(start, end, "PERSON", by.name, 1)
    for start, end in _occurrences(context, by.title or "", ("classified", "header", "ref", "passing")):
        title, *bodies = " ".join((by.title or "").split()).split(", ")
        stop = start + len(title)
        office, _, role = title.partition(" ")
        if _is_office(office) and role.lower() in data.titles()["heads"]:
            yield Candidate(start, start + len(office), "ORGANIZATION", office, 1)
            yield Candidate(stop - len(role), stop, "ROLE_TITLE", role, 1)
        else:
            yield Candidate(start, stop, "ROLE_TITLE", data.titles()["staff"].get(title, title), 1)
        for body in bodies:
            begin = context.text.find(body, stop, end)
            stop = begin + len(body)
            if begin >= 0:
                yield Candidate(begin, stop, "ORGANIZATION", body, 1)


def _surname_first(context: Context) -> Iterator[Candidate]:
    """Find who is written as in a card file: ``(SULLIVAN, WILLIAM H.) OR-M``, ``NAME: DOE, JOHN``."""
    if not any(mark in context.printed for mark in _CARD_MARKS):
        return
    for match in _CARD.finditer(context.printed):
        surname, given = match[1] or match[3], match[2] or match[4]
        low, high = (match.start(1), match.end(2)) if match[1] else (match.start(3), match.end(4))
        yield Candidate(low, high, "PERSON", f"{given} {surname}", 0)


def signers(context: Context) -> Iterator[Candidate]:
    """Find the signature, also when it runs on to the last paragraph."""
    for name in context.cable.signers:
        spans = list(_occurrences(context, name, ("signature", "gap", "body")))
        if spans:
            yield Candidate(*spans[-1], "PERSON", name, 1)
