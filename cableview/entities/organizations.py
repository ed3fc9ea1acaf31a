"""Names of companies, ministries, agencies and other bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cableview import data
from cableview.entities import places
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.runs import Part, openers
from cableview.entities.word_sets import topics

_LINK_MAX = 12
_MAX_WORDS = 24
_REMEMBERED = 10_000
"""Runs that are remembered: many are met again, in the same cable or another."""
_AND = frozenset({" and ", " & ", ", "})
_OF = frozenset({" of ", " of the ", " for ", " for the ", " on ", " to the ", " against "})
_LINKS = _AND | _OF
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]*(?:[/&-][A-Z0-9]+)*")
_DEFINED = re.compile(r" \([A-Z]{2,6}\)")
_ORDINAL = re.compile(r"\b(?:\d{1,3}(?:st|nd|rd|th|d)|(?<=[Tt]he )\d{1,3}) $")
_ORDINALS = frozenset("First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split())
_NUMBERED = frozenset(
    "Division Brigade Battalion Regiment Fleet Army Squadron Front Corps Wing Infantry Airborne Court Chamber"
    " Battery Company Congress Assembly Bureau Directorate Department Region".split()
)
_BRANCH = re.compile(
    r"\b([A-Z][\w-]+(?: [A-Z][\w-]+)?) (branch|office|chapter|subsidiary"
    r"|arm) of (?:the )?$"
)
_AROUND = re.compile(r"\b([A-Z][\w-]+(?: [A-Z][\w-]+){0,2}) \([A-Z][\w -]{2,30}\) $")
_LONGEST_AROUND = 60
_LEGAL_FORM = re.compile(
    r",? (?:S\.A\.(?: de C\.V\.)?|S\.A\.[RSBCEL]\.(?:L\.)?|S\.p\.A\.|(?:Co|Pte|Pty|Pvt)\.?,? (?:Ltd|LTD)\.?"
    r"|(?:C[ií]a\.?,? )?Ltda\b\.?|C\. ?por A\.|C\.A\.|Sdn\.? Bhd\.?|Ltd\.|Ltd\b|Inc\b\.?(?: AD\b)?|LLC"
    r"|L\.L\.C\.|GmbH(?: & Co\.? KG)?|KGaA|A\.[SGBO]\.|N\.V\.|B\.V\.|K\.K\.|Corp\.|plc|PLC|S\.R\.L\.|SARL"
    r"|S[rp][lA]\b|AG\b|AB\b|E?AD\b|E?OOD\b|[COP]?JSC|OAO|ZAO|OOO|d\.[do]\.[do]\.|D\.[DO]\.[DO]\.|s\.r\.o\.|a\.s\."
    r"|Sp\. z o\.o\.|Z?[Rr]t\.?(?=[ ,;)]|$)|[Kk]ft\b\.?|A/S|ApS|ASA\b|Oyj?\b|SA[ELS]\b|S\.A\.[EL]\."
    r"|W\.?L\.?L\b\.?|FZ(?:E|CO|C|-LLC)|Tbk\b)"
)
_LEGAL_OPENS = (" a.s", " s.r", " d.o", ", S.", ", Inc", ", Ltd", ", LLC", ", GmbH", ", C.A", ", Lda")
"""How the forms begin that no run holds: one of them alone makes a name a body."""


@cache
def _last() -> frozenset[str]:
    return frozenset(data.organizations()["last"])


@cache
def _weak() -> frozenset[str]:
    return frozenset(data.organizations()["weak_last"])


@cache
def _firsts() -> frozenset[str]:
    return frozenset(first.split()[0] for first in data.organizations()["first"])


@cache
def _opening() -> frozenset[str]:
    return frozenset(data.organizations()["opens"])


@cache
def _programs() -> frozenset[str]:
    return frozenset(data.organizations()["programs"])


@lru_cache(maxsize=_REMEMBERED)
def is_body(words: tuple[str, ...]) -> bool:
    """Tell whether the last word makes the run a body (``Most Group``)."""
    if len(words) < 2 or (words[0] == "Joint" and len(words) == 2 and words[1].startswith("Venture")):
        return False
    last = words[-1].rstrip(".")
    if words[0] in _opening() and words[-1] not in _programs():
        return True
    if last not in _last() and words[-1] not in _last():
        return False
    if last in _weak() and len(words) == 2 and (words[0] in openers() and words[0] not in places.demonyms()):
        return False
    return any(word not in openers() for word in words[:-1]) or len(words) > 2


def _joins(text: str, left: Part, right: Part) -> bool:
    """Tell whether ``left and right`` is one name, as in ``Omid Research and Industrial Company``."""
    if left.title or right.title or is_body(left.words):
        return left.words[0] in _firsts() and right.words[0] in topics()
    ends = is_body(right.words) or (len(left.words) > 1 and right.words[-1] in _last())
    if not ends or right.words[0] in _firsts():
        return False
    name = left.name
    if name in places.names() or name in places.demonyms() or _ACRONYM.fullmatch(name):
        return False
    return len(left.words) > 1 or (left.words[0] in topics() and right.words[0] in topics())


def _merged(text: str, parts: list[Part]) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, whether a body) after joining parts across ``of`` and ``and``."""
    index = 0
    while index < len(parts):
        part = parts[index]
        index += 1
        start, end, words = part.start, part.end, part.words
        if index == len(parts) or not _linked(text, part, parts[index]):
            yield start, end, is_body(words)
            continue
        opened = words[-1] in _firsts() or words[0] in _firsts()
        body = is_body(words)
        current = part
        while index < len(parts) and len(words) <= _MAX_WORDS and _linked(text, current, parts[index]):
            following = parts[index]
            gap = text[end : following.start]
            starts_body = following.words[0] in _firsts() and len(words) == 1 and not opened
            if (
                gap in _OF
                and (words[-1] in _firsts() or (opened and gap.startswith((" of", " for"))))
                and not starts_body
            ):
                body = opened = True
            elif (
                gap in _AND
                and opened
                and (following.words[0] in topics() or _ends_defined(text, words[0], gap, following))
                and (gap != ", " or _series(text, parts, index))
            ):
                pass
            elif gap in (" and ", " & ") and not opened and _joins(text, current, following):
                body = True
            else:
                break
            index += 1
            current, end = following, following.end
            words = (*words, *gap.split(), *following.words)
        yield start, end, body


