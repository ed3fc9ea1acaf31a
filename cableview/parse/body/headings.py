"""Headings: short lines of their own before a paragraph, underlined in every way or not at all."""

from __future__ import annotations

import re
from typing import NamedTuple

from cableview.parse.body.flow import is_rule, squeezed
from cableview.parse.body.markers import LONG_LINE, SENTENCE_ENDS
from cableview.parse.slips import one_slip

_REACH = 700
_LINES = 3
_LONGEST = 80
_SHORT_RULE = 2
NO_HEADING_ENDS = ".,;"
"""A text that ends in one of them, as almost every paragraph does, has no heading at its end."""
_RULE_SIGNS = "-=_*‐"
_TRIM = "-=_*‐–—~ \t\xa0"
_RULE_ENDS = tuple("-=_*‐–—~")
_NO_PLAIN_END = f"{_TRIM}{NO_HEADING_ENDS}\n"
_LETTER = re.compile(r"[^\W\d_]")
_LISTED = re.compile(r"[-*•·]|o[ \t]|\(?[a-z0-9]{1,3}[.)][ \t]|\([a-z0-9]{1,2}\)|\d{1,3}\b")
_END = re.compile(
    rf"[(/*]*END\s+(?:[A-Z]+\s+){{0,2}}(?:{one_slip('SUMMARY')}|{one_slip('COMMENT')}|NOTE|TEXT|POINTS|QUOTE"
    r"|ACTION|BACKGROUND)\b",
    re.IGNORECASE,
)
_WITH_ITS_END = re.compile(r"[.?!)]\s+[(/*]*END\s+SUMMARY\Z", re.IGNORECASE)
_COLUMNS = re.compile(r"\S {3,}\S|\t")
_INLINE = re.compile(
    r"(?:(?<![-=_])[-=_]{4,}+[-=_ ]*+)?(?<=[-=_.!?:\"”') ])([A-Z][^\n.!]{1,80}?)[ ]*[-=_]{4,}+[-=_ ]*+$"
)
_GLUED = re.compile(
    r"[.?!)\"”][ \t]{1,4}(?!UNCLAS|CONFIDENTIAL$|SECRET$|SIPDIS|NOFORN$|X{4})"
    r"([A-Z][A-Z'’&(),:-]*(?:[ ]+[A-Z0-9&('’\"/-][A-Z0-9&()'’\"/,:-]*){1,14}|[A-Z]{5,})$"
)


class Heading(NamedTuple):
    """A heading's words, and the span of all its lines, rules included."""

    text: str
    start: int
    end: int
    ruled: bool = False
    """Underlined; only such a heading may stand above another one."""


def find_heading(text: str, low: int, high: int, *, top: bool) -> Heading | None:
    """Return the heading that ends ``text[low:high]``, the part right before a paragraph's number.

    ``top`` says that no paragraph is open at ``low``: then the heading may be all there is.
    A section's heading right above that of its first part belongs to it.
    """
    heading = _plain(text, low, high) or _lowest(text, low, high, top=top)
    while heading and heading.ruled and _is_below_rule(text, low, heading.start):
        above = _lowest(text, low, heading.start, top=top)
        if not above or not above.ruled:
            break
        heading = Heading(f"{above.text} / {heading.text}", above.start, heading.end, ruled=True)
    return heading


def _is_below_rule(text: str, low: int, high: int) -> bool:
    return text[max(low, high - _REACH) : high].rstrip().endswith(_RULE_ENDS)


def _lowest(text: str, low: int, high: int, *, top: bool) -> Heading | None:
    floor = max(low, high - _REACH)
    part = text[floor:high].rstrip()
    if part[-1:] in NO_HEADING_ENDS:
        return None
    last = part[part.rfind("\n") + 1 :].lstrip()
    if len(last) > _LONGEST and not (last[-1] in _RULE_SIGNS or last[-8:].isupper()):
        return None
    printed = part.split("\n")
    size = len(printed)
    while size and (not (line := printed[size - 1].strip()) or is_rule(line)):
        size -= 1
    if not size:
        return None
    lines = printed[:size]
    if len(lines[-1]) > _LONGEST:
        inline = _inline_heading(text, floor, floor + len(part))
        if inline or len(lines[-1]) > _LONGEST + 60:
            return inline
    underlined = size < len(printed) or _has_trailing_rule(last)
    count = _height(lines, underlined=underlined, at_top=top and floor == low)
    if not count or (count == len(lines) and floor == low and not top):
        return None
    words = " ".join(line.strip(_TRIM) for line in lines[-count:])
    first = _above_rules(lines, len(lines) - count)
    start = floor + len(part) - len("\n".join(printed[first:]).lstrip())
    return Heading(" ".join(words.split()), start, floor + len(part), underlined)


