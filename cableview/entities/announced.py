"""Bodies that only their surroundings tell: ``German company Optronic``, ``Optronic exports``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cableview import data
from cableview.entities import places
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.runs import Part, openers
from cableview.entities.titles import Title
from cableview.entities.tokens import Where
from cableview.entities.word_sets import topics

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
_MAX_WORDS = 3
_REMEMBERED = 10_000
"""Runs that are remembered: many are met again, in the same cable or another."""
_APOSTROPHES = ("’", "'")
_DOES_OPENS = frozenset(
    "plans produces produced exports exported imports imported owns operates operated manufactures"
    " manufactured supplies supplied sell sells buy buys bought sold makes earned pumps refines will to"
    " employs invested has shipped built won bid drilled wants want agreed intends intend".split()
)


@cache
def _announcers() -> frozenset[str]:
    return frozenset(data.organizations()["before"])


_PEOPLE_OF = frozenset(
    "deputies lawmakers parliamentarians MPs senators militants fighters rebels guerrillas supporters"
    " activists candidates members cadres legislators executives shareholders employees workers".split()
)


def _free(context: Context, part: Part) -> bool:
    """Tell whether the run is no known place, people, or common word."""
    if part.opens and len(part.words) == 1 and data.is_common(part.name.lower()):
        return False
    return not part.segment.capitals and not (part.opens and any(map(context.writes_small, part.words)))


@lru_cache(maxsize=_REMEMBERED)
def _may_act(name: str) -> bool:
    """Tell whether a run may be the name of a body, for all that it tells by itself."""
    words = name.split(" ")
    return (
        len(words) <= _MAX_WORDS and _taken().isdisjoint(words) and all(word[0].isupper() for word in words)
    )


@cache
def _taken() -> frozenset[str]:
    return frozenset({*places.names(), *places.demonyms(), *openers(), *topics(), *data.peoples()})


def _announced_starts(where: Where) -> set[int]:
    """Return where a name begins that a common noun announces, or the quotation mark before it."""
    return {start + len(word) + 1 for word in _announcers() & where.words for start in where.starts(word)}


def _may_do(text: str, part: Part) -> bool:
    return part.after in _DOES_OPENS or text.startswith(_APOSTROPHES, part.end)


def announced(context: Context, parts: list[Part], titles: list[Title]) -> Iterator[Candidate]:
    """Find what a common noun announces: ``German company Optronic``."""
    text = context.text
    by_start = {title.start: title for title in titles}
    starts = _announced_starts(context.where)
    for part in parts:
        if part.title is not None:
            continue
        begin = part.start - (text[part.start - 1] in '"“')
        if begin in starts and text[begin - 1] == " ":
            yield Candidate(part.start, part.end, "ORGANIZATION", part.name, 5, told=True)
        elif part.segment.kind == "body" and _may_act(part.name) and _free(context, part):
            led = by_start.get(part.end + 1)
            if (
                (led is not None and led.role in data.organizations()["led_by"])
                or part.after in _PEOPLE_OF
                or (_may_do(text, part) and _DOES.match(text, part.end))
            ):
                yield Candidate(part.start, part.end, "ORGANIZATION", part.name, 7)
