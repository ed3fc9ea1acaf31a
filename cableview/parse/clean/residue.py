"""Rules on text that a site's own tables, or the printing of sections, put into a cable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableview.parse.clean.pages import BEFORE_PAGE, CLASSIFICATION

_DUMP = re.compile(
    r"(?:^|\n)(?:-{5,}[ -]*\n\s*)?id: ?\d+\s*\ndate: ?[^\n]*\n(?:[a-z]+: ?[^\n]*\n){0,6}?header:[ \t]*"
)
_ENDS = re.compile(r"\n-+ ?header ends ?-+")
_FIRST_LINE = re.compile(rf"\n[ \t]*{CLASSIFICATION} [^\n]*\d")
_NUMBERS = r"(?:0?[2-9]|[1-9]\d) OF \d{1,2}\b"
_LATER = re.compile(rf"SEC(?:TION|\.)? {_NUMBERS}")
_SECTION = re.compile(rf"\n[ \t]*{CLASSIFICATION}[ \t]+(?:SECTION|SEC\.?) {_NUMBERS}[^\n]*")
_FIRST_PAGE = re.compile(rf"PAGE 01 [^\n]*\b{_NUMBERS}")
_LONGEST_BLOCK = 4_000
"""Distribution and addressees of a section stand above its classification line."""
_LONGEST_BEFORE = 160
_SECTION_INSIDE = re.compile(
    rf"SECTION {_NUMBERS} [A-Z][A-Z.' -]{{1,24}}? \d{{3,6}}\b"
    r"(?:\s+(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS)\b)*\s*"
)
_BEFORE_SECTION = re.compile(rf"(?<=\S)[ \t]+{CLASSIFICATION}[ \t]+$")
_CAPTION = re.compile(
    r"(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS|NOT FOR INTERNET DISTRIBUTION|C O R R E C T E D)"
    r"\b.*"
)
_COLUMNS = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?\t\d\d[A-Z]{3,}\d+\t[^\n]*\t")
_COLUMN = re.compile(rf"\t(?={CLASSIFICATION} )")
_STRAY_CAPTION = re.compile(
    r"SIPDIS[ \t]*(\n\s*)?(?=[a-z]|(?!(?:DEPT|DEPARTMENT|STATE|E\.? ?O|TAGS|SUBJ)\b)[A-Z])"
)
_HEADER_LINE = re.compile(rf"\s*(?:{CLASSIFICATION}\b|[A-Z]*SIPDIS|SENSITIVE|NOFORN|SUBJ|TAGS|E\.O)")
_REPEAT = re.compile(r"\n([^\n]{20,200})\n(Q\1)(?=\n)")


def dump_rows(text: str) -> Iterator[tuple[int, int, str]]:
    """Date, id, origin and further columns of a table row, and the second copy of the header in it."""
    for match in _COLUMNS.finditer(text):
        end = match.end()
        text_column = _COLUMN.search(text, end - 1)
        if text_column and "FM " in text[: match.start()]:
            end = text_column.end()
        yield match.start(), end, "\n"


def dump_headers(text: str) -> Iterator[tuple[int, int, str]]:
    """``id: / date: / refid: / ... header:`` from a database; a header already read is skipped with it."""
    for match in _DUMP.finditer(text):
        end = match.end()
        if "\nFM " in text[: match.start()]:
            line = _FIRST_LINE.search(text, end)
            end = line.start() if line else end
        yield match.start(), end, ""
    for match in _ENDS.finditer(text):
        yield match.start(), match.end(), ""


def section_headers(text: str) -> Iterator[tuple[int, int, str]]:
    """The classification line of section 2 and later, with the header lines that it repeats."""
    if _names_later_section(text):
        yield from sorted((*_section_lines(text), *_sections_inside_lines(text)))


def _names_later_section(text: str) -> bool:
    """Tell whether a section after the first is named: page headers count their pages in the same way."""
    place = text.find("SEC")
    while place >= 0:
        if _LATER.match(text, place):
            return True
        place = text.find("SEC", place + 3)
    return False


def _sections_inside_lines(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _SECTION_INSIDE.finditer(text):
        low = max(match.start() - 40, 0)
        before = _BEFORE_SECTION.search(text[low : match.start()])
        if before:
            yield low + before.start(), match.end(), " "


def _section_lines(text: str) -> Iterator[tuple[int, int, str]]:
    header: set[str] | None = None
    for match in _SECTION.finditer(text):
        if header is None:
            header = {line.strip() for line in text[: match.start()].split("\n", 80)[:80]}
        end = match.end()
        while end < len(text):
            stop = text.find("\n", end + 1)
            stop = len(text) if stop < 0 else stop
            line = text[end + 1 : stop].strip()
            if line and line not in header and not _CAPTION.fullmatch(line):
                break
            end = stop
        start = _block_start(text, match.start())
        while start and text[start - 1].isspace():
            start -= 1
        joint = "\n" if start and text[start - 1] not in ".?!:;\"”')]" else "\n\n"
        yield start, min(end + 1, len(text)), joint


def _block_start(text: str, line: int) -> int:
    """Return where the transmission block above the classification line of a later section begins.

    It is repeated for every section, below a page header that counts from 01 again.
    """
    page = text.rfind("PAGE 01", max(line - _LONGEST_BLOCK, 0), line)
    if page < 0 or text.find("\nFM ", page, line) < 0 or not _FIRST_PAGE.match(text, page):
        return line
    low = max(page - _LONGEST_BEFORE, 0)
    before = BEFORE_PAGE.search(text[low:page])
    return low + before.start() if before else page


def stray_captions(text: str) -> Iterator[tuple[int, int, str]]:
    """``SIPDIS`` that a machine set into the running text, in a line of its own or not."""
    place = text.find("SIPDIS", max(text.find("\nSUBJ"), 0))
    while place >= 0:
        match = _STRAY_CAPTION.match(text, place)
        if match and _interrupts(text, place, match):
            yield place, match.end(), ""
        place = text.find("SIPDIS", place + 6)


def _interrupts(text: str, place: int, caption: re.Match[str]) -> bool:
    """Tell a caption in the middle of a sentence from one in a header, the repeated one included."""
    before = text[max(place - 120, 0) : place].rstrip()
    if not before or _HEADER_LINE.match(before[before.rfind("\n") + 1 :]):
        return False
    if before[-1].islower() and text[caption.end()].islower():
        return True
    return before[-1] not in ".:" and caption.group(1) is not None and text[place - 1] == "\n"


def repeated_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """A line sent twice, the second time with the letter Q before it."""
    position = text.find("Q")
    while position >= 0:
        if position and text[position - 1] == "\n":
            match = _REPEAT.match(text, text.rfind("\n", 0, position - 1))
            if match:
                yield match.start(2), match.end(2), ""
        position = text.find("Q", position + 1)
