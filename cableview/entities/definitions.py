"""Acronyms that a cable defines in brackets, and the long forms before them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from operator import attrgetter

from cableview import data
from cableview.entities import places
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.runs import Part
from cableview.entities.shapes import is_strange, shaped

_DEFINED = re.compile(r" \([\"“]?([A-Z][A-Za-z0-9&/-]{1,11})[\"”]?(?:,[^)]*)?\)")
_BRACKETED = re.compile(r" \([\"“]?([A-Z][A-Z&/-]{1,9})[\"”]?(?:, (?:or|OR) [^)]*)?\)")
_ABOUT = frozenset("on for of against to concerning relating".split())
_SENTENCE = re.compile(r"[a-z][.;:] ")


@cache
def _no_acronyms() -> frozenset[str]:
    return frozenset(data.organizations()["not_acronyms"]) | frozenset(places.names())


@cache
def _bodies() -> frozenset[str]:
    return frozenset(data.organizations()["last"])


def spells(acronym: str, name: str) -> bool:
    """Tell whether the letters of ``acronym`` occur in order in ``name``, half of them as initials."""
    wanted = [c.lower() for c in acronym if c.isalnum()]
    flat = name.lower()
    if not wanted or not flat.startswith(wanted[0]):
        return False
    at = 0
    for letter in wanted:
        at = flat.find(letter, at) + 1
        if not at:
            return False
    initials = {word[0].lower() for word in name.split()}
    return sum(letter in initials for letter in wanted) * 2 >= len(wanted)


def acronyms(context: Context, found: Iterable[Candidate]) -> dict[str, Candidate]:
    """Return acronym to the candidate it stands for, where the text defines it in brackets."""
    known: dict[str, Candidate] = {}
    unwanted = _no_acronyms()
    for item in found:
        if item.type not in ("ORGANIZATION", "TREATY_OR_LAW", "PLACE", "PERSON"):
            continue
        if not context.text.startswith(" (", item.end):
            continue
        match = _DEFINED.match(context.text, item.end)
        if (
            match
            and match[1] not in unwanted
            and (spells(match[1], item.name) or item.type == "ORGANIZATION")
        ):
            known[match[1]] = item
    return known


def _suffix_spelled(words: list[str], acronym: str) -> int | None:
    """Return where the words begin whose capitals spell ``acronym``; None when they do not."""
    wanted = [c.lower() for c in acronym if c.isalpha()]
    for begin in range(len(words) - 1, -1, -1):
        if not words[begin][0].isupper():
            continue
        initials = [w[0].lower() for w in words[begin:] if w[0].isupper()]
        if initials == wanted or (
            words[begin].upper() == acronym[: len(words[begin])]
            and "".join(initials[1:]) == acronym[len(words[begin]) :].lower()
        ):
            return begin
    return None


def _is_person(words: tuple[str, ...], acronym: str) -> bool:
    """Tell whether the initials are a person's: ``Aung San Suu Kyi (ASSK)``."""
    return "".join(word[0] for word in words) == acronym and shaped(words) and all(map(is_strange, words[1:]))


def defined(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find the long form before an acronym in brackets, whatever words it is made of."""
    text = context.text
    laws, programs = set(data.treaties()["last"]), set(data.organizations()["programs"])
    unwanted, bodies = _no_acronyms(), _bodies()
    for segment in context.prose():
        for match in _BRACKETED.finditer(text, segment.start, segment.end):
            if match[1] in unwanted:
                continue
            low = max(segment.start, match.start() - 90)
            words = text[low : match.start()].split(" ")
            begin = _suffix_spelled(words[1:] if low > segment.start else words, match[1])
            at = bisect_left(parts, match.start(), key=attrgetter("end"))
            part = parts[at] if at < len(parts) and parts[at].end == match.start() else None
            if begin is not None:
                chosen = (words[1:] if low > segment.start else words)[begin:]
            elif part is not None and len(part.words) > 1 and part.title is None and not shaped(part.words):
                chosen = list(part.words)
            else:
                continue
            name = " ".join(chosen)
            known = match[1] in data.organizations()["acronyms"]
            if (
                len(chosen) < 2
                or (chosen[-1] in programs and not known)
                or name in places.names()
                or _SENTENCE.search(name)
            ):
                continue
            law = chosen[-1] in laws or (chosen[0] in laws and chosen[1] in _ABOUT)
            kind = "TREATY_OR_LAW" if law else "ORGANIZATION"
            if kind == "ORGANIZATION" and chosen[-1] not in bodies and _is_person(tuple(chosen), match[1]):
                kind = "PERSON"
            yield Candidate(match.start() - len(name), match.start(), kind, name, 3, told=True)
