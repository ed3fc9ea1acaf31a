"""Commands that follow references: what a cable cites, and who cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cableview.cli.output import nothing_found, put, put_json, talk
from cableview.cli.read import as_json, pass_session

if TYPE_CHECKING:
    from datetime import date

    from cableview.cli.session import Session
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
    if together and paragraphs:
        raise click.UsageError("choose one of --together and --paragraphs")
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
        when = f"; must be of {when_sent(entry.dating.earliest, entry.dating.latest)}" if entry.dating else ""
        talk(f"{target} is not held{when}")


def when_sent(earliest: date, latest: date) -> str:
    """Return one month, or the days between which it lies."""
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


def where(passage: Passage) -> str:
    """Return the number of a paragraph, or REF for the list of the header."""
    return "REF" if passage.index is None else "¶" if passage.number is None else f"¶{passage.number}"


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
    sent = f"{passage.sent:%Y-%m-%d}" if passage.sent else ""
    called = " ".join(filter(None, (passage.label and f"Ref {passage.label}", passage.title)))
    head = f"{passage.cable_id:<20} {sent:<10} {where(passage):<5} {called}".rstrip()
    put(f"{head}\n{passage.text}\n" if whole else f"{head}  {passage.words()}")


COMMANDS = (refs, cited_by)
