"""Names of people, told by a title, a given name, a family name's shape, or a verb of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cableview import data
from cableview.entities import places
from cableview.entities.candidate import GUESS, Candidate
from cableview.entities.context import Context
from cableview.entities.runs import Part, openers
from cableview.entities.shapes import common, fits_alone, is_strange, name_like, shaped
from cableview.entities.titles import Title

_SAYS = re.compile(
    r"(?:[’']s [a-z]+)? (?:also |then |further |again |later |repeatedly |subsequently |himself "
    r"|herself |did not |has |had |would |clearly )?([a-z]+)\b"
)
_MAX_ALONE = 3
_REMEMBERED = 10_000
"""Runs that are remembered: many are met again, in the same cable or another."""
_BEFORE_SAYS = frozenset(
    "also then further again later repeatedly subsequently himself herself did has had would clearly".split()
)
_APOSTROPHES = ("’", "'")
_ACTS = frozenset(
    "has had will would is was did does could may might can himself herself then later never".split()
)
_ACTS_APART = re.compile(
    r", (?:(?:who|whose|whom|a |an |the |his |her |currently |also |by contrast|meanwhile|in turn|however)"
    rf"|(?:{'|'.join(sorted(_ACTS))})\b)"
)
_MET = frozenset(
    "met whom between against succeed succeeded replace replaced told asked by from with saw called visited"
    " arrested named appointed that because when if as while but and for of".split()
)
_POSSESSIVES = ("’s ", "'s ")
_MET_SURELY = re.compile(
    r"\b(?:met with|whom|told|asked|saw|urged|thanked|informed|briefed|succeeded|replaced|according to) $",
    re.IGNORECASE,
)
_MET_ENDS = frozenset("with whom told asked saw urged thanked informed briefed succeeded replaced to".split())
_ENDS = re.compile(r"[.,;:)]|$|\n| (?:and|on|in|at|to|for|that|as|by|of)\b")
_ERA = re.compile(r"-era\b")
_WHOSE_ERA = re.compile(r"\b[A-Z][a-z]+$")
_WHO = (
    "owner|wife|husband|son|daughter|brother|sister|father|mother|nephew|niece|cousin|uncle|widow|driver|banker"
    "|tycoon|entrepreneur|cleric|dissident|blogger|writer|poet|priest|trafficker|smuggler|warlord|financier|dealer"
    "|engineer|industrialist|oligarch|strongman|secretary|bodyguard|grandson|granddaughter|grandfather|stepson"
    "|fiancee|wives|sons|daughters|brothers|teacher|student|lawyer|attorney|journalist|columnist|reporter"
    "|physician|doctor|nurse|merchant|trader|broker|fisherman|farmer|pilot|skipper|supercargo|cook|interpreter"
    "|translator|informant|colleague|countryman|accomplice|associate|aide|deputy|successor|predecessor|protege"
    "|confidant|boy|girl|man|woman|defector|deserter|detainee|prisoner|hijacker|novelist|playwright|singer"
    "|painter|author|activist|philanthropist|developer|magnate|shipowner|financier|aunt|godfather|fugitive"
)
_NAMING = ("called", "named")
_WHO_ENDS = frozenset(_WHO.split("|"))
_IS_WHO = re.compile(
    rf"(?:\b(?:{_WHO})|(?:['’]s|\b(?:[Hh]is|[Hh]er|[Aa]n?)) (?:[\w-]+ ){{0,2}}(?:{_WHO}),"
    rf"|\b(?:{_WHO}) (?:called|named)) $"
)
_NO_PERSON = frozenset("the The a an in at near around outside this Hotel called language".split())
_OPENING = ("(", '"', "“", "( ", '" ', "“ ")
_NOUN = re.compile(
    r"(?:-[a-z]| (?:[a-z]+ )?(?:region|area|district|province|village|town|pipeline|project|river"
    r"|border|clan|tribe|program|company|field|mine|party|camp|airport|dam|road|plant|group"
    r"|newspaper|language|elders|people)\b)"
)


@cache
def _said() -> frozenset[str]:
    return frozenset(data.names()["said"])


def _speaks(text: str, part: Part) -> bool:
    said = _said()
    told = part.after in said or part.after in _BEFORE_SAYS or text.startswith(_APOSTROPHES, part.end)
    match = _SAYS.match(text, part.end) if told else None
    return bool(match and match[1] in said)


class _Look(NamedTuple):
    """What a run tells by itself."""

    like: bool
    """Every word may be part of a name."""
    shaped: bool
    given: bool
    """It begins with a given name."""
    strange: bool
    """No word is known as anything else."""
    alone: bool
    """Its words may be surnames that stand alone."""


_NO_NAME = _Look(like=False, shaped=False, given=False, strange=False, alone=False)


@lru_cache(maxsize=_REMEMBERED)
def _look(name: str) -> _Look:
    words = tuple(name.split(" "))
    if not name_like(words):
        return _NO_NAME
    return _Look(
        True,
        shaped(words),
        shaped(words, given_only=True),
        all(map(is_strange, words)),
        len(words) <= _MAX_ALONE and all(map(fits_alone, words)),
    )


def _writes_small(context: Context, part: Part) -> bool:
    """Tell whether the cable writes one of the words small."""
    return any(map(context.writes_small, part.words))


def _stands_out(context: Context, part: Part) -> bool:
    """Tell whether two to four unknown words, without an article, stand like a person's name."""
    text = context.text
    if not 2 <= len(part.words) <= 4 or part.segment.kind != "body" or _writes_small(context, part):
        return False
    if _names_no_person(text, part) or _NOUN.match(text, part.end):
        return False
    return part.name not in places.names()


