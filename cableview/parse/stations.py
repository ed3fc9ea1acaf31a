"""Station names as cables print them, and the keys that canonical ids use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from cableview.data import routes, station_aliases, stations, tags

_NOT_LETTER = re.compile(r"[^A-Z0-9]+")
_PREFIX = re.compile(
    r"(?:AMEMBASSY|AMEMB|SIPDIS|AMCONSUL|AMCONGEN|EMBASSY|CONSULATE|CONGEN|USMISSION|USINT|USLO|EFTO|UNCLAS(?:SIFIED)?)+"
)
_PREFIXES = ("EFTO", "SECTION", "AMEMBASSY", "AMCONSUL", "EMBASSY", "CONSULATE", "USMISSION", "SECSTATE")
_LONGEST_PREFIX = 12
_LONG_PREFIX = 6
"""From this many letters on a prefix may hold two slips."""
_NO_STATIONS = """
JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER JAN FEB MAR APR
JUN JUL AUG SEP SEPT OCT NOV DEC PARA PARAS PARAGRAPH PART PAGE PAGES SECTION TODAY TEL TELS TELEGRAM
TELEGRAMS CABLE CABLES CALL CALLS EMAIL EMAILS MAIL MAILS NOTE NOTES NO REF REFS REFTEL REPORT REPORTS
MEMO DOC DOCUMENT DATED DATE AND PREVIOUS THE FROM FOR WITH ABOUT OVER UNDER ARTICLE CHAPTER CIRCULAR
VOLUME ANNEX APPENDIX RESOLUTION UNSCR UNSC FLIGHT ROOM TASK TIER PHASE SERIES SERIAL ITEM LIST POINT
POINTS DAY DAYS DAILY MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY LETTER FAX POC OSC IIR
DTG NOTAL CODEL STAFFDEL
"""
_NEVER = frozenset(_NO_STATIONS.split())
"""Words that stand before numbers and are near the name of some post."""
DEPARTMENT = "STATE"
OWN_POST = "EMBTEL"
"""The name under which a cable quotes another one of its own post."""
_TELEGRAMS = {
    **dict.fromkeys(("EMBTEL", "CONTEL", "CONGENTEL", "MISTEL"), OWN_POST),
    **dict.fromkeys(("DEPTEL", "DEPTTEL"), DEPARTMENT),
}
"""Words that say with the kind of a telegram who sent it; more of them have an S behind."""
_SHORTEST_TYPO = 4
"""Below this many letters every name is near some other one."""


def normalise(name: str) -> str:
    """Return the key form of a printed name: upper case, letters and digits only, no accents."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name)
    return _NOT_LETTER.sub("", name.upper())


@lru_cache(maxsize=4096)
def lookup(name: str) -> str | None:
    """Return the station key for a printed name that is spelt as a known name or alias, else None.

    It is ``OWN_POST`` for a word such as EMBTEL, which means another post in every cable.
    """
    key = normalise(name)
    known = station_aliases()
    found = known.get(key)
    if found is not None:
        return found
    if key in stations():
        return key
    if (telegram := _TELEGRAMS.get(key.removesuffix("S"))) is not None:
        return telegram
    bare = _PREFIX.sub("", key, count=1) if _PREFIX.match(key) else key
    if bare != key:
        return known.get(bare)
    if key.endswith("CITY"):
        return known.get(key[:-4])
    return None


def is_no_station(word: str) -> bool:
    """Tell whether a word stands before numbers without being the beginning of a station's name."""
    upper = word.upper()
    return upper in _NEVER and upper not in {"THE", "TEL"}


def of_route(route: str) -> str | None:
    """Return the station key behind a routing indicator, e.g. ``RUEHBJ``."""
    return routes().get(route)


def same_post(one: str, other: str) -> bool:
    """Tell whether two keys are of one post, under an older or another name."""
    if one == other:
        return True
    known = stations()
    return (one in known and known[one].get("same_post_as") == other) or (
        other in known and known[other].get("same_post_as") == one
    )


@lru_cache(maxsize=4096)
def expand(name: str) -> str | None:
    """Return the station key of a name cut short word by word (``RIO DE JAN``), or None when not unique."""
    key = normalise(name)
    if len(key) < 3 or key in _NEVER:
        return None
    return _only((station for station, words in _words().items() if _abbreviates(key, words)), None)


