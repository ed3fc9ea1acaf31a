"""Texts of made cables, small and sound, and the content of a library to compare."""

from __future__ import annotations

from pathlib import Path

from cableview import locations
from cableview.search.index import open_index
from cableview.store import open_library


def text_of(number: int, body: str = "The minister agreed.") -> str:
    """Return a cable with the id ``08ROME<number>``."""
    return (
        f"O 071042Z JUL 08\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC IMMEDIATE 8454\n"
        f"C O N F I D E N T I A L ROME {number:06d}\n\nSIPDIS\n\nE.O. 12958: DECL: 07/07/2033\n"
        f"TAGS: PREL IT\nSUBJECT: TALK NUMBER {number}\n\nREF: ROME {number + 1}\n\n¶1. (C) {body}\nRANDT\n"
    )


def write_table(path: Path, count: int, *, filler: int = 0) -> Path:
    """Write a table of ``count`` cables, each with ``filler`` more words."""
    with path.open("w", encoding="utf-8", newline="") as table:
        for number in range(1, count + 1):
            body = f"The word{number} minister agreed. " + "filler " * filler
            text = text_of(number, body)
            table.write(f'"{number}","7/7/2008 10:42","08ROME{number}","Embassy Rome","CONFIDENTIAL","","",')
            table.write('"' + text + '"\n')
    return path


def content(library: locations.Library) -> list[tuple[object, ...]]:
    """Return everything an import is responsible for, whatever the order and the runs it came in."""
    with open_library(library.cables, readonly=True) as cables:
        rows = cables.rows(cables.order("id"))
        return [
            (
                row.id,
                row.sent,
                row.classification,
                row.subject,
                row.paragraphs,
                row.versions,
                held.raw if (held := cables.load(row.id)) else None,
                [(c.cable_id, c.paragraph, c.text) for c in cables.cited_by(row.id)],
            )
            for row in rows
        ]


def searchable(library: locations.Library) -> int:
    """Return how many cables the search cache holds."""
    with open_index(library.cache) as index:
        return len(index)
