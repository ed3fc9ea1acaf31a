"""What is copied from the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cableview.export.citation import cite
from cableview.model.anchor import link, paragraph_hash
from cableview.model.visible import visible

if TYPE_CHECKING:
    from cableview.model.cable import Cable


def copied(cable: Cable, index: int, what: str) -> tuple[str, str]:
    """Return (text, what it is in words) of ``what``: text, citation, id or link of paragraph ``index``."""
    paragraph = cable.paragraphs[index] if index < len(cable.paragraphs) else None
    number = paragraph.number if paragraph else None
    place = f"¶{number}" if number is not None else "the paragraph"
    if what == "id":
        text, name = cable.id or "", "the number of the cable"
    elif what == "link":
        digest = paragraph_hash(paragraph.text if paragraph else "")
        text, name = link(cable.id or "", number, digest), f"the link to {place}"
    elif what == "citation":
        text, name = cite(cable, number), f"the citation of {place}"
    else:
        body = paragraph.text if paragraph else ""
        text, name = f"{body}\n\n{cite(cable, number)}", f"{place} with its citation"
    return visible(text), name
