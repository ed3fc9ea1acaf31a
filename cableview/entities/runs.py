"""Stretches of capitalised words, the raw stuff of names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from cableview import data
from cableview.entities.context import Context
from cableview.entities.flat import Segment
from cableview.entities.pieces import pieces
from cableview.entities.resolve_dates import MONTHS
from cableview.entities.run_patterns import ARTICLE, RUN
from cableview.entities.titles import Title
from cableview.entities.tokens import word_after, word_before

_ARTICLES = frozenset(
    "The A An This That These Those His Her Its Their Our Your My In On At By For From To As And".split()
)
_PARTICLES = frozenset({"Bin", "Ibn", "Ben", "Al", "El", "Van", "Von"})
_APART_OPENS = (": ", " (", ", (")
_APART = re.compile(r"(?:,? \((?:ret|retired|rtd|res)\.?\)|:) ", re.IGNORECASE)
_SENTENCE_END = frozenset('.?!:;"”)*-\n')


@dataclass(slots=True, eq=False)
class Part:
    """A run, or what titles leave of it."""

    start: int
    end: int
    name: str
    words: tuple[str, ...]
    title: Title | None
    """The title just before it."""
    opens: bool
    """Its first word is at the start of a sentence, where any word has a capital."""
    segment: Segment
    before: str
    """The word one blank before it, if any."""
    after: str
    """The word one blank after it, if any."""


@cache
def openers() -> frozenset[str]:
    """Return words that have capitals without being names."""
    return frozenset(data.sentence_openers())


def _opens(text: str, start: int, segment: Segment) -> bool:
    if start <= segment.start + 1:
        return True
    before = text[start - 2] if text[start - 1] == " " else text[start - 1]
    return before in _SENTENCE_END


@cache
def _bodies() -> frozenset[str]:
    facts = data.organizations()
    return frozenset(facts["last"]) | frozenset(facts["generic"])


def _trimmed(text: str, start: int, end: int, opens: bool, writes_small: Callable[[str], bool]) -> int:
    """Return the start without sentence openers and determiners; ``Most Group`` keeps its first word."""
    cut = _without_openers(text, start, end, opens, writes_small)
    words = text[start:end].split(" ")
    if (
        start < cut < end
        and words[0] not in _ARTICLES
        and all(w in _bodies() for w in text[cut:end].split(" "))
    ):
        return start
    return cut


def _without_openers(
    text: str, start: int, end: int, opens: bool, writes_small: Callable[[str], bool]
) -> int:
    while start < end:
        space = text.find(" ", start, end)
        word = text[start : space if space >= 0 else end]
        common = word in openers() or (opens and writes_small(word) and space >= 0 and word not in _PARTICLES)
        if not common or (space < 0 and not opens):
            return start
        if space < 0:
            return end
        start, opens = space + 1, False
    return start


def _between(low: int, high: int, titles: list[Title]) -> Iterator[tuple[int, int]]:
    for title in titles:
        if low < title.start:
            yield low, title.start
        low = max(low, title.end)
    if low < high:
        yield low, high


def _runs(context: Context, segment: Segment) -> Iterator[tuple[int, int]]:
    """Yield the runs of a segment, each with its Arabic article (``al-Shabaab``)."""
    text, places = context.text, context.where.telling.places
    end = 0
    for start in places[bisect_left(places, segment.start) : bisect_left(places, segment.end)]:
        match = RUN.match(text, start, segment.end) if start >= end else None
        if match is not None:
            end = match.end()
            if text[end + 1 : end + 2].isdecimal():
                end = _undated(text, start, end)
                if end == start:
                    continue
            article = None
            if text[start - 1] in "-’'":
                article = ARTICLE.search(text, max(segment.start, start - 4), start)
            yield (article.start() if article else start), end


def _undated(text: str, start: int, end: int) -> int:
    """Return where a run ends without the month of a date, which may be all of it: ``Kuhlmann | May 13``."""
    blank = text.rfind(" ", start, end)
    dated = text[end] == " " and text[max(blank + 1, start) : end].lower() in MONTHS
    return max(blank, start) if dated else end


def _cuts(context: Context, segment: Segment, titles: list[Title]) -> Iterator[tuple[int, int]]:
    """Return the runs of a segment, cut at titles."""
    low = bisect_right(titles, segment.start, key=attrgetter("end"))
    high = bisect_left(titles, segment.end, low, key=attrgetter("start"))
    runs = _runs(context, segment)
    return _cut(runs, titles[low:high]) if low < high else runs


def _cut(runs: Iterator[tuple[int, int]], titles: list[Title]) -> Iterator[tuple[int, int]]:
    at, count = 0, len(titles)
    for start, end in runs:
        while at < count and titles[at].end <= start:
            at += 1
        if at < count and titles[at].start < end:
            stop_at = at
            while stop_at < count and titles[stop_at].start < end:
                stop_at += 1
            yield from _between(start, end, titles[at:stop_at])
        else:
            yield start, end


def _before_names(text: str, titles: list[Title]) -> dict[int, Title]:
    """Return each title by where a name after it begins, also after a colon or ``(ret.)``."""
    before = {title.end + 1: title for title in titles}
    for title in titles:
        apart = _APART.match(text, title.end) if text.startswith(_APART_OPENS, title.end) else None
        if apart is not None:
            before[apart.end()] = title
    return before


def parts(context: Context, titles: list[Title]) -> list[Part]:
    """Return the runs of the prose, cut at titles, without the words that only open sentences."""
    text, opening = context.text, openers()
    by_end = _before_names(text, titles)
    made: list[Part] = []
    for segment in context.prose():
        for start, end in _cuts(context, segment, titles):
            for at, name, words in pieces(text[start:end]):
                low = start + at
                opens = _opens(text, low, segment)
                before = by_end.get(low)
                first = words[0]
                if opens and before is None and len(words) == 1 and first in opening:
                    continue
                if before is None and (
                    first in opening or (opens and len(words) > 1 and context.writes_small(first))
                ):
                    high = low + len(name)
                    low = _trimmed(text, low, high, opens, context.writes_small)
                    name = text[low:high]  # noqa: PLW2901
                    words = tuple(name.split(" "))  # noqa: PLW2901
                if name:
                    end_of_name = low + len(name)
                    word, after = word_before(text, low), word_after(text, end_of_name)
                    made.append(Part(low, end_of_name, name, words, before, opens, segment, word, after))
    return made
