"""What the words of a person's name look like."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cableview import data
from cableview.entities import organizations, places
from cableview.entities.runs import openers
from cableview.entities.word_sets import given, topics

_INITIAL = re.compile(r"(?:[A-Z]\.-?){1,4}")
_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")
_NAME = re.compile(
    r"(?:[A-Z]|(?:[A-Z]\.-?){1,4}|[ads]/[lop]|[A-ZÀ-Þ][\w’'‘`.-]*[a-zß-ÿ][\w’'‘`-]*|[a-z]{1,4}[-’']?[A-Z]?[\w’'-]*|[A-ZÀ-Þ]{2,}"
    r"|Jr\.?|Sr\.?|III?)"
)
_PLAIN = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ’'‘`]+(?:-[A-ZÀ-Þa-z][a-zß-ÿ]+)*|[A-Z]\.")
_SON_OR_FATHER = frozenset({"Bin", "Ibn", "Abu", "Umm"})
_MAX_WORDS = 6
_WORDS = 20_000
"""How many words each look-up of a word alone remembers."""


@cache
def _own_given() -> frozenset[str]:
    return frozenset(data.names()["given"])


@cache
def _east_asian() -> frozenset[str]:
    return frozenset(data.names()["east_asian"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(data.names()["particles"])


@cache
def _peoples() -> frozenset[str]:
    return frozenset(data.peoples())


@cache
def _body_words() -> frozenset[str]:
    facts = data.organizations()
    return frozenset(facts["last"]) | frozenset(facts["generic"]) | frozenset(data.names()["no_parts"])


@cache
def _unfit() -> frozenset[str]:
    return _body_words() | frozenset(places.demonyms()) | openers() | _peoples()


@cache
def _no_first() -> frozenset[str]:
    return frozenset(data.names()["no_first"])


def is_east_asian(words: tuple[str, ...]) -> bool:
    """Tell ``Li Genxin``, ``Yun Ho-chin`` and ``Ban Ki Moon`` by the family name that comes first."""
    if len(words) == 2 and len(words[0]) <= 5 and _KOREAN.fullmatch(words[1]):
        return True
    return 2 <= len(words) <= 3 and words[0] in _east_asian() and words[0] not in _own_given()


@lru_cache(maxsize=_WORDS)
def _fits(word: str) -> bool:
    return word not in _unfit() and _NAME.fullmatch(word) is not None


def name_like(words: tuple[str, ...], *, titled: bool = False) -> bool:
    """Tell whether every word may be part of a name; after a title some common words may (``Than Shwe``)."""
    if not words or len(words) > _MAX_WORDS or organizations.is_body(words):
        return False
    if len(words) > 1 and words[0] in _no_first():
        return False
    if not titled or len(words) == 1:
        return all(map(_fits, words))
    return all(
        _NAME.fullmatch(word)
        and (word not in _body_words() or words[0] in given())
        and word not in places.demonyms()
        and word not in _peoples()
        for word in words
    )


@lru_cache(maxsize=_WORDS)
def _is_designation(word: str) -> bool:
    return word.isupper() and len(word) > 2 and not word.isalpha() and not _INITIAL.fullmatch(word)


@lru_cache(maxsize=_WORDS)
def _is_link(word: str) -> bool:
    return word in _particles() or word.lower().startswith(("al-", "el-", "abdul", "abdel"))


def shaped(words: tuple[str, ...], *, given_only: bool = False) -> bool:
    """Tell whether a run like a name itself shows that it is a person's."""
    if len(words) < 2 or " ".join(words) in places.names():
        return False
    if any(map(_is_designation, words)):
        return False
    by_given = words[0] in given() or (words[0].split("-")[0] in given() and "-" in words[0])
    if by_given or given_only:
        return by_given
    initials = any(word[-1] == "." and _INITIAL.fullmatch(word) for word in words[:-1])
    if (initials and words[0] not in places.names()) or (words[0] in _SON_OR_FATHER and is_strange(words[1])):
        return True
    if any(map(_is_link, words[1:])):
        return words[0] not in places.names()
    return (
        is_east_asian(words)
        and all(word[1:].islower() or "-" in word for word in words[1:])
        and (len(words) == 2 or all(len(word) <= 6 for word in words[1:]))
    )


@cache
def common() -> frozenset[str]:
    """Return capitalised words that are in no name of a person."""
    facts = data.titles()
    laws, programs = data.treaties()["last"], data.organizations()["programs"]
    peoples = data.peoples()
    return frozenset(
        {*laws, *programs, *peoples, *topics(), *(word.capitalize() for word in facts["modifiers"])}
    )


@cache
def _known() -> frozenset[str]:
    return _unfit() | common() | frozenset(places.names())


@lru_cache(maxsize=_WORDS)
def is_strange(word: str) -> bool:
    """Tell whether a word looks like a name and is nothing else that is known."""
    return word not in _known() and not data.is_common(word.lower()) and _PLAIN.fullmatch(word) is not None


def fits_alone(word: str) -> bool:
    """Tell whether a word may be a surname that speaks."""
    return word not in places.names() and not word.isupper() and word not in _unfit() and len(word) > 1
