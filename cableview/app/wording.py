"""What the list pane says: how a search was understood, and what to do when nothing is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cableview.search import SearchResult

EMPTY_LIBRARY = """No cables yet.

Bring some in: I asks for files and folders.
Or from the command line:

  cableview import FOLDER

Text files, web pages, cables.csv and archives will do."""

TRY = """Every word must occur: fewer words find more, OR finds either.

Escape clears the search."""

SAMPLE_HINT = "These are five sample cables. Bring in your own: I, or cableview import FOLDER"


def understood(result: SearchResult) -> str:
    """Return the query said back in words, and what was corrected."""
    from cableview.search import describe  # noqa: PLC0415 - loaded with the search itself

    lines = [describe(result.query)]
    lines += (f"{word} → {', '.join(used)}" for word, used in result.corrections.items())
    lines += result.notes
    return "\n".join(filter(None, lines))


def nothing_found(result: SearchResult, *, busy: str = "") -> str:
    """Return what to try when a search finds nothing; ``busy`` is work that may still bring hits."""
    if busy:
        return f"Nothing found yet: {busy}.\n\nThe search runs again by itself."
    near = "Held, and near to it:\n\n  " + "\n  ".join(result.near) + "\n\n" if result.near else ""
    return f"Nothing found.\n\n{near}{TRY}"
