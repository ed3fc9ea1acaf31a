"""What ``cableview check`` looks at."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cableview.cli.failures import explained
from cableview.cli.output import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cableview.cli.session import Session


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    good: bool
    detail: str
    """What was found; for a bad one also what to do."""


def findings(session: Session) -> Iterator[Finding]:
    """Look at library, marks, search cache and terminal, one after the other; a bad one stops none."""
    for name, look in (("library", _library), ("marks", _marks), ("search cache", _cache)):
        try:
            yield look(session)
        except Exception as error:
            detail = error.format_message() if isinstance(error, Unreadable) else explained(error)
            if detail is None:
                raise
            yield Finding(name, good=False, detail=detail)
    yield _terminal()


def _library(session: Session) -> Finding:
    from cableview.parse import PARSER_VERSION

    with session.cables() as library:
        faults = library.check(thorough=True)
        detail = f"{library.count()} cables in {session.library.cables}"
        old = library.outdated_count(PARSER_VERSION)
    if not faults and old:
        detail += f"; {old} texts were read by an older parser, renew them with: cableview rebuild"
    if faults:
        return Finding(
            "library", good=False, detail=f"{'; '.join(faults)}; import the sources into a new library"
        )
    return Finding("library", good=True, detail=detail)


def _marks(session: Session) -> Finding:
    from cableview.store.backups import rescue

    with session.marks() as marks:
        faults = marks.check()
        flags = len(marks.flags())
    if faults:
        return Finding("marks", good=False, detail=f"{'; '.join(faults)}; {rescue(session.library.marks)}")
    return Finding("marks", good=True, detail=f"{flags} flags in {session.library.marks}")


def _cache(session: Session) -> Finding:
    from cableview.search import behind, open_index

    with session.cables() as library, open_index(session.library.cache, readonly=True) as index:
        lacking = behind(library, index)
    if lacking:
        return Finding("search cache", good=True, detail=f"{lacking} texts behind; it catches up by itself")
    return Finding("search cache", good=True, detail=f"up to date in {session.library.cache}")


def _terminal() -> Finding:
    if not sys.stdout.isatty():
        return Finding("terminal", good=True, detail="output goes to a pipe or a file")
    columns, lines = os.get_terminal_size()
    colours = os.environ.get("COLORTERM") or os.environ.get("TERM", "unknown")
    if columns < 60 or lines < 16:
        return Finding("terminal", good=False, detail=f"{columns}x{lines}: make it 80x24 or larger")
    return Finding("terminal", good=True, detail=f"{columns}x{lines}, {colours}")
