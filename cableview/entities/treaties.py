"""Treaties, regimes, resolutions, laws and orders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from cableview import data
from cableview.entities import capital_laws, places
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon
from cableview.entities.resolve_dates import MONTHS
from cableview.entities.run_patterns import WORD
from cableview.entities.runs import Part

_MIN_CAPITALS = 5
_MARK = re.compile(
    r"(?:\b(?P<order>E\.? ?O\.?|Executive Order)"
    r"|\b(?P<resolution>UNSCRs?|(?:(?:(?:UN|U\.N\.) )?(?:Security Council|General Assembly) |UNSC "
    r"|UNGA |UN )?Resolutions?)"
    r"|\b(?P<numbered>Articles?|Decree[- ]Law|Decree|Law|Public Law|Ordinance|Regulation|Directive"
    r"|Proclamation|Act|Order|Section|Decision|Items?|(?:ILO )?Convention)"
    r"(?: No\.| Number| #)?) ?$",
    re.IGNORECASE,
)
# the last word of every mark, and what may stand between it and the number: most texts have few of them
_MARK_ENDS = frozenset(
    "O EO Order ORDER UNSCR UNSCRs Resolution RESOLUTION Resolutions RESOLUTIONs Article Articles Decree Law"
    " Ordinance Regulation Directive Proclamation Act Section Decision Item Items Convention".split()
)
_CAPITAL_ENDS = frozenset(word.upper() for word in _MARK_ENDS) - {"ACT"}
_NUMBER_OF_MARK = re.compile(r"\.?(?: No\.| NO\.| Number| #)? ?(?=\d)")
_NOTICE = re.compile(r"(\d+) FED(?:ERAL|\.)? ?REG(?:ISTER|\.)? (\d+)", re.IGNORECASE)
# 6.3 | 2009/71 | 6.C.8 | 103(d)
_FEDERAL = frozenset("FED FEDERAL Fed Federal fed federal".split())
_CLAUSE = re.compile(r"\d+(?:[./-](?:\d+|[A-Z]\b))*\b(?!,\d| percent)(?:\([A-Za-z0-9]{1,3}\))*")
_ISSUED = re.compile(
    r"\b(?:(?:Government|Presidential|Cabinet|Royal|Supreme|Legislative|Federal|Ministerial|Emergency|Military"
    r"|Organic|Amiri|Imperial|Constitutional|Framework|Executive|Council|Commission|General|Special"
    r"|EU|EC|EEC|CPA|UN) ){1,2}$",
    re.IGNORECASE,
)
"""Who or what a decree or a directive is of."""
_TITLES = re.compile(r"\b(?:TITLE|Title) I{1,3}V?\b")
_ROMAN = re.compile(r"(?=[IVX])(?:X{0,2}(?:IX|IV|V?I{0,3}))")
_ROMAN_AFTER = re.compile(r" (?:I{1,3}|IV|VI{0,3})\b")
_YEAR_BEFORE = re.compile(r"(?<!\S)(?:1[89]|20)\d\d $")
_FOOD_LAW, _TITLE_AFTER = "Public Law 480", re.compile(r",? TITLE I{1,3}V?\b", re.IGNORECASE)
_ACT_OF_YEAR = re.compile(r"(?:(?<=Act)|(?<=Law)|(?<=Code)|(?<=Ordinance))(?: of|,)? (?:1[89]|20)\d\d\b")
_SYMBOL = re.compile(r"/[A-Z]+/")
_TITLE_WORDS = frozenset({"TITLE", "Title"})
_BARE = frozenset({"UNSCR", "UNSCRs"})
_NUMBER_AFTER = re.compile(r" \d")
_LONGEST_MARK = 40
_SHORTEST_SECTION = 3
_NEED_LETTERS = frozenset({"Item", "Items"})
_OF_LAW = re.compile(r" of (?:the )?[A-Z]")
_GUESTS = re.compile(r" (?!and|on|or|of|is|was|by|to|in|has|have|for)[A-Za-z]")
_REASONS = frozenset({"1.4", "1.5", "1.6", "1.3"})
"""Why a cable is classified: sections of the order."""
_ABOUT = frozenset({"Against", "On", "For", "Concerning", "Relating"})
_MONTH = "(?:" + "|".join(name.capitalize() for name in MONTHS if name not in ("sept", "mar")) + ")\\b"
_ON = re.compile(
    rf" (?:on|for|against|of|relating to|concerning)(?: the)? (?!{_MONTH}){WORD}(?: {WORD})*"
    r"(?: (?:and(?! (?:the )?(?:Law|Decree|Article|Section|Act|Convention|Treaty|Protocol|Agreement)s?\b)"
    r"|of|in|from)"
    rf"(?: the)? (?!{_MONTH}){WORD}(?: {WORD})*)*"
)


@cache
def names() -> dict[str, str]:
    """Return each known name, also in capitals, with its canonical form."""
    known: dict[str, str] = {}
    for name, others in data.treaties()["names"].items():
        known.update((other, name) for other in (name, *others))
    capitals = {other.upper(): name for other, name in known.items() if len(other) >= _MIN_CAPITALS}
    return capitals | known


@cache
def _lexicon() -> Lexicon[str]:
    return Lexicon(names())


@cache
def _last() -> frozenset[str]:
    return frozenset(data.treaties()["last"])


def laws(context: Context) -> Iterator[Candidate]:
    """Find instruments by name and by number."""
    text = context.text
    yield from _named(context)
    yield from capital_laws.found(context)
    for word in _BARE & context.words:
        for start in context.where.starts(word):
            if not _NUMBER_AFTER.match(text, start + len(word)):
                yield Candidate(start, start + len(word), "TREATY_OR_LAW", "UNSCR", 2)
    if not _TITLE_WORDS.isdisjoint(context.words):
        for match in _TITLES.finditer(context.printed):
            yield Candidate(*match.span(), "TREATY_OR_LAW", f"Title {match.group()[6:]}", 3)
    notices = not _FEDERAL.isdisjoint(context.words)
    marked = set(_after_marks(context))
    for start, _ in context.numbers if notices or marked else ():
        candidate = _notice(text, start) if notices else None
        if candidate is None and start in marked:
            candidate = _numbered(context, start)
        if candidate is not None:
            yield candidate


def _after_marks(context: Context) -> Iterator[int]:
    """Yield where a number stands after a word that may say of what it is the number."""
    for where, ends in ((context.where, _MARK_ENDS), (context.capitals, _CAPITAL_ENDS)):
        for word in ends & where.words:
            for start in where.starts(word):
                number = _NUMBER_OF_MARK.match(context.printed, start + len(word))
                if number:
                    yield number.end()


def _notice(text: str, start: int) -> Candidate | None:
    """Return the notice in the Federal Register whose number begins at ``start``."""
    notice = _NOTICE.match(text, start)
    return Candidate(*notice.span(), "TREATY_OR_LAW", f"{notice[1]} FR {notice[2]}", 2) if notice else None


def _named(context: Context) -> Iterator[Candidate]:
    text = context.text
    for start, end, name in _lexicon().find(context.where):
        if text.startswith("/", end) and _SYMBOL.match(text, end):
            continue
        title = _TITLE_AFTER.match(context.printed, end) if name == _FOOD_LAW else None
        roman = _ROMAN_AFTER.match(text, end) if text.endswith("Protocol", start, end) else None
        if roman:
            yield Candidate(start, roman.end(), "TREATY_OR_LAW", name + roman.group(), 2)
        more = title or _ACT_OF_YEAR.match(text, end)
        yield Candidate(start, more.end() if more else end, "TREATY_OR_LAW", name, 3)


def _numbered(context: Context, start: int) -> Candidate | None:
    """Return the order, resolution or article whose number begins at ``start``."""
    text, printed = context.text, context.printed
    low = max(0, start - _LONGEST_MARK)
    clause, mark = _CLAUSE.match(text, start), _MARK.search(printed, low, start)
    if clause is None or mark is None:
        return None
    begin, kind = mark.start(), mark["numbered"]
    issued = _ISSUED.search(printed, max(0, begin - _LONGEST_MARK), begin) if kind else None
    begin = issued.start() if issued else begin
    name = printed[begin : clause.end()]
    name = name.title() if name.isupper() and kind else name
    if mark["order"]:
        name = f"Executive Order {clause.group()}"
    elif mark["resolution"] and "ASSEMBLY" not in name.upper() and "UNGA" not in name:
        name = f"UNSCR {clause.group()}"
    elif _says_nothing(kind, clause.group(), text, clause.end()) or (kind == "ORDER" and not issued):
        return None
    return Candidate(begin, clause.end(), "TREATY_OR_LAW", name, 2)


def _says_nothing(kind: str | None, clause: str, text: str, end: int) -> bool:
    """Tell whether a section or an item may be of anything, and a convention has so many guests."""
    kind = (kind or "").capitalize()
    if kind == "Section":
        return clause in _REASONS or (len(clause) < _SHORTEST_SECTION and not _OF_LAW.match(text, end))
    if kind.endswith("onvention"):
        return _GUESTS.match(text, end) is not None
    return kind in _NEED_LETTERS and clause.upper() == clause.lower()


def built(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find names that say what they are: ``Petroleum Industry Bill``, ``Convention on Cluster Munitions``."""
    text, last = context.text, _last()
    for index, part in enumerate(parts):
        words = part.words
        if last.isdisjoint(words):
            continue
        if any(a in last and b in _ABOUT for a, b in pairwise(words)):
            yield Candidate(part.start, part.end, "TREATY_OR_LAW", part.name, 3)
            continue
        if len(words) > 1 and words[-2] in last and _ROMAN.fullmatch(words[-1]):
            yield Candidate(part.start, part.end, "TREATY_OR_LAW", part.name, 2)
            continue
        if part.title is not None or words[-1] not in last or words[0] in last - {words[-1]}:
            continue
        on = _ON.match(text, part.end)
        if len(words) > 1 or on or words[-1] == "Constitution":
            year = _ACT_OF_YEAR.match(text, part.end)
            end = year.end() if year else on.end() if on else part.end
            start = _begins(text, parts, index)
            yield Candidate(start, end, "TREATY_OR_LAW", text[start:end], 4)


def _begins(text: str, parts: list[Part], index: int) -> int:
    """Return where a name begins that has a year or two halves: ``the Freedom | and Democracy Act``."""
    part = parts[index]
    if text.endswith("U.S.-", 0, part.start):
        return part.start - len("U.S.-")
    if text[part.start - 5 : part.start - 1].isdecimal():
        year = _YEAR_BEFORE.search(text, max(0, part.start - 6), part.start)
        return year.start() if year else part.start
    before = parts[index - 1] if index else None
    if before is None or before.end != part.start - len(" and ") or not text.startswith(" and ", before.end):
        return part.start
    halves = text.endswith(("the ", "The "), 0, before.start) and before.title is None
    told = before.words[-1] in _last() or before.words[-1] in data.organizations()["last"]
    return before.start if halves and not told and not _known(before.name) else part.start


def _known(name: str) -> bool:
    return name in places.names() or name in places.demonyms() or name in names()
