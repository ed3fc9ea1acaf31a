"""Names of places: countries, provinces, cities, seas; never demonyms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cableview import data
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon

_MIN_CAPITALS = 4
_KINDS = (
    "Province|District|Island|Islands|River|Airport|International Airport|Governorate|Prison|Peninsula|Valley|"
    "County|Oblast|Region|Prefecture|Township|Canal|Desert|Mountains|Strait|Straits|Bay|Lake|Air Base|Airbase|"
    "Air Force Base|Naval Base|Refugee Camp|Square|Pagoda|Beach|Basin|Plateau|State|Department|City|Port|Street"
)
_BUILT = re.compile(rf"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}} (?:{_KINDS})\b(?! of\b)")
_LED = re.compile(
    r"\b(?:Mount|Mt\.|Lake|Cape|Gulf of|Strait of|Straits of|Port of|Bay of|Isle of) [A-Z][\w'’-]+"
)
_NOT_BUILT = frozenset({"State", "Department"})
_UNKNOWN = re.compile(
    r"\b(?:in|near|outside|around|towns? of|fled to|traveled to|travelled to|returned to|moved to|flew to|drove to|arrived at|city of|village of|province of|port of|district of|state of)"
    r" ([A-Z][a-z]{3,}(?:-[A-Za-z]+)?)(?=[,.;:)]| (?:and|on|in|to|for|by|is|was|were|where|that|who|as|with)\b)"
)


@cache
def names() -> dict[str, str]:
    """Return every name of a place, also in capitals, with its canonical name."""
    facts = data.places()
    known: dict[str, str] = {}
    for station in data.stations().values():
        if station["city"] and station["city"][0].isalpha():
            known[station["city"]] = station["city"]
    for country, entry in facts["countries"].items():
        known.update((name, name) for name in entry.get("places", ()))
    for country, entry in facts["countries"].items():
        known.update((name, country) for name in (country, *entry.get("other", ())))
    known.update((name, name) for name in facts["regions"])
    for name, others in facts["same"].items():
        known.update((other, known.get(name, name)) for other in others)
    capitals = {name.upper(): place for name, place in known.items() if len(name) >= _MIN_CAPITALS}
    return capitals | known


@cache
def demonyms() -> dict[str, str]:
    """Return each demonym with its country."""
    countries = data.places()["countries"].items()
    return {word: name for name, entry in countries for word in entry.get("demonyms", ())}


@cache
def _lexicon() -> Lexicon[str]:
    return Lexicon(names())


def known(context: Context) -> list[Candidate]:
    """Find the names of the gazetteer."""
    found = []
    text = context.text
    for start, end, name in _lexicon().find(text):
        if text[start:end] == "US":
            segment = context.flat.segment_at(start)
            if segment is None or segment.capitals:
                continue
        found.append(Candidate(start, end, "PLACE", name))
    return found


def built(context: Context) -> Iterator[Candidate]:
    """Find names that say what they are (``Kivu Province``), and unknown words after ``in``."""
    text, openers = context.text, set(data.sentence_openers())
    people = demonyms()
    for segment in context.prose():
        for pattern in (_BUILT, _LED):
            for match in pattern.finditer(text, segment.start, segment.end):
                words = match.group().split()
                while words and (words[0] in openers or words[0] in people):
                    words.pop(0)
                if len(words) > 1 and words[-1] not in _NOT_BUILT:
                    name = " ".join(words)
                    yield Candidate(match.end() - len(name), match.end(), "PLACE", names().get(name, name))
        for match in _UNKNOWN.finditer(text, segment.start, segment.end):
            word = match[1]
            if word not in openers and word not in people and word.lower() not in context.small:
                yield Candidate(match.start(1), match.end(1), "PLACE", names().get(word, word), 8)
