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

_REMEMBERED = 10_000
"""Words that are remembered: many are met again, in the same cable or another."""
_MIN_ACRONYM, _MAX_ACRONYM = 3, 9
_MAX_DIGITS = 2
# DigiGlobe | NORINCO
_LONE = re.compile(rf"[A-Z](?:[a-z]+[A-Z][A-Za-z]+|[A-Z0-9]{{{_MIN_ACRONYM - 1},{_MAX_ACRONYM - 1}}})")
_PREFIXES = ("Mc", "Mac", "De", "La", "Le", "Di", "Du", "Van", "Al", "Fitz")
_GOES_ON = re.compile(r"/|\.\w|-\d")


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
        if segment is not None and segment.prose:
            # Levi Strauss is like the name of a person too
            yield Candidate(start, end, "ORGANIZATION", name, 4 if text.find(" ", start, end) > 0 else 5)
    for name, starts in context.where.telling.starts.items():
        for start in starts if _may_stand_alone(name) else ():
            segment, end = context.flat.segment_at(start), start + len(name)
            if segment is None or not segment.prose:
                continue
            if name[1].islower() or not (text[start - 1] in "/.-" or _GOES_ON.match(text, end, segment.end)):
                yield Candidate(start, end, "ORGANIZATION", name, 7)


@lru_cache(maxsize=_REMEMBERED)
def _may_stand_alone(word: str) -> bool:
    """Tell whether a word looks like the name of a body, and is nothing else that is known."""
    looks = _LONE.fullmatch(word) is not None and not word.startswith(_PREFIXES)
    looks = looks and sum(map(str.isdecimal, word)) <= _MAX_DIGITS
    return looks and word not in _other_acronyms()
