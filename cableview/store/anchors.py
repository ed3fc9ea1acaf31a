"""Flags bound to paragraphs by their text: made from a cable, found again in another reading of it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from cableview.model.anchor import paragraph_hash
from cableview.model.cable import Cable
from cableview.model.marks import Flag
from cableview.store.moments import now

CONTEXT = 32
"""Characters kept before and after the quote."""


def make_flag(cable: Cable, index: int, *, note: str = "", codes: tuple[int, ...] = ()) -> Flag:
    """Return a new flag on the paragraph at position ``index`` (from 0). Raises IndexError beyond the last.

    The words before and after come from the neighbouring paragraphs, joined by a line end.
    """
    if index < 0:
        raise IndexError(index)
    paragraph = cable.paragraphs[index]
    moment = now()
    before = (one.text for one in reversed(cable.paragraphs[:index]))
    after = (one.text for one in cable.paragraphs[index + 1 :])
    return Flag(
        id=uuid.uuid4().hex,
        cable_id=cable.id or "",
        paragraph=paragraph.number,
        paragraph_hash=paragraph_hash(paragraph.text),
        quote=paragraph.text,
        prefix=_gather(before, backwards=True),
        suffix=_gather(after, backwards=False),
        note=note,
        codes=codes,
        created=moment,
        modified=moment,
    )


def find_paragraph(flag: Flag, cable: Cable) -> int | None:
    """Return the position (from 0) of the flagged paragraph; None when it cannot be told.

    The paragraph of the same number is preferred among those with the flag's hash; without one, the hash
    must be unique.
    """
    return _find(flag, cable, _hashes(cable))


def reattach(flags: Iterable[Flag], cable: Cable) -> tuple[Flag, ...]:
    """Return the flags as they stand in ``cable``: under the number their text has there, or orphans."""
    hashes = _hashes(cable)
    return tuple(_attach(flag, cable, hashes) for flag in flags)


def _attach(flag: Flag, cable: Cable, hashes: dict[str, list[int]]) -> Flag:
    index = _find(flag, cable, hashes)
    if index is None:
        return replace(flag, orphan=True)
    return replace(flag, paragraph=cable.paragraphs[index].number, orphan=False)


def _hashes(cable: Cable) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, paragraph in enumerate(cable.paragraphs):
        found.setdefault(paragraph_hash(paragraph.text), []).append(index)
    return found


def _find(flag: Flag, cable: Cable, hashes: dict[str, list[int]]) -> int | None:
    places = hashes.get(flag.paragraph_hash, [])
    same = [index for index in places if cable.paragraphs[index].number == flag.paragraph]
    for candidates in (same, places):
        if len(candidates) == 1:
            return candidates[0]
    return None


def _gather(texts: Iterable[str], *, backwards: bool) -> str:
    gathered = ""
    for text in texts:
        gathered = f"{text}\n{gathered}" if backwards else f"{gathered}\n{text}"
        if len(gathered) > CONTEXT:
            break
    return gathered[-CONTEXT:] if backwards else gathered[:CONTEXT]
