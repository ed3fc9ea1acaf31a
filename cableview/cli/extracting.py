"""Finding the entities of the cables that wait for it, before a command asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cableview.cli.failures import INTERRUPTED
from cableview.cli.output import talk, talk_skipped

if TYPE_CHECKING:
    from cableview import locations
    from cableview.cli.session import Session
    from cableview.model.query import Query
    from cableview.search.searcher import Searcher

_AT_ONCE = 200
"""Cables that wait for their entities and are not worth a question."""


def find_waiting(session: Session, *, everything: bool = False) -> None:
    """Find the entities of the cables that wait for it: of a few at once, of many when it is asked for."""
    from cableview.entities import RULES_VERSION

    with session.cables() as library:
        behind = library.mentions_behind(RULES_VERSION)
        left = 0 if behind else library.told_count() + library.recall_count()
    if everything or 0 < behind + left <= _AT_ONCE:
        extract(session.library)
    elif behind:
        talk(f"{behind} cables are not counted yet; count them with: cableview entities --update")


def extract(library: locations.Library, workers: int | None = None) -> None:
    """Find the entities of the cables that wait for it, with a progress bar; Ctrl+C is harmless."""
    from cableview.cli.progress import Bar
    from cableview.importing import extract_entities

    with Bar("entities") as bar:
        done = extract_entities(
            library,
            workers=workers,
            on_progress=bar.show,
            on_skip=talk_skipped,
            cancelled=bar.interrupted,
        )
    if done:
        talk(f"entities of {done:,} cable{'s' * (done != 1)} found")
    if bar.interrupted():
        talk("stopped; what was found is kept. Go on with: cableview entities --update")
        click.get_current_context().exit(INTERRUPTED)


def searcher_for(session: Session, *asked: Query) -> Searcher:
    """Open the search; if a query asks for entities, a few that are still to be found are found first."""
    from cableview.model.query import asks_for_names

    searcher = session.searcher()
    if any(asks_for_names(query.root) for query in asked):
        find_waiting(session)
    return searcher