def _acts(context: Context, part: Part) -> bool:
    """Tell whether one unknown word does what people do: ``Lopez, who``, ``that Lopez had``."""
    text = context.text
    if len(part.words) > 1 or part.segment.kind != "body" or _writes_small(context, part):
        return False
    if _names_no_person(text, part):
        return False
    low = max(0, part.start - 14)
    met = _MET_SURELY.search(text, low, part.start) if part.before.lower() in _MET_ENDS else None
    if met and _ENDS.match(text, part.end):
        return True
    if text.endswith(" with ", low, part.start) and text.startswith((".", ","), part.end):
        return True
    free = part.opens or part.before in _MET or text.endswith(_POSSESSIVES, low, part.start)
    return free and (part.after in _ACTS or _ACTS_APART.match(text, part.end) is not None)


def _names_no_person(text: str, part: Part) -> bool:
    """Tell whether what stands before a run speaks against a person: ``the``, a number, a bracket."""
    if part.before:
        return part.before in _NO_PERSON or part.before.isdecimal()
    return text.endswith(_OPENING, 0, part.start)


def eras(context: Context) -> Iterator[Candidate]:
    """Find who an era is called after."""
    for match in _ERA.finditer(context.text):
        whose = _WHOSE_ERA.search(context.text, max(0, match.start() - 20), match.start())
        if whose and _is_free(whose.group()):
            yield Candidate(*whose.span(), "PERSON", whose.group(), 5)


def _is_free(word: str) -> bool:
    return (
        word not in places.names()
        and word not in places.demonyms()
        and word not in common()
        and word not in openers()
    )


def _titled(part: Part, by_end: dict[int, Title]) -> Iterator[Candidate]:
    """Find the name after a title, and the title."""
    title, words, name = part.title, part.words, part.name
    if title is None or not name_like(words, titled=True):
        return
    if name in places.names() and (title.small or len(words) > 1):
        return
    if words[0].isupper() and len(words[0]) > 3 and len(words) == 1 and title.small:
        return
    yield Candidate(part.start, part.end, "PERSON", name, 3, told=True)
    office = title if title.role else by_end.get(title.start - 1)
    if office is not None and office.role:
        yield Candidate(office.start, office.end, "ROLE_TITLE", office.role, 4)
        # Vice Chairman | General
        first = by_end.get(office.start - 1)
        if first is not None and first.role and not first.small:
            yield Candidate(first.start, first.end, "ROLE_TITLE", first.role, 4)


def _is_who(context: Context, part: Part) -> bool:
    """Tell whether kinship or a trade announces a name: ``owner Tay Za``, ``his wife, Aisha``."""
    text = context.text
    if part.before in _WHO_ENDS or part.before in _NAMING or text.endswith(", ", 0, part.start):
        return _IS_WHO.search(text, max(0, part.start - 40), part.start) is not None
    return False


def persons(
    context: Context, parts: list[Part], titles: list[Title], placed: set[int]
) -> Iterator[Candidate]:
    """Find people by their own marks; surnames alone are left to the aliases.

    ``placed`` is where unknown names begin that stand like places.
    """
    text = context.text
    by_end = {title.end: title for title in titles}
    for part in parts:
        if part.title is not None:
            yield from _titled(part, by_end)
            continue
        look = _look(part.name)
        if not look.like or (part.start in placed and not look.given):
            continue
        rank, told = 0, False
        if look.shaped:
            rank = 5
        elif look.strange and _is_who(context, part):
            rank, told = 5, True
        elif look.strange and _stands_out(context, part):
            rank = GUESS
        elif look.alone and _speaks(text, part):
            rank = 0 if part.opens and context.writes_small(part.words[0]) else 6
        elif look.strange and _acts(context, part):
            rank = GUESS
        if rank:
            yield Candidate(part.start, part.end, "PERSON", part.name, rank, told)
