"""Every rule over one cable, settled to a flat list of mentions."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter

from cableview.entities import (
    aliases,
    amounts,
    announced,
    dates,
    definitions,
    header,
    known_bodies,
    landmarks,
    materials,
    missions,
    offices,
    organizations,
    passing,
    persons,
    places,
    references,
    ships,
    treaties,
)  # fmt: skip
from cableview.entities.candidate import Candidate, settle
from cableview.entities.context import Context, look_at
from cableview.entities.flat import flatten
from cableview.entities.recase import recased
from cableview.entities.runs import parts as find_parts
from cableview.entities.shorthand import shorthand
from cableview.entities.titles import titles as find_titles
from cableview.entities.zones import split
from cableview.model.cable import Cable
from cableview.model.mention import Mention

_SPAN = attrgetter("start", "end")


def find_mentions(cable: Cable, raw: str) -> tuple[Mention, ...]:
    """Return the entities named in ``raw``, which is what ``cable`` was read from.

    Spans are sorted, do not overlap, and ``raw[start:end]`` is the mention's text. Never raises.
    """
    context = _read(cable, raw)
    flat = context.flat
    settled = _settled(context)
    mentions = [
        Mention(item.type, raw[source[0] : source[1]], item.name, source, segment.number)
        for item, (source, segment) in zip(settled, flat.in_raw(map(_SPAN, settled)), strict=True)
    ]
    pages = list(references.page_numbers(cable, raw, [mention.source for mention in mentions]))
    return tuple(sorted([*mentions, *pages], key=lambda mention: mention.source) if pages else mentions)


def count_names(cable: Cable, raw: str) -> Counter[tuple[str, str]]:
    """Return how often each type and name is among the mentions of a cable, page headers left out.

    It spares the look for the places in the raw text.
    """
    return Counter((item.type, item.name) for item in _settled(_read(cable, raw)))


def _read(cable: Cable, raw: str) -> Context:
    printed = flatten(raw, split(cable, raw))
    return look_at(cable, printed, *recased(printed))


def _settled(context: Context) -> list[Candidate]:
    """Return what the rules find, in order of place."""
    found: list[Candidate] = []
    for rule in (
        header.addressees, passing.passing, header.tags, header.classifier, header.signers,
        references.own_number, references.listed, references.pointed_at,
        places.known, dates.found, amounts.found,
        treaties.laws, missions.governments, missions.missions, materials.found, shorthand,
    ):  # fmt: skip
        found.extend(rule(context))
    titles = find_titles(context)
    parts = find_parts(context, titles)
    for rule_of_parts in (
        organizations.built,
        treaties.built,
        ships.vessels,
        landmarks.built,
        definitions.defined,
    ):
        found.extend(rule_of_parts(context, parts))
    found.extend(announced.announced(context, parts, titles))
    placed = {c.start for c in found if c.rank == landmarks.NEW_RANK and c.type == "PLACE"}
    found.extend(persons.eras(context))
    found.extend(persons.persons(context, parts, titles, placed))
    found.extend(known_bodies.known(context))
    people = {(c.start, c.end) for c in found if c.type == "PERSON"}
    bodies = {at for c in found if c.type == "ORGANIZATION" for at in (c.start, -c.end)}
    found.extend(offices.offices(context, titles, people, bodies))
    return settle([*found, *aliases.repeats(context, settle(found))])
