"""Places that say what they are, and unknown names where only a place can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
     "City", "Port", "Street")
)  # fmt: skip
_LEADS = frozenset({"Mount", "Mt.", "Lake", "Cape"})
_OF = re.compile(r"\b(?:Gulf|Strait|Straits|Port|Bay|Isle|Bight|Horn|Sea|Cape|Isthmus) of $")
_PREPOSITION = re.compile(
    r"\b(?:in|near|outside|around|towns? of|fled to|traveled to|travelled to|returned to|moved to"
    r"|flew to|drove to|arrived at|"
    r"city of|village of|province of|port of|district of|state of) $"
)
_AFTER = re.compile(
    r"[,.;:)]|$| (?:and|on|in|to|for|by|is|was|were|where|that|who|as"
    r"|with)\b",
    re.MULTILINE,
)
_PLAIN = re.compile(r"[A-Z][a-z]{3,}(?:-[A-Za-z]+)?")


def built(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find names that say what they are (``Kivu Province``), and unknown words after ``in``."""
    text = context.text
    for part in parts:
        words = list(part.words)
        while words and words[0] in demonyms():
            words.pop(0)
        name = " ".join(words)
        if (
            len(words) > 1
            and (words[-1] in _KINDS or words[0] in _LEADS)
            and text[part.end : part.end + 4] != " of "
        ):
            yield Candidate(part.end - len(name), part.end, "PLACE", names().get(name, name))
            continue
        of = text.startswith(" of ", part.start - 4)
        before = _OF.search(text, max(0, part.start - 12), part.start) if of else None
        if before:
            yield Candidate(before.start(), part.end, "PLACE", text[before.start() : part.end])
        elif len(words) == 1 and part.title is None and _unknown(context, part):
            yield Candidate(part.end - len(name), part.end, "PLACE", names().get(name, name), 8)


def _unknown(context: Context, part: Part) -> bool:
    word = part.words[0]
    return (
        _PLAIN.fullmatch(word) is not None
        and word not in openers()
        and word.lower() not in context.small
        and word not in data.peoples()
        and _AFTER.match(context.text, part.end) is not None
        and _PREPOSITION.search(context.text, max(0, part.start - 13), part.start) is not None
    )
