"""Words in capitals, each with the form it has in mixed writing when it stands alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from cableview import data
from cableview.entities import treaties
from cableview.entities.resolve_dates import MONTHS

_TOKEN = re.compile(r"(?<!\w)[A-ZÀ-Þ](?:[\w&]|['’.](?=[A-ZÀ-Þ]{2})|(?<=\b[A-Z])\.(?=[A-Z]\b))*")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_VOWEL = re.compile(r"[AEIOUYÀ-Þ]")
DEFINED = re.compile(r"\(([A-Z][A-Z0-9&/-]{1,9})(?:, OR [A-Z]+)?\)")
_MONTH_BEFORE = re.compile(
    r"(?:\d|\b(?:IN|BY|SINCE|UNTIL|LAST|NEXT|THIS|EARLY|MID|LATE|DURING|OF|FROM|AND|TO))[ -]$"
)
_MONTH_AFTER = re.compile(r",? \d")
_CLUSTER = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3}$")
_GOVERNMENT = re.compile(r"P?GO[A-Z]{1,2}")
SUFFIXES = frozenset({"LTD", "INC", "CORP", "CO", "LTDA"})
"""What ends the name of a company, short."""
_MAX_ACRONYM, _LONGEST_ACRONYM = 3, 5
_REMEMBERED = 20_000
"""How many words are remembered with what they tell by themselves."""
_NO_PARTICLES = frozenset({"A", "E", "AN", "WA", "TEN"})
SMALL = frozenset(
    "OF AND THE FOR ON IN TO AGAINST DE DES DU LA LAS LE LES LOS DEL DO DA DOS DI Y E ET EL".split()
)
"""Words that stay small inside a name."""


@cache
def acronyms() -> frozenset[str]:
    """Return acronyms that are no common words."""
    facts = data.organizations()
    shorthand = {*data.titles()["staff"], *data.titles()["short_roles"]}
    known = {*facts["acronyms"], *treaties.names(), *shorthand, *data.tags()} - set(facts["unclear"])
    return frozenset(word for word in known if word.isupper() and not data.is_common(word.lower()))


@cache
def given() -> frozenset[str]:
    """Return given names, in capitals."""
    return frozenset(name.upper() for name in (*data.names()["given"], *data.given_names()))


@cache
def particles() -> frozenset[str]:
    """Return small words inside names of people, in capitals."""
    return frozenset(p.upper().rstrip("-") for p in data.names()["particles"]) - _NO_PARTICLES


@lru_cache(maxsize=_REMEMBERED)
def capitalize(word: str) -> str:
    """Return ``McBride`` for ``MCBRIDE`` and ``O'Hara`` for ``O'HARA``."""
    if word.startswith("MC") and len(word) > 4:
        return f"Mc{word[2]}{word[3:].lower()}"
    return re.sub(r"[^\W\d_]+", lambda m: m.group()[0] + m.group()[1:].lower(), word)


@cache
def _vocabulary() -> frozenset[str]:
    """Return words of the trade that are no names: goods, money, titles."""
    facts, money = data.materials(), data.amounts()
    words = {w for item in (*facts["items"], *facts["makers"], *facts["heads"]) for w in item.split()}
    words |= {w for unit in (*money["currencies"], *money["units"]) if unit.islower() for w in unit.split()}
    words |= {w for head in data.titles()["heads"] for w in head.split()}
    plain = {w.lower() for w in words if w.isalpha() and (w.islower() or w.isupper())}
    return frozenset(plain | {w + "s" for w in plain} | set(data.plain_words()))


class _Alone(NamedTuple):
    """What a word tells by itself, whatever the cable."""

    sure: str | None
    """The form it has in any cable."""
    common: bool
    likely: str
    """The form it has when the cable tells nothing else."""


@lru_cache(maxsize=_REMEMBERED)
def _by_itself(word: str) -> _Alone:
    """Look up a word of two letters or more; an acronym or a designation is in capitals everywhere."""
    low = word.lower()
    common = data.is_common(low)
    if word in SUFFIXES:
        return _Alone(capitalize(word), common, low)
    initials = "." in word and _INITIALS.fullmatch(word) is not None
    if initials or any(c.isdigit() for c in word) or word in acronyms():
        return _Alone(word, common, low)
    small = low in _vocabulary() or common or word in particles()
    return _Alone(None, common, low if small else _unknown(word))


def _unknown(word: str) -> str:
    vowels = _VOWEL.search(word) is not None and not _CLUSTER.search(word)
    known = word in given() or word.title() in data.names()["east_asian"]
    if _GOVERNMENT.fullmatch(word):
        return word
    short = len(word) <= _MAX_ACRONYM or (len(word) <= _LONGEST_ACRONYM and not vowels)
    return word if (short and not known) or "&" in word else capitalize(word)


class Evidence(Protocol):
    """What is known of a word (in capitals) from elsewhere in the cable."""

    def acronym(self, word: str) -> bool:
        """Tell whether it stands in capitals among mixed words."""

    def name(self, word: str) -> bool:
        """Tell whether it is written with one capital, and never small."""

    def small(self, word: str) -> bool:
        """Tell whether it is written small."""


class Words:
    """The words of one stretch in capitals, each with the form it is to get."""

    def __init__(self, text: str, low: int, high: int, mixed: Evidence) -> None:
        self.text = text
        """The text around, too; all offsets count in it."""
        self.low, self.high = low, high
        self.spans = [m.span() for m in _TOKEN.finditer(text, low, high)]
        self.words = [text[start:end] for start, end in self.spans]
        self.at = {start: index for index, (start, _) in enumerate(self.spans)}
        self.defined = frozenset(DEFINED.findall(text, low, high))
        self.mixed = mixed
        self.forms = [self._alone(index) for index in range(len(self.words))]

    def _alone(self, index: int) -> str:
        """Return the form a word gets by itself."""
        word, (start, end) = self.words[index], self.spans[index]
        low = word.lower()
        if low in MONTHS:
            return self._month(word, start, end)
        if len(word) == 1:
            return self._letter(word, self.text[end : end + 2])
        sure, common, likely = _by_itself(word)
        if sure is not None:
            return sure
        if word in self.defined or (not common and self.mixed.acronym(word)):
            return word
        if self.mixed.name(word):
            return capitalize(word)
        return low if self.mixed.small(word) else likely

    def _letter(self, letter: str, after: str) -> str:
        """Return an initial, or the letter of a list or a designation, as it is; ``A`` and ``I`` small."""
        if after[:1] in (".", "/", ")") or (after[:1] == "-" and after[1:].isdigit()):
            return letter
        article = letter == "A" and after[:1] == " "
        return capitalize(letter) if not article and self.mixed.name(letter) else letter.lower()

    def _month(self, word: str, start: int, end: int) -> str:
        sure = len(word) > 3 and word != "MARCH"
        sure = sure or bool(_MONTH_BEFORE.search(self.text, max(0, start - 7), start))
        return word.title() if sure or _MONTH_AFTER.match(self.text, end) else word.lower()

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next one."""
        if index + 1 >= len(self.spans):
            return "\n"
        return self.text[self.spans[index][1] : self.spans[index + 1][0]]

    def named(self, index: int) -> bool:
        """Tell whether a word has the form of a name."""
        return (
            0 <= index < len(self.forms)
            and self.forms[index][:1].isupper()
            and not self.forms[index].isupper()
        )

    def raise_all(self, low: int, high: int) -> None:
        """Give the words of a span their capitals."""
        for index in range(low, high):
            if self.words[index] not in SMALL:
                self.forms[index] = self.forms[index] if self.named(index) else capitalize(self.words[index])
