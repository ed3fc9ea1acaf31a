"""Bodies told by their name alone: the well-known, and acronyms that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cableview import data
from cableview.entities import places, treaties
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon
from cableview.entities.tokens import word_before

_REMEMBERED = 10_000
"""Words that are remembered: many are met again, in the same cable or another."""
_MIN_ACRONYM, _MAX_ACRONYM = 3, 9
_MAX_DIGITS = 2
# DigiGlobe | NORINCO
_LONE = re.compile(rf"[A-Z](?:[a-z]+[A-Z][A-Za-z]+|[A-Z0-9]{{{_MIN_ACRONYM - 1},{_MAX_ACRONYM - 1}}})")
_PREFIXES = ("Mc", "Mac", "De", "La", "Le", "Di", "Du", "Van", "Al", "Fitz")
_GOES_ON = re.compile(r"/|\.\w|-\d")
_OFFICE = re.compile(r"[/-]([A-Z][A-Za-z]*)\b")
"""What narrows an acronym: ``NEA/ELA``, ``JIATF-South``."""
_MODEL = re.compile(r" (?:[A-Z]{1,3}-?\d{2,}\w*|\d{3}s)\b")
"""What makes the name of a company that of its goods: ``Boeing 747s``."""
_COINED = re.compile(
    r"[A-Z][a-z]+(?:bank|banka|neft|gaz|telecom|telekom|export|eksport|import|prom|werke|gesellschaft|energo|stroy)"
)
"""Names of companies that their last syllables tell: ``Metallgesellschaft``."""
_EACH_NATIONS = frozenset({"Red Cross", "Red Crescent", "Customs", "Military Intelligence", "Treasury"})
"""Bodies whose names begin with their country or people."""


@cache
def _alone() -> Lexicon[str]:
    facts = data.organizations()
    forms = {name: name for name in facts["alone"]} | {a: full or a for a, full in facts["acronyms"].items()}
    for name, others in facts["full"].items():
        forms.update((other, name) for other in others)
    return Lexicon(forms)


@cache
def _other_acronyms() -> frozenset[str]:
    facts = data.organizations()
    shorthand = set(data.titles()["staff"]) | set(data.titles()["short_roles"])
    found = set(facts["not_acronyms"]) | shorthand | set(places.names()) | set(treaties.names())
    return frozenset(found | {word.rstrip(".") for word in data.titles()["honorifics"]})


def known(context: Context) -> Iterator[Candidate]:
    """Find well-known bodies, and acronyms nobody explains."""
    text = context.text
    for start, end, name in _alone().find(context.where):
        segment = context.flat.segment_at(start)
        if segment is not None and segment.prose and not _MODEL.match(text, end):
            # Levi Strauss is like the name of a person too
            rank = 4 if text.find(" ", start, end) > 0 else 5
            yield Candidate(start, end, "ORGANIZATION", name, rank)
            yield from _longer(text, start, end)
    for name, starts in context.where.telling.starts.items():
        for start in starts if _may_stand_alone(name) else ():
            segment = context.flat.segment_at(start)
            if segment is not None and segment.prose and _stands_alone(text, start, name, segment.end):
                yield Candidate(start, start + len(name), "ORGANIZATION", name, 7)


def _longer(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Find the office of a well-known body, and the body with its nation: ``Italian Red Cross``."""
    name = text[start:end]
    office = _OFFICE.match(text, end) if name.isupper() else None
    if office and not _means_something(office[1]):
        yield Candidate(start, office.end(), "ORGANIZATION", text[start : office.end()], 4)
    nation = _nation_before(text, start) if name in _EACH_NATIONS else ""
    if nation:
        begin = start - 1 - len(nation)
        yield Candidate(begin, end, "ORGANIZATION", text[begin:end], 3)


def _stands_alone(text: str, start: int, name: str, high: int) -> bool:
    """Tell whether a word is no piece of a designation or of words that are all in capitals."""
    end = start + len(name)
    if _MODEL.match(text, end):
        return False
    if name[1].islower():
        return True
    if text[start - 1] in "/.-" or _GOES_ON.match(text, end, high):
        return False
    return not (word_before(text, start).isupper() and data.is_common(name.lower()))


@lru_cache(maxsize=_REMEMBERED)
def _means_something(word: str) -> bool:
    """Tell whether a word after a slash or a hyphen is a name of its own, or a people or a country."""
    facts = data.organizations()
    return word in facts["acronyms"] or word in places.names() or word in places.demonyms()


def _nation_before(text: str, start: int) -> str:
    """Return the people or the country one blank before ``start``: ``Sri Lanka``; empty when none is."""
    last = word_before(text, start)
    longer = f"{word_before(text, start - 1 - len(last))} {last}" if last else ""
    known = (places.demonyms(), places.names())
    return next((nation for nation in (longer, last) if any(nation in names for names in known)), "")


@lru_cache(maxsize=_REMEMBERED)
def _may_stand_alone(word: str) -> bool:
    """Tell whether a word looks like the name of a body, and is nothing else that is known."""
    looks = _LONE.fullmatch(word) is not None and not word.startswith(_PREFIXES)
    looks = looks or (_COINED.fullmatch(word) is not None and not data.is_common(word.lower()))
    looks = looks and sum(map(str.isdecimal, word)) <= _MAX_DIGITS
    return looks and word not in _other_acronyms()
