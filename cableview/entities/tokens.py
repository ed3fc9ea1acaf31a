"""Every word of a text with its places: one look at the text, so that no rule need look for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from string import ascii_uppercase, digits
from typing import NamedTuple

from cableview.model.cable import Span

_WORD = re.compile(r"\w+")
_FIRST_WORD, _LAST_WORD = re.compile(r"\w*"), re.compile(r"\w*$")
_LONGEST = 30
"""Letters of a word that is told by its form, at most."""
_FOREIGN = re.compile("[^\x00-\xff]")
_APART = bytes(ord(c) if (c := chr(code)).isalnum() or c == "_" else ord(" ") for code in range(256))
"""What is no letter, digit or underscore becomes a blank."""
_SHORT = 2
TELLING_FIRST = frozenset(ascii_uppercase + digits)
"""What only telling words begin with."""
# the lookbehind comes after the first letter so that the engine can skip to it
_TELLING = re.compile(r"[^\W_a-z](?<!\w.)\w*")
# the same where no other letters can be, which the engine finds sooner
_LATIN = "0-9A-Z_a-zªµº²³¹¼½¾À-ÖØ-öø-ÿ"
_LATIN_TELLING = re.compile(rf"[0-9A-ZÀ-ÖØ-öø-ÿ](?<![{_LATIN}].)[{_LATIN}]*")


class Telling(NamedTuple):
    """The words that may be names; most others are small, and few of those are ever asked for."""

    places: list[int]
    """Where each of them begins, in order."""
    starts: dict[str, list[int]]
    """The same for each word."""
    words: frozenset[str]


class Where:
    """The words of a text, or of some spans of it, and where each of them stands."""

    def __init__(self, text: str, words: frozenset[str], spans: Sequence[Span] | None = None) -> None:
        self.text = text
        self.words = words
        """Every word of the text, and perhaps others."""
        self.spans = [(0, len(text))] if spans is None else spans
        """Where the words are looked for, in order of place."""
        self._others: dict[str, list[int]] = {}

    def writes_small(self, word: str) -> bool:
        """Tell whether a word of three letters or more is among them in small letters: it is no name."""
        small = word.lower()
        return small in self.words and len(small) > _SHORT and small.isascii() and small.isalpha()

    @cached_property
    def telling(self) -> Telling:
        """Words that begin with a capital, a digit or a letter with an accent, and where they stand."""
        places: list[int] = []
        starts: dict[str, list[int]] = {}
        pattern = _LATIN_TELLING if is_latin(self.text) else _TELLING
        for span in self.spans:
            for match in pattern.finditer(self.text, *span):
                start, word = match.start(), match[0]
                places.append(start)
                if word in starts:
                    starts[word].append(start)
                else:
                    starts[word] = [start]
        return Telling(places, starts, frozenset(starts))

    def starts(self, word: str) -> Sequence[int]:
        """Return where a word begins, in order of place."""
        found = self.telling.starts.get(word) or self._others.get(word)
        if found is None:
            spans = () if word[0] in TELLING_FIRST else self.spans
            found = [start for span in spans for start, _ in occurrences(self.text, word, *span)]
            self._others[word] = found
        return found


def words_of(text: str) -> Where:
    """Return the words of a text."""
    return Where(text, distinct_words(text))


def distinct_words(text: str) -> frozenset[str]:
    """Return the runs of letters, digits and underscores of a text."""
    latin = latin_of(text)
    words = _WORD.findall(text) if latin is None else latin.translate(_APART).decode("latin-1").split()
    return frozenset(words)


def word_before(text: str, start: int) -> str:
    """Return the word that ends one blank before ``start``; empty when there is none."""
    if text[start - 1] != " ":
        return ""
    low = start - _LONGEST if start > _LONGEST else 0
    blank = text.rfind(" ", low, start - 1)
    word = text[blank + 1 if blank >= 0 else low : start - 1]
    if word.isalpha():
        return word
    return _LAST_WORD.search(word)[0] if text[start - 2].isalnum() else ""  # type: ignore[index]


def word_after(text: str, end: int) -> str:
    """Return the word that begins one blank after ``end``; empty when there is none."""
    if text[end : end + 1] != " ":
        return ""
    stop = text.find(" ", end + 1, end + _LONGEST)
    word = text[end + 1 : stop if stop >= 0 else end + _LONGEST]
    return word if word.isalpha() else _FIRST_WORD.match(word)[0]  # type: ignore[index]


def whole(text: str, start: int, end: int) -> bool:
    """Tell whether a span is not the middle of a word."""
    if start and ((before := text[start - 1]).isalnum() or before == "_"):
        return False
    return ends_word(text, end)


def ends_word(text: str, end: int) -> bool:
    """Tell whether no word goes on at ``end``."""
    return end >= len(text) or not ((after := text[end]).isalnum() or after == "_")


def occurrences(text: str, name: str, low: int = 0, high: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield each whole-word place of ``name``."""
    at = text.find(name, low, high)
    while at >= 0:
        end = at + len(name)
        if whole(text, at, end):
            yield at, end
        at = text.find(name, end, high)


def latin_of(text: str) -> bytes | None:
    """Return one byte for each character, a question mark for foreign signs; None with foreign letters."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return None if any(map(str.isalnum, _FOREIGN.findall(text))) else text.encode("latin-1", "replace")


def is_latin(text: str) -> bool:
    """Tell whether each letter and digit of ``text`` is one of the first 256 characters."""
    return text.isascii() or latin_of(text) is not None
