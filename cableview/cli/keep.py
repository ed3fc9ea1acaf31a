"""Commands that keep the library: import, rebuild, check, batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cableview.cli.failures import INTERRUPTED
from cableview.cli.output import Unreadable, nothing_found, put, put_json, talk, talk_skipped
from cableview.cli.read import as_json, pass_session
from cableview.cli.session import Session

if TYPE_CHECKING:
    from cableview.model.batch import Batch


@click.command(name="import")
@click.option("--workers", type=click.IntRange(1, 64), help="Worker processes (default: one a core).")
@click.option("--no-entities", is_flag=True, help="Leave finding the entities for later.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@pass_session
def import_command(session: Session, workers: int | None, no_entities: bool, paths: tuple[str, ...]) -> None:
    """Take cables into the library from files, folders, archives, cables.csv or '-' (stdin).

    Cables already held are recognised by their text, so the same command again changes nothing, and an
    import that was stopped goes on where it stood. When all cables are in, their entities are found, so that
    cables can be listed by whom and what they name; meanwhile they can be read and searched.
    """
    from cableview.cli.extracting import extract
    from cableview.cli.progress import Bar
    from cableview.importing import import_paths
    from cableview.locations import DEFAULT_LIBRARY, Library

    # Without --library the sample is only looked at: one's own cables go to the main library.
    library = Library(DEFAULT_LIBRARY) if session.is_sample and not _asked_for() else session.library
    with Bar("importing") as bar:
        batch = import_paths(paths, library, workers=workers, on_progress=bar.show, cancelled=bar.interrupted)
    for item in batch.skipped:
        talk(f"skipped {item.name}: {item.reason}")
    with Session(library).cables() as held:
        for doubt in held.doubts(batch.id):
            talk(f"{doubt.name}: {doubt.reason}")
    for field, cables in batch.problems:
        talk(f"{cables} cable{'' if cables == 1 else 's'} with a problem in {field}")
    talk(_report(batch))
    if batch.finished is None:
        talk("stopped; all that was stored is readable. Go on with the same command.")
        click.get_current_context().exit(INTERRUPTED)
    if not batch.new + batch.changed + batch.identical:
        click.get_current_context().exit(2 if batch.skipped else 1)
    if bar.interrupted():
        talk("stopped before its entities were found. Go on with: cableview entities --update")
        click.get_current_context().exit(INTERRUPTED)
    if not no_entities:
        extract(library, workers)


def _asked_for() -> bool:
    root = click.get_current_context().find_root()
    return root.params.get("library_name") is not None


def _report(batch: Batch) -> str:
    return (
        f"batch {batch.id}: {batch.new} new, {batch.changed} changed, {batch.identical} identical, "
        f"{len(batch.skipped)} skipped"
    )


@click.command()
@pass_session
def rebuild(session: Session) -> None:
    """Build the search cache anew from the library. Texts and marks stay as they are.

    After an upgrade of cableview, texts that an older parser read are read again first: what lists show
    of them, their references and their entities are renewed.
    """
    from cableview.cli.extracting import extract
    from cableview.cli.progress import Bar
    from cableview.importing import read_again
    from cableview.search import catch_up, drop_index, open_index

    with session.cables() as library, Bar("rebuilding") as bar:
        again = read_again(
            session.library, on_progress=bar.show, on_skip=talk_skipped, cancelled=bar.interrupted
        )
        drop_index(session.library.cache)
        with open_index(session.library.cache) as index:
            done = catch_up(library, index, on_progress=bar.show, cancelled=bar.interrupted)
    if again:
        talk(f"{again} texts read again")
    talk(f"{done} cables can be searched")
    if bar.interrupted():
        talk("stopped; what is done is kept. Go on with the same command")
        click.get_current_context().exit(INTERRUPTED)
    if again:
        extract(session.library)


@click.command()
@as_json
@pass_session
def check(session: Session, json_wanted: bool) -> None:
    """Look at the library, the marks, the search cache and the terminal, and say what is wrong."""
    from cableview.cli.doctor import findings

    wrong = 0
    for item in findings(session):
        wrong += not item.good
        if json_wanted:
            put_json({"check": item.name, "good": item.good, "detail": item.detail})
        else:
            put(f"{'ok ' if item.good else 'BAD'}  {item.name:<14} {item.detail}")
    if wrong:
        raise Unreadable(f"{wrong} of the checks failed; each line above says what to do")


@click.command()
@as_json
@pass_session
def batches(session: Session, json_wanted: bool) -> None:
    """Print the imports, newest first, with what each brought and skipped."""
    with session.cables() as library:
        known = library.batches()
    for item in known:
        if json_wanted:
            put_json(
                {
                    "id": item.id,
                    "started": item.started.isoformat(),
                    "finished": item.finished.isoformat() if item.finished else None,
                    "sources": list(item.sources),
                    "new": item.new,
                    "changed": item.changed,
                    "identical": item.identical,
                    "skipped": [{"name": s.name, "reason": s.reason} for s in item.skipped],
                    "problems": dict(item.problems),
                }
            )
        else:
            state = "" if item.finished else " (stopped before its end)"
            put(f"{item.started:%Y-%m-%d %H:%M}  {_report(item)}{state}")
    if not known:
        nothing_found("nothing was imported yet")


COMMANDS = (import_command, rebuild, check, batches)
