"""Words for offices, where they stand: ``Deputy Director General``, ``Poloff``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cableview import data
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon
from cableview.entities.places import demonyms, names
from cableview.entities.tokens import word_before

_LINKS = (" of ", " for ", " to ")
_BEFORE_FATHERS = frozenset({"bin", "binti", "binte", "ibn", "bint"})
"""What stands before the name of a father, with his courtesy title: ``Razali bin Haji Omar``."""
_ALSO_VERBS = frozenset({"charge", "chair", "father", "judge", "captain", "marshal"})
_BEFORE_VERBS = frozenset("to will would could may might can should must not and cannot shall".split())
_LINKED = re.compile(r" (?:and|of) $")
_NARROWED = ("Minister", "Envoy")
_NARROWING = re.compile(r"(?:[A-Z][a-z]+ )?(?:Minister|Envoy)\b")
_OFFICE_BEFORE = re.compile(r"(?<=[a-z,)] )([A-Z][a-z]{3,}) $")
_BEFORE = re.compile(r"([\w'’/.-]+) $")
_PART_OF_NAME = frozenset(
    {"Sheikh", "Shaikh", "Shaykh", "Sultan", "Imam", "Prince", "Mullah", "King", "Emir", "Major", "Justice"}
)
_INSIDE = re.compile(
    r"(?:^|[\s(])(?!(?:The|President|Minister|Former|Crown|Chief|Deputy|Foreign)\b)[A-Z][\w'’-]+ $"
)
_NEXT = re.compile(r" ([A-Z][\w-]*)")
_TOPIC = (
    r"(?:(?:Foreign|External|Internal|Home|Economic|Social|Legal|Religious|Women[’']s|Youth|Cultural"
    r"|Public|Natural|National|Human|"
    r"Political|Political-Military|Parliamentary|Higher|European|International|Strategic|Nuclear"
    r"|Mineral|Water|Rural|Islamic) )?"
    r"(?:Affairs|Relations|Defense|Defence|Finance|Interior|Justice|Trade|Commerce|Industry"
    r"|Industries|Oil|Petroleum|Energy|Power|Mines|"
    r"Health|Education|Agriculture|Environment|Transport|Transportation|Communications?|Information"
    r"|Culture|Labor|Labour|Tourism|Security|"
    r"Intelligence|Science|Technology|Economy|Development|Planning|Resources|Works|Utilities"
    r"|Services|Welfare|State|Mission|Staff|Cooperation|"
    r"Migration|Immigration|Integration|Interior|Treasury|Police|Sports|Forestry|Fisheries"
    r"|Irrigation|Electricity|Hydrocarbons|Reconstruction|Privatization|"
    r"Governance|Parliament|Investment|Housing|Railways|Aviation|Telecommunications|Gas|Minerals"
    r"|Mining|Rights|Government|Prisons|Customs|Elections|Fuel|Nonproliferation|Disarmament|Veterans"
    r"|Exploration|Production|Operations|Logistics|Marketing|Sales|Research|Coordination|Supply|Procurement"
    r"|Protocol|Administration|Budget|Training|Engineering|Construction|Shipping|Ports|Population|Religion"
    r"|Antiquities|Endowments|Pensions|Employment|Minorities|Lands|Reform|Budget|Revenue|Posts|Aid)"
)
_TO_WHOM = re.compile(
    r"(?<=[orty]) to (?:the )?(?:(?:Vice |Deputy )?(?:Prime )?(?:President|Minister|Governor|Chairman|King"
    r"|Premier|Chancellor|Secretary-General|Secretary General|Director General|Secretary of State)\b)"
)
_OF_WHAT = re.compile(rf" (?:of|for) (?:the )?{_TOPIC}(?:(?:,| and|, and) {_TOPIC})*(?![\w])")
_AFFAIRS = re.compile(r" (?:of|for) (?:the )?(?:[A-Z][a-z-]+(?:,| and)? ){1,4}Affairs\b")


class Title(NamedTuple):
    """A title in the flat text."""

    start: int
    end: int
    role: str | None
    """Its full form; None for an honorific, which is no office."""
    small: bool
    """Written in small letters."""


@cache
def _lexicon() -> Lexicon[str | None]:
    facts = data.titles()
    no_role = set(facts["not_roles"])
    never = {"representative", "lawyer", "activist", "analyst", "businessman", "journalist", "economist"}
    forms: dict[str, str | None] = {}
    for head in facts["heads"]:
        capital = " ".join(
            w if w in ("of", "d'affaires", "a.i.") else w[:1].upper() + w[1:] for w in head.split()
        )
        hyphened = "-".join(w[:1].upper() + w[1:] for w in head.split("-"))
        for form in (head, capital, hyphened, capital.replace("d'affaires", "d'Affaires")):
            forms[form] = None if head in never or (head in no_role and form == head) else form
    forms |= {f"{word}.": None for word in facts["honorifics"]} | dict.fromkeys(facts["honorifics"], None)
    # the staff's own mentions come from shorthand(); here they announce a name: DCM Piccuta
    alone = [word for word in facts["staff"] if " " not in word]
    staff = {*alone, *(word.replace("off", "Off") for word in alone)}
    forms = dict.fromkeys(staff, None) | forms
    for short, full in facts["short_roles"].items():
        forms |= {short: full, f"{short}.": full}
    return Lexicon(forms)


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(data.titles()["modifiers"])


def _widened(text: str, start: int, small: bool) -> int:
    """Return where the title begins, with the words that narrow the office (``Arms Control Counselor``)."""
    narrowed = _NARROWING.match(text, start) is not None
    office = (
        _OFFICE_BEFORE.search(text, max(0, start - 20), start) if text.startswith(_NARROWED, start) else None
    )
    if office and data.is_common(office[1].lower()) and office[1] not in _taken():
        start = office.start(1)
    while True:
        match = _BEFORE.search(text, max(0, start - 24), start)
        if match is None:
            return start
        word = match[1]
        if word == "and" and narrowed and text[start].isupper():
            other = _BEFORE.search(text, max(0, match.start(1) - 24), match.start(1))
            if other and other[1][0].isupper() and other[1].lower() in _modifiers():
                start = other.start(1)
                continue
        if word in demonyms():
            return _two_worded(text, match.start(1), word)
        if word.lower() not in _modifiers() or (word[:1].islower() and not small):
            return start
        if _LINKED.search(text, max(0, match.start(1) - 5), match.start(1)):
            # the word belongs to a name with "and" or "of": Arms Control and Disarmament | Director
            return start
        start = match.start(1)


def _two_worded(text: str, start: int, demonym: str) -> int:
    """Return where a demonym begins: ``North Korean`` and ``Sri Lankan`` have two words."""
    blank = text.rfind(" ", max(0, start - 12), start - 1)
    longer = text[blank + 1 : start] + demonym
    return blank + 1 if longer in demonyms() else start


@cache
def _taken() -> frozenset[str]:
    """Return capitalised words that do not narrow an office."""
    return (
        _org_words()
        | frozenset(data.sentence_openers())
        | frozenset(names())
        | frozenset(demonyms())
        | frozenset(data.peoples())
    )


@cache
def _org_words() -> frozenset[str]:
    facts = data.organizations()
    return frozenset(facts["last"]) | {first.split()[0] for first in facts["first"]}


def _only_looks(text: str, begin: int, stop: int, role: str | None) -> bool:
    """Tell whether a title's word is part of another name: General Administration, Sharif Sheikh Ahmed."""
    if word_before(text, begin) in _BEFORE_FATHERS:
        return True
    if text[begin].islower():
        if _is_verb(text, begin, stop):
            return True
        return role is None and text[stop : stop + 1] != " "
    following = _NEXT.match(text, stop)
    short = role is None or text[begin:stop] in data.titles()["short_roles"]
    if following is None and short and not text[begin:stop].isupper():
        return True
    general = following is not None and following[1] == "General"
    if (
        following and not general and (following[1] in _org_words() or following[1] in ("People", "Peoples"))
    ) or (role is None and text[stop : stop + 1] != " "):
        return True
    return role in _PART_OF_NAME and _INSIDE.search(text, max(0, begin - 30), begin) is not None


