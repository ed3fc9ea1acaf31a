"""Facts about the telegraphic system: TAGS, stations, routes, serials, shorthand."""

from __future__ import annotations

from functools import cache
from typing import NotRequired, TypedDict

from cableview.data.files import load


class Tag(TypedDict):
    """A TAGS code: subject, country, region, programme, organization."""

    kind: str
    name: str | None
    confidence: NotRequired[str]
    seen: NotRequired[int]


class Station(TypedDict):
    """A post that sends cables, by its key in canonical ids."""

    type: str
    display: str
    city: str | None
    country: str | None
    tag: str | None
    fm_prefix: str | None
    aliases: list[str]
    """Other spellings: upper case, letters and digits only."""
    routes: NotRequired[list[str] | None]
    note: NotRequired[str | None]
    same_post_as: NotRequired[str | None]
    """Another key for the same post: the same for linking, yet different ids."""


@cache
def tags() -> dict[str, Tag]:
    """Code to its kind and meaning."""
    known: dict[str, Tag] = load("tags")
    return known


@cache
def stations() -> dict[str, Station]:
    """Station key (``HOCHIMINHCITY``) to the post."""
    known: dict[str, Station] = load("stations")["stations"]
    return known


@cache
def station_aliases() -> dict[str, str]:
    """Other spelling (upper case, letters and digits only) to station key."""
    known: dict[str, str] = load("stations")["aliases"]
    return known


@cache
def serials() -> dict[str, dict[str, list[int]]]:
    """Station key, two-digit year: the highest serial seen by the end of each month, January first."""
    known: dict[str, dict[str, list[int]]] = load("serials")["serials"]
    return known


@cache
def routes() -> dict[str, str]:
    """Routing indicator (``RUEHBJ``) to station key."""
    known: dict[str, str] = load("routes")
    return known


@cache
def acronyms() -> dict[str, str]:
    """Acronym or cable shorthand, as printed in capitals, to its meaning."""
    known: dict[str, str] = load("acronyms")
    return known
