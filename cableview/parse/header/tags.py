"""The TAGS line: codes as printed, and the same corrected."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cableview.data import tags as known_tags
from cableview.parse.stations import near_words

_BRACKETED = re.compile(r"\(([^()]*)\)?")
_PAGE = re.compile(
    r"(?:(?:TOP )?SECRET|CONFIDENTIAL|UNCLAS(?:SIFIED)?|LIMITED OFFICIAL USE)?\s*PAGE \d\d\s.*?\d{6}Z"
)
_SPLIT = re.compile(r"[,;]+|\.(?=\s|$)")
_CODE = re.compile(r"[A-Z][A-Z0-9&/-]*")
_NOT_TAGS = frozenset(("SIPDIS", "NOFORN", "SENSITIVE", "TAGS", "TAG", "AND", "&", "SBU", "E.O", "-", "N/A"))
_PHRASES = (
    "COUNTRY CLEARANCE", "COUNTERTERRORISM", "COUNTER TERRORISM", "CONSULAR AFFAIRS", "DOMESTIC POLITICS",
    "ECONOMIC AFFAIRS", "ECONOMY AND FINANCE", "FOREIGN POL", "FOREIGN POLICY", "FOREIGN RELATIONS",
    "GAZA DISENGAGEMENT", "GOI EXTERNAL", "GOI INTERNAL", "HUMAN RIGHTS", "INTERNAL GOVERNANCE",
    "IRAQI FREEDOM", "ISRAEL RELATIONS", "ISRAELI PALESTINIAN AFFAIRS", "ISRAELI SOCIETY",
    "ITALIAN NATIONAL ELECTIONS", "ITALIAN POLITICS", "ITALY NATIONAL ELECTIONS", "LAW ENFORCEMENT",
    "MILITARY RELATIONS", "NATIONAL SECURITY", "POLITICAL PARTIES", "POLITICS FOREIGN POLICY",
    "PUBLIC DIPLOMACY", "SCIENCE AND TECHNOLOGY", "TERRORISM", "WAR CRIMES",
)  # fmt: skip
"""Subject words that drafters of 2004 to 2006 put behind the codes; they run on without commas."""
_SUBJECT_LETTERS = 4
_MOST_GIVEN = 3
_LONGEST_GLUED = 60
_LONGEST = 2_000
"""A longer TAGS value is none: what is behind is left out."""
_ROUND = str.maketrans("[]", "()")
_MARKINGS = (["U"], ["C"], ["S"], ["SBU"])
_GIVEN_NAMES = frozenset(("OVIP", "OREP", "OTRA", "OVIS"))
"""Travel codes after which the visitor's name stands, in copies without brackets."""


