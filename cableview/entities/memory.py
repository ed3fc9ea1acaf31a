"""Names that other cables have told: which are safe to carry, and where this cable only names them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from cableview import data
from cableview.entities import places
from cableview.entities.candidate import GUESS, Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon
from cableview.entities.organizations import is_body
from cableview.entities.runs import Part
from cableview.entities.shapes import common, is_strange, shaped
from cableview.entities.tokens import distinct_words

_RANK = GUESS - 1
"""What a rule finds in the cable itself stands above what others tell; a mere guess does not."""
_SHORTEST_ALONE = 5
"""Letters of a name of one word: shorter ones are found by chance."""
_SHORTEST = 3
_MAX_WORDS = 6
_ALONE = frozenset({"ORGANIZATION", "VESSEL"})
"""The types whose names of one word may be carried."""
_JOINING = frozenset("the a of in on at by for from to and or was with about this that his her its".split())
"""Words that headlines write with a capital; no name begins or ends in them."""
_ARTICLES = frozenset({"El", "La", "Los", "Las", "Le"})
"""They begin nicknames: ``El Gato`` is one man here and another there."""
_RUNNING = frozenset({"body", "gap"})
"""The parts of a cable where only names have capitals."""
_JOINED_BEFORE, _JOINED_AFTER = "-/&@.", "/&@"
_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True)
class Known:
    """Names that other cables have told."""

    names: frozenset[tuple[str, str]] = frozenset()
    """Type, and the name as it is printed."""

    @cached_property
    def lexicon(self) -> Lexicon[tuple[str, str]]:
        """The names as they stand in mixed case and in capitals."""
        mixed = {name: (kind, name) for kind, name in sorted(self.names)}
        return Lexicon({name.upper(): one for name, one in mixed.items()} | mixed)

    def may_stand_in(self, raw: str) -> bool:
        """Tell cheaply whether a text has all words of one of the names, in their case or in capitals."""
        words = distinct_words(raw)
        return any(distinct_words(form) <= words for _, name in self.names for form in (name, name.upper()))


def carries(kind: str, name: str) -> bool:
    """Tell whether a name means the same wherever it stands: it may be carried to other cables.

    A surname alone is many people and an acronym many bodies; what words of English or of the map make up may
    be something else. What shows by itself what it is needs no help.
    """
    words = tuple(name.split())
    telling = any(len(word) >= _SHORTEST and is_strange(word) for word in words)
    if not telling or len(words) > _MAX_WORDS or name.isupper() or name in places.names():
        return False
    if is_body(words) or shaped(words) or not _JOINING.isdisjoint(map(str.lower, (words[0], words[-1]))):
        return False
    if len(words) == 1:
        return kind in _ALONE and _coined(name)
    if kind == "PERSON":
        return _is_full(words)
    return kind in _ALONE


def _is_full(words: tuple[str, ...]) -> bool:
    """Tell whether a person's name is written out: no initials, no nickname, no piece of a headline."""
    if (len(words) == 2 and words[0] in _ARTICLES) or not _JOINING.isdisjoint(map(str.lower, words)):
        return False
    if not is_strange(words[-1]):
        return False
    return all(len(word) > 1 and word[0].isalpha() and not word.endswith(".") for word in words)


def _coined(word: str) -> bool:
    """Tell whether a word was made to be a name: it is no word, no place and nobody's given name."""
    return (
        len(word) >= _SHORTEST_ALONE
        and word.isalpha()
        and word not in data.given_names()
        and word not in data.cities()
        and word not in common()
    )


def told(context: Context, found: Iterable[Candidate]) -> set[tuple[str, str]]:
    """Return the types and names that the words beside them tell, in running text.

    In headlines nothing shows where a name ends; nor in capitals, unless all its words can only be names.
    """
    names = set()
    for item in (item for item in found if item.told):
        segment = context.flat.segment_at(item.start)
        if segment is None or segment.kind not in _RUNNING:
            continue
        if not segment.recased or all(map(is_strange, item.name.split())):
            names.add((item.type, item.name))
    return names


def recalled(
    context: Context, parts: list[Part], found: list[Candidate], known: Known
) -> Iterator[Candidate]:
    """Find the known names of which the rules, who ``found`` the rest, say nothing else."""
    if not known.names:
        return
    hits = {hit for where in (context.where, context.capitals) for hit in known.lexicon.find(where)}
    if not hits:
        return
    said = _said(found)
    for start, end, (kind, name) in hits:
        if said[name.casefold()] <= {kind} and _stands_free(context, parts, start, end):
            yield Candidate(start, end, kind, name, _RANK)


def _said(found: Iterable[Candidate]) -> defaultdict[str, set[str]]:
    """Return which types the cable itself gives a name; part of a person's name is a person too."""
    said: defaultdict[str, set[str]] = defaultdict(set)
    for item in found:
        if item.rank < GUESS:
            said[item.name.casefold()].add(item.type)
            if item.type == "PERSON":
                for word in item.name.casefold().split():
                    said[word].add(item.type)
    return said


def _stands_free(context: Context, parts: list[Part], start: int, end: int) -> bool:
    """Tell whether a name stands in prose and is no part of a longer one."""
    segment, text = context.flat.segment_at(start), context.text
    if segment is None or not segment.prose or text[start - 1] in _JOINED_BEFORE:
        return False
    after = text[end : end + 2]
    if after.startswith(tuple(_JOINED_AFTER)) or (after[:1] == "-" and after[1:].isupper()):
        return False
    first = bisect_right(parts, start, key=_START) - 1
    last = bisect_left(parts, end, key=_START) - 1
    return not (
        (first >= 0 and parts[first].start < start < parts[first].end)
        or (last >= 0 and end < parts[last].end)
    )
