"""Places that say what they are, and unknown names where only a place can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cableview import data
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.places import demonyms, names
from cableview.entities.runs import Part, openers

_KINDS = frozenset(
    ("Province", "District", "Island", "Islands", "River", "Airport", "Governorate", "Prison", "Peninsula",
     "Valley", "County", "Oblast", "Region", "Prefecture", "Township", "Canal", "Desert", "Mountains",
     "Strait", "Straits", "Bay", "Lake",
     "Base", "Airbase", "Square", "Pagoda", "Beach", "Basin", "Plateau", "State",
     "City", "Port", "Street", "Park", "Forest", "Pass", "Hills", "Dam", "Oasis", "Highlands", "Heights",
     "Quarter", "Boulevard", "Avenue", "Gulf", "Sea", "Ocean", "Falls", "Springs", "Delta", "Territory",
     "Road", "Highway", "Hotel", "Palace", "Terminal", "Bridge", "Gate", "Plaza", "Stadium", "Cemetery",
     "Temple", "Cathedral", "Shrine", "Monastery", "Mosque", "Airfield", "Barracks", "Checkpoint", "St.",
     "Ave.", "Crossroads", "Village", "Neighborhood", "Compound", "Harbor", "Harbour", "Point",
     "Territories", "Voivodship", "Wilaya", "Cay", "Atoll", "Reef", "Crossing")
)  # fmt: skip
_LEADS = frozenset(
    "Mount Mt. Lake Cape Camp Fort Jebel Wadi Souk Hotel Puerto Porto Isla Ilha Cerro Villa".split()
)
_OF = re.compile(r"\b(?:Gulf|Strait|Straits|Port|Bay|Isle|Bight|Horn|Sea|Cape|Isthmus) of $")
_PREPOSITION = re.compile(
    r"\b(?:in|In|near|Near|outside|around|across|throughout|towns? of|fled to|fled toward|toward|towards"
    r"|traveled to"
    r"|travelled to|returned to|moved to|flew to|drove to|moving to|sent to|flown to|deployed to"
    r"|arrived (?:in|at)"
    r"|en route to|road to|outskirts of|people of|residents of|city of|village of|province of|port of"
    r"|district of"
    r"|state of|region of|(?:reached|left|crossed|visited|north|south|east|west|miles from|km from"
    r"|kilometers from)"
    r"(?: of)?|stored at|landed at|anchored at|based at|born in|(?:is|was|are|were|come|comes|came"
    r"|hails) from|native of|airport at|prison at|camp at|morgue at) $"
)
_PREPOSITION_ENDS = frozenset(
    "into in In near Near outside around across throughout of toward towards to at from reached left crossed"
    " visited north south east west".split()
)
"""The last word of every one of them: told more quickly than by a search."""
_AFTER = re.compile(
    r"[,.;:)]|$| (?:and|or|on|in|to|for|by|is|was|were|are|where|that|which|who|as|with|at|from|this|last"
    r"|next|after|before"
    r"|during|since|until|when|while|had|has|have|will|would|near|but|because|over|under|between|under"
    r"|via)\b",
    re.MULTILINE,
)
_PLAIN = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+(?:[-'’][A-Za-zß-ÿ]+)*")
_LOOSELY = re.compile(r"\b(?:at|into|from|entry to|access to) $")
_BY_BUSINESS = re.compile(
    r"\b(?:bought|purchased?|ordered|acquired|letter|call|calls|note|message|e-?mail|loans?|credits?|bids?|offers?"
    r"|proposals?|heard|learned|received|support|instructions|orders|(?:official|analyst|economist|manager|director"
    r"|professor|executive|fellow|expert|contact|scholar|engineer|lawyer|shares|stake|work|worked|works|employed)s?"
    r"|looked|aimed|directed|shouted|anger|angry)(?: [a-z]+){0,3} (?:at|from) $",
    re.IGNORECASE,
)
"""Before ``at`` and ``from``, what speaks of a person or a company."""
_KIND_AFTER = re.compile(
    r" (?:village|town|township|district|quarter|neighborhood|suburb|province|region|peninsula|island|port"
    r"|airport|airfield|prison|crossing|commune|municipality|valley|(?:refugee |IDP )camp)\b"
)
_BEFORE_JOINED = frozenset({"in", "at", "to", "from", "near", "between", "through", "via"})
_BEFORE_KNOWN = _BEFORE_JOINED | {"the", "The"}
_GOES_ON = re.compile(r"(?:, | and |, and )")
_SURELY = re.compile(r"\b(?:near|outside) $")
_JOINED = frozenset({" and ", ", ", ", and ", " or ", " to "})
_MAX_WORDS, _SHORTEST = 3, 3
_REMEMBERED = 10_000
"""Runs and words that are remembered: many are met again, in the same cable or another."""


class _Reading(NamedTuple):
    """What a run tells by itself."""

    name: str
    """Without the people before it: ``Iraqi | Kirkuk``."""
    known: bool
    kind: bool
    """It says what it is."""
    unknown: bool
    """It may be the name of a place."""


@lru_cache(maxsize=_REMEMBERED)
def _read(run: str) -> _Reading:
    all_words = words = run.split(" ")
    while words and words[0] in demonyms():
        words = words[1:]
    name = " ".join(words)
    kind = len(words) > 1 and (words[-1] in _KINDS or words[0] in _LEADS)
    unknown = bool(words) and len(all_words) <= _MAX_WORDS and all(map(_fits, all_words))
    if len(all_words) == 1 and len(run) < _SHORTEST:
        unknown = False
    return _Reading(name, name in names(), kind, unknown)


def built(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find names that say what they are (``Kivu Province``), and unknown names where a place stands."""
    text = context.text
    last = -1
    for index, part in enumerate(parts):
        name, known, kind, unknown = _read(part.name)
        if known:
            last = part.end
            continue
        if kind and not text.startswith(" of ", part.end):
            last = part.end
            yield Candidate(part.end - len(name), part.end, "PLACE", name)
            continue
        of = text.startswith(" of ", part.start - 4)
        before = _OF.search(text, max(0, part.start - 12), part.start) if of else None
        if before:
            yield Candidate(before.start(), part.end, "PLACE", text[before.start() : part.end])
        elif name.endswith(" Division") and name[: -len(" Division")] in names():
            yield Candidate(part.start, part.end, "PLACE", name, 3)
        elif (
            unknown
            and part.title is None
            and (_unknown(context, part, last) or _beside(context, part, parts, index))
        ):
            last = part.end
            yield Candidate(part.end - len(name), part.end, "PLACE", name, NEW_RANK)