def _plain(text: str, low: int, high: int) -> Heading | None:
    """Return a heading of the commonest kind: one line without rules, below a blank line and a sentence."""
    if high <= low or text[high - 1] in _NO_PLAIN_END:
        return None
    gap = text.rfind("\n\n", low, high)
    start = gap + 2
    if gap <= low or text[gap - 1] not in ".?!" or high - start > _LONGEST or not text[start].isalpha():
        return None
    words = text[start:high]
    if "\n" in words or not _looks_like_heading(words, words):
        return None
    return Heading(squeezed(words), start, high)


def _has_trailing_rule(line: str) -> bool:
    return len(line[len(line.rstrip(_TRIM)) :].lstrip(" \t\xa0")) > _SHORT_RULE


def _above_rules(lines: list[str], first: int) -> int:
    """Return the line where a heading starts, with the rule above it.

    A page break may stand between the two; a rule right below other words is theirs.
    """
    place = first - 1
    while place > 0 and not lines[place].strip():
        place -= 1
    while place >= 0 and is_rule(lines[place].strip()):
        if place < first - 1 and place and lines[place - 1].strip() and not is_rule(lines[place - 1].strip()):
            return first
        first = place
        place -= 1
    return first


def _height(lines: list[str], *, underlined: bool, at_top: bool) -> int:
    """Return how many of the last lines are the heading, 0 for none."""
    words = lines[-1].strip(_TRIM)
    if not _LETTER.search(words) or len(words) > _LONGEST + 40 or _END.match(words):
        return 0
    above = len(lines) - 2
    opened = above < 0 or not lines[above].strip() or is_rule(lines[above].strip())
    if underlined:
        return 1 if opened else _tall(lines)
    while above >= 0 and not lines[above].strip():
        above -= 1
    held = lines[above].strip() if above >= 0 else ""
    complete = (held[-1] in SENTENCE_ENDS and held[-1] not in ":;") or is_rule(held) if held else at_top
    if not complete or len(words) > _LONGEST or not _looks_like_heading(words, lines[-1].strip()):
        return 0
    return int(opened or words.isupper() or len(lines[-2]) > LONG_LINE)


def _tall(lines: list[str]) -> int:
    """Return how many lines of an underlined heading belong together; a paragraph's end is none of them."""
    for count in range(2, _LINES + 1):
        top = len(lines) - count - 1
        if top < 0 or not lines[top].strip() or is_rule(lines[top].strip()):
            joined = [line.strip() for line in lines[-count:]]
            return 1 if any(line[-1] in ".!?:" for line in joined[:-1]) else count
    return 1


def _looks_like_heading(words: str, line: str) -> bool:
    first = words.lstrip("\"“'(‘")[:1]
    if (
        not (first.isupper() or first.isdigit())
        or _END.match(words)
        or (words[-7:] in ("SUMMARY", "Summary", "summary") and _WITH_ITS_END.search(words))
        or _LISTED.match(line)
        or (("   " in line or "\t" in line) and _COLUMNS.search(line))
    ):
        return False
    return words[-1] not in ".,;" and words.count(" ") < 14 and words.count('"') != 1


def _inline_heading(text: str, low: int, high: int) -> Heading | None:
    """In text without line ends: ``...sentence. ------ Comment ------ 8. (C)``, or capitals at the end."""
    floor = max(low, high - 200)
    match = _INLINE.search(text, floor, high)
    if match is None and (match := _GLUED.search(text, floor, high)) is None:
        return None
    words = squeezed(match.group(1).strip(_TRIM))
    start = match.start() if match.re is _INLINE else match.start(1)
    return None if _END.match(words) else Heading(words, start, high)
