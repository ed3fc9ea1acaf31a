"""Names, and words that build names: what the rules for entities look up."""

from __future__ import annotations

from functools import cache
from typing import NotRequired, TypedDict

from cableview.data.files import load


class Country(TypedDict):
    """A country's other names, its demonyms, and places in it."""

    demonyms: NotRequired[list[str]]
    other: NotRequired[list[str]]
    places: NotRequired[list[str]]


class Places(TypedDict):
    """Names of places; ``same`` holds other spellings of one place."""

    countries: dict[str, Country]
    regions: list[str]
    same: dict[str, list[str]]


class Titles(TypedDict):
    """Words for offices: what ends a title, what may stand before, and cable shorthand."""

    heads: list[str]
    not_roles: list[str]
    """Heads that announce a person, yet are no office."""
    modifiers: list[str]
    honorifics: list[str]
    short_roles: dict[str, str]
    holders: list[str]
    """Offices of one holder: ``NORINCO's president``."""
    staff: dict[str, str]
    """Shorthand for the staff of a mission."""


class Organizations(TypedDict):
    """Words that build names of organizations, and names that stand without such a word."""

    last: list[str]
    opens: list[str]
    """First words that make the run a body by themselves: ``Banco``."""
    programs: list[str]
    """Last words of what is named, yet no body."""
    weak_last: list[str]
    """Last words that need another capitalised word before them."""
    alone: list[str]
    first: list[str]
    """What opens a name, with its preposition: ``Ministry of``."""
    before: list[str]
    """Common nouns that announce a name: ``firm``."""
    generic: list[str]
    """Words that cannot be the short form of a name."""
    topics: list[str]
    """What ministries are of."""
    led_by: list[str]
    """Titles of those who lead or speak for a company."""
    unclear: list[str]
    """Acronyms that are also words, so that capitals do not tell them."""
    acronyms: dict[str, str]
    """Acronym to its canonical form; empty when it is its own."""
    not_acronyms: list[str]
    roles: dict[str, str]
    """Header addressee to the body it means."""
    full: dict[str, list[str]]


class Treaties(TypedDict):
    """Instruments and regimes by canonical name, and the words that end such names."""

    names: dict[str, list[str]]
    last: list[str]
    topics: list[str]
    """What treaties and acts are about."""
    not_in_name: list[str]
    """What stands before a name in capitals and is none of it: articles, verbs, adjectives."""


class Amounts(TypedDict):
    """Names and signs of currencies, units of measure, number words, each with its norm."""

    currencies: dict[str, str]
    cents: dict[str, str]
    """Small coins with the currency that they are a hundredth of."""
    local: dict[str, dict[str, str]]
    """What several countries call their money: by country or by the word before it, the code."""
    units: dict[str, str]
    words: dict[str, int]


class Materials(TypedDict):
    """Goods that are named alone, and words that build longer names of goods."""

    items: list[str]
    heads: list[str]
    no_bare_plural: list[str]
    makers: list[str]
    """Words that make a head specific: ``aluminum`` sheets."""
    brands: list[str]
    """Makers of cars and aircraft that are named by a model: ``Toyota Prado``, ``Boeing 737s``."""
    not_after: list[str]
    """Following words that show that the item only qualifies them: ``steel`` industry."""


class Names(TypedDict):
    """Given names, East Asian family names, particles, and verbs that people do."""

    given: list[str]
    east_asian: list[str]
    particles: list[str]
    no_parts: list[str]
    """Capitalised words that no name of a person has."""
    no_first: list[str]
    """Capitalised words that begin names of bodies and places, and none of a person."""
    said: list[str]


@cache
def places() -> Places:
    """Countries, provinces, cities, seas."""
    known: Places = load("places")
    return known


@cache
def titles() -> Titles:
    """Words for offices and ranks."""
    known: Titles = load("titles")
    return known


@cache
def organizations() -> Organizations:
    """Words and names of organizations."""
    known: Organizations = load("organizations")
    return known


@cache
def treaties() -> Treaties:
    """Treaties, regimes and laws."""
    known: Treaties = load("treaties")
    return known


@cache
def materials() -> Materials:
    """Goods, substances and equipment."""
    known: Materials = load("materials")
    return known


@cache
def names() -> Names:
    """Words that tell names of people."""
    known: Names = load("names")
    return known


@cache
def sentence_openers() -> list[str]:
    """Words that are capitalised without being names."""
    known: list[str] = load("words")["start"]
    return known


@cache
def peoples() -> list[str]:
    """Adjectives and nouns of peoples and faiths: capitalised, part of names, never names alone."""
    known: list[str] = load("words")["adjectives"]
    return known


@cache
def amounts() -> Amounts:
    """Currencies, units and number words."""
    known: Amounts = load("amounts")
    return known


@cache
def plain_words() -> list[str]:
    """Words of diplomatic prose that a list of common words does not hold."""
    known: list[str] = load("words")["plain"]
    return known
