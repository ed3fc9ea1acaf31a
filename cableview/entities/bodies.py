"""Words that build the names of bodies, in capitals."""

from __future__ import annotations

from functools import cache

from cableview import data


@cache
def last_words() -> frozenset[str]:
    """Return words that end the name of a body."""
    return frozenset(word.upper().rstrip(".") for word in data.organizations()["last"] if len(word) > 2)


@cache
def first_words() -> frozenset[str]:
    """Return words that open the name of a body with a preposition after them."""
    return frozenset(first.split()[0].upper() for first in data.organizations()["first"])


@cache
def topics() -> frozenset[str]:
    """Return what ministries are of."""
    return frozenset(word.upper() for word in data.organizations()["topics"])
