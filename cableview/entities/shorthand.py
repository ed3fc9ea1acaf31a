"""Cable shorthand for the staff of a mission (``Poloff``), and the one holder of a named body's office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cableview import data
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon
from cableview.entities.places import demonyms
from cableview.entities.tokens import whole, word_before

_OFFICE = re.compile(r"(?:[a-z-]+ ){0,3}[a-z-]+")
_OWNS = ("'s ", "’s ", "s' ", "s’ ")
_NAMED = re.compile(r"(?:[A-Z][\w&.-]+[’']s|s[’'])$|its$")
_SECTION = (
    "pol|econ|emb|con|congen|consul|mission|post|mil|polmil|pol-mil|lab|labor|esth|est|sci|ag|narc|inl"
    "|aid|usaid|"
    "energy|dep|dept|amb|cons|info|trade|refugee|eco"
)
_OFFICER = re.compile(rf"\b((?:{_SECTION})(?:[/-]?(?:{_SECTION}))?)$", re.IGNORECASE)
_COUNSELOR = re.compile(rf"\b((?:{_SECTION}|com|def|mgt)(?:[/-]?(?:{_SECTION}))?)(min)?$", re.IGNORECASE)
_ENDING = re.compile(r"(?<=\w)(?:[oO](?:ff|FF)[sS]?|[cC](?:ouns|OUNS))\b")
# found more quickly as plain letters, each from its second letter on
_ENDINGS = ("ff", "FF", "ouns", "OUNS")
_SECTIONS = {
    "pol": "Political",
    "econ": "Economic",
    "eco": "Economic",
    "emb": "Embassy",
    "con": "Consular",
    "cons": "Consular",
    "congen": "Consulate General",
    "mil": "Military",
    "polmil": "Political-Military",
    "pol-mil": "Political-Military",
    "lab": "Labor",
    "sci": "Science",
    "ag": "Agricultural",
    "narc": "Narcotics",
    "com": "Commercial",
    "def": "Defense",
    "mgt": "Management",
    "amb": "Ambassador's",
    "dep": "Department",
    "dept": "Department",
}


def _section(words: str) -> str:
    parts = re.split(r"[/-]", words.lower()) if words.lower() not in _SECTIONS else [words.lower()]
    split = (
        re.fullmatch(rf"({_SECTION})({_SECTION})", parts[0])
        if len(parts) == 1 and parts[0] not in _SECTIONS
        else None
    )
    names = list(split.groups()) if split else parts
    return "/".join(_SECTIONS.get(name, name.upper() if len(name) < 5 else name.title()) for name in names)


@cache
def _staff() -> Lexicon[str]:
    forms: dict[str, str] = {}
    for word, full in data.titles()["staff"].items():
        variants = {word, word.upper() if len(word) <= 4 else word}
        forms.update(dict.fromkeys(variants, full))
    return Lexicon(forms)


@cache
def _held() -> frozenset[str]:
    return frozenset(office.split()[0] for office in data.titles()["holders"])


def shorthand(context: Context) -> Iterator[Candidate]:
    """Find cable shorthand for the staff of a mission, and the holder of a named body's office."""
    text = context.text
    full_charge = "Charge d'Affaires a.i." if "d'Affaires a.i." in text else "Charge d'Affaires"
    for start, end, name in _staff().find(context.where):
        segment = context.flat.segment_at(start)
        if segment is None or segment.kind in ("header", "tags", "ref", "passing", "signature"):
            continue
        if segment.capitals and text[start:end].istitle():
            continue
        canonical = full_charge if name == "Charge d'Affaires" else name
        whose = word_before(text, start)
        if whose in demonyms():
            yield Candidate(start - len(whose) - 1, end, "ROLE_TITLE", f"{whose} {canonical}", 4)
        yield Candidate(start, end, "ROLE_TITLE", canonical, 4)
    for letters in _ENDINGS:
        at = text.find(letters)
        while at >= 0:
            ending = _ENDING.match(text, at - 1) if at else None
            yield from _of_section(text, *ending.span()) if ending else ()
            at = text.find(letters, at + len(letters))
    yield from _owned(context)


def _of_section(text: str, at: int, end: int) -> Iterator[Candidate]:
    """Find the officer or counselor whose last letters stand at ``at``."""
    pattern = _OFFICER if text[at] in "oO" else _COUNSELOR
    match = pattern.search(text, max(0, at - 16), at)
    if match:
        minister = "Minister " if pattern is _COUNSELOR and match[2] else ""
        office = "Officer" if pattern is _OFFICER else "Counselor"
        yield Candidate(match.start(), end, "ROLE_TITLE", f"{_section(match[1])} {minister}{office}", 3)


def _owned(context: Context) -> Iterator[Candidate]:
    """Find the office of one holder: ``NORINCO's president``, ``its chairman``."""
    text = context.text
    for word in sorted(_held() & context.words):
        for start in context.where.starts(word):
            its = text.endswith("its ", 0, start) and whole(text, start - 4, start - 1)
            if not (its or text.endswith(_OWNS, 0, start)):
                continue
            segment = context.flat.segment_at(start)
            match = _OFFICE.match(text, start, segment.end) if segment and segment.prose else None
            words = match.group().split(" ") if match else []
            for count in range(len(words), 0, -1):
                office = " ".join(words[:count])
                if office in data.titles()["holders"] and _NAMED.search(text, max(0, start - 30), start - 1):
                    yield Candidate(start, start + len(office), "ROLE_TITLE", office, 4)
                    break
