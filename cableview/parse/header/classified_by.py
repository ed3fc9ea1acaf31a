"""The Classified By line: its wrapped words put together, and the reasons told from the rest."""

from __future__ import annotations

import re
from functools import lru_cache

from cableview.parse.header.names import SUFFIX
from cableview.parse.header.titles import is_title

_LABEL = re.compile(
    r"[\s:.]*(?:\d{1,2}\.\s*)?(?:\(?[UCS]\)?\s+)?(?:(?:THIS|THE) (?:MESSAGE|CABLE|TELEGRAM) (?:IS |WAS )?)?"
    r"(?:C?LASS?I?FI?ED(?:\s+BY)?|CLASS\.?\s+BY:)[\s:]*",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*\((?:U|C|S|SBU|C/NF|S/NF)\)\s*")
_ORDER = r"E\.?\s?O\.?\s*1\d{3,4}|EXECUTIVE ORDER"
_WORD = r"R(?:EA|A|E|AE)S(?:S?ONS?|SN|N|OSN|NOS|ON)S?\b"
_REASON = re.compile(
    rf"\b(?=[RESP1])(?:{_WORD}|REAS?\s*(?=\(?[A-H]\b|$)|{_ORDER}|SECTIONS?\s+1|PARA(?:GRAPH)?S?\s+1|1\s?\.\s?[2-7]\b)",
    re.IGNORECASE,
)
_FIRST_ORDER = re.compile(rf"[\s,;:.(-]*(?:{_ORDER})[\s,;:.)-]*(?=(?:BY\b\s*)?[A-Z]{{2,}})", re.IGNORECASE)
"""The order in front of the name."""
_LEADING = re.compile(
    r"[\s,;:.()$–-]*+\b(?=[ABCDFIOPSTU])(?:FOR|FR|AS PER|PER|UNDER|BASED ON|BY|DUE TO|BECAUSE OF"
    r"|IN ACCORDANCE WITH|PURSUANT TO|ON(?: THE)? (?:BASIS|GROUNDS) OF|CIT(?:ING|ES?)|ON|OF|THE|FOLLOWING"
    r"|SUB-?)[\s:]*\Z",
    re.IGNORECASE,
)
_LEADING_ENDS = tuple("FOR FR PER UNDER BY ON OF TO WITH THE CITE CITES CITING FOLLOWING SUB SUB-".split())
"""What a value must end with for the pattern to match, which is dear to try."""
_BLANK_OR_COLON = " :\t\n\r\f\v\xa0"
_DECLASSIFY = re.compile(r"[\s.,;]*\bDECL(?:ASSIFY)?\b.*", re.IGNORECASE | re.DOTALL)
_NUMERAL = re.compile(r"\b(?:II|III|IV)\.$", re.IGNORECASE)
_DOTS = re.compile(r"\.[. ]*\.$")
_SENTENCE = re.compile(r"(?<=[A-Za-z]{3})[.]\s+(?=[A-Z])")
_LETTERS_AFTER = re.compile(r"1\s?\.\s?[2-7]|REAS[A-Z]*[\s:]*(?=\(?[A-H]\b)", re.IGNORECASE)
_LETTERS = re.compile(
    r"(?:[\s(/,&+.;:)\[\]-]|\b(?:AND|OR|[A-H])\b(?!\.[A-Z])|\b1\s?\.\s?[2-7])*", re.IGNORECASE
)
_ORDER_NUMBER = re.compile(r"1[123]\d{3}")
_LETTER = re.compile(r"\b[A-Ha-h]\b")
_TOGETHER = re.compile(r"[\s(/]*\(?([A-H]{2,3})\)", re.IGNORECASE)
_BROKEN = frozenset(("REASON", "REASONS", "AND", "FOR", "PER", "UNDER", "CLASSIFIED"))
_WORDS = frozenset(
    "REASON REASONS PER UNDER AS BY DUE CITING PURSUANT BASED SECTION SECTIONS E.O JR SR II III "
    "LA LE VAN VON DER DEN BIN IBN AL EL DI DA DU DEL DOS DAS".split()
)
"""Whole words that stand between names, titles and reasons: others in small letters are the rest of one."""
_CUT_NAME = re.compile(r"[A-Za-z]{2}-$")
_WIDTH = 70
"""Drafting software cut lines behind column 71, wherever in a word that fell."""


def unwrap(line_start: int, text: str, start: int, end: int) -> str:
    """Return the value ``text[start:end]`` as one line; ``line_start`` is where its first line begins.

    A word cut at the line's last column is put together; where the cut fell on a blank, the blank stands at
    the beginning of the next line.
    """
    lines = text[start:end].split("\n")
    joined = lines[0].rstrip()
    width = len(joined) + start - line_start
    for line in lines[1:]:
        bare = line.strip()
        if not bare:
            continue
        wide = width >= _WIDTH and line[0] not in " \t"
        cut = _is_cut(joined, bare, exact=width == _WIDTH + 1) if wide else _is_single(joined, bare)
        joined += bare if cut or _CUT_NAME.search(joined) else " " + bare
        width = len(line.rstrip())
    return joined


def _is_single(before: str, after: str) -> bool:
    """Tell whether a line broke behind the first letter of a word, as in ``f`` / ``or reasons``."""
    return before[-2:-1] == " " and before[-1:].islower() and _first_word(before[-1] + after) in _BROKEN


def _first_word(text: str) -> str:
    return text.split(None, 1)[0].upper().strip(".,:;()")


def _is_cut(before: str, after: str, *, exact: bool) -> bool:
    last, first = before.rsplit(None, 1)[-1] if before else "", after.split(None, 1)[0]
    if last[-1:] == "(" or first[0] in ").," or (last[-2:] == "1." and first[0] in "45"):
        return True
    if not (last[-1:].isalpha() and first[0].isalpha()):
        return _ORDER_NUMBER.fullmatch(last + first.rstrip(",")) is not None
    whole = _first_word(last + first)
    if _first_word(first) in _WORDS or is_title(first) or (last[-1].islower() and first[0].isupper()):
        exact = False
    elif first[0].islower():
        return True
    return exact or whole in _BROKEN or (len(whole) > 5 and is_title(whole) and not is_title(last))


def split_reasons(value: str) -> tuple[str, tuple[str, ...]]:
    """Return (name with title, reason letters in lower case) of an unwrapped Classified By value."""
    value = _strip_labels(value)
    order = _FIRST_ORDER.match(value)
    if order is not None and not _REASON.match(value, order.end()):
        value = _strip_labels(value[order.end() :])
    cut = _REASON.search(value)
    if cut is not None:
        return _strip_end(_strip_leading(value[: cut.start()])), _reasons(value[cut.start() :])
    head = _DECLASSIFY.sub("", value)
    return _strip_end(_SENTENCE.split(head, maxsplit=1)[0]), ()


def _strip_labels(value: str) -> str:
    for _ in range(4):
        match = _LABEL.match(value) or _MARK.match(value)
        if match is None:
            break
        value = value[match.end() :]
    return value


def _strip_leading(head: str) -> str:
    """Take ``for``, ``per`` and the like off the end, which lead over to the reasons."""
    for _ in range(3):
        if not head.rstrip(_BLANK_OR_COLON).upper().endswith(_LEADING_ENDS):
            return head
        low = max(len(head) - 40, 0)
        match = _LEADING.search(head, low)
        if match is None:
            return head
        head = head[: match.start() + head.startswith(".", match.start())]
    return head


def _strip_end(head: str) -> str:
    head = head.strip(" \t,;:-–($")
    if not head.endswith("."):
        return head
    head = _DOTS.sub(".", head)
    if not SUFFIX.fullmatch(head.rsplit(None, 1)[-1]):
        head = head.rstrip(". ")
    if _NUMERAL.search(head):
        head = head[:-1]
    return head


@lru_cache(maxsize=1024)
def _reasons(tail: str) -> tuple[str, ...]:
    place = _LETTERS_AFTER.search(tail)
    position = place.end() if place is not None else 0
    together = _TOGETHER.match(tail, position)
    if together is not None:
        return tuple(dict.fromkeys(together[1].lower()))
    listed = _LETTERS.match(tail, position, position + 80)
    letters = _LETTER.findall(listed[0]) if listed is not None else []
    return tuple(dict.fromkeys(letter.lower() for letter in letters))
