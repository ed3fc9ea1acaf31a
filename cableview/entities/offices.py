"""Offices that stand beside a name, after it or with the body they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableview import data
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.titles import Title

_APPOSITIVE = re.compile(
    r", (?:the |a |an |his |her |its |their |former |then |a former |the former |now |current "
    r"|newly elected )?$"
)
_OF = re.compile(r" (?:of|for|at) (?:the )?")
_OF_NAME = re.compile(r" of (?:the )?[A-Z]")
_BARE = (", ", ", former ", ", now ")
_POSSESSIVES = (" whose ", " its ", " their ", "'s ", "’s ", "s' ", "s’ ")
_ONE_OF = (" a ", " an ", " a former ")
_ACRONYM = re.compile(r"[A-Z]{3,}\b")
_ITS = re.compile(r"(?:[’']s|s[’']) (?:new |former |current )?$")
_APART = re.compile(r"(?:,| and)? (?:Dr\.? |Mr\.? )?")
_HIGH = (
    "President", "Minister", "Premier", "Chancellor", "Attorney General", "Chief Justice", "Governor",
    "Chairman", "Secretary General", "Secretary-General", "Director General", "King", "Crown Prince", "Emir",
)  # fmt: skip


def _owned(text: str, start: int, bodies: set[int]) -> bool:
    its = _ITS.search(text, max(0, start - 12), start)
    return its is not None and -(its.start() + (text[its.start()] == "s")) in bodies


def _is_of_name(text: str, title: Title) -> bool:
    """Tell whether a title is that of one place or body: ``, governor of Lapland``."""
    return _OF_NAME.match(text, title.end) is not None and not text.endswith(_ONE_OF, 0, title.start)


def _has(text: str, title: Title) -> bool:
    """Tell whether someone's office stands before its holder: ``whose general director, Nguyen``."""
    return text.startswith(", ", title.end) and text.endswith(_POSSESSIVES, 0, title.start)


def offices(
    context: Context, titles: list[Title], people: set[tuple[int, int]], bodies: set[int]
) -> Iterator[Candidate]:
    """Find titles in apposition, those of a named body (``director of MARD``), and high ones alone.

    ``people`` are spans of persons, ``bodies`` where organizations start, and, negative, where they end.
    """
    text = context.text
    ends, starts = {end for _, end in people}, {start for start, _ in people}
    holders = set(data.titles()["holders"])
    later = {title.start: title for title in titles}
    for title in titles:
        if title.role is None or title.end + 1 in starts:
            continue
        comma = text.rfind(",", max(0, title.start - 18), title.start)
        after_name = comma in ends and _APPOSITIVE.fullmatch(text, comma, title.start)
        of = _OF.match(text, title.end)
        of_body = of is not None and (of.end() in bodies or _ACRONYM.match(text, of.end()) is not None)
        bare = after_name and text[comma : title.start] in _BARE and text.startswith(",", title.end)
        holds = title.role.lower() in holders and (
            of_body or 1 - title.start in bodies or _owned(text, title.start, bodies)
        )
        apart = _APART.match(text, title.end)
        joined = apart is not None and apart.end() in later and later[apart.end()].end + 1 in starts
        if joined and title.end + 1 == (apart.end() if apart else 0):
            joined = not title.small
        whose = after_name and (not title.small or of_body or bare or _is_of_name(text, title))
        whose = whose or (title.end + 2 in starts and _has(text, title))
        if whose or holds or (joined and not title.small):
            yield Candidate(title.start, title.end, "ROLE_TITLE", title.role, 4)
        elif not title.small and title.role.split(" of ")[0].split(" for ")[0].endswith(_HIGH):
            yield Candidate(title.start, title.end, "ROLE_TITLE", title.role, 6)
