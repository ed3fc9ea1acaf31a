"""What the list pane says when nothing is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cableview import locations

if TYPE_CHECKING:
    from cableview.search import SearchResult

_EMPTY_LIBRARY = """No cables yet.

Bring some in: I asks for files and folders.
Or from the command line:

  {command}

Text files, web pages, cables.csv and archives will do."""

FEWER = "All of it must hold: asking for less finds more, OR finds either."
TRY = "Esc clears the search, F1 says what can be asked."

SAMPLE_HINT = "Five sample cables. Bring in your own: I, or cableview import FOLDER"

NOTHING_KEPT = "This library may not be written to: it can be read and searched, and nothing is kept."


def command(words: str, places: locations.Library) -> str:
    """Return what to type in a shell so that ``words`` are about this library."""
    own = places.name not in {locations.DEFAULT_LIBRARY, locations.SAMPLE_LIBRARY}
    return f"cableview --library {places.name} {words}" if own else f"cableview {words}"


def empty_library(places: locations.Library) -> str:
    """Return how to bring the first cables into a library."""
    return _EMPTY_LIBRARY.format(command=command("import FOLDER", places))


def cannot_start(reason: str, places: locations.Library) -> str:
    """Return why nothing is listed, and what looks further into it."""
    further = f"Q quits. To look into it:\n\n  {command('check', places)}"
    return f"The library cannot be shown.\n\n{reason}\n\n{further}"


def found(listed: int, result: SearchResult) -> str:
    """Return how many cables a search found, of which so many are listed."""
    if not result.counted:
        return f"Found {listed:,} of {result.total:,} or more"
    return f"Found {listed:,} of {result.total:,}" if listed < result.total else f"Found {listed:,}"


def nothing_found(result: SearchResult, *, busy: str = "") -> str:
    """Return what to try when a search finds nothing; ``busy`` is work that may still bring hits."""
    from cableview.model.query import leaves  # noqa: PLC0415 - not needed to paint

    if busy:
        return f"Nothing found yet: {busy}.\n\nThe search runs again by itself."
    near = "Held, and near to it:\n\n  " + "\n  ".join(result.near) + "\n\n" if result.near else ""
    fewer = f"{FEWER}\n\n" if len(leaves(result.query.root, negated=True)) > 1 else ""
    return f"Nothing found.\n\n{near}{fewer}{TRY}"