def _ends_defined(text: str, first: str, gap: str, following: Part) -> bool:
    """Tell whether brackets define what ends in ``and`` and one word: ``Rights and Freedoms (DPS)``."""
    if first not in _firsts() or gap != " and " or len(following.words) > 1:
        return False
    return _DEFINED.match(text, following.end) is not None


def _linked(text: str, left: Part, right: Part) -> bool:
    """Tell whether a small word stands between two parts of one stretch, and no title."""
    return (
        right.start - left.end <= _LINK_MAX
        and right.title is None
        and right.segment is left.segment
        and text[left.end : right.start] in _LINKS
    )


def _series(text: str, parts: list[Part], index: int) -> bool:
    """Tell whether a comma list of topics goes on (``Ministry of Industry, Trade and Tourism``)."""
    if index + 1 >= len(parts):
        return False
    gap = text[parts[index].end : parts[index + 1].start]
    return gap in (" and ", ", and ", ", ") and parts[index + 1].words[0] in topics()


def built(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find names that say by a word that they are bodies."""
    text = context.text
    for start, end, body in _merged(text, parts):
        suffix = _LEGAL_FORM.match(text, end) if body or text.startswith(_LEGAL_OPENS, end) else None
        if not body and suffix is None:
            continue
        stop = suffix.end() if suffix else end
        name = text[start:stop]
        around = _AROUND.search(text, max(0, start - _LONGEST_AROUND), start)
        if around and not is_body(tuple(around[1].split())):
            # words in brackets may stand inside a name: LIMMT (Dalian FTZ) Economic Organization
            yield Candidate(around.start(), stop, "ORGANIZATION", f"{around[1]} {name}", 3)
        branch = _BRANCH.search(text, max(0, start - _LONGEST_AROUND), start)
        if branch:
            yield Candidate(branch.start(), stop, "ORGANIZATION", f"{name} {branch[1]} {branch[2]}", 3)
        if name not in places.names():
            yield Candidate(start, stop, "ORGANIZATION", name, 4)
    yield from _numbered(text, parts)


def _numbered(text: str, parts: list[Part]) -> Iterator[Candidate]:
    """Find units and courts that have a number before their name: ``10th Division``."""
    for part in parts:
        if part.words[-1] not in _NUMBERED:
            continue
        if part.words[0] in _ORDINALS and not part.opens:
            yield Candidate(part.start, part.end, "ORGANIZATION", part.name, 3)
        else:
            ordinal = _ORDINAL.search(text, max(0, part.start - 12), part.start)
            if ordinal:
                name = text[ordinal.start() : part.end]
                yield Candidate(ordinal.start(), part.end, "ORGANIZATION", name, 3)
