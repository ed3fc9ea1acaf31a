"""The signature: the surname of the chief of mission in capitals, at the very end."""

from __future__ import annotations

import re

from cableview import data
from cableview.model.cable import Span
from cableview.parse.body.markers import SENTENCE_ENDS

_NAME = (
    r"(?:[A-Z]\.[ ])?(?:Mc|Mac|De|Di|Le|La|Van)?[A-Z][A-Z'’`.-]*[A-Z'’]"
    r"(?:[ ]+(?!ACTING|CHARGE|CDA)(?:[A-Z]\.|[A-Z][A-Z'’`-]+)){0,2}(?:,?[ ]+(?:JR|SR|III?)\.?)?"
)
_GIVEN = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_OFFICE = r"[ ]*[, (/-][ ]*(?:ACTING|CDA|CHARGE(?:[ ]D['’]AFFAIRES)?(?:,?[ ]A\.?I\b)?)\)?"
"""Who signs for the ambassador may say so behind the name."""
_OWN_LINE = re.compile(rf"[ \t]*({_NAME}(?:[ ]*(?:/|AND|&)[ ]*{_NAME})?)(?:{_OFFICE})?[ \t]*[.#-]{{0,4}}")
_ONE_WORD = re.compile(r"[ \t]*([A-Z][A-Z'’-]+)[ \t]*")
_GLUED = re.compile(
    r"[.?!)\]\"”'’:-][ \t]*(?<!\b[A-Z]\.)(?:(?<!\.)|(?=\w{4}))"
    r"((?:[A-Z][A-Z'’-]*[ ]+){0,2}[A-Z][A-Z'’-]{2,})[ \t]*[.#]{0,4}$"
)
_MIXED = re.compile(r"[.?!\"”][ \t]+([A-Z][a-z]+(?:-[A-Z][a-z]+)?)[ \t]*$")
_BULLET = re.compile(r"[ \t]*(?:--?|[*•·])[ \t]*\w+")
_MIXED_LINE = re.compile(r"[ \t]*([A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)[ \t]*")
_FULL_LINE = re.compile(
    rf"[ \t]*((?P<first>{_GIVEN}|[A-Z]\.)[ ]*(?:(?:{_GIVEN}|[A-Z]\.)[ ]*(?<=[. ])){{0,2}}(?<=[. ])"
    r"(?:Mc|Mac|O['’])?[A-Z](?:[a-z]+|[A-Z'’]+)(?:-[A-Z][A-Za-z]+)?(?:,?[ ](?:[JS][Rr]\b|III?))?)\.?[ \t]*"
)
"""Forenames or initials, and a surname in small letters or capitals."""
_FORENAMES = re.compile(rf"[?!.)\]\"”][ \t]+((?:(?:{_GIVEN}|[A-Z]\.)[ ]+){{0,2}}[A-Z]\.[ ]+)\Z")
"""What stands before a surname behind a sentence, an initial last."""
_INITIAL = re.compile(r"(?<![.\w])[A-Z]\.[ ]+\Z")
_LONGEST_FORENAMES = 40
_CLOSING = re.compile(r"\b(?:UNQUOTE|MINIMIZE CONSIDERED|END (?:[A-Z]+ ){0,2}[A-Z]{4,})$")
"""Words that end a text without any full stop."""
_LONGEST_CLOSING = 40
_TITLE = re.compile(r"\b(?:DR|MRS?|MS|GEN|COL|AMB|SEN|REP|PROF)\.$", re.IGNORECASE)
_WHOLE_ENDS = frozenset('.?!)"”]')
_REACH = 400
_SCRAPS = 120
_WORD = re.compile(r"[A-Za-z]{4}")
_AND = re.compile(r"[ ]*(?:/|\bAND\b|&)[ ]*")
_NO_CAPITALS = re.compile(r"[^A-Z]+")
_NO_NAME = frozenset(
    """END TEXT COMMENT COMMENTS NOTE SUMMARY CONSIDERED MINIMIZE UNCLASSIFIED UNCLAS CONFIDENTIAL SECRET
    NOFORN SIPDIS SENSITIVE NNNN REFTEL SEPTEL ACTION REQUEST REPORT MESSAGE CABLE PARAGRAPH ENCLOSURE
    ATTACHMENT ANNEX BACKGROUND POINTS NONPAPER PAPER LIST TABLE CONTINUED THE
    AND OF FOR TO IN BY USG DEPARTMENT UNQUOTE ACTING CHARGE
    EMBASSY POST AMEMBASSY AMCONSUL SECSTATE WASHDC REGARDS THANKS NONE TBD NOT""".split()
)


