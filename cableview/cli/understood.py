"""How a query was understood, told on stderr."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cableview.cli.output import talk

if TYPE_CHECKING:
    from cableview.model.query import Query
    from cableview.search import SearchResult

_WINDOW = 100
"""Characters of a query that are shown above a caret."""


def tell(result: SearchResult) -> None:
    """Say what is odd in the query and how it was understood."""
    from cableview.search import describe

    point(result.query)
    talk(f"{result.total:,} found: {describe(result.query, result.corrections)}")
    for word, spelt in result.misspellings.items():
        talk(f"{word} is also misspelt in the text: {', '.join(spelt)}")
    told = {problem.message for problem in result.query.problems}
    for note in result.notes:
        if note not in told:
            talk(note)


def asks_nothing(query: Query) -> bool:
    """Tell whether all that was asked is wrong: a script must not take every cable for the answer."""
    return query.root is None and any(problem.wrong for problem in query.problems)


def point(query: Query) -> None:
    """Show what is odd with a caret below it."""
    from rich.cells import cell_len

    from cableview.model.visible import visible_line

    for problem in query.problems:
        first = max(0, problem.start - _WINDOW // 2)
        shown = query.text[first : first + _WINDOW]
        before, under = problem.start - first, min(problem.end - first, len(shown))
        talk(f"  {shown}")
        space = cell_len(visible_line(shown[:before]))
        carets = max(1, cell_len(visible_line(shown[before:under])))
        talk(f"  {' ' * space}{'^' * carets} {problem.message}")
