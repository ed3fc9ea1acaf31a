"""Names in text that is all in capitals: only what a title, a pattern or a list makes sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cableview import data
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon

_NAME = re.compile(r" ((?:[A-Z]\. |[A-Z][A-Z'-]+ ){0,3}[A-Z][A-Z'-]+)")
_MINISTRY = re.compile(
    r"\b(?:MINISTRY|DEPARTMENT) OF (?:THE )?(?:(?:FOREIGN|NATIONAL|ECONOMIC|INTERNAL|PUBLIC|NATURAL"
    r"|SOCIAL|EXTERNAL) )?"
    r"(?:AFFAIRS|RELATIONS|DEFENSE|DEFENCE|FINANCE|INTERIOR|JUSTICE|TRADE|COMMERCE|INDUSTRY|OIL"
    r"|ENERGY|MINES|HEALTH|EDUCATION|"
    r"AGRICULTURE|STATE|TRANSPORT|PLANNING|LABOR|INFORMATION|SECURITY|TREASURY|ECONOMY|PETROLEUM"
    r"|WORKS|CULTURE)\b"
    r"|\b(?:FOREIGN|DEFENSE|FINANCE|INTERIOR|JUSTICE|TRADE|OIL|ENERGY|HEALTH|PLANNING) MINISTRY\b"
    r"|\bCENTRAL COMMITTEE\b"
)


@cache
def _titles() -> Lexicon[str | None]:
    facts = data.titles()
    plain, unclear = set(facts["not_roles"]), set(facts["plain_words"])
    forms: dict[str, str | None] = {
        h.upper(): None if h in plain and h != "general" else h.title()
        for h in facts["heads"]
        if h not in unclear
    }
    forms |= dict.fromkeys(("MR.", "MRS.", "DR.", "AMB.", "GEN.", "COL."), None)
    return Lexicon(forms)


@cache
def _bodies() -> Lexicon[str]:
    known = data.organizations()["acronyms"].items()
    unclear = data.organizations()["unclear"]
    return Lexicon({a: full or a for a, full in known if len(a) > 2 and a.isupper() and a not in unclear})


@cache
def _no_names() -> frozenset[str]:
    return frozenset(data.no_names())


@cache
def _said() -> frozenset[str]:
    return frozenset(word.upper() for word in data.names()["said"])


def _name_after(text: str, end: int, high: int) -> tuple[int, int] | None:
    """Return the name after a title, if what follows it shows where it stops."""
    match = _NAME.match(text, end, high)
    if match is None:
        return None
    words = match[1].split(" ")
    count = 0
    while count < len(words) and words[count] not in _no_names() and words[count] not in _said():
        count += 1
    if not count:
        return None
    stop = match.start(1) + len(" ".join(words[:count]))
    sure = count < len(words) or text[stop : stop + 1] in (",", ".", "'", ")", ";") or stop >= high
    following = text[stop + 1 : high].split(" ", 1)[0]
    return (match.start(1), stop) if sure or following in _no_names() or following in _said() else None


def found(context: Context) -> Iterator[Candidate]:
    """Find people by title, ministries, and well-known acronyms, in paragraphs and subjects in capitals."""
    text = context.text
    for segment in context.flat.segments:
        if not segment.capitals or segment.kind not in ("body", "gap", "heading", "subject"):
            continue
        block = text[segment.start : segment.end]
        for start, end, role in _titles().find(block):
            low, high = segment.start + start, segment.start + end
            name = _name_after(text, high, segment.end)
            if name is not None:
                yield Candidate(*name, "PERSON", text[name[0] : name[1]], 5)
                if role:
                    yield Candidate(low, high, "ROLE_TITLE", role, 5)
        for start, end, body in _bodies().find(block):
            yield Candidate(segment.start + start, segment.start + end, "ORGANIZATION", body, 6)
        for match in _MINISTRY.finditer(text, segment.start, segment.end):
            yield Candidate(*match.span(), "ORGANIZATION", match.group().title().replace(" Of ", " of "), 5)
