"""Governments and diplomatic missions, whose canonical names depend on who writes the cable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cableview import data
from cableview.entities import places
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.header import canonical_post
from cableview.entities.lexicon import Lexicon

_WHO = re.compile(r"(?:[A-Z][\w.-]+[’']?s? )?[A-Z][\w.-]+(?:[’']s?)? ?$|U\.S\. ?$")
_GOVERNMENT = re.compile(r"g(?<= .)overnment\b|G(?<= .)(?:overnment|OVERNMENT)\b|U(?<!\w.)SG\b")
_GOVERNMENTS = frozenset({"government", "Government", "GOVERNMENT", "USG"})
_OF = re.compile(
    r"[Gg](?<!\w.)overnment of (?:the )?((?:[A-Z][\w.'-]+)(?: (?:and )?[A-Z][\w.'-]+){0,3})"
    r"(?: \((GO[A-Z]{1,3})\))?"
)
_GO = re.compile(r"GO(?<!\wGO)([A-Z]{1,3})\b")
_WHERE = frozenset({"body", "gap", "heading", "subject"})
_AMERICAN = re.compile(r"(?<![\w.-])(?:U\.S\.|US|American|United States) $")
_CITY = re.compile(r" (?P<in>in |(?=[A-Z]))(?P<city>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})")
_FOREIGN = re.compile(r"(?:([A-Z][\w.-]+) )$")
_NOT_POST = re.compile(
    r"(?:the Washington|Huffington|Washington|Jerusalem|Jakarta|Bangkok|Border|Trading|Command|Army) $"
)


@cache
def _kinds() -> Lexicon[str]:
    words = ("Embassy", "Consulate", "Consulate General", "Mission", "ConGen", "Post")
    return Lexicon({form: form for word in words for form in (word, word.upper())})


@cache
def _government_of() -> dict[str, str]:
    countries = set(data.places()["countries"]) | set(places.names().values())
    return {name: name for name in countries} | places.demonyms() | places.names()


def governments(context: Context) -> Iterator[Candidate]:
    """Find governments; ``GOX`` is the host's when its letter fits."""
    text = context.text
    starts = [at for word in _GOVERNMENTS & context.words for at in context.where.starts(word)]
    for match in filter(None, (_GOVERNMENT.match(text, at) for at in sorted(starts))):
        if match.group() == "USG":
            yield Candidate(*match.span(), "ORGANIZATION", "U.S. Government", 1)
            continue
        before = _WHO.search(text, max(0, match.start() - 40), match.start())
        if before is None:
            continue
        words = before.group().rstrip().split(" ")
        for begin in range(len(words)):
            who = " ".join(words[begin:])
            country = _government_of().get(who)
            if country:
                start = match.start() - 1 - len(who)
                name = "U.S. Government" if country == "United States" else f"Government of {country}"
                yield Candidate(start, match.end(), "ORGANIZATION", name, 1)
                break
    for match in filter(None, (_OF.match(text, at) for at in sorted(starts))):
        country = places.names().get(match[1])
        if country:
            yield Candidate(match.start(), match.end(1), "ORGANIZATION", f"Government of {country}", 1)
    yield from _initials(context)


def _initials(context: Context) -> Iterator[Candidate]:
    post = context.post()
    tag = data.tags().get(post.get("tag") or "") if post else None
    host = (tag["name"] or "") if tag else ""
    letters = "".join(word[0] for word in host.split()).upper()
    for match in _GO.finditer(context.text):
        fits = letters and (match[1] == letters[0] or match[1] == letters)
        name = f"Government of {host}" if fits else match.group()
        yield Candidate(*match.span(), "ORGANIZATION", name, 4)


def _city(words: str) -> str | None:
    """Return the longest beginning of ``words`` that is a city with a post or any known place."""
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count])
        if name in places.names():
            return name
    return None


def missions(context: Context) -> Iterator[Candidate]:
    """Find the reporting post and other American missions; ``Israeli Embassy`` is left to the other rules."""
    text = context.text
    own = canonical_post(context.cable.sender or "") or None
    for start, end, kind in _kinds().find(context.where):
        segment = context.flat.segment_at(start)
        if (
            segment is None
            or segment.kind not in _WHERE
            or text[end : end + 1] == "-"
            or text[start - 1] == "-"
        ):
            continue
        american = _AMERICAN.search(text, max(segment.start, start - 15), start)
        if kind.isupper() != segment.capitals or (
            segment.capitals and not american and kind in ("POST", "MISSION")
        ):
            continue
        before = _FOREIGN.search(text, max(segment.start, start - 24), start)
        if not american and before and (before[1] in places.demonyms() or before[1] in places.names()):
            continue
        if _NOT_POST.search(text, max(0, start - 20), start):
            continue
        begin = american.start() if american else start
        where = _CITY.match(text, end, segment.end)
        city = _city(where["city"]) if where else None
        if where and city and kind.title() != "Post":
            sort = "Consulate General" if kind.title().startswith("Con") else kind.title()
            stop = where.start("city") + len(city)
            yield Candidate(begin, stop, "ORGANIZATION", f"U.S. {sort} {places.names()[city]}", 2)
        elif where is None or where["in"] or kind.title() in ("Embassy", "Consulate", "Consulate General"):
            yield Candidate(begin, end, "ORGANIZATION", own or f"U.S. {kind.title()}", 4)
