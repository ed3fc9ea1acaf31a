"""Commands that correct entities: ``correct``, and ``corrections`` to list, hand on and take in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import click

from cableview.cli.extracting import find_waiting
from cableview.cli.output import Unreadable, nothing_found, put, put_json, talk
from cableview.cli.read import as_json, pass_session
from cableview.model.mention import TYPES, folded

if TYPE_CHECKING:
    from cableview.cli.session import Session
    from cableview.model.correction import Correction

_TYPE = click.Choice(TYPES, case_sensitive=False)


@click.command()
@click.argument("name", metavar="NAME")
@click.option("--type", "kind", type=_TYPE, metavar="TYPE", help="The type of NAME, if several have it.")
@click.option("--in", "place", metavar="ID", help="Only in this cable; without it, everywhere.")
@click.option("--form", metavar="TEXT", help="With --in: only where the text spells it so.")
@click.option("--rename", metavar="NEW", help="List it under another name.")
@click.option("--merge", metavar="OTHER", help="It is the same as OTHER.")
@click.option("--retype", type=_TYPE, metavar="TYPE", help="It is of another type.")
@click.option("--not-same", is_flag=True, help="With --in: it is not who is called so elsewhere.")
@click.option("--hide", is_flag=True, help="Do not list it.")
@pass_session
def correct(
    session: Session,
    *,
    name: str,
    kind: str | None,
    place: str | None,
    form: str | None,
    rename: str | None,
    merge: str | None,
    retype: str | None,
    not_same: bool,
    hide: bool,
) -> None:
    """Correct what is listed under NAME: rename, merge, retype or hide it, or say that it is another.

    A correction stands above imports and rebuilds; 'cableview undo' takes it back.
    """
    from cableview.model.correction import Correction, Kind

    asked = (rename, merge, retype, not_same or None, hide or None)
    if sum(one is not None for one in asked) != 1:
        raise click.UsageError("say one thing: --rename, --merge, --retype, --not-same or --hide")
    if (form or not_same) and not place:
        raise click.UsageError("--form and --not-same speak of one cable: name it with --in")
    if any(one is not None and not one.strip() for one in (name, rename, merge, form)):
        raise click.UsageError("a name is empty")
    cable_id = session.held(place).id if place else None
    kind = kind.upper() if kind else _type_of(session, name, cable_id)
    what, to_type, to_name = Kind.RENAME, None if hide else kind, rename
    if hide:
        what = Kind.HIDE
    elif retype is not None:
        what, to_type, to_name = Kind.RETYPE, retype, name
    elif not_same:
        what, to_name = Kind.DISTINCT, form or f"{name} ({cable_id})"
    elif merge is not None:
        what, to_type, to_name = Kind.MERGE, _type_of(session, merge, None, otherwise=kind), merge
    elif form:
        what = Kind.SPLIT
    if not form and (to_type, to_name) == (kind, name):
        raise click.UsageError(f"{name} is listed as this already")
    made = Correction("", what, kind, name, to_type, to_name, cable_id, form)
    with session.marks() as marks:
        marks.correct(made)
    talk(made.words)


def _type_of(session: Session, name: str, cable_id: str | None, *, otherwise: str | None = None) -> str:
    """Return the one type that has an entity of this name. Raises a usage error for none or several."""
    found = {one for one, other in _listed(session, name, cable_id) if folded(other) == folded(name)}
    if otherwise is not None and otherwise in (found or {otherwise}):
        return otherwise
    if len(found) != 1:
        held = f"{', '.join(sorted(found))} have it" if found else "nothing is listed under it"
        raise click.UsageError(f"{name}: {held}; say which is meant with --type")
    return found.pop()


def _listed(session: Session, name: str, cable_id: str | None) -> set[tuple[str, str]]:
    """Return the types and names that are listed in a cable, or in the library where they begin so."""
    from cableview.store.corrected import Names

    corrections = session.corrections()
    if cable_id is not None:
        held = session.held(cable_id)
        found = corrections.apply(cable_id, session.mentions_of(held))
        return {(mention.type, mention.name) for mention in found}
    find_waiting(session)
    with session.cables() as library:
        return {(row.type, row.name) for row in Names(library, corrections).entities(prefix=name, limit=1000)}


@click.command()
@as_json
@click.option(
    "--import", "source", type=click.File(encoding="utf-8"), metavar="FILE", help="Take in lines of JSON."
)
@click.option("--drop", metavar="NUMBER", multiple=True, help="Take back a correction by its number.")
@pass_session
def corrections(session: Session, *, json_wanted: bool, source: TextIO | None, drop: tuple[str, ...]) -> None:
    """Print the corrections of entities in the order they were made.

    With --json, prints them as lines that --import takes in elsewhere; what is there already stays as it is.
    """
    from cableview.export.corrections import as_record, read_corrections

    if source is not None and drop:
        raise click.UsageError("choose one of --import and --drop")
    with session.marks() as marks:
        if source is not None:
            try:
                items = tuple(read_corrections(source))
            except ValueError as error:
                raise Unreadable(f"{source.name}: {error}; nothing was taken in") from error
            before = len(marks.corrections())
            marks.correct(*items)
            talk(f"{len(marks.corrections()) - before} of {len(items)} corrections are new")
            return
        kept = marks.corrections()
        if drop:
            gone = dict.fromkeys(_by_number(kept, text) for text in drop)
            marks.uncorrect(*(item.id for item in gone))
            for item in gone:
                talk(f"taken back: {item.words}")
            return
    for number, item in enumerate(kept, 1):
        if json_wanted:
            put_json(as_record(item))
        else:
            put(f"{number:>4}  {' '.join(item.words.split())}")
    if not kept:
        nothing_found("no corrections yet: see 'cableview correct --help', or M, X and T in the side panel")


def _by_number(kept: tuple[Correction, ...], text: str) -> Correction:
    if not text.isdecimal() or not 1 <= int(text) <= len(kept):
        raise click.BadParameter(f"{text!r} is not 1 to {len(kept)}", param_hint="--drop")
    return kept[int(text) - 1]


COMMANDS = (correct, corrections)
