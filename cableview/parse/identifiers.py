"""Printed ids, however spelt, to canonical ones: two-digit year, station key, serial without zeros."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from string import ascii_letters, ascii_lowercase

from cableview.parse.stations import longest_at, lookup, near_words, normalise, resolve
from cableview.parse.years import YearContext, infer_year, post_meant, reaches, two_digits

_PRINTED = re.compile(
    r"\W*(?:(?P<year>(?:19|20)\d\d|\d\d)(?!\d)[\s'’./_-]*)?"
    r"(?P<station>[^\W\d_][^\d_\n#]*?)[\s.#:_-]*(?P<serial>\d{1,9})(?:_[A-Za-z])?\W*"
)
_PLAIN = re.compile(r"(?P<year>\d\d)(?P<station>[A-Z]{3,30})(?P<serial>\d{1,9})")
"""As canonical ids are, and most that a site gives."""
_SECTION = re.compile(
    r"\W*(\d\d)?\W*([A-Z]{4,8})\W*(?:[0-9OQ][0-9A-Z]?\W*O?F\W*\d{1,2}|\d{1,2}\W*(?:OF)?)\W*(?=[A-Z])"
)
_SECTION_WORDS = re.compile(r"\bSECTION\s*\d\d?\s*(?:OF\s*\d\d?)?", re.IGNORECASE)
_CLASS_WORDS = re.compile(
    r"\b(?:T\s?O\s?P\s+)?(?:S ?E ?C ?R ?E ?T(?!ARY)|C? ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L"
    r"|U ?N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?|LIMITED OFFICIAL USE|LOU)\b(?://?\s*[A-Z ]+?(?=\s{2}))?"
)
_TAIL = re.compile(r"(?<=\d)(?:[\s(]*(?:Z[A-Z]{2}|TOSEC|SECTO|NOTAL)\s*\d*\)?)+$")
_GARBLED_EFTO = re.compile(r"^((?:19|20)?\d\d)?\W*E ?F ?T ?O(?=[\W]*[A-Z])")
_ZERO_FOR_O = re.compile(r"(?<=[A-Z])0(?=[A-Z])|(?:(?<=^\d\d)|(?<=^\d\d[\s.-])|(?<=^\d{4}))0(?=[A-Z]{2})")
_O_FOR_ZERO = re.compile(r"^O(?=\d\W?[A-Z])")
_RUNNING = re.compile(r"\d{2,6}(?![\d/:-]|[.,]\d|[A-Za-z])")
_BEFORE_NUMBER = " \t\n#"
_MOST_BLANKS = 3
_YEAR_BEFORE = re.compile(r"(?:^|(?<=[\s(,;/]))['’]?((?:19|20)\d\d|\d\d)[ \n-]+$")
_TELEGRAMS = ("TEL", "TELS")
"""How the words for a telegram of the own post or of the Department end."""
_BETWEEN_WORDS = " \n-"
_SHORTEST = 2
_MOST_WORDS = 5
_REACH = 24
"""Characters of a name that are looked at."""


def compose(year: str, station: str, serial: int) -> str:
    """Return the canonical id of a two-digit year, a station key and a number."""
    return f"{year}{station}{serial}"


def canonical_id(text: str, *, year: str | None = None) -> str | None:
    """Return the canonical id a printed id means, or None when it is none or lacks the year.

    Reads every spelling met: blanks or not, hyphens, zeros, four-digit years, a site's ``_b``, classification
    and SECTION words, EFTO, AMEMBASSY, ZFR and TOSEC remains, misspelt stations, O for 0 and 0 for O.
    ``year`` (two or four digits) stands in when none is printed.
    """
    return _canonical(text, two_digits(year) if year else None)


@lru_cache(maxsize=4096)
def _canonical(text: str, year: str | None) -> str | None:
    plain = _PLAIN.fullmatch(text) or _PRINTED.fullmatch(text)
    if plain is not None:
        printed = two_digits(plain["year"]) if plain["year"] else year
        station = lookup(plain["station"])
        if station is not None:
            return compose(printed, station, int(plain["serial"])) if printed else None
    cleaned = _strip_residue(text.upper())
    match = _PRINTED.fullmatch(cleaned)
    if match is None:
        return None
    printed = two_digits(match["year"]) if match["year"] else year
    serial = int(match["serial"])
    if printed is None or not normalise(match["station"]):
        return None
    station = resolve(match["station"], _fits(printed, serial)) or normalise(match["station"])
    return compose(printed, station, serial)


@lru_cache(maxsize=1024)
def _fits(year: str, serial: int) -> Callable[[str], bool]:
    return lambda station: reaches(station, year, serial)


def _strip_residue(text: str) -> str:
    text = _CLASS_WORDS.sub(" ", _TAIL.sub("", text.strip()))
    garbled = _SECTION.match(text)
    if garbled is not None and _is_section(garbled[2]):
        text = f"{garbled[1] or ''} {text[garbled.end() :]}"
    text = _SECTION_WORDS.sub(" ", text)
    text = _GARBLED_EFTO.sub(r"\1 ", text.strip())
    return _O_FOR_ZERO.sub("0", _ZERO_FOR_O.sub("O", text)) if "0" in text or text[:1] == "O" else text


def _is_section(word: str) -> bool:
    return word == "SECTION" or bool(near_words(word, ("SECTION",), 2))


def iter_cable_ids(
    text: str, context: YearContext, known: Collection[str] = ()
) -> Iterator[tuple[int, int, str, bool]]:
    """Yield (start, end, canonical id, year inferred) for ids that stand in running text.

    Strict: a known station in capitals right before the number, and what follows must not make the number
    a quantity, unless the id is one of those ``known`` or a word such as EMBTEL stands before it; in mixed
    case only with the year printed before it.
    """
    for match in _RUNNING.finditer(text):
        # Numbers are rare and the test of what stands before is cheap: so the number is looked for first.
        if text[max(match.start() - 1, 0)] not in _BEFORE_NUMBER:
            continue
        found = _station_before(text, match.start())
        if found is None:
            continue
        start, named, shouted = found
        station = post_meant(named, context)
        if station is None:
            continue
        apart = start == 0 or text[start - 1] in _BETWEEN_WORDS
        before = _YEAR_BEFORE.search(text, max(0, start - 7), start) if apart else None
        serial = int(match[0])
        if before is not None:
            year = two_digits(before[1])
            if year is not None and serial:
                yield before.start(1), match.end(), compose(year, station, serial), False
            continue
        inferred = infer_year(station, serial, context) if shouted and serial else None
        if inferred is None:
            continue
        cable_id = compose(inferred, station, serial)
        if (
            _ends_an_id(text, match.end(), match[0])
            or cable_id in known
            or text[start : match.start()].rstrip(_BEFORE_NUMBER).endswith(_TELEGRAMS)
        ):
            yield start, match.end(), cable_id, True


def _station_before(text: str, number: int) -> tuple[int, str, bool] | None:
    """Return (start, station, all in capitals) of the longest known name right before the number."""
    held = text[max(0, number - _REACH) : number]
    named = held.rstrip(_BEFORE_NUMBER)
    word = _capitalised(named, "'’.-")
    if len(word) < _SHORTEST or not word[-1].isalpha() or len(held) - len(named) > _MOST_BLANKS:
        return None
    start = number - len(held) + len(named) - len(word)
    words, starts = [word], [start]
    while len(words) < _MOST_WORDS and start and text[start - 1] in _BETWEEN_WORDS:
        end = start - 1
        if text[end] == "\n" and text[max(end - 1, 0)] in _BETWEEN_WORDS:
            end -= 1
        word = _capitalised(text[max(0, start - _REACH) : max(end, 0)], "'’.")
        if not word:
            break
        start = end - len(word)
        words.insert(0, word)
        starts.insert(0, start)
    for index in range(len(words)):
        hit = longest_at(words, index)
        if hit is not None and hit[1] == len(words):
            name = "".join(words[index:])
            return starts[index], hit[0], name.isupper() and len(normalise(name)) > 2
    return None


def _capitalised(held: str, signs: str) -> str:
    """Return the word of letters and ``signs`` at the end of ``held``, from its first capital on."""
    word = held[len(held.rstrip(ascii_letters + signs)) :]
    return word.lstrip(ascii_lowercase + signs)


def _ends_an_id(text: str, end: int, digits: str) -> bool:
    """Tell an id from a quantity: a zero in front, or no word of running text right after the number."""
    if digits[0] == "0" or len(digits) > 4:
        return True
    after = text[end : end + 12].lstrip(" \t\n")
    return not after or not after[0].isalnum() or after.startswith(("AND PREV", "and prev"))
