"""Every rule over one cable, settled to a flat list of mentions."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import NamedTuple

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
    memory,
    missions,
    nicknames,
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
from cableview.entities.memory import Known, carries
from cableview.entities.recase import recased
from cableview.entities.runs import parts as find_parts
from cableview.entities.shorthand import shorthand
from cableview.entities.titles import titles as find_titles
from cableview.entities.zones import split
from cableview.model.cable import Cable
from cableview.model.mention import Mention

_SPAN = attrgetter("start", "end")
_NOTHING = Known()


class Names(NamedTuple):
    """What a cable names, without the places."""

    often: Counter[tuple[str, str]]
    """How often each type and name is among the mentions, page headers left out."""
    told: frozenset[tuple[str, str]] = frozenset()
    """Those that may be known in other cables, too: the words around them say what they are."""


def find_mentions(cable: Cable, raw: str, known: Known = _NOTHING) -> tuple[Mention, ...]:
    """Return the entities named in ``raw``, which is what ``cable`` was read from.

    ``known`` are names that other cables tell. Spans are sorted, do not overlap, and ``raw[start:end]`` is
    the mention's text. Never raises.
    """
    context = _read(cable, raw)
    flat = context.flat
    settled = _settled(context, known)[0]
    mentions = [
        Mention(item.type, raw[source[0] : source[1]], item.name, source, segment.number)
        for item, (source, segment) in zip(settled, flat.in_raw(map(_SPAN, settled)), strict=True)
    ]
    pages = list(references.page_numbers(cable, raw, [mention.source for mention in mentions]))
    return tuple(sorted([*mentions, *pages], key=lambda mention: mention.source) if pages else mentions)


def count_names(cable: Cable, raw: str, known: Known = _NOTHING) -> Names:
    """Return what a cable names; it spares the look for the places in the raw text."""
    settled, told = _settled(_read(cable, raw), known)
    often = Counter((item.type, item.name) for item in settled)
    return Names(often, frozenset(one for one in told if one in often and carries(*one)))


def _read(cable: Cable, raw: str) -> Context:
    printed = flatten(raw, split(cable, raw))
    return look_at(cable, printed, *recased(printed))


def _settled(context: Context, known: Known) -> tuple[list[Candidate], set[tuple[str, str]]]:
    """Return what the rules find, in order of place, and the names that words beside them tell."""
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
    found.extend(nicknames.nicknames(context, parts))
    found.extend(known_bodies.known(context))
    told = memory.told(context, found)
    found.extend(memory.recalled(context, parts, found, known))
    people = {(c.start, c.end) for c in found if c.type == "PERSON"}
    bodies = {at for c in found if c.type == "ORGANIZATION" for at in (c.start, -c.end)}
    found.extend(offices.offices(context, titles, people, bodies))
    return settle([*found, *aliases.repeats(context, settle(found))]), told