@lru_cache(maxsize=4096)
def resolve(name: str, accepts: Callable[[str], bool] | None = None) -> str | None:
    """Return the station key a name means, misspelt or cut short, or None when it is not unique.

    ``accepts`` says whether a station can have sent the cable in question (its serials reach so far); it
    decides between near names. A country's name stands for its embassy.
    """
    found = lookup(name)
    if found is not None:
        return found
    key = _PREFIX.sub("", normalise(name), count=1) if _PREFIX.match(normalise(name)) else normalise(name)
    if len(key) < 3 or key in _NEVER:
        return None
    country = _embassies().get(key)
    if country is not None:
        return country
    short = _only((station for station, words in _words().items() if _abbreviates(key, words)), accepts)
    if short is not None:
        # DAKA is DAKAR cut short, yet DHAKA with a letter lost as well.
        near = {station_aliases()[alias] for alias, _ in near_words(key, _long_aliases(), 1)}
        return short if all(name == short or (accepts and not accepts(name)) for name in near) else None
    return _behind_prefix(normalise(name)) or _nearest(key, accepts)


def longest_at(words: list[str], start: int, most: int = 5) -> tuple[str, int] | None:
    """Return (station key, index after it) for the longest known name that starts at ``words[start]``."""
    for count in range(min(most, len(words) - start), 0, -1):
        found = lookup("".join(words[start : start + count]))
        if found is not None:
            return found, start + count
    return None


@cache
def _embassies() -> dict[str, str]:
    """Country name to the embassy there; countries with several missions of that kind are left out."""
    named: dict[str, list[str]] = {}
    for key, station in stations().items():
        tag = tags().get(station.get("tag") or "")
        if station["type"] == "embassy" and tag is not None and tag["name"]:
            named.setdefault(normalise(tag["name"]), []).append(key)
    return {name: keys[0] for name, keys in named.items() if len(keys) == 1}


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Station key to the words it is written with: PORTAUPRINCE to (PORT, AU, PRINCE).

    The mission before a city's name counts as a word, so that it alone (``USTR``) names no post.
    """
    split: dict[str, tuple[str, ...]] = {}
    for key, station in stations().items():
        words = tuple(normalise(word) for word in re.split(r"[ '’-]+", station.get("city") or "") if word)
        mission = key.removesuffix("".join(words))
        split[key] = (key,) if mission == key else (mission, *words) if mission else words
    return split


def _abbreviates(key: str, words: tuple[str, ...]) -> bool:
    """Tell whether ``key`` is made of the beginnings of all the words, in order (KUALALUMP, PAUP)."""
    first, rest = words[0], words[1:]
    if not rest:
        return len(key) >= 3 and first.startswith(key) if key else False
    return any(
        key[:size] == first[:size] and _continues(key[size:], rest)
        for size in range(min(len(first), len(key)), 0, -1)
    )


def _continues(key: str, words: tuple[str, ...]) -> bool:
    if not key:
        return False
    first, rest = words[0], words[1:]
    if not rest:
        return first.startswith(key)
    return any(
        key[:size] == first[:size] and _continues(key[size:], rest)
        for size in range(min(len(first), len(key)), 0, -1)
    )


def _only(found: Iterable[str], accepts: Callable[[str], bool] | None) -> str | None:
    names = set(found)
    if len(names) > 1 and accepts is not None:
        names = {name for name in names if accepts(name)}
    return names.pop() if len(names) == 1 else None


def _behind_prefix(key: str) -> str | None:
    """Return the station whose whole name ends ``key``, when a misspelt prefix stands before it."""
    for size in range(3, min(len(key) - 3, _LONGEST_PREFIX)):
        found = station_aliases().get(key[size:])
        if found is not None and near_words(key[:size], _PREFIXES, 1 if size < _LONG_PREFIX else 2):
            return found
    return None


def _nearest(key: str, accepts: Callable[[str], bool] | None) -> str | None:
    if len(key) < _SHORTEST_TYPO - 1:
        return None
    most = 1 if len(key) < 6 else 2 if len(key) < 9 else 3
    by_distance: dict[int, set[str]] = {}
    for alias, distance in near_words(key, _long_aliases(), most):
        by_distance.setdefault(distance, set()).add(station_aliases()[alias])
    for distance in sorted(by_distance):
        near = by_distance[distance]
        if accepts is not None:
            near = {name for name in near if accepts(name)}
        if near:
            return near.pop() if len(near) == 1 else None
    return None


@cache
def _long_aliases() -> tuple[str, ...]:
    return tuple(alias for alias in station_aliases() if len(alias) >= _SHORTEST_TYPO)


def near_words(word: str, known: Iterable[str], most: int) -> list[tuple[str, int]]:
    """Return (known word, slips) of those at most ``most`` slips away; a swap of neighbours is one slip."""
    # The import costs 20 ms, and most cables hold no misspelt word.
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    near = ((other, OSA.distance(word, other, score_cutoff=most)) for other in known)
    return [(other, distance) for other, distance in near if distance <= most]