def _what(text: str, stop: int) -> re.Match[str] | None:
    """Return what follows the office in its title: ``of Finance``, ``to the President``."""
    if not text.startswith(_LINKS, stop):
        return None
    return _AFFAIRS.match(text, stop) or _OF_WHAT.match(text, stop) or _TO_WHOM.match(text, stop)


def _is_verb(text: str, begin: int, stop: int) -> bool:
    """Tell whether a small word that is an office, too, says what someone does: ``will charge Shah``."""
    return text[begin:stop] in _ALSO_VERBS and word_before(text, begin) in _BEFORE_VERBS


def titles(context: Context) -> list[Title]:
    """Find every title of the prose, in its widest form; ``General Administration`` holds none."""
    text = context.text
    found = []
    for begin, stop, role in _lexicon().find(context.where):
        segment = context.flat.segment_at(begin)
        if segment is None or not segment.prose or _only_looks(text, begin, stop, role):
            continue
        of_what = _what(text, stop) if role else None
        following = _NEXT.match(text, of_what.end()) if of_what else None
        if following and following[1] in _org_words():
            # the topic belongs to a body: deputy director of the | National Security Service
            of_what = None
        end = of_what.end() if of_what else stop
        small = text[begin].islower()
        wide = _widened(text, begin, small) if role else begin
        found.append(Title(wide, end, role if (wide, end) == (begin, stop) else text[wide:end], small))
    return found