def read_tags(value: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (corrected, as printed) of a TAGS value.

    Corrected: upper case, without repeats; glued codes are split where every part is known, misspelt ones
    set right where one known code is near; names in brackets are persons; other words stay as a phrase.
    """
    text = value[:_LONGEST].upper()
    if "PAGE " in text:
        text = _PAGE.sub(" ", text)
    known = _codes()
    simple = text.replace(",", " ").split()
    if known.issuperset(simple):
        return tuple(dict.fromkeys(simple)), tuple(simple)
    text = text.translate(_ROUND)
    printed: list[str] = []
    corrected: list[str] = []
    position = 0
    for bracket in _BRACKETED.finditer(text):
        _take_listed(text[position : bracket.start()], printed, corrected)
        inside = bracket[1].replace(",", " ").split()
        if known.issuperset(inside):
            _take_listed(bracket[1], printed, corrected)
        elif inside not in _MARKINGS and not _NOT_TAGS.issuperset(inside):
            person = _person(bracket[1])
            printed.append(person)
            corrected.append(person)
        position = bracket.end()
    _take_listed(text[position:], printed, corrected)
    return tuple(dict.fromkeys(corrected)), tuple(printed)


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code in known_tags() if " " not in code)


@cache
def _long_codes() -> tuple[str, ...]:
    return tuple(code for code in _codes() if len(code) >= 4)


@cache
def _several_words() -> dict[tuple[str, ...], str]:
    """Words of known names and phrases to what they are written as."""
    listed = [code for code in known_tags() if " " in code]
    return {tuple(name.replace(",", "").split()): name for name in (*listed, *_PHRASES)}


def _person(text: str) -> str:
    return re.sub(r"\s*,\s*", ", ", " ".join(text.split())).strip(" ,")


def _take_listed(text: str, printed: list[str], corrected: list[str]) -> None:
    for part in _SPLIT.split(text):
        words = [word.strip(":.*&-") for word in part.split()]
        words = [word for word in words if word and word not in _NOT_TAGS]
        if words:
            printed.extend(words)
            _correct(words[_given_name(words, corrected) :], corrected)


def _given_name(words: list[str], corrected: list[str]) -> int:
    """Give the surname that follows a travel code its given name behind the comma; return how many words."""
    if not set(corrected[-2:-1]) & _GIVEN_NAMES or not corrected[-1].isalpha():
        return 0
    known = _codes()
    count = next((index for index, word in enumerate(words) if word in known), len(words))
    if corrected[-1] in known or not 0 < count <= _MOST_GIVEN:
        return 0
    corrected[-1] = f"{corrected[-1]}, {' '.join(words[:count])}"
    return count


def _correct(words: list[str], corrected: list[str]) -> None:
    several = _several_words()
    loose: list[str] = []
    index = 0
    while index < len(words):
        count = next((n for n in (4, 3, 2) if tuple(words[index : index + n]) in several), 0)
        if count:
            _close(loose, corrected)
            corrected.append(several[tuple(words[index : index + count])])
            index += count
            continue
        word = words[index]
        after = words[index + 1] if index + 1 < len(words) else ""
        if after and len(word + after) == _SUBJECT_LETTERS and _is_cut(word, after):
            word += after
            index += 1
        codes = _known_parts(word)
        if codes:
            _close(loose, corrected)
            corrected.extend(codes)
        else:
            loose.append(word)
        index += 1
    _close(loose, corrected)


def _is_cut(word: str, after: str) -> bool:
    """Tell whether a blank stands in the middle of a subject code: ``P GOV``."""
    known = _codes()
    return word + after in known and not (word in known and after in known)


def _known_parts(word: str) -> tuple[str, ...]:
    """Return the known codes a word is, or is made of, or is a slip away from; none for any other word."""
    known = _codes()
    if word in known:
        return (word,)
    if "/" in word or "-" in word:
        parts = tuple(re.split(r"[/-]", word))
        return parts if all(part in known for part in parts) else ()
    near = None if (glued := _unglue(word)) else _near(word)
    return (near,) if near else glued


def _close(loose: list[str], corrected: list[str]) -> None:
    """Turn a run of unknown words into a person after a travel code, else into one phrase or single codes."""
    if not loose:
        return
    if 1 < len(loose) <= 4 and corrected and corrected[-1] in _GIVEN_NAMES:
        corrected.append(f"{loose[0]}, {' '.join(loose[1:])}")
    elif all(len(word) <= 5 for word in loose):
        corrected.extend(loose)
    else:
        corrected.append(" ".join(loose))
    loose.clear()


@lru_cache(maxsize=2048)
def _unglue(word: str) -> tuple[str, ...]:
    """Split codes printed without a blank: every part known, at most three countries, longest parts first."""
    if not 6 <= len(word) <= _LONGEST_GLUED or not word.isalpha():
        return ()
    known = _codes()

    def split(rest: str, countries: int) -> tuple[str, ...] | None:
        if not rest:
            return ()
        for size in (6, 5, 4, 3, 2):
            head = rest[:size]
            if len(head) < size or head not in known or (size == 2 and countries == 0):
                continue
            tail = split(rest[size:], countries - (size == 2))
            if tail is not None:
                return (head, *tail)
        return None

    parts = split(word, 2) or ()
    return parts if any(len(part) == 4 for part in parts) else ()


@lru_cache(maxsize=2048)
def _near(word: str) -> str | None:
    """Return the one known code that is a single slip away, for words long enough to tell."""
    if len(word) < 5 or len(word) > 8 or not _CODE.fullmatch(word):
        return None
    near = [code for code, _ in near_words(word, _long_codes(), 1)]
    if len(near) > 1:
        near = [code for code in near if known_tags()[code].get("seen", 0) > 20]
    return near[0] if len(near) == 1 else None
