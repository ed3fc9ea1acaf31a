"""The queries that a library remembers: those kept under a name, and the last ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cableview.cli.output import Unreadable, nothing_found, put, put_json

if TYPE_CHECKING:
    from cableview.cli.session import Session


def saved_query(session: Session, name: str) -> str:
    """Return the query kept under a name. Raises Unreadable when there is none."""
    with session.marks() as marks:
        found = marks.saved_search(name)
    if found is None:
        raise Unreadable(f"no query is kept under {name!r}; those that are: cableview search --kept")
    return found


def print_queries(session: Session, *, history: bool, json_wanted: bool) -> None:
    """Print the kept queries with their names, or the last ones of the app."""
    with session.marks() as marks:
        rows = [("", query) for query in marks.last_searches()] if history else [*marks.saved_searches()]
    for name, query in rows:
        if json_wanted:
            put_json({"query": query} if history else {"name": name, "query": query})
        else:
            put(query if history else f"{name:<20}  {query}")
    if not rows:
        nothing_found(
            "no query was made in the app" if history else "no query is kept; --save NAME keeps one"
        )


def forget_query(session: Session, name: str) -> None:
    """Forget the query kept under a name."""
    with session.marks() as marks:
        if marks.saved_search(name) is None:
            nothing_found(f"no query is kept under {name!r}")
        marks.drop_search(name)
