"""Commands that mark cables: decisions, flags, undo, and their export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cableview.cli.output import nothing_found, put, put_json, talk
from cableview.cli.read import as_json, pass_session
from cableview.cli.session import position_of
from cableview.model.marks import Decision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cableview.cli.session import Session
    from cableview.export import FlagRecord
    from cableview.model.marks import Flag

FORMAT_NAMES = ("markdown", "jsonl")
"""As in ``cableview.export.FORMATS``, which is loaded only when something is exported."""


@click.command()
@click.argument("cable_id", metavar="ID")
@click.argument("decision", type=click.Choice([*(d.value for d in Decision), "none"]), metavar="DECISION")
@pass_session
def decide(session: Session, cable_id: str, decision: str) -> None:
    """Decide about a cable: relevant, not-relevant, later, hot, or none to take it back."""
    held = session.held(cable_id)
    with session.marks() as marks:
        marks.decide(held.id, None if decision == "none" else Decision(decision))
    talk(f"{held.id}: {decision}")


@click.command()
@click.option("--note", default="", help="A note to keep with the flag.")
@click.argument("cable_id", metavar="ID")
@click.argument("number", type=int, metavar="N")
@pass_session
def flag(session: Session, note: str, cable_id: str, number: int) -> None:
    """Flag the paragraph with the true number N of a cable, and print the id of the flag.

    One that is flagged already keeps its flag, with the new note if there is one.
    """
    from cableview.store.anchors import make_flag

    held = session.held(cable_id)
    made = make_flag(held.cable, position_of(held, number), note=note)
    with session.marks() as marks:
        kept = next((one for one in marks.flags(held.id) if one.paragraph_hash == made.paragraph_hash), None)
        if kept is None:
            marks.flag(made)
        elif note:
            marks.set_note(kept.id, note)
    if kept is not None:
        talk(f"{held.id} ¶{number} is flagged already{'; its note is new' if note else ''}")
    put(kept.id if kept else made.id)


@click.command()
@as_json
@pass_session
def flags(session: Session, json_wanted: bool) -> None:
    """Print the flagged paragraphs, cable by cable, with their notes; --json prints the full record."""
    count = 0
    for record in _records(session):
        count += 1
        if json_wanted:
            put_json(record.as_dict())
        else:
            place = "" if record.paragraph is None else f"¶{record.paragraph}"
            note = f"  | {record.note}" if record.note else ""
            put(f"{record.cable_id:<20} {place:<5} {record.quote[:60]}{note}")
    if not count:
        nothing_found("no flags yet: press f in the reader, or use 'cableview flag ID N'")


@click.command()
@click.option("--redo", is_flag=True, help="Do again what was undone last.")
@pass_session
def undo(session: Session, redo: bool) -> None:
    """Take the last decision, flag, note or correction back; again for the one before."""
    with session.marks() as marks:
        done = marks.redo() if redo else marks.undo()
    if done is None:
        nothing_found(f"nothing to {'redo' if redo else 'undo'}")
    else:
        talk(f"{'done again' if redo else 'undone'}: {done.words}")


@click.command()
@click.option("--format", "form", type=click.Choice(FORMAT_NAMES), default="markdown", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), help="Write to this file, whole or not at all.")
@pass_session
def export(session: Session, form: str, output: Path | None) -> None:
    """Write the flagged paragraphs with their citations, to stdout or to a file."""
    from cableview.export import export_flags, written_atomically

    records = list(_records(session))
    if not records:
        nothing_found("nothing flagged, so nothing to export")
        return
    if output is None:
        export_flags(form, records, sys.stdout)
        return
    with written_atomically(output) as file:
        export_flags(form, records, file)
    talk(f"{len(records)} flags written to {output}")


def _records(session: Session) -> Iterator[FlagRecord]:
    """Yield the flags of the library with their cables, cable by cable."""
    from itertools import groupby

    from cableview.export import flag_record

    def of_cable(item: Flag) -> str:
        return item.cable_id

    with session.marks() as marks, session.cables() as library:
        everything = sorted(marks.flags(), key=lambda f: (f.cable_id, f.paragraph or 0))
        decisions = marks.decisions([f.cable_id for f in everything])
        for cable_id, group in groupby(everything, key=of_cable):
            held = library.load(cable_id)
            for item in group:
                yield flag_record(item, held, decisions.get(cable_id))


COMMANDS = (decide, flag, flags, undo, export)
