"""Query sets from a made corpus and its truth; ``tests.bench.search_bench`` says what counts as found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from cableview.store import open_library
from tests.bench.made.words import Words

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORDS = 3
_KEPT = 12_000
_SHORTEST = 4
_SHORTEST_WRONG = 5
_BESIDE = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and the cable it means."""

    text: str
    key: int
    """The library's key of the cable meant; 0 when none is."""
    words: tuple[str, ...] = ()
    """The words as they should be."""


def held_truth(path: Path, library: Path) -> tuple[dict[int, str], list[tuple[int, dict[str, Any]]]]:
    """Return (folded subjects by library key, some thousand pairs of key and whole truth) of what is held."""
    subjects: dict[int, str] = {}
    kept = []
    with open_library(library, readonly=True) as held, path.open(encoding="utf-8") as lines:
        every = max(1, held.count() // _KEPT)
        for number, line in enumerate(lines):
            truth = json.loads(line)
            if truth.get("version") or not truth.get("subject"):
                continue
            key = held.key_of(truth["id"])
            if key is not None:
                subjects[key] = truth["subject"].lower()
                if not number % every:
                    kept.append((key, truth))
    return subjects, kept


def _long(text: str, shortest: int = _SHORTEST) -> list[str]:
    words = dict.fromkeys(text.lower().replace(",", " ").split())
    return [word for word in words if len(word) >= shortest and word.isascii() and word.isalpha()]


def misspell(word: str, random: Random) -> str:
    """Return the word with one random edit: a letter dropped, added, replaced, or swapped with the next."""
    while True:
        at = random.randrange(len(word) - 1)
        letter = random.choice(_LETTERS)
        wrong = random.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )
        if wrong != word:
            return wrong


def clean(truths: Sequence[tuple[int, dict[str, Any]]], count: int, random: Random) -> list[Asked]:
    """Return queries of three words of a cable's subject."""
    made: list[Asked] = []
    for key, truth in random.sample(truths, len(truths)):
        words = _long(truth["subject"])
        if len(words) < _WORDS or len(made) == count:
            continue
        chosen = tuple(random.sample(words, _WORDS))
        if any(len(word) >= _SHORTEST_WRONG for word in chosen):
            made.append(Asked(" ".join(chosen), key, chosen))
    return made


def misspelt(asked: Sequence[Asked], random: Random) -> list[Asked]:
    """Return the queries with a typo in one or two of their words of five letters or more."""
    made: list[Asked] = []
    for query in asked:
        words = list(query.words)
        places = [at for at, word in enumerate(words) if len(word) >= _SHORTEST_WRONG]
        for at in random.sample(places, min(len(places), random.choice((1, 2)))):
            words[at] = misspell(words[at], random)
        if places:
            made.append(Asked(" ".join(words), query.key, query.words))
    return made


def wrong_in_text(truths: Sequence[tuple[int, dict[str, Any]]], seed: int, random: Random) -> Iterator[Asked]:
    """Yield queries for cables whose text has a word misspelt, with the word spelt right.

    Four words of the subject stand beside it. The right word stands nowhere else in the cable.
    """
    words = Words(seed)
    known = {word.lower() for word in (*words.vocabulary, *words.names)}
    for key, truth in random.sample(truths, len(truths)):
        everything = set(_long(truth["subject"], 1))
        for paragraph in truth["paragraphs"]:
            everything.update(_long(paragraph["text"].replace(".", " "), 1))
        subject = _long(truth["subject"])
        for wrong in sorted(everything - known):
            right = _meant(wrong, known)
            if right is not None and right not in everything and len(subject) >= _BESIDE:
                yield Asked(" ".join((right, *random.sample(subject, _BESIDE))), key, (wrong,))
                break


def _meant(wrong: str, known: set[str]) -> str | None:
    """Return the one known word of which ``wrong`` is a swap, a doubling or a loss of a letter, else None."""
    if len(wrong) < _SHORTEST_WRONG:
        return None
    forms = {wrong[:at] + wrong[at + 1] + wrong[at] + wrong[at + 2 :] for at in range(len(wrong) - 1)}
    forms |= {wrong[:at] + wrong[at + 1 :] for at in range(1, len(wrong)) if wrong[at] == wrong[at - 1]}
    forms |= {wrong[:at] + letter + wrong[at:] for at in range(len(wrong) + 1) for letter in _LETTERS}
    found = (forms & known) - {wrong}
    return found.pop() if len(found) == 1 else None


def typed(asked: Sequence[Asked]) -> Iterator[str]:
    """Yield every query as it stands after each key."""
    for query in asked:
        for end in range(1, len(query.text) + 1):
            yield query.text[:end]
