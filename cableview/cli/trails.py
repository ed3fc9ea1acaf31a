"""Commands that follow references: what a cable cites, who cites it, and what is cited and missing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cableview.cli.output import limited, nothing_found, put, put_json, talk
from cableview.cli.read import as_json, pass_session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cableview.cli.session import Session
    from cableview.export.missing import MissingRecord
    from cableview.model.cable import Cable
    from cableview.store.library import Library
    from cableview.store.passages import Passage


@click.command()
@as_json
@click.argument("cable_id", metavar="ID")
@pass_session
def refs(session: Session, json_wanted: bool, cable_id: str) -> None:
    """Print what a cable refers to and whether the library holds it.

    First its REF list, then the places of its text: 'Ref G', 'reftel', a number in full. What they stand
    for is printed where it can be told.
    """
    held = session.held(cable_id)
    cable = held.cable
    ids = {item.id for item in cable.references if item.id}
    ids.update(one for mention in cable.reference_mentions for one in mention.ids)
    with session.cables() as library:
        here = library.held(ids)
    for item in cable.references:
        if json_wanted:
            record = {"label": item.label, "text": item.text, "id": item.id, "held": item.id in here}
            put_json({**record, "kind": item.kind, "title": item.title, "paragraph": None})
        else:
            put(f"{item.label or '-':<5} {item.id or '':<20} {_state(item.id, here, item.kind)} {item.text}")
    _in_text(cable, here, json_wanted=json_wanted)
    if not cable.references and not cable.reference_mentions:
        nothing_found(f"{held.id} has no references")


def _in_text(cable: Cable, here: set[str], *, json_wanted: bool) -> None:
    for mention in cable.reference_mentions:
        place = "¶" if mention.paragraph is None else f"¶{mention.paragraph}"
        for target in mention.ids or (None,):
            if json_wanted:
                record = {"label": None, "text": mention.text, "id": target, "held": target in here}
                put_json({**record, "kind": "mention", "title": None, "paragraph": mention.paragraph})
            else:
                put(f"{place:<5} {target or '':<20} {_state(target, here, 'no cable')} {mention.text}")


def _state(target: str | None, here: set[str], kind: str) -> str:
    return f"{'held' if target in here else 'not held' if target else kind:<9}"


@click.command(name="cited-by")
@as_json
@click.option("--together", is_flag=True, help="Print the cables that are cited together with it instead.")
@click.option("--paragraphs", is_flag=True, help="Print each citing paragraph whole.")
@click.argument("cable_id", metavar="ID")
@pass_session
def cited_by(session: Session, *, json_wanted: bool, together: bool, paragraphs: bool, cable_id: str) -> None:
    """Print who cites a cable, and in which words; the cable itself need not be held."""
    target = session.cable_id(cable_id)
    with session.cables() as library:
        if together:
            _together(library, target, json_wanted)
            return
        citers = dict.fromkeys(citation.cable_id for citation in library.cited_by(target))
        _tell_dating(library, target)
        for citer in citers:
            for passage in _citing(library, citer, target):
                put_passage(passage, json_wanted=json_wanted, whole=paragraphs)
    if not citers:
        nothing_found(f"no cable of the library cites {target}")


def _tell_dating(library: Library, target: str) -> None:
    entry = library.missing_entry(target)
    if entry is not None:
        when = f"; must be of {_when(entry.dating.earliest, entry.dating.latest)}" if entry.dating else ""
        talk(f"{target} is not held{when}")


def _when(earliest: object, latest: object) -> str:
    first, last = str(earliest), str(latest)
    return first[:7] if first[:7] == last[:7] else f"{first} to {last}"


def _citing(library: Library, citer: str, target: str) -> tuple[Passage, ...]:
    from cableview.store.passages import citing

    held = library.load(citer)
    return tuple(citing(held, target)) if held else ()


def _together(library: Library, target: str, json_wanted: bool) -> None:
    found = library.cited_together(target, 50)
    for item in found:
        if json_wanted:
            put_json(
                {
                    "id": item.id,
                    "cables": item.cables,
                    "paragraphs": item.paragraphs,
                    "held": item.held,
                    "subject": item.subject,
                    "title": item.title,
                }
            )
        else:
            state = "held" if item.held else "not held"
            put(f"{item.id:<20} {item.cables:>4} {state:<9} {item.subject or item.title or ''}")
    if not found:
        nothing_found(f"no cable is cited together with {target}")


def put_passage(passage: Passage, *, json_wanted: bool, whole: bool) -> None:
    """Print one paragraph and where it stands; on one line the sentence that matters."""
    if json_wanted:
        put_json(
            {
                "id": passage.cable_id,
                "sent": passage.sent.isoformat() if passage.sent else None,
                "paragraph": passage.number,
                "label": passage.label,
                "title": passage.title,
                "words": passage.words(),
                "text": passage.text,
                "subject": passage.subject,
            }
        )
        return
    place = "REF" if passage.index is None else "¶" if passage.number is None else f"¶{passage.number}"
    sent = f"{passage.sent:%Y-%m-%d}" if passage.sent else ""
    called = " ".join(filter(None, (passage.label and f"Ref {passage.label}", passage.title)))
    head = f"{passage.cable_id:<20} {sent:<10} {place:<5} {called}".rstrip()
    put(f"{head}\n{passage.text}\n" if whole else f"{head}  {passage.words()}")


@click.command()
@as_json
@click.option("--csv", "as_csv", is_flag=True, help="A table, safe to open in a spreadsheet.")
@click.option("--markdown", "as_markdown", is_flag=True, help="A list to send with a records request.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE instead.")
@limited(100, "How many at most.")
@click.option("--by-number", is_flag=True, help="By post, year and serial, not the most cited first.")
@pass_session
def missing(
    session: Session,
    *,
    json_wanted: bool,
    as_csv: bool,
    as_markdown: bool,
    output: Path | None,
    limit: int,
    by_number: bool,
) -> None:
    """Print the cables that are cited and not held: by whom, in which words, and of which month.

    The month comes from the serial: from cables held with near serials, else from a table of what each
    post sent. A number that falls after the date of a citer is marked: one of the two is wrong.
    """
    from cableview.export.missing import missing_records
    from cableview.store.ledger import Order

    if json_wanted + as_csv + as_markdown > 1:
        raise click.UsageError("choose one of --json, --csv and --markdown")
    if output is not None and not (as_csv or as_markdown):
        raise click.UsageError("--output goes with --csv or --markdown")
    with session.cables() as library:
        keys = library.missing_keys(Order.NUMBER if by_number else Order.CITED)
        if len(keys) > limit:
            talk(f"{limit} of {len(keys)} missing cables; --limit prints more")
        records = missing_records(library, keys[:limit])
        if as_csv or as_markdown:
            _export(".csv" if as_csv else ".md", records, output)
        else:
            for record in records:
                _put_missing(record, json_wanted=json_wanted)
    if not keys:
        nothing_found("no cable that is cited is missing")


def _export(form: str, records: Iterator[MissingRecord], output: Path | None) -> None:
    from cableview.export import written_atomically
    from cableview.export.missing import FORMATS

    if output is None:
        FORMATS[form](records, sys.stdout)
        return
    with written_atomically(output) as file:
        count = FORMATS[form](records, file)
    talk(f"{count} missing cables written to {output}")


def _put_missing(record: MissingRecord, *, json_wanted: bool) -> None:
    entry, dating = record.entry, record.entry.dating
    if not json_wanted:
        when = _when(dating.earliest, dating.latest) if dating else "no date"
        doubt = "  after a citer" if entry.standing == "younger" else ""
        put(f"{entry.id:<24} {when:<24} cited by {entry.citers}{doubt}")
        for passage in record.passages:
            put_passage_below(passage)
        return
    put_json(
        {
            "id": entry.id,
            "citers": entry.citers,
            "earliest": dating.earliest.isoformat() if dating else None,
            "latest": dating.latest.isoformat() if dating else None,
            "dated_by": dating.basis if dating else None,
            "older_than_citers": {"older": True, "younger": False}.get(entry.standing),
            "cited_in": [
                {
                    "id": passage.cable_id,
                    "paragraph": passage.number,
                    "label": passage.label,
                    "title": passage.title,
                    "words": passage.words(),
                }
                for passage in record.passages
            ],
        }
    )


def put_passage_below(passage: Passage) -> None:
    """Print one citing place, indented."""
    place = "REF" if passage.index is None else "¶" if passage.number is None else f"¶{passage.number}"
    called = f" [{passage.title}]" if passage.title else ""
    put(f"    {passage.cable_id} {place}{called} {passage.words(160)}")


COMMANDS = (refs, cited_by, missing)
