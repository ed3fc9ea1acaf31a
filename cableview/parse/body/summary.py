"""The summary: from the word Summary to End Summary, whichever of the two is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cableview.model.cable import Paragraph, Summary
from cableview.parse.body.folded import indexes_of
from cableview.parse.body.marking import MARKING
from cableview.parse.body.slipped import SIGNS, slipped_end, slipped_opening, text_end
from cableview.parse.slips import one_slip

_WORD = (
    r"(?:(?:executive|key|brief|unclassified)\s+|(?:introduction|background|overview|comment|action\s+request)\s*(?:/|&|\band\b)\s*)?"
    r"summ?a?r?y"
)
_JOINT = (
    r"(?:\s*(?:/|&|\band\b|,|-)\s*(?:comments?|action(?:\s+requests?)?|introduction|background|recommendations?"
    r"|table\s+of\s+contents|note|analysis|overview|conclusions?|key\s+points|scenesetter))*"
)
_END = re.compile(rf"[ \t\n(/\[<*.-]*\bend\s*(?:of\s+)?{_WORD}\b", re.IGNORECASE)
_ENDS = re.compile(r"[ \t\n(/\[<*.-]*\bsumm?a?r?y\s+ends\b", re.IGNORECASE)
_BEFORE_END = 40
_OPENING = re.compile(
    rf"[\s/(*_=-]*(?:begin\s+)?{_WORD}\b(?:{_JOINT}\s*(?:{MARKING})?\s*[/)*_=]*\s*(?:[.:;]|(?<!\n)-{{1,3}}(?=\s)|\n|-{{3,}}|(?<=//)|(?<=y\)))+"
    rf"|(?<=begin\ssummary)\b|(?-i:(?<=SUMMARY)(?=\s+[A-Z][a-z]))"
    rf"|{_JOINT}(?=\s*\())(?:[\s/*_=]|-{{3,}}|(?<!\n)-)*(?:{MARKING}\s*[.:]?\s*)?",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"(?:^|[\s.(/])summ?a?r?y\b{_JOINT}\s*[.:]", re.IGNORECASE)
_CONTINUED = re.compile(r"\(?summary\s+\(?cont(?:inued|['’]?d)\b[.:)]*\s*", re.IGNORECASE)
_BARE = re.compile(r"[\s(/\[<*_=-]*(?:summary|s u m m a r y)\b[\s)/\]>*_=:.-]*", re.IGNORECASE)
"""The word in whatever print, where the words End Summary say that it opens a summary."""
_PLACE = re.compile("umma(?:y|ry)|UMMA(?:Y|RY)")
_HEADING = re.compile(rf"\b{one_slip('SUMMARY')}\b")
_LONGEST = 4
"""More paragraphs below a heading Summary without any end are not all of them the summary."""


def is_summary_heading(heading: str | None) -> bool:
    if not heading:
        return False
    folded = heading.upper()
    return (
        ("SUM" in folded or "MARY" in folded)
        and not folded.startswith("END")
        and _HEADING.search(folded) is not None
    )


def end_of_summary(text: str) -> re.Match[str] | None:
    """Return where the words End Summary stand, with the full stops and slashes around them."""
    for start in sorted([*_places_of("umma", text), *_places_of("UMMA", text)]):
        low = max(start - _BEFORE_END, 0)
        place = text[low:start].lower().rfind("end")
        if place >= 0 and (word := _PLACE.match(text, start)):
            signs = len(text[low : low + place].rstrip(SIGNS))
            found = _END.match(text, low + signs, word.end() + 1)
            if found:
                return found
        elif " ends" in text[start : start + 12].lower():
            return _ENDS.match(text, len(text[: start - 1].rstrip(SIGNS)))
    return None


def _places_of(word: str, text: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))


def _speaks_of_it(text: str) -> bool:
    return "umma" in text or "UMMA" in text


def find_summary(
    paragraphs: Sequence[Paragraph], starts: Sequence[int], low: int, folded: bytes
) -> Summary | None:
    """Return the summary of ``paragraphs``, which start at ``starts`` in the text ``folded`` from ``low`` on.

    Without its end it is the paragraph it starts in, or the few between a heading Summary and the next one;
    without its start, everything up to its end.
    """
    if b"sum" not in folded and b"mary" not in folded:
        return None
    first, start, last, end = _spelt(paragraphs, starts, low, folded)
    if first < 0:
        first, start = slipped_opening(paragraphs[: last + 1] if last >= 0 else paragraphs)
    if last < 0:
        last, end = slipped_end(paragraphs, folded, low, starts, (first, start))
    if first < 0 and last < 0:
        return None
    if first < 0:
        first, start = _unopened(paragraphs, last, end)
    elif last < 0:
        last = first if start else _below_heading(paragraphs, first)
        end = len(paragraphs[last].text)
    parts = [paragraph.text for paragraph in paragraphs[first : last + 1]]
    parts[-1] = parts[-1][:end]
    parts[0] = parts[0][start:]
    if last > first and "umma" in "".join(parts[1:]).lower():
        parts[1:] = [_CONTINUED.sub("", part) for part in parts[1:]]
    words = "\n".join(part.strip() for part in parts if part.strip())
    numbers = [paragraph.number for paragraph in paragraphs[first : last + 1]]
    return Summary(tuple(number for number in numbers if number is not None), words) if words else None


def _spelt(
    paragraphs: Sequence[Paragraph], starts: Sequence[int], low: int, folded: bytes
) -> tuple[int, int, int, int]:
    """Return where the summary starts and ends, each as a paragraph and a place in it; -1 for not found."""
    telling = indexes_of(b"summa", folded, low, starts)
    told = next(telling, len(paragraphs))
    first = start = -1
    last = end = -1
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        while told < index:
            told = next(telling, len(paragraphs))
        speaks = told == index and _speaks_of_it(text)
        if first < 0 and (speaks or paragraph.heading) and (found := _start_in(paragraphs, index)) >= 0:
            first, start = index, found
        closing = end_of_summary(text) if speaks else None
        if closing and (closing.start() >= start or index > first):
            last, end = index, text_end(text, closing.start())
            break
    return first, start, last, end


def _below_heading(paragraphs: Sequence[Paragraph], first: int) -> int:
    """Return the last paragraph before the next heading, if it comes soon."""
    source = paragraphs[first].heading_source
    for index in range(first + 1, min(first + _LONGEST + 1, len(paragraphs))):
        if paragraphs[index].heading_source != source:
            return index - 1
    return first


def _start_in(paragraphs: Sequence[Paragraph], index: int) -> int:
    """Return where in a paragraph's text a summary starts, -1 for nowhere."""
    paragraph = paragraphs[index]
    if _speaks_of_it(paragraph.text[:60]) and (opening := _OPENING.match(paragraph.text)):
        return opening.end()
    fresh = index == 0 or paragraphs[index - 1].heading_source != paragraph.heading_source
    return 0 if fresh and is_summary_heading(paragraph.heading) else -1


def _unopened(paragraphs: Sequence[Paragraph], last: int, end: int) -> tuple[int, int]:
    """Without its start at the top of a paragraph: the word inside one, or the first numbered paragraph."""
    for index in range(last + 1):
        text = paragraphs[index].text
        inside = _INSIDE.search(text) if _speaks_of_it(text) else None
        if inside and (index < last or inside.end() < end):
            return index, inside.end()
    first = next(
        (i for i, paragraph in enumerate(paragraphs[: last + 1]) if paragraph.number is not None), last
    )
    bare = _BARE.match(paragraphs[first].text)
    return first, bare.end() if bare and (first < last or bare.end() < end) else 0
