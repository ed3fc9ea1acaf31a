"""What a cable itself says about its names: acronyms it defines, short forms, surnames.

All of it holds within one cable only: another cable's Zhang is another man.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cableview import data
from cableview.entities import places
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.definitions import acronyms
from cableview.entities.lexicon import first_word
from cableview.entities.runs import openers
from cableview.entities.surnames import people
from cableview.entities.tokens import ends_word, occurrences

_SUFFIX = re.compile(r" (?:CORP|CO|LTD|INC|Corp|Co|Ltd|Inc)\b\.?")
_SUFFIX_OPENS = (" C", " L", " I")
_MIN_WORD = 3
_NEW_PLACE = 8
_GUESSED = 7
_NICKNAME = 3
_CODED = frozenset({"tags", "passing"})
"""Parts of a cable where names stand for something else."""
_Meaning = tuple[str, str, list[Candidate]]
# type, canonical name, and, where the name is empty, the full names that carry the form
_REMEMBERED = 10_000
"""Names that are remembered: many are met again, in the same cable or another."""


@cache
def _generic() -> frozenset[str]:
    return frozenset(data.organizations()["generic"]) | frozenset(data.organizations()["last"])


class _Head(NamedTuple):
    """A beginning of a name that may stand for all of it."""

    short: str
    telling: tuple[str, ...]
    """Its words that may tell one name from another, unless the cable writes them small."""
    sure: bool
    """It may stand for the name for all that they tell."""


@lru_cache(maxsize=_REMEMBERED)
def _heads(name: str) -> tuple[_Head, ...]:
    words = name.split()
    heads = []
    for count in range(len(words) - 1, 0, -1):
        head = words[:count]
        if head[-1] in ("and", "of", "for", "&", "the") or len(head[-1]) < 2:
            continue
        telling = [
            w for w in head
            if w not in _generic() and w not in places.names() and w not in places.demonyms()
            and w not in openers() and w.removesuffix("s") not in places.demonyms()
        ]  # fmt: skip
        sure = (
            count > 1
            and words[count - 1] in ("Group", "Bank")
            and head[0] not in openers()
            and head[0] not in places.names()
        ) or (count == 2 and words[1] == "Group")
        short = " ".join(head)
        if (telling or sure) and len(short) >= _MIN_WORD and short not in places.names():
            heads.append(_Head(short, tuple(telling), sure))
    return tuple(heads)


def _shorts(name: str, writes_small: Callable[[str], bool]) -> Iterator[str]:
    """Yield the beginnings of ``name`` that may stand for it."""
    for short, telling, sure in _heads(name):
        if sure or not all(map(writes_small, telling)):
            yield short


def short_forms(found: Iterable[Candidate], writes_small: Callable[[str], bool]) -> dict[str, Candidate]:
    """Return the short forms of every organization; ``found`` is in order of place."""
    forms: dict[str, Candidate] = {}
    seen = set()
    for item in found:
        if item.type == "ORGANIZATION" and item.name not in seen:
            seen.add(item.name)
            for short in _shorts(item.name, writes_small):
                forms.setdefault(short, item)
    return forms


def _nearest(carriers: list[Candidate], at: int) -> Candidate:
    """Return the carrier named last before ``at``, else the first one after it."""
    if len(carriers) == 1:
        return carriers[0]
    before = bisect_right(carriers, at, key=lambda carrier: carrier.start)
    return carriers[max(0, before - 1)]


def _forms(context: Context, found: list[Candidate]) -> dict[str, _Meaning]:
    """Return each form that stands for a name of this cable, with what it means."""
    writes_small = context.writes_small
    humans = [c for c in found if c.type == "PERSON"]
    surnames = people(humans, writes_small)
    bodies = [c for c in found if c.type == "ORGANIZATION" and (c.rank < _GUESSED or c.name not in surnames)]
    forms: dict[str, _Meaning] = {}
    for short, item in short_forms(bodies, writes_small).items():
        forms.setdefault(short, ("ORGANIZATION", item.name, []))
    for item in bodies:
        forms.setdefault(item.name, ("ORGANIZATION", item.name, []))
        forms.setdefault(context.text[item.start : item.end], ("ORGANIZATION", item.name, []))
    for surname, carriers in surnames.items():
        forms.setdefault(surname, ("PERSON", "", carriers))
    nicks = (c for c in humans if c.rank == _NICKNAME and len(c.name) > c.end - c.start)
    forms |= {context.text[c.start : c.end]: ("PERSON", c.name, []) for c in nicks}
    by_word: dict[str, list[Candidate]] = {}
    for item in humans:
        for word in item.name.split():
            by_word.setdefault(word, []).append(item)
    for item in humans:
        if item.name not in forms:
            carriers = [c for c in by_word.get(item.name, ()) if c.name != item.name]
            forms[item.name] = ("PERSON", "" if carriers else item.name, carriers)
        if item.name.isupper():
            title = item.name.title()
            if not writes_small(title) and title not in openers():
                forms.setdefault(title, ("PERSON", item.name, []))
    ships = {c.name for c in found if c.type == "VESSEL" and c.name not in places.names()}
    forms |= {name: ("VESSEL", name, []) for name in ships if " " in name or name not in forms}
    places_here = (c for c in found if c.type == "PLACE" and c.rank == _NEW_PLACE)
    forms |= {item.name: ("PLACE", item.name, []) for item in places_here if item.name not in forms}
    return forms | {word: (item.type, item.name, []) for word, item in acronyms(context, found).items()}


def repeats(context: Context, found: list[Candidate]) -> Iterator[Candidate]:
    """Find every other place where the cable's own names stand, also in capitals."""
    forms = _forms(context, found)
    for form, meaning in list(forms.items()):
        if len(form) >= (_MIN_WORD if meaning[0] != "PERSON" else _MIN_WORD + 1):
            forms.setdefault(form.upper(), meaning)
    text = context.text
    coded = max((segment.end for segment in context.flat.segments if segment.kind in _CODED), default=0)
    for start, end, form in _find_all(context, forms):
        kind, name, carriers = forms[form]
        if start < coded and (segment := context.flat.segment_at(start)) and segment.kind in _CODED:
            continue
        suffix = None
        if kind == "ORGANIZATION" and text.startswith(_SUFFIX_OPENS, end):
            suffix = _SUFFIX.match(text, end)
        owner = name or _nearest(carriers, start).name
        rank = 2 if kind == "PERSON" else 3 if len(owner) > len(form) else 4
        yield Candidate(start, suffix.end() if suffix else end, kind, owner, rank)


def _find_all(context: Context, forms: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the places of all forms, as written and as read."""
    sizes: defaultdict[str, set[int]] = defaultdict(set)
    words = context.words
    for form in forms:
        first = first_word(form)
        if first in words:
            sizes[first].add(len(form))
        elif not first:
            yield from ((start, end, form) for start, end in occurrences(context.text, form))
    for where in (context.capitals, context.where):
        text = where.text
        for first in filter(where.words.__contains__, sizes):
            # by length, since hundreds of forms may share their first word
            starts = where.starts(first)
            for size in sorted(sizes[first]):
                if size == len(first):
                    yield from ((start, start + size, first) for start in starts)
                    continue
                for start in starts:
                    end = start + size
                    if (form := text[start:end]) in forms and ends_word(text, end):
                        yield start, end, form
