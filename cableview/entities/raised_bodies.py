"""Bodies in text in capitals: words that build or define their names get capitals."""

from __future__ import annotations

import re
from functools import cache

from cableview import data
from cableview.entities import places
from cableview.entities.bodies import first_words, last_words, topics
from cableview.entities.cased import DEFINED, SMALL, Words

_LEADERS = frozenset(
    "NATIONAL CENTRAL SUPREME WORLD INTERNATIONAL FEDERAL ROYAL STATE GENERAL UNITED DEMOCRATIC".split()
)
_NATIONAL = frozenset(
    "ARMY NAVY FORCE CONSTABULARY GENDARMERIE PARLIAMENT SENATE CONGRESS CABINET POLITBURO".split()
)
"""Bodies that each country has one of: its name before them is enough."""
_BEFORE_LEADERS = frozenset("EAST WEST NORTH SOUTH LATIN INTER SOCIAL CHRISTIAN PROVISIONAL".split())
_SEATED = frozenset(
    "BANK UNIVERSITY COLLEGE CHURCH PARTY ACADEMY INSTITUTE ASSOCIATION FEDERATION UNION".split()
)
"""What is called by the place where it is: ``BANK OF``."""
_UNITS = frozenset("DIVISION BRIGADE BATTALION REGIMENT FLEET ARMY SQUADRON CORPS".split())
_ORDINALS = frozenset("FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH".split())
_WEAK = frozenset(
    "GROUP OFFICE UNIT SECTION LINE LINES NEWS SERVICE SERVICES FORCE FORCES PLANT WORKS POST".split()
)


def topics_end(words: Words, start: int) -> int:
    """Return where the list of topics ends that begins at ``start``: FOREIGN AFFAIRS AND TRADE."""
    about = topics()
    end = start
    while end < len(words.words):
        joins = words.words[end] == "AND" and start < end < len(words.words) - 1
        if words.words[end] not in about and not (joins and words.words[end + 1] in about):
            break
        end += 1
        if words.gap(end - 1) not in (" ", ", "):
            break
    return end


def raise_bodies(words: Words) -> None:
    """Give capitals to what is built like the name of a body."""
    lasts, firsts = last_words(), first_words()
    for index, word in enumerate(words.words):
        if word in firsts and index + 2 < len(words.words) and words.words[index + 1] in ("OF", "FOR"):
            _raise_after(words, index)
        if word in lasts and words.forms[index].islower():
            _raise_before(words, index)
        if word == "RADIO" and words.named(index + 1) and words.gap(index) == " ":
            words.forms[index] = "Radio"
        if word in _UNITS and index and words.words[index - 1] in _ORDINALS and words.gap(index - 1) == " ":
            words.raise_all(index - 1, index + 1)
    for match in DEFINED.finditer(words.text, words.low, words.high):
        _raise_defined(words, match)


def _raise_after(words: Words, first: int) -> None:
    """Give capitals to ``MINISTRY OF FOREIGN AFFAIRS`` and, where a place follows, to ``BANK OF FINLAND``."""
    stop = first + 2 + (words.words[first + 2] in ("THE", "NATIONAL"))
    end = topics_end(words, stop)
    if end > stop:
        words.raise_all(first, end)
    elif words.words[first] in _SEATED and stop < len(words.forms) and words.forms[stop] in places.names():
        words.raise_all(first, stop)


def _raise_before(words: Words, last: int) -> None:
    """Give capitals to ``ASIAN DEVELOPMENT BANK`` when a name or a leading word begins it."""
    low, steps, narrowing = last, 0, 0
    begin = None
    about, narrowing_words = _about(), _narrowing()
    own = words.words[last] in _NATIONAL
    while low and words.gap(low - 1) in (" ", ". ") and steps < 5:
        word = words.words[low - 1]
        demonym = words.forms[low - 1] in places.demonyms()
        joins = word == "AND" and low < last and words.words[low - 2] in about
        if word in _LEADERS or (words.named(low - 1) and (own or not (demonym and low == last))):
            begin = low - 1
        elif word in narrowing_words:
            narrowing += 1
        elif not demonym and not joins:
            break
        low -= 1
        steps += 1
    if begin is None and narrowing > 1 and words.words[low - 1 : low] not in (["A"], ["AN"]):
        # METAL WORKERS UNION: words of names only, and more than kinds of bodies have
        begin = low
    if begin is None or (
        words.words[last] in _WEAK and not (last - begin > 1 or words.words[begin] in _LEADERS)
    ):
        return
    while begin and words.gap(begin - 1) == " " and words.words[begin - 1] in _BEFORE_LEADERS:
        begin -= 1
    end = last + 1
    while end < len(words.words) and words.gap(end - 1) in (" ", ", ") and words.words[end] in _suffixes():
        end += 1
    words.raise_all(begin, end)


@cache
def _about() -> frozenset[str]:
    return topics() | {word.upper() for word in data.organizations()["generic"]}


@cache
def _narrowing() -> frozenset[str]:
    return _about() | last_words()


@cache
def _suffixes() -> frozenset[str]:
    return frozenset({"LTD", "LIMITED", "INC", "CORP", "CO", "COMPANY", "CORPORATION", "PLC"})


def _raise_defined(words: Words, match: re.Match[str]) -> None:
    """Give capitals to the words whose initials an acronym in brackets spells."""
    index = words.at.get(match.start(1))
    wanted = [c for c in match[1] if c.isalpha()]
    if index is None:
        return
    at = index - 1
    while at >= 0 and wanted and words.gap(at) in (" ", " (", "-", ", ") and index - at < 12:
        if words.words[at][0] == wanted[-1]:
            wanted.pop()
        elif words.words[at] not in SMALL:
            return
        at -= 1
    if not wanted:
        words.raise_all(at + 1, index)
