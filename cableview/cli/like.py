"""What is like a cable or like one of its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cableview.cli.output import nothing_found, put, put_json, put_row, talk
from cableview.cli.session import must_be_sound, position_of

if TYPE_CHECKING:
    from cableview.cli.session import Session
    from cableview.search import Similar
    from cableview.store.library import Library


def print_like(session: Session, text: str, paragraph: int | None, limit: int, *, json_wanted: bool) -> None:
    """Print the cables like one, or the paragraphs like the one with a true number."""
    held = session.held(text)
    searcher = session.searcher()
    position = None if paragraph is None else position_of(held, paragraph)
    found = searcher.similar(held.cable, held.key, position, max(limit, 50))
    must_be_sound(searcher)
    talk(f"like {held.id}, which tells itself from others by: {', '.join(found.words or ()) or 'nothing'}")
    with session.cables() as library:
        if position is None:
            scores = {hit.key: hit.score for hit in found.hits[:limit]}
            for row in library.rows(list(scores)):
                put_row(row, json_wanted=json_wanted, score=scores[row.key])
        else:
            _put_paragraphs(library, found, limit, json_wanted=json_wanted)
    if not found.hits:
        nothing_found(f"nothing in the library is like {held.id}")


def _put_paragraphs(library: Library, found: Similar, limit: int, *, json_wanted: bool) -> None:
    from cableview.search import paragraphs_like

    for item in paragraphs_like(library, found, limit):
        held = library.load(item.cable_id)
        one = held.cable.paragraphs[item.position] if held else None
        if one is None:
            continue
        if json_wanted:
            put_json({"id": item.cable_id, "paragraph": one.number, "score": item.score, "text": one.text})
        else:
            number = "-" if one.number is None else one.number
            put(f"{item.cable_id:<20} ¶{number:<4} {' '.join(one.text.split())}")
