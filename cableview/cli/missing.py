"""The command that prints what is cited and missing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cableview.cli.output import limited, nothing_found, put, put_json, talk
from cableview.cli.read import as_json, pass_session
from cableview.cli.trails import when_sent, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cableview.cli.session import Session
    from cableview.export.missing import MissingRecord
    from cableview.store.passages import Passage


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
        when = when_sent(dating.earliest, dating.latest) if dating else "no date"
        doubt = "  after a citer" if entry.standing == "younger" else ""
        put(f"{entry.id:<24} {when:<24} cited by {entry.citers}{doubt}")
        for passage in record.passages:
            _put_passage(passage)
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


def _put_passage(passage: Passage) -> None:
    """Print one citing place, indented."""
    called = f" [{passage.title}]" if passage.title else ""
    put(f"    {passage.cable_id} {where(passage)}{called} {passage.words(160)}")


COMMANDS = (missing,)
