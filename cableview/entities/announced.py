"""Bodies that only their surroundings tell: ``German company Optronic``, ``Optronic exports``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cableview import data
from cableview.entities import places
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.organizations import topics
from cableview.entities.runs import Part, openers
from cableview.entities.titles import Title

_ANNOUNCED = re.compile(r"([A-Za-z]+) [\"“]?$")
_DOES = re.compile(
    r" (?:plans to build|produces|produced|exports|exported|imports|imported|owns|operates|operated"
    r"|manufactures|manufactured|"
    r"supplies|supplied|sells?|buys?|bought|sold|makes|earned|pumps|refines|will bid|to build|employs"
    r"|invested|has invested|shipped|will build"
    r"|built|won the|bid on"
    r"|bid for|drilled|refines|"
    r"(?:wants|want|agreed|intends|intend) to (?:build|invest|sell|buy|supply|drill))\b"
    r"|[’']s (?:board|shares|subsidiary|headquarters|employees|plant|refinery|factory|exports"
    r"|contract|shareholders|operations|"
    r"fighters|militants|website|management|customers|production|output|profits|bid)\b"
)
_DOES_OPENS = (" ", "’", "'")


@cache
def _announcers() -> frozenset[str]:
    return frozenset(data.organizations()["before"])


_PEOPLE_OF = re.compile(
    r" (?:deputies|lawmakers|parliamentarians|MPs|senators|militants|fighters|rebels|guerrillas|supporters"
    r"|activists|candidates|members|cadres|legislators|executives|shareholders|employees|workers)\b"
)


def _free(context: Context, part: Part) -> bool:
    """Tell whether the run is no known place, people, or common word."""
    if part.segment.capitals or len(part.words) > 3:
        return False
    taken = _taken()
    return all(
        word not in taken and word[0].isupper() and not (part.opens and word.lower() in context.small)
        for word in part.words
    )


@cache
def _taken() -> frozenset[str]:
    return frozenset({*places.names(), *places.demonyms(), *openers(), *topics(), *data.peoples()})


def _is_announced(text: str, part: Part) -> bool:
    end = part.start - (text[part.start - 1] in '"“')
    if text[end - 1] != " " or not text[end - 2].isalpha():
        return False
    low = max(part.segment.start, part.start - 20)
    word = text[max(low, text.rfind(" ", low, end - 1) + 1) : end - 1]
    if not (word.isascii() and word.isalpha()):
        match = _ANNOUNCED.search(text, low, part.start)
        word = match[1] if match else ""
    return word in _announcers()


def announced(context: Context, parts: list[Part], titles: list[Title]) -> Iterator[Candidate]:
    """Find what a common noun announces: ``German company Optronic``."""
    text = context.text
    by_start = {title.start: title for title in titles}
    for part in parts:
        if part.title is not None:
            continue
        if _is_announced(text, part):
            yield Candidate(part.start, part.end, "ORGANIZATION", " ".join(part.words), 5)
        elif part.segment.kind == "body":
            led = by_start.get(part.end + 1)
            acts = (
                (led is not None and led.role in data.organizations()["led_by"])
                or (text.startswith(_DOES_OPENS, part.end) and _DOES.match(text, part.end))
                or _PEOPLE_OF.match(text, part.end)
            )
            if acts and _free(context, part):
                yield Candidate(part.start, part.end, "ORGANIZATION", " ".join(part.words), 7)
