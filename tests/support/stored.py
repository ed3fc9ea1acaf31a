"""Cables made by hand and put into a library."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from cableview.model.cable import Cable, Paragraph, Reference, ReferenceMention
from cableview.model.document import Document
from cableview.store import Library, Prepared, prepare
from cableview.store.ledger import Entry
from cableview.store.records import Stored


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def paragraph(number: int | None, text: str) -> Paragraph:
    return Paragraph(number, None if number is None else f"{number}.", None, None, text, (0, 0))


def cable(
    cable_id: str | None,
    *texts: str,
    sent: str | None = None,
    subject: str | None = None,
    listed: Sequence[Reference] = (),
    mentioned: Sequence[tuple[int, str, str]] = (),
) -> Cable:
    """A cable of numbered paragraphs; ``mentioned`` is (paragraph, text, cited id)."""
    return Cable(
        id=cable_id,
        sent=moment(sent) if sent else None,
        subject=subject,
        paragraphs=tuple(paragraph(place, text) for place, text in enumerate(texts or ("Text.",), 1)),
        references=tuple(listed),
        reference_mentions=tuple(
            ReferenceMention(number, number - 1, text, (cited,), (0, 0)) for number, text, cited in mentioned
        ),
    )


def ref(label: str | None, cited: str, title: str | None = None, *, previous: bool = False) -> Reference:
    return Reference(label, cited, cited, (0, 0), title=title, and_previous=previous)


def prepared(made: Cable, raw: str | None = None, *, name: str = "a.txt", parser: int = 1) -> Prepared:
    """The cable as if read from ``raw``; by default a text of its own."""
    return prepare(Document(name, repr(made) if raw is None else raw), made, parser=parser)


def store(library: Library, *made: Cable | Prepared) -> list[Stored]:
    """Add to the library as one finished batch."""
    batch = library.start_batch(["made by hand"])
    stored = library.add(batch, [one if isinstance(one, Prepared) else prepared(one) for one in made])
    library.finish_batch(batch)
    return stored


def hold(library: Library, count: int) -> list[tuple[int, int]]:
    """Add so many cables of one post, and return (version, key) of each."""
    stored = store(library, *(cable(f"08ROME{number}", f"Text {number}.") for number in range(1, count + 1)))
    return [(one.version, one.key) for one in stored]


def missing(library: Library) -> list[Entry]:
    """Return all that is cited and not held, the most cited first."""
    return library.missing_entries(library.missing_keys())


def spoil(path: Path, table: str) -> None:
    """Overwrite the first page of a table with rubbish, as a failing disk does."""
    link = sqlite3.connect(path)
    link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (page,) = link.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    (size,) = link.execute("PRAGMA page_size").fetchone()
    link.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
