"""Titles in text in capitals: before a name, and after one, they get capitals."""

from __future__ import annotations

import re
from functools import cache

from cableview import data
from cableview.entities import places
from cableview.entities.cased import Words, acronyms, capitalize, given
from cableview.entities.lexicon import Lexicon
from cableview.entities.raised_bodies import topics_end

_BEFORE_NAMES = frozenset(
    {"president", "ambassador", "senator", "congressman", "secretary", "prime minister"}
)
_ENDS = re.compile(r"[.,;](?<!Y.)|['’]S\b")
"""What follows a name that is a common word too: PRESIDENT FORD."""
_RANKS = frozenset({"general", "major", "father", "professor", "sister", "economist", "editor"})
_BEFORE_NAME = (" ", ". ", ": ")
_AFTER_NAME = (", ", ", FORMER ")
_BEFORE_RANK = frozenset({"IN", "THE", "A", "AS", "MORE"})
Hit = tuple[int, int, str]
"""Start, end and mixed form of what a lexicon finds."""


@cache
def title_words() -> Lexicon[str]:
    """Return titles in capitals, each with its small form."""
    facts = data.titles()
    forms = {head.upper(): head for head in facts["heads"]}
    forms |= {f"{word.upper()}.": word for word in facts["honorifics"] if word.isalpha()}
    return Lexicon(forms | {word: word for word in ("DR", "MR", "MRS", "MS", "HAJI", "SHEIKH", "SIR")})


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(word.upper() for word in data.titles()["modifiers"])


def known_place(words: Words, index: int) -> bool:
    """Tell whether a word is a demonym, or a place that is no city."""
    if index >= len(words.forms):
        return False
    form = words.forms[index]
    return form in places.demonyms() or (form in places.names() and form not in data.cities())


def _raise_topic(words: Words, first: int, after: int) -> bool:
    """Give capitals to a title with its topic before a name; tell whether it stands so."""
    if after + 1 >= len(words.words) or words.words[after] not in ("OF", "FOR"):
        return False
    topic = after + 1 + (words.words[after + 1] == "THE")
    stop = topics_end(words, topic)
    if stop == topic:
        return False
    led = words.named(stop) and words.gap(stop - 1) in _BEFORE_NAME
    if not led and not (words.named(first - 1) and words.gap(first - 1) in _AFTER_NAME):
        return False
    words.raise_all(_narrowed(words, first), stop)
    return True


def _is_rank(words: Words, index: int, head: str) -> bool:
    """Tell whether a word that is a title at times is one: GENERAL PINOCHET, not GENERAL ELECTIONS."""
    if words.gap(index) != " " or not words.named(index + 1) or known_place(words, index + 1):
        return False
    known = words.words[index + 1] in given()
    return head in _RANKS and (known or (head == "general" and words.words[index - 1] not in _BEFORE_RANK))


def _narrowed(words: Words, first: int) -> int:
    """Return where a title begins with what narrows it: SECOND | MINISTER."""
    while first and words.gap(first - 1) == " " and words.words[first - 1] in _modifiers():
        first -= 1
    return first


def raise_titles(words: Words, titles: list[Hit]) -> None:
    """Give capitals to a title beside a name, with what narrows it."""
    unclear = set(data.titles()["not_roles"])
    for start, end, head in reversed(titles):
        first = words.at.get(start)
        if first is None or (head in unclear and not _is_rank(words, first, head)):
            continue
        after = first
        while after < len(words.spans) and words.spans[after][0] < end:
            after += 1
        if _raise_topic(words, first, after):
            continue
        follows = after < len(words.spans) and words.text[end : words.spans[after][0]] in _BEFORE_NAME
        if not follows:
            continue
        if not words.named(after):
            unknown = words.words[after].isalpha() and (
                not data.is_common(words.words[after].lower())
                or (head in _BEFORE_NAMES and _ENDS.match(words.text, words.spans[after][1]) is not None)
            )
            if not unknown or words.words[after] in acronyms() or len(words.words[after]) < 2:
                continue
            words.forms[after] = capitalize(words.words[after])
        elif known_place(words, after) and not words.named(after + 1):
            continue
        words.raise_all(_narrowed(words, first), after)
