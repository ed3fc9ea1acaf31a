"""Rules on page headers, which the printers of three decades set into the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBERED = re.compile(r"0\d{6,8}\s{0,6}\d{3}(?:\.\d)?\s{1,3}OF \d{3}\b\.?")
_REMNANT = re.compile(r"\n[ \t]*(?:\d{3}(?:\.\d)? )?OF \d{3}[ \t]*(?=\n|$)")
_WHOLE_LINE = re.compile(r"[ \t]*(?:[A-Z0-9][A-Z0-9/.'’-]*[ \t]+){0,8}$")
_WORDS = re.compile(r"(?:[A-Z][A-Z.'’-]*[ \t]+){1,4}$")
_SPACED = r"(?:U N C L A S(?: S I F I E D)?|C O N F I D E N T I A L|S E C R E T)"
_WORD = r"(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|(?:TOP )?SECRET|LIMITED OFFICIAL USE)"
CLASSIFICATION = rf"(?:{_SPACED}|{_WORD})"
_OLD = re.compile(
    r"\bPAGE (?:0[2-9]|[1-9]\d)\s{1,12}[A-Z][A-Z.'’ -]{1,28}? {1,8}\d{3,6}(?: {1,6}\d\d OF \d\d)?"
    r"(?: {1,6}TOSEC \d{3,6})?(?: {1,6}\d{6}Z(?: [A-Z]{3} \d\d)?|(?=[ \t]*(?:\n|$)))"
)
LAST_PAGE = (
    r"[A-Z][A-Z.'’ ]{2,30} 0\d{6,8} {1,6}\d{3}(?:\.\d)? OF \d{3}|PAGE \d\d +[A-Z. ]{2,28} +\d{3,6}[0-9A-Z ]*"
)
"""A page header of either kind in a line of its own."""
STAMP = (
    r"(?:Margaret P\.? Grafeld\s+|Sheryl P\.? Walter\s+)?Declassified/Released\s+(?:by\s+)?"
    r"US Department of State(?:\s+EO Systematic\s+Review(?:\s+\d\d? [A-Z][A-Za-z]{2,8} \d{4})?)?"
)
BEFORE_PAGE = re.compile(rf"(?:(?:\b{CLASSIFICATION}|{STAMP})\s*)+$")
_MARKER = re.compile(r"(?:¶ ?)?\d{1,3}\.\s")
_LONGEST_NAME = 300
"""What stands before a page header in its line is looked at no further back: one line may be a whole text."""
_LONGEST_SUBJECT = 400
_PRINTED_DIGITS = 6
"""A classification line pads the number to six digits, a page header to eight."""
_SENTENCE_ENDS = ".?!:;\"”')]"


def page_headers(text: str) -> Iterator[tuple[int, int, str]]:
    """``BEIJING 00002648  002 OF 005``, also with words before it, a truncated name, or inside a line."""
    position = text.find("OF 0")
    while position >= 0:
        # Two digits count the sections of a classification line.
        if text[position + 3 : position + 6].isdigit():
            match = _NUMBERED.search(text, max(position - 24, 0), position + 10)
            if match and match.start() < position < match.end():
                yield gap(text, _beginning(text, match), match.end())
                position = match.end()
            elif remnant := _REMNANT.match(text, max(_line_start(text, position) - 1, 0)):
                yield gap(text, remnant.start() + 1, remnant.end())
        position = text.find("OF 0", position + 4)


def _beginning(text: str, header: re.Match[str]) -> int:
    """Return where a header with its post begins: with its line, when nothing else stands in that."""
    line = _line_start(text, header.start())
    if _WHOLE_LINE.match(text, line, header.start()):
        end = header.end()
        if not text[end : end + 120].split("\n", 1)[0].strip():
            return line
    return _name_start(text, line, header)


def _line_start(text: str, position: int) -> int:
    """Return where the line begins, or a place in it farther before ``position`` than a name is long."""
    low = max(position - _LONGEST_NAME, 0)
    return max(text.rfind("\n", low, position) + 1, low)


def _name_start(text: str, line: int, header: re.Match[str]) -> int:
    """Return where the post's name starts when other words stand before it in the line."""
    words = _WORDS.search(text, max(line, header.start() - 50), header.start())
    if words is None:
        return header.start()
    starts = [words.start() + word.start() for word in re.finditer(r"\S+", words.group())]
    serial = header.group().split()[0].lstrip("0")
    zeros = max(_PRINTED_DIGITS - len(serial), 0)
    for start in starts[-3:-1]:
        name = re.escape(text[start : header.start()].rstrip())
        if re.search(rf"\b{name}[A-Z ]{{0,16}} 0{{0,{zeros}}}{serial}\b", text):
            return start
    return starts[-1]


def old_page_headers(text: str) -> Iterator[tuple[int, int, str]]:
    """``CONFIDENTIAL`` and ``PAGE 02 HARARE 03759 01 OF 03 111533Z``; page 01 stays, it names the cable."""
    last = 0
    for match in _OLD.finditer(text):
        low = max(match.start() - 160, last)
        before = BEFORE_PAGE.search(text[low : match.start()])
        yield gap(text, low + before.start() if before else match.start(), match.end())
        last = match.end()


def gap(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Widen a header over the white space around it and say what belongs in its place."""
    before, after = text[max(start - 80, 0) : start], text[end : end + 80]
    blank = before[len(before.rstrip()) :]
    start -= len(blank)
    end += len(after) - len(after.lstrip())
    if start == 0 or end == len(text):
        return start, end, "\n"
    if "\n" not in blank:
        return start, end, " "
    if _MARKER.match(text, end) or (text[start - 1] in _SENTENCE_ENDS and not _in_subject(text, start)):
        return start, end, "\n\n"
    return start, end, "\n"


def _in_subject(text: str, end: int) -> bool:
    """Tell whether the line that ends at ``end`` is of a SUBJECT, which no sign ends."""
    label = text.rfind("\nSUBJ", max(end - _LONGEST_SUBJECT, 0), end)
    return label >= 0 and "\n\n" not in text[label:end] and text.find("\nREF", label, end) < 0
