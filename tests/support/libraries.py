"""Real libraries, made in the test's own home."""

from __future__ import annotations

from collections.abc import Iterable

from cableview import locations
from cableview.model.document import Document
from cableview.parse import parse_document
from cableview.resources import resource_dir
from cableview.store import open_library, prepare


def make_library(documents: Iterable[Document], name: str = "test") -> locations.Library:
    """Return a library that holds ``documents``."""
    places = locations.Library(name)
    places.make()
    with open_library(places.cables) as library:
        batch = library.start_batch(["test"])
        library.add(batch, [prepare(document, parse_document(document)) for document in documents])
        library.finish_batch(batch)
    return places


def seed_library(name: str = "test") -> locations.Library:
    """Return a library with the five bundled cables."""
    return make_library(seed_documents(), name)


def seed_documents() -> list[Document]:
    """Return the bundled cables, unparsed."""
    paths = sorted(resource_dir("seeds").glob("*.txt"))
    return [Document(path.name, path.read_text(encoding="utf-8")) for path in paths]


def made_pair() -> list[Document]:
    """Return two short cables, the later of which cites the earlier."""
    earlier = _cable(
        "08ROME0100", "002", "R 020900Z JAN 08", "MEETING ON PORTS", "", "1. (C) The port opened."
    )
    body = "1. (C) As reftel said, the port opened.\n\n2. (C) Ships came.\n\n3. (C) Ref A has their names."
    later = _cable("08ROME0200", "034", "R 030900Z FEB 08", "MORE ON PORTS", "REF: A. 08 ROME 100\n\n", body)
    return [earlier, later]


def _cable(name: str, day: str, moment: str, subject: str, references: str, body: str) -> Document:
    serial = name[-4:]
    text = (
        f"C O N F I D E N T I A L ROME 00{serial}\n\nSIPDIS\n\nE.O. 12958: DECL: 01/02/2018\n"
        f"TAGS: PREL, IT\nSUBJECT: {subject}\n\n{references}Classified By: Ann Example, reason 1.4 (b).\n\n"
        f"{body}\n\nEXAMPLE\n"
    )
    head = (
        f"VZCZCXYZ0000\nRR RUEHC\n\nDE RUEHRO #{serial} {day}0900\n{moment}\n"
        "FM AMEMBASSY ROME\nTO RUEHC/SECSTATE WASHDC 1000\nBT\n"
    )
    return Document(f"{name}.txt", head + text + "BT\n#" + serial + "\n")
