"""Treaties, regimes, resolutions, laws and orders; and ships, which have a mark of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from cableview import data
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon
from cableview.entities.run_patterns import WORD
from cableview.entities.runs import Part

_MIN_CAPITALS = 5
_MARK = re.compile(
    r"(?:\b(?P<order>E\.? ?O\.?|Executive Order|EXECUTIVE ORDER)"
    r"|\b(?P<resolution>UNSCRs?|(?:(?:(?:UN|U\.N\.) )?(?:Security Council|General Assembly) |UNSC "
    r"|UNGA |UN )?(?:Resolution|RESOLUTION)s?)"
    r"|\b(?P<numbered>Articles?|Decree|Decree-Law|Law|Public Law|Ordinance|Regulation|Directive"
    r"|Proclamation|Act|Order|Section)"
    r"(?: No\.| Number| #)?) ?$"
)
# how every mark ends: told more quickly than by searching for one before every number of the text
_MARK_ENDS = (
    "O", "O.", "Order", "ORDER", "R", "Rs", "Resolution", "RESOLUTION", "Resolutions", "RESOLUTIONs",
    "Article", "Articles", "Decree", "Law", "Ordinance", "Regulation", "Directive", "Proclamation", "Act",
    "Section", "No.", "Number", "#",
)  # fmt: skip
_NOTICE = re.compile(r"(\d+) FED(?:ERAL|\.)? ?REG(?:ISTER|\.)? (\d+)", re.IGNORECASE)
_CLAUSE = re.compile(r"\d+(?:[./-]\d+)*\b(?!,\d| percent)")
_BARE = frozenset({"UNSCR", "UNSCRs"})
_NUMBER_AFTER = re.compile(r" \d")
_LONGEST_MARK = 40
_REASONS = frozenset({"1.4", "1.5", "1.6", "1.3"})
"""Why a cable is classified: sections of the order."""
_PREFIXES = frozenset({"M/V", "MV", "M/T", "S/S", "SS", "USS", "USNS", "USCGC", "HMS", "HMCS", "INS", "F/V"})
_PREFIX = re.compile(r"\b(?:M/V|MV|M/T|S/S|SS|USS|USNS|HMS|F/V) [\"“']$")
_QUOTES = "\"“'"
_SAID_SHIP = re.compile(
    r"\b(?:vessel|tanker|freighter|cargo ship|ship|trawler|frigate|submarine) (?:the )?[\"“']?$"
)
_SHIPS = frozenset({"vessel", "tanker", "freighter", "ship", "trawler", "frigate", "submarine"})
_ABOUT = frozenset({"Against", "On", "For", "Concerning", "Relating"})
_ON = re.compile(
    rf" (?:on|for|against|of|relating to|concerning)(?: the)? {WORD}(?: {WORD})*"
    rf"(?: (?:and|of|in|from)(?: the)? {WORD}(?: {WORD})*)*"
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
    for start, end, name in _lexicon().find(context.where):
        yield Candidate(start, end, "TREATY_OR_LAW", name, 3)
    for word in _BARE & context.words:
        for start in context.where.starts(word):
            if not _NUMBER_AFTER.match(text, start + len(word)):
                yield Candidate(start, start + len(word), "TREATY_OR_LAW", "UNSCR", 2)
    for start, _ in context.numbers:
        candidate = _numbered(text, start)
        if candidate is not None:
            yield candidate


def _numbered(text: str, start: int) -> Candidate | None:
    """Return the order, resolution, notice or article whose number begins at ``start``."""
    notice = _NOTICE.match(text, start)
    if notice:
        return Candidate(*notice.span(), "TREATY_OR_LAW", f"{notice[1]} FR {notice[2]}", 2)
    low = max(0, start - _LONGEST_MARK)
    if not text[low:start].removesuffix(" ").endswith(_MARK_ENDS):
        return None
    clause, mark = _CLAUSE.match(text, start), _MARK.search(text, low, start)
    if clause is None or mark is None:
        return None
    name = text[mark.start() : clause.end()]
    if mark["order"]:
        name = f"Executive Order {clause.group()}"
    elif mark["resolution"] and "Assembly" not in name and "UNGA" not in name:
        name = f"UNSCR {clause.group()}"
    elif mark["numbered"] == "Section" and (len(clause.group()) < 3 or clause.group() in _REASONS):
        return None
    return Candidate(mark.start(), clause.end(), "TREATY_OR_LAW", name, 2)


def built(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find names that say what they are: ``Petroleum Industry Bill``, ``Convention on Cluster Munitions``."""
    text, last = context.text, _last()
    for part in parts:
        words = part.words
        if last.isdisjoint(words):
            continue
        if any(a in last and b in _ABOUT for a, b in pairwise(words)):
            yield Candidate(part.start, part.end, "TREATY_OR_LAW", part.name, 3)
            continue
        if part.title is not None or words[-1] not in last or words[0] in last - {words[-1]}:
            continue
        on = _ON.match(text, part.end)
        if len(words) > 1 or on or words[-1] == "Constitution":
            end = on.end() if on else part.end
            yield Candidate(part.start, end, "TREATY_OR_LAW", text[part.start : end], 4)


def vessels(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find ships; the canonical name has no prefix."""
    text = context.text
    said = not _SHIPS.isdisjoint(context.words)
    for part in parts:
        words = part.words
        if words[0] in _PREFIXES and len(words) > 1:
            yield Candidate(part.start, part.end, "VESSEL", " ".join(words[1:]), 2)
            continue
        quoted = text[part.start - 1] in _QUOTES
        if not quoted and not said:
            continue
        prefix = _PREFIX.search(text, max(0, part.start - 8), part.start) if quoted else None
        if prefix:
            yield Candidate(prefix.start(), part.end, "VESSEL", part.name, 2)
        elif said and _SAID_SHIP.search(text, max(0, part.start - 18), part.start):
            yield Candidate(part.start, part.end, "VESSEL", part.name, 3)
