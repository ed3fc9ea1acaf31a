"""Commands that read cables: from files, or from the library."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cableview.cli.output import nothing_found, put, put_json
from cableview.cli.session import Session, read_paths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cableview.model.batch import Skipped
    from cableview.model.cable import Cable, Paragraph

pass_session = click.make_pass_decorator(Session)
as_json = click.option("--json", "json_wanted", is_flag=True, help="Print JSON, one object a line.")


@click.command()
@as_json
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def parse(json_wanted: bool, paths: tuple[str, ...]) -> None:
    """Read cables from files, folders, archives or '-' (stdin) and print what was understood.

    Needs no library and keeps nothing. With --json, prints the public record of each cable.
    """
    from cableview.entities import find_mentions
    from cableview.model.record import to_record

    skipped: list[Skipped] = []
    count = 0
    for document, cable in read_paths(paths, skipped):
        if json_wanted:
            put_json(to_record(cable, document.name, find_mentions(cable, document.text)))
        else:
            put(_plain(cable, document.name))
        count += 1
    if skipped:
        click.get_current_context().exit(2)
    if not count:
        nothing_found("no cables there")


@click.command(name="id")
@as_json
@click.argument("texts", nargs=-1, required=True, metavar="TEXT...")
def canonical(json_wanted: bool, texts: tuple[str, ...]) -> None:
    """Print the canonical id of each printed id, one a line; '-' reads them from stdin, one a line.

    An empty line stands for a text that is no cable id. Example: cableview id "08 BEIJING 002648"
    """
    from cableview.parse import canonical_id

    found = 0
    for text in _lines(texts):
        known = canonical_id(text)
        found += known is not None
        if json_wanted:
            put_json({"text": text, "id": known})
        else:
            put(known or "")
    if not found:
        nothing_found("no cable id there")


def _lines(texts: tuple[str, ...]) -> Iterable[str]:
    return (line.rstrip("\r\n") for line in sys.stdin) if texts == ("-",) else texts


@click.command()
@as_json
@click.option("--paragraph", type=int, metavar="N", help="Only the paragraph with the true number N.")
@click.option("--raw", is_flag=True, help="The raw text, as it was taken in.")
@click.argument("cable_id", metavar="ID")
@pass_session
def show(session: Session, json_wanted: bool, paragraph: int | None, raw: bool, cable_id: str) -> None:
    """Print a cable of the library. ID may be in any spelling: 08BEIJING2648, '08 beijing 2648'."""
    from cableview.model.record import paragraph_record, to_record

    if raw and json_wanted:
        raise click.UsageError("choose one of --json and --raw")
    held = session.held(cable_id)
    if paragraph is not None:
        wanted = [p for p in held.cable.paragraphs if p.number == paragraph]
        if not wanted:
            nothing_found(f"{held.id} has no paragraph {paragraph}")
        for item in wanted:
            if json_wanted:
                put_json({"id": held.id, **paragraph_record(item)})
            else:
                put(held.raw[slice(*item.source)] if raw else _paragraph(item))
    elif raw:
        put(held.raw)
    elif json_wanted:
        put_json(to_record(held.cable, held.source, session.mentions_of(held)))
    else:
        put(_plain(held.cable, held.id))


def _paragraph(item: Paragraph) -> str:
    number = "" if item.number is None else f"{item.number}. "
    marking = f"({item.marking}) " if item.marking else ""
    return f"{number}{marking}{item.text}"


def _plain(cable: Cable, name: str) -> str:
    """Return the cable as plain text, the same on every terminal and in every pipe."""
    sent = f"{cable.sent:%Y-%m-%d %H:%MZ}" if cable.sent else "no date"
    head = [
        f"{cable.id or name}  {sent}  {' '.join(filter(None, (cable.classification, *cable.captions)))}",
        f"FROM     {cable.sender or '?'}",
        f"TO       {'; '.join(a.name for a in cable.to) or '?'}",
        f"TAGS     {' '.join(cable.tags)}",
        f"SUBJECT  {cable.subject or '?'}",
        *(f"REF {r.label or '-':<4} {r.id or r.text}" for r in cable.references),
    ]
    body: list[str] = []
    heading = None
    for item in cable.paragraphs:
        if item.heading and item.heading_source != heading:
            body.append(item.heading.upper())
        heading = item.heading_source
        body.append(_paragraph(item))
    return "\n".join(head) + "\n\n" + "\n\n".join([*body, *cable.signers]) + "\n"


COMMANDS = (parse, canonical, show)
