"""Treaties, regimes, resolutions, laws and orders; and ships, which have a mark of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cableview import data
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon
from cableview.entities.runs import WORD, Part

_MIN_CAPITALS = 5
_ORDER = re.compile(r"\b(?:E\.? ?O\.?|Executive Order) (\d{5})\b")
_RESOLUTION = re.compile(
    r"\bUNSCRs?(?: \d{3,4})?\b|\b(?:(?:UN|U\.N\.) (?:Security Council|General Assembly) |UNSC |UNGA |Security Council )?"
    r"(?:Resolution|RESOLUTION)s? (\d{2,4})(?:/\d+)?\b|\b(?:UNSC|UNGA) Resolution\b"
)
_NOTICE = re.compile(r"\b(\d+) FED(?:ERAL|\.)? ?REG(?:ISTER|\.)? (\d+)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:Articles?|Decree|Decree-Law|Law|Public Law|Ordinance|Regulation|Directive|Proclamation|Act|Order)"
    r" (?:No\. ?|Number |#)?\d+(?:[./-]\d+)*\b(?!,\d| percent)|\bSection \d{3,}\b"
)
_ON = re.compile(rf" (?:on|for|against|of)(?: the)? {WORD}(?: {WORD})*(?: (?:and|of)(?: the)? {WORD}(?: {WORD})*)*")
_SHIP = re.compile(
    r"\b(?:M/V|MV|M/T|S/S|SS|USS|USNS|USCGC|HMS|HMCS|INS|F/V)(?P<quote> [\"“'])?(?: (?=[\"“'])[\"“'])? ?"
    r"(?P<name>[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|de|[IVX]+|\d+))*)"
)
_SAID_SHIP = re.compile(
    r"\b(?:vessel|tanker|freighter|cargo ship|ship|trawler|frigate|submarine) (?:the )?[\"“']?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
)
_OPEN_SHIP = re.compile(r"\b(?:M/V|MV|M/T|S/S|SS|USS|USNS|HMS) [\"“'](?P<name>[A-Z][\w' -]+?)[\"”']")


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


def laws(context: Context) -> Iterator[Candidate]:
    """Find instruments by name and by number."""
    text = context.text
    for start, end, name in _lexicon().find(text):
        yield Candidate(start, end, "TREATY_OR_LAW", name, 3)
    for match in _ORDER.finditer(text):
        yield Candidate(*match.span(), "TREATY_OR_LAW", f"Executive Order {match[1]}", 2)
    for match in _RESOLUTION.finditer(text):
        number = match[1] or ""
        name = f"UNSCR {number}" if number and "Assembly" not in match.group() else match.group()
        yield Candidate(*match.span(), "TREATY_OR_LAW", name, 2)
    for match in _NOTICE.finditer(text):
        yield Candidate(*match.span(), "TREATY_OR_LAW", f"{match[1]} FR {match[2]}", 2)
    for match in _NUMBERED.finditer(text):
        yield Candidate(*match.span(), "TREATY_OR_LAW", match.group(), 2)


def built(context: Context, parts: list[Part]) -> Iterator[Candidate]:
    """Find names that say what they are: ``Petroleum Industry Bill``, ``Convention on Cluster Munitions``."""
    text, last = context.text, set(data.treaties()["last"])
    for part in parts:
        words = part.words
        if part.title is not None or words[-1] not in last or words[0] in last - {words[-1]}:
            continue
        on = _ON.match(text, part.end)
        if len(words) > 1 or on or words[-1] == "Constitution":
            end = on.end() if on else part.end
            yield Candidate(part.start, end, "TREATY_OR_LAW", text[part.start : end], 4)


def vessels(context: Context) -> Iterator[Candidate]:
    """Find ships; the canonical name has no prefix."""
    text = context.text
    for segment in context.prose():
        for pattern in (_SHIP, _OPEN_SHIP):
            for match in pattern.finditer(text, segment.start, segment.end):
                yield Candidate(match.start(), match.end("name"), "VESSEL", match["name"], 2)
        for match in _SAID_SHIP.finditer(text, segment.start, segment.end):
            yield Candidate(*match.span("name"), "VESSEL", match["name"], 3)