def find_signature(text: str, low: int, high: int) -> tuple[tuple[str, ...], Span | None]:
    """Return who signed ``text[low:high]`` and the span of the signature in it.

    The last line signs; or one a little further up, when only scraps such as footnote numbers follow it.
    """
    offset = max(low, high - _REACH)
    part = text[offset:high].rstrip()
    found = _at_end(part, offset, top=offset == low)
    rest = part
    while found[1] is None and len(part) - len(rest) < _SCRAPS and "\n" in rest:
        begin = rest.rfind("\n")
        if _WORD.search(rest, begin):
            break
        rest = rest[:begin].rstrip()
        match = _OWN_LINE.fullmatch(rest, rest.rfind("\n") + 1)
        if match and " " not in match.group(1) and _ends_text(rest[: match.start()]):
            found = _found(match, offset, len(rest))
    return found


def _at_end(part: str, offset: int, *, top: bool) -> tuple[tuple[str, ...], Span | None]:
    begin = part.rfind("\n") + 1
    match = _OWN_LINE.fullmatch(part, begin)
    if match and (begin or not top):
        above = _ONE_WORD.fullmatch(part, part.rfind("\n", 0, max(begin - 1, 0)) + 1, max(begin - 1, 0))
        if above and _found(above, 0, 0)[0]:
            return _both(above, match, part, offset)
        if _stands_apart(part[:begin], match.group(1), part[match.end(1) :]):
            return _found(match, offset, len(part))
    match = _MIXED_LINE.fullmatch(part, begin)
    if match is None and (full := _FULL_LINE.fullmatch(part, begin)) and _names_a_person(full):
        match = full
    if match and part[:begin].rstrip()[-1:] in _WHOLE_ENDS:
        return _found(match, offset, len(part))
    match = _GLUED.search(part, max(len(part) - 60, begin))
    if match is None or _BULLET.fullmatch(part, begin):
        match = _MIXED.search(part, max(len(part) - 40, begin))
        return _with_forenames(match, part, offset) if match else ((), None)
    words, shouting = match.group(1).split(), not any(c.islower() for c in part[-200:])
    if len(words) > 1 and (shouting or "AND" in words or not all(len(word) > 1 for word in words)):
        return (), None
    return _with_forenames(match, part, offset)


def _names_a_person(full: re.Match[str]) -> bool:
    """Tell a name by its initial or by the first of its words, as ``Saudi Arabia`` has the shape of one."""
    return "." in full[1] or full["first"] in data.names()["given"]


def _with_forenames(match: re.Match[str], part: str, offset: int) -> tuple[tuple[str, ...], Span | None]:
    """Take an initial and the names before it to the surname; in the midst of a sentence nobody signs."""
    start = match.start(1)
    if _TITLE.search(part[max(start - 6, 0) : start].rstrip()):
        return (), None
    signers, place = _found(match, offset, len(part))
    if place is None or not _INITIAL.search(part, max(start - 6, 0), start):
        return signers, place
    before = _FORENAMES.search(part, max(start - _LONGEST_FORENAMES, 0), start)
    if before is None:
        return (), None
    return (before[1] + signers[0],), (offset + before.start(1), place[1])


def _ends_text(before: str) -> bool:
    """Tell whether a blank line after a whole sentence ends ``before``."""
    held = before.rstrip()
    return held[-1:] in _WHOLE_ENDS and before.count("\n", len(held)) > 1


def _both(
    above: re.Match[str], match: re.Match[str], part: str, offset: int
) -> tuple[tuple[str, ...], Span | None]:
    """Two names in two lines sign together below a whole sentence; anywhere else they end a list."""
    names, place = _found(match, offset, len(part))
    held = part[: above.start()].rstrip()
    if place is None or not (held[-1:] in _WHOLE_ENDS or _CLOSING.search(held[-_LONGEST_CLOSING:])):
        return (), None
    return tuple(dict.fromkeys((above.group(1), *names))), (offset + above.start(1), place[1])


def _stands_apart(before: str, name: str, after: str) -> bool:
    """Tell a name on a line of its own from the last words of a text in capitals."""
    held = before.rstrip()
    if not held:
        return True
    blank = before.count("\n", len(held)) > 1
    line = held[held.rfind("\n") + 1 :]
    if not blank and (
        (held[-1] == "." and _TITLE.search(line[-6:])) or (after == "." and held[-1] not in SENTENCE_ENDS)
    ):
        return False
    if held[-1] in SENTENCE_ENDS or any(character.islower() for character in line):
        return True
    if _CLOSING.search(line[-_LONGEST_CLOSING:]):
        return True
    return (blank or len(line) < 30) and " " not in name


def _found(match: re.Match[str], offset: int, size: int) -> tuple[tuple[str, ...], Span | None]:
    printed = match.group(1).strip()
    names = [printed] if printed.isalpha() else _AND.split(printed)
    words = [word for name in names for word in _NO_CAPITALS.split(name.upper())]
    if any(word in _NO_NAME or (len(word) > 3 and not word.strip("X")) for word in words):
        return (), None
    if max(map(len, words)) < 2 or (len(names) > 1 and any(" " in name for name in names)):
        return (), None
    return tuple(names), (offset + match.start(1), offset + size)
