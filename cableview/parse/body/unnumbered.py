"""Bodies without any paragraph number: blocks counted by their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableview.parse.body.headings import Heading, find_heading
from cableview.parse.body.markers import SENTENCE_ENDS, is_unwrapped
from cableview.parse.body.marking import marking_at
from cableview.parse.body.paragraphs import Draft
from cableview.parse.working import Working

_BLANK = re.compile(r"\n[ \t\xa0]*\n\s*")
_LINE = re.compile(r"\n\s*")
_LISTED = re.compile(r"(?:-{1,2}|[*•·])(?![-*])|\(?[A-Za-z0-9]{1,2}[.)]\s|o\s|\(\d")


def read_unnumbered(working: Working, low: int, high: int) -> Draft:
    """Return the blocks of ``text[low:high]`` as paragraphs 1, 2, 3 with nothing printed."""
    text = working.text
    draft = Draft(working)
    above: Heading | None = None
    before = low
    for start, end in _joined(text, low, high):
        heading = find_heading(text, start, end, top=True)
        if heading and heading.start <= start and not _is_spoken(heading, text[before]):
            if above and (above.ruled or above.text.isupper()):
                heading = Heading(f"{above.text} / {heading.text}", above.start, heading.end, heading.ruled)
            elif above:
                _add(draft, above.start, above.end)
            above = heading
        else:
            if above:
                draft.put_heading(above)
            _add(draft, start, end)
            above = None
        before = end - 1
    if above:
        _add(draft, above.start, above.end)
    return draft


def _is_spoken(heading: Heading, before: str) -> bool:
    """Tell the salutation and the name in a letter from a heading."""
    if heading.ruled or heading.text.isupper():
        return False
    return before == "," or heading.text[-1] == ":"


def _add(draft: Draft, start: int, end: int) -> None:
    text = draft.working.text
    marked = marking_at(text, start)
    body, marking = (marked[1], marked[0]) if marked else (start, None)
    draft.add(start, body, text[body:end].rstrip(), number=len(draft.paragraphs) + 1, marking=marking)


def _joined(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield blocks; a page break in mid-sentence and a list's blank lines do not end one.

    A portion marking begins one, unless a (B) says that (C) is the letter of a list.
    """
    gap = _BLANK
    first = high - len(text[low:high].lstrip())
    if is_unwrapped(text, low, high) and not _BLANK.search(text, first, high):
        gap = _LINE
    marked = "(B)" not in text[low:high]
    start = end = -1
    for begin, stop in _pieces(text, low, high, gap):
        if start < 0:
            start, end = begin, stop
            continue
        if marked and marking_at(text, begin):
            yield start, end
            start, end = begin, stop
            continue
        goes_on = text[begin].islower() or (
            text[end - 1] not in SENTENCE_ENDS and text[end - 1].isalnum() and end - start > 80
        )
        if goes_on or (_LISTED.match(text, begin) and text[end - 1] != "-"):
            end = stop
            continue
        yield start, end
        start, end = begin, stop
    if start >= 0:
        yield start, end


def _pieces(text: str, low: int, high: int, gap: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    position = low + len(text[low:high]) - len(text[low:high].lstrip())
    while position < high:
        match = gap.search(text, position, high)
        stop = match.start() if match else high
        end = position + len(text[position:stop].rstrip())
        if any(character.isalnum() for character in text[position:end]):
            yield position, end
        position = match.end() if match else high
