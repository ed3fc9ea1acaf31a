"""Subjects are sent in capitals; readers get sentence case, with the cable's own text as the witness."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWEL = re.compile("[AEIOUY]")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on onto or over per the to up via vs with".split()
)


def sentence_case(subject: str, text: str) -> str:
    """Return an all-capitals ``subject`` in sentence case; any other comes back as it is.

    A word is written as the cable's ``text`` writes it: in lower case if it ever does, else with a
    capital, else in capitals (an acronym). Names of the subject come up in the text, so a word that it
    never uses is an ordinary one, unless it has no vowel. A text that is itself in capitals is no witness,
    and the subject stays as printed.
    """
    if any(c.islower() for c in subject) or not any(c.islower() for c in text[:2000]):
        return subject
    dotted = [match.span() for match in _DOTTED.finditer(subject)]

    def recase(match: re.Match[str]) -> str:
        word = match[0]
        if any(start <= match.start() < end for start, end in dotted):
            return word
        lower, capital = word.lower(), word.capitalize()
        if lower in _SMALL or _uses(text, lower):
            return lower
        if _uses(text, capital):
            return capital
        return lower if _VOWEL.search(word) and not _uses(text, word) else word

    cased = _WORD.sub(recase, subject)
    first = _WORD.search(cased)
    if first is None or not first[0].islower():
        return cased
    return cased[: first.start()] + cased[first.start()].upper() + cased[first.start() + 1 :]


def title_case(subject: str, text: str) -> str:
    """Return an all-capitals ``subject`` in title case, as citations print it."""
    cased = sentence_case(subject, text)
    if cased == subject:
        return subject

    def capital(match: re.Match[str]) -> str:
        word = match[0]
        if word in _SMALL and match.start() > 0:
            return word
        return word[0].upper() + word[1:]

    return _WORD.sub(capital, cased)


def _uses(text: str, word: str) -> bool:
    """Tell whether ``text`` has ``word`` in this very case, as a whole word."""
    at = text.find(word)
    while at >= 0:
        after = at + len(word)
        before_ok = at == 0 or not text[at - 1].isalnum()
        if before_ok and (after == len(text) or not text[after].isalnum()):
            return True
        at = text.find(word, after)
    return False
