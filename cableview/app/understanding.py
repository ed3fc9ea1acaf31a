"""What stands under the search box: where the query is odd, how it was understood, what was corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cableview.search import SearchResult

_CARETS = 60
"""Columns in which places are marked: further right the box has scrolled on."""


def understood(result: SearchResult, scrolled: int = 0) -> Content:
    """Return the words under the box, which shows the query from character ``scrolled`` on."""
    return Content("\n").join(_lines(result, scrolled))


def _lines(result: SearchResult, scrolled: int) -> Iterator[Content]:
    from cableview.search.describe import said  # noqa: PLC0415 - loaded with the search itself

    wrong = [problem for problem in result.query.problems if problem.wrong]
    if carets := _carets([(problem.start, problem.end) for problem in wrong], scrolled):
        yield Content.styled(carets, "bold $warning")
    for message in dict.fromkeys(problem.message for problem in wrong):
        yield Content.styled(visible_line(message), "$warning")
    spoken = said(result.query, result.corrections)
    words = Content(visible_line(spoken.text))
    for start, end in spoken.words:
        words = words.stylize("bold $foreground", start, end)
    yield words
    told = {problem.message for problem in wrong}
    yield from (Content(visible_line(note)) for note in result.notes if note not in told)


def _carets(places: list[tuple[int, int]], scrolled: int) -> str:
    """Return a line with a caret below every character of ``places``, empty when none can be seen."""
    row = [" "] * _CARETS
    for start, end in places:
        for at in range(max(start - scrolled, 0), min(max(end, start + 1) - scrolled, _CARETS)):
            row[at] = "^"
    return "".join(row).rstrip()
