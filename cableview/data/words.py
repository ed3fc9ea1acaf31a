"""Common English words and given names of many peoples: what tells a word from a name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

_VOWELS = frozenset("aeiou")
_MIN_STEM = 3
_PREFIXES = frozenset("non anti pre post ex co re pro semi sub".split())


def _lines(name: str) -> frozenset[str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return frozenset(text.split("\n")) - {""}


@cache
def common_words() -> frozenset[str]:
    """Return common English words in small letters; of regular forms mostly the first."""
    return _lines("common.txt")


@cache
def given_names() -> frozenset[str]:
    """Return given names from many countries, without accents; none of them is a common word."""
    return _lines("given.txt")


@cache
def cities() -> frozenset[str]:
    """Return cities and towns of the world, without accents; none of them is a common word."""
    return _lines("cities.txt")


def stems(word: str) -> Iterator[str]:
    """Yield what ``word`` may be a regular form of."""
    for ending, replacements in _ENDINGS:
        if not word.endswith(ending):
            continue
        stem = word[: -len(ending)]
        if len(stem) < _MIN_STEM:
            continue
        for replacement in replacements:
            yield stem + replacement
        if stem[-1] == stem[-2] and stem[-1] not in _VOWELS and "" in replacements and ending[0] in "aei":
            yield stem[:-1]


_ENDINGS = (
    ("s", ("",)),
    ("es", ("",)),
    ("ies", ("y",)),
    ("ed", ("", "e")),
    ("ied", ("y",)),
    ("ing", ("", "e")),
    ("ings", ("", "e")),
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("ly", ("", "le")),
    ("ily", ("y",)),
    ("ness", ("",)),
)


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """Tell whether ``word``, in small letters, is a common English word, or made of such words."""
    known = common_words()
    if word in known or any(stem in known for stem in stems(word)):
        return True
    return "-" in word and all(part in _PREFIXES or is_common(part) for part in word.split("-"))
