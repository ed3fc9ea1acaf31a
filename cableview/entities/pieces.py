"""Where in a stretch of capitalised words one name ends and another begins."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cableview import data
from cableview.entities.run_patterns import SUFFIX_STOP
from cableview.entities.word_sets import given, topics

_LOOSE = " ,&"
_REMEMBERED = 10_000
"""Runs that are remembered: many are met again, in the same cable or another."""


@cache
def _before_people() -> frozenset[str]:
    facts = data.organizations()
    return frozenset(facts["topics"]) | frozenset(facts["last"])


def _strange(word: str) -> bool:
    return word.isalpha() and not word.isupper() and not data.is_common(word.lower())


class Piece(NamedTuple):
    """A stretch of a run, and where in the run it begins."""

    at: int
    name: str
    words: tuple[str, ...]


@lru_cache(maxsize=_REMEMBERED)
def pieces(run: str) -> tuple[Piece, ...]:
    """Cut a run where another name begins."""
    pieces: list[Piece] = []
    begin = 0
    for stop in SUFFIX_STOP.finditer(run):
        pieces += _people_apart(begin, run[begin : stop.start() + len(stop[1])])
        begin = stop.end()
    return (*pieces, *_people_apart(begin, run[begin:]))


def _people_apart(begin: int, run: str) -> Iterator[Piece]:
    """Cut a run where a body ends and a person begins: ``Foreign Affairs | Ali Hassan``."""
    words = run.split(" ")
    at = len(words[0]) + 1
    for index in range(1, len(words) - 1):
        if _before_people().isdisjoint(words[:-2]):
            break
        begins = (words[index] in given() and words[index - 1] in _before_people()) or (
            words[index - 1] in topics() and all(_strange(word) for word in words[index:])
        )
        if begins and not _before_people().intersection(words[index:]):
            yield _stripped(begin, run[: at - 1])
            yield _stripped(begin + at, run[at:])
            return
        at += len(words[index]) + 1
    yield _stripped(begin, run)


def _stripped(at: int, run: str) -> Piece:
    bare = run.lstrip(_LOOSE)
    name = bare.rstrip(_LOOSE)
    return Piece(at + len(run) - len(bare), name, tuple(name.split(" ")))
