"""Names of places: countries, provinces, cities, seas; never demonyms."""

from __future__ import annotations

import re
from functools import cache

from cableview import data
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon

_MIN_CAPITALS = 4
_RELEASED = re.compile(r"\([A-Z]{1,4}//?REL(?: TO)? [A-Z, ]*$")
"""A portion marking before the countries that may read the paragraph."""


@cache
def names() -> dict[str, str]:
    """Return every name of a place, also in capitals, with its canonical name."""
    facts = data.places()
    known: dict[str, str] = {}
    for station in data.stations().values():
        if station["city"] and station["city"][0].isalpha():
            known[station["city"]] = station["city"]
    for entry in facts["countries"].values():
        known.update((name, name) for name in entry.get("places", ()))
    for country, entry in facts["countries"].items():
        known.update((name, country) for name in (country, *entry.get("other", ())))
    known.update((name, name) for name in facts["regions"])
    for name, others in facts["same"].items():
        known.update((other, known.get(name, name)) for other in others)
    for name in data.cities():
        known.setdefault(name, name)
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
    releasable = "REL" in context.words
    for start, end, name in _lexicon().find(context.where):
        if text[start:end] == "US":
            segment = context.flat.segment_at(start)
            if segment is None or segment.capitals:
                continue
        if releasable and _RELEASED.search(text, max(0, start - 60), start):
            continue
        article = text[start : start + 4].lower() == "the " and text[start + 4 : end].lower() != "hague"
        found.append(Candidate(start + 4 if article else start, end, "PLACE", name))
    return found
