"""Pages for the panes, from the seeds or made up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from cableview.app.page import Page
from cableview.model.cable import Cable, Paragraph
from cableview.parse import parse_text
from cableview.resources import resource_dir
from cableview.store.records import Held


def held(cable: Cable, raw: str) -> Held:
    """Return ``cable`` as the library hands it out."""
    return Held(1, cable.id or "", cable, raw, "test", "utf-8", "", 1, ())


@cache
def seed(cable_id: str) -> Held:
    """Return a seed as the library hands it out."""
    with (resource_dir("seeds") / f"{cable_id}.txt").open(encoding="utf-8", newline="") as file:
        raw = file.read()
    return held(parse_text(raw), raw)


def seed_page(cable_id: str = "08BEIJING2648", **more: Any) -> Page:
    """Return the page of a seed."""
    return Page(seed(cable_id), **more)


def text_page(text: str) -> Page:
    """Return the page of a cable as its text says."""
    return Page(held(parse_text(text), text))


def made_page(texts: Sequence[str], *, marking: str | None = "C", **fields: Any) -> Page:
    """Return the page of a cable with these paragraphs; ``lit`` and ``flags`` go to the page."""
    paragraphs, raw = [], ""
    for number, text in enumerate(texts, start=1):
        start = len(raw)
        raw += f"{number}. ({marking}) {text}\n"
        paragraphs.append(Paragraph(number, f"{number}.", marking, None, text, (start, len(raw) - 1)))
    more = {name: fields.pop(name) for name in ("lit", "flags", "paragraph") if name in fields}
    cable = Cable(**{"id": "01TEST1", "paragraphs": tuple(paragraphs), **fields})
    return Page(held(cable, raw), **more)
