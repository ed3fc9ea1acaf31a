"""The command ``entities``: of one cable, and of the whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cableview.cli.extracting import find_waiting
from cableview.cli.output import limited, nothing_found, put, put_json, put_row, talk
from cableview.cli.read import as_json, pass_session
from cableview.model.mention import folded

if TYPE_CHECKING:
    from cableview.cli.session import Session
    from cableview.entities.corrections import Corrections
    from cableview.store.corrected import Names


@click.command()
@as_json
@click.option("--type", "kind", metavar="TYPE", help="Only this type: PERSON, ORGANIZATION, PLACE, ...")
@limited(50, "How many lines at most, without an ID.")
@click.option("--cables", "name", metavar="NAME", help="Print the cables that name NAME, newest first.")
@click.option("--paragraphs", "told", metavar="NAME", help="Print the paragraphs that name NAME, by date.")
@click.option("--update", is_flag=True, help="Find the entities of the cables that wait for it.")
@click.argument("cable_id", required=False, metavar="[ID]")
@pass_session
def entities(
    session: Session,
    *,
    json_wanted: bool,
    kind: str | None,
    limit: int,
    name: str | None,
    told: str | None,
    update: bool,
    cable_id: str | None,
) -> None:
    """Print the people, organizations, places, items and other entities named in a cable.

    Without an ID, prints those of the whole library, the most often named first: people, organizations,
    places, materials, treaties and vessels, each with the number of cables that name it.
    """
    kind = _known_type(kind)
    if cable_id is not None:
        if name is not None or told is not None or update:
            raise click.UsageError("an ID goes with --type only: leave out the ID for the whole library")
        _of_cable(session, cable_id, kind, json_wanted)
        return
    if name is not None and told is not None:
        raise click.UsageError("choose one of --cables and --paragraphs")
    from cableview.store.corrected import Names

    find_waiting(session, everything=update)
    with session.cables() as library:
        corrections = session.corrections()
        names = Names(library, corrections)
        if told is not None:
            _paragraphs(names, corrections, kind, told, limit, json_wanted=json_wanted)
        elif name is not None:
            _cables(names, kind, name, limit, json_wanted)
        elif not update:
            _of_library(names, kind, limit, json_wanted)


def _known_type(text: str | None) -> str | None:
    """Return a type in its own spelling. Raises a usage error that lists the types."""
    from cableview.model.mention import TYPES

    kind = text and text.upper()
    if kind and kind not in TYPES:
        raise click.BadParameter(f"{text!r} is none of {', '.join(TYPES)}", param_hint="--type")
    return kind


def _of_cable(session: Session, cable_id: str, kind: str | None, json_wanted: bool) -> None:
    from cableview.entities import group

    held = session.held(cable_id)
    mentions = session.corrections().apply(held.id, session.mentions_of(held))
    found = [e for e in group(mentions) if kind in (None, e.type)]
    for item in found:
        if json_wanted:
            put_json({"type": item.type, "name": item.name, "count": item.count})
        else:
            put(f"{item.type:<18} {item.count:>4}  {item.name}")
    if not found:
        nothing_found(f"no entities found in {held.id}")


def _of_library(names: Names, kind: str | None, limit: int, json_wanted: bool) -> None:
    found = names.entities(kind, limit=limit)
    for item in found:
        if json_wanted:
            put_json({"type": item.type, "name": item.name, "cables": item.cables})
        else:
            put(f"{item.type:<18} {item.cables:>6}  {item.name}")
    if not found:
        from cableview.store.mentions import POSTED

        nothing_found(f"none counted; of the whole library these are: {', '.join(POSTED)}")


def _cables(names: Names, kind: str | None, name: str, limit: int, json_wanted: bool) -> None:
    keys = set(names.cables_with(kind, name))
    if not keys:
        near = ", ".join(item.name for item in names.entities(kind, prefix=name, limit=8))
        nothing_found(f"no cable names {name}" + (f"; names that begin so: {near}" if near else ""))
    newest = [key for key in names.library.order() if key in keys]
    talk(f"{_naming(len(newest))} {name}")
    for row in names.library.rows(newest[:limit]):
        put_row(row, json_wanted=json_wanted)


def _naming(cables: int) -> str:
    return "1 cable names" if cables == 1 else f"{cables:,} cables name"


def _paragraphs(
    names: Names, corrections: Corrections, kind: str | None, name: str, limit: int, *, json_wanted: bool
) -> None:
    """Print the paragraphs of the newest cables that name an entity; its months are talk."""
    from cableview.cli.trails import put_passage
    from cableview.store.mentions import POSTED
    from cableview.store.passages import naming

    library = names.library
    kinds = {one: keys for one in POSTED if kind in (None, one) and (keys := names.cables_with(one, name))}
    dated = library.by_date(sorted(set[int]().union(*kinds.values())))
    if not dated.keys:
        nothing_found(f"no cable names {name}; names that begin so: cableview entities --cables '{name}'")
    months = ", ".join(f"{month // 12}-{month % 12 + 1:02} {number}" for month, number in dated.months)
    talk(f"{_naming(len(dated.keys))} {name}; by month: {months}")
    for row in library.rows(dated.keys[:limit]):
        if held := library.load(row.id):
            mentions = corrections.apply(held.id, library.mentions_of(held))
            for one in kinds:
                for passage in naming(held, one, {folded(name)}, mentions):
                    put_passage(passage, json_wanted=json_wanted, whole=True)


COMMANDS = (entities,)
