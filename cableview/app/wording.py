"""What the list pane says: how a search was understood, and what to do when nothing is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cableview.search.searcher import SearchResult

EMPTY_LIBRARY = """No cables yet.

Bring some in from the command line:

  cableview import FOLDER

Text files, web pages, cables.csv and archives will do."""

SAMPLE_HINT = "These are five sample cables. Bring in your own: cableview import FOLDER"


def understood(result: SearchResult) -> str:
    """Return the query said back in words, and what was corrected."""
    from cableview.search.grammar import describe  # noqa: PLC0415 - loaded with the search itself

    lines = [describe(result.query)]
    for word, used in result.corrections.items():
        lines.append(f"{word} → {', '.join(used)}")
    return "\n".join(filter(None, lines))


def nothing_found(result: SearchResult) -> str:
    """Return what to try when a search finds nothing."""
    return """Nothing found.

Every word must occur. Fewer words find more; OR finds either.

Escape clears the search."""
