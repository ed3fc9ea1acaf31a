"""Sets of words that several rules ask for."""

from __future__ import annotations

from functools import cache

from cableview import data


@cache
def given() -> frozenset[str]:
    """Return given names of people."""
    return frozenset(data.names()["given"]) | data.given_names()


@cache
def topics() -> frozenset[str]:
    """Return what ministries are of."""
    return frozenset(data.organizations()["topics"])