NEW_RANK = 8
"""The rank of a place that only its surroundings tell."""


def _unknown(context: Context, part: Part, last: int) -> bool:
    """Tell whether unknown words stand after ``in`` and the like, or go on a list of places."""
    text = context.text
    listed = last >= 0 and part.start - last < 7 and text[last : part.start] in _JOINED
    if not listed:
        if part.before not in _PREPOSITION_ENDS:
            return False
        if _PREPOSITION.search(text, max(0, part.start - 18), part.start) is None and not _loosely(
            text, part
        ):
            return False
    ends = _AFTER.match(text, part.end) or _SURELY.search(text, max(0, part.start - 9), part.start)
    alone = len(part.words) == 1
    if ends is None or (alone and context.writes_small(part.name)):
        return False
    sure = alone and text.startswith((".", ",", ";"), part.end)
    return any(not data.is_common(word.lower()) for word in part.words) or (sure and not listed)


def _loosely(text: str, part: Part) -> bool:
    """Tell whether an unknown name stands after ``at`` or ``from``, and nobody speaks or trades there."""
    if _LOOSELY.search(text, max(0, part.start - 12), part.start) is None:
        return False
    common = any(data.is_common(word.lower()) for word in part.words)
    if common or (part.before == "from" and len(part.words) > 1):
        return False
    return _BY_BUSINESS.search(text, max(0, part.start - 45), part.start) is None


def _beside(context: Context, part: Part, parts: list[Part], index: int) -> bool:
    """Tell whether a known place or what it is follows an unknown name: ``to Nansan, Yunnan``."""
    text = context.text
    if part.before not in _BEFORE_KNOWN:
        return False
    if len(part.words) == 1 and (context.writes_small(part.name) or data.is_common(part.name.lower())):
        return False
    if _KIND_AFTER.match(text, part.end):
        return True
    if part.before in _BEFORE_JOINED and text.startswith(" camp", part.end):
        return True
    following = parts[index + 1] if index + 1 < len(parts) else None
    if part.before not in _BEFORE_JOINED or following is None or _GOES_ON.match(text, part.end) is None:
        return False
    return text[part.end : following.start] in _JOINED and _read(following.name).known


@lru_cache(maxsize=_REMEMBERED)
def _fits(word: str) -> bool:
    low = word.lower()
    return (
        (
            _PLAIN.fullmatch(word) is not None
            or low in ("al", "de", "el", "la")
            or low.startswith(("al-", "el-"))
        )
        and word not in openers()
        and word not in data.peoples()
        and word not in demonyms()
        and word not in _bodies()
    )


@cache
def _bodies() -> frozenset[str]:
    facts = data.organizations()
    laws, topics = data.treaties()["last"], facts["topics"]
    return frozenset((*facts["last"], *facts["opens"], *facts["alone"], *laws, *topics))
