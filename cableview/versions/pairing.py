"""Which paragraph of one version is which paragraph of the other."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Sequence

from cableview.model.anchor import paragraph_hash
from cableview.model.cable import Paragraph
from cableview.versions.words import REDACTION, outline

Match = tuple[int | None, int | None]
"""Positions (from 0) in the old and the new version."""

_WINDOW = 6
"""How far from its place, among those left over, a similar paragraph is looked for."""
_WORDS = 600
"""A paragraph is known by so many words."""
_SIMILAR = 0.45
_SAME_NUMBER = 0.2
"""With the same number, less has to agree."""


def pair(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Match]:
    """Pair by hash, then by number, then by similarity; every paragraph stands in exactly one match.

    In the order of ``new``; one that only ``old`` has follows the match of the paragraph before it.
    """
    found = _by_hash(old, new)
    found |= _by_number(old, new, found)
    found |= _by_likeness(old, new, found)
    return _ordered(len(old), len(new), found)


def _by_hash(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> dict[int, int]:
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for at, item in enumerate(new):
        places[paragraph_hash(item.text)].append(at)
    found: dict[int, int] = {}
    for at, item in enumerate(old):
        waiting = places.get(paragraph_hash(item.text))
        if waiting:
            found[at] = waiting.popleft()
    return found


def _by_number(old: Sequence[Paragraph], new: Sequence[Paragraph], taken: dict[int, int]) -> dict[int, int]:
    there = set(taken.values())
    places: defaultdict[int, deque[int]] = defaultdict(deque)
    for at, item in enumerate(new):
        if item.number is not None and at not in there:
            places[item.number].append(at)
    found: dict[int, int] = {}
    for at, item in enumerate(old):
        waiting = places.get(item.number) if item.number is not None and at not in taken else None
        if waiting and _could_be(item.text, new[waiting[0]].text):
            found[at] = waiting.popleft()
    return found


def _could_be(old: str, new: str) -> bool:
    hidden = REDACTION.search(old) or REDACTION.search(new)
    return bool(hidden) or _likeness(_words(old), _words(new)) >= _SAME_NUMBER


def _by_likeness(old: Sequence[Paragraph], new: Sequence[Paragraph], taken: dict[int, int]) -> dict[int, int]:
    there = set(taken.values())
    left = [at for at in range(len(old)) if at not in taken]
    right = [at for at in range(len(new)) if at not in there]
    words = {at: _words(new[at].text) for at in right}
    scored: list[tuple[float, int, int, int]] = []
    for place, at in enumerate(left):
        own = _words(old[at].text)
        for near in right[max(place - _WINDOW, 0) : place + _WINDOW + 1]:
            likeness = _likeness(own, words[near])
            if likeness >= _SIMILAR:
                scored.append((-likeness, abs(at - near), at, near))
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, _, at, near in sorted(scored):
        if at not in found and near not in used:
            found[at] = near
            used.add(near)
    return found


def _words(text: str) -> Counter[str]:
    return Counter(outline(word) for word in text.split(None, _WORDS)[:_WORDS])


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words that both have, from 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _ordered(olds: int, news: int, found: dict[int, int]) -> list[Match]:
    back = {new: old for old, new in found.items()}
    lonely: defaultdict[int, list[int]] = defaultdict(list)
    before = -1
    for old in range(olds):
        if old in found:
            before = found[old]
        else:
            lonely[before].append(old)
    matches: list[Match] = [(old, None) for old in lonely[-1]]
    for new in range(news):
        matches.append((back.get(new), new))
        matches += [(old, None) for old in lonely[new]]
    return matches
