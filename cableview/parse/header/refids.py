"""Cables named in one item of a REF list, in the forms that need more than one look."""

from __future__ import annotations

import re
from datetime import MAXYEAR
from typing import NamedTuple

from cableview.parse.header.dtg import MONTHS
from cableview.parse.header.refscan import Hit, Scan, Token
from cableview.parse.identifiers import compose
from cableview.parse.stations import lookup
from cableview.parse.years import YearContext, infer_year, post_meant, two_digits

_TOKEN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’.]*|\d+|[^\w\s]")
_ZERO_FOR_O = re.compile(r"\b0(?=[A-Za-z]{3})|(?<=[A-Za-z]{3})0\b")
_O_FOR_ZERO = re.compile(r"\b[Oo](?=\d\s)|(?<=\d)[Oo]+(?=[\dOo]*\b)")
_SQUARE_YEAR = re.compile(r"\[(\d\d|\d{4})\]")
_NO_SERIALS = re.compile(
    r"\bPAGE \d\d\s[^;]{1,60}?\d{6}Z|\b\d{1,2}/\d{1,2}(?:/\d{2,4}|-\d{1,2}/\d{1,2})|\b[OPRZ]? ?\d{6}Z.*"
    rf"|(?:[,(]|\b(?:OF|ON|DATED))\s*\d{{1,2}}\s+(?:{'|'.join(MONTHS)})[A-Z]*\b(?:,?\s+(?:19|20)\d\d\b)?"
    r"|(?<=[A-Za-z]{3} )A-\d{1,4}\b",
    re.IGNORECASE,
)
"""Page headers, dates, date-time groups, and the numbers of airgrams."""
_TITLE_YEAR = re.compile(r"\s(?:19|20)\d\d(?:\s+(?!(?:AND|OR|NOTAL)\b)[A-Za-z]{2}|['\"’”])")
_TITLE_BEGINS = re.compile(r"\s--?\s|[:(\"“]")


class Found(NamedTuple):
    """One cable: its span in the item, its id, and whether its year had to be inferred.

    Without a year printed, and no date to infer it from, there is no id.
    """

    start: int
    end: int
    id: str | None
    inferred: bool


def scan(text: str, context: YearContext) -> list[Found]:
    """Return the cables that ``text`` names, in order."""
    plain = text
    if "0" in text or "O" in text:
        plain = _O_FOR_ZERO.sub(lambda match: "0" * len(match[0]), _ZERO_FOR_O.sub("O", text))
    if "[" in plain:
        plain = _SQUARE_YEAR.sub(r"(\1)", plain)
    plain = _NO_SERIALS.sub(lambda match: " " * len(match[0]), plain)
    tokens = [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(plain)]
    latest = context.sent.year if context.sent is not None else MAXYEAR
    hits = _own_post(tokens, context) or Scan(plain, tokens, latest).run() or _number_first(tokens)
    found = []
    for index, hit in enumerate(hits):
        if index and _is_title_year(plain, hits[index - 1], hit):
            continue
        station = post_meant(hit.station, context)
        year = hit.year or (infer_year(station, hit.serial, context) if station is not None else None)
        if hit.serial:
            own = compose(year, station, hit.serial) if station and year else None
            found.append(Found(hit.start, hit.end, own, hit.year is None))
    return found


def _is_title_year(text: str, before: Hit, hit: Hit) -> bool:
    """Tell whether a place and a year stand in the title of the cable before: ``- SEOUL 2012 SUMMIT``."""
    begins = _TITLE_BEGINS.search(text, before.end, hit.start)
    return begins is not None and hit.year is None and _TITLE_YEAR.match(text, hit.end - 5) is not None


def _own_post(tokens: list[Token], context: YearContext) -> list[Hit]:
    """Read an item that is nothing but a number: a cable of the same post."""
    if not tokens or context.station is None or not tokens[0].text.isdigit() or len(tokens[0].text) < 2:
        return []
    rest = [token.text for token in tokens[1:]]
    year = two_digits(rest[1]) if len(rest) == 2 and rest[0] in "/-" and len(tokens[0].text) > 2 else None
    if rest and year is None:
        return []
    return [Hit(tokens[0].start, tokens[-1].end, context.station, int(tokens[0].text), year)]


def _number_first(tokens: list[Token]) -> list[Hit]:
    """Read ``870 Ulaanbaatar``: the number stands before the name, and nothing but the name follows."""
    if len(tokens) < 2 or not tokens[0].text.isdigit() or len(tokens[0].text) < 3:
        return []
    words = [token.text for token in tokens[1:] if token.text not in "(.)"]
    station = lookup("".join(words)) if len(words) <= 5 else None
    if station is None:
        return []
    return [Hit(tokens[0].start, tokens[-1].end, station, int(tokens[0].text), None)]
