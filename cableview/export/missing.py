"""The ledger of missing cables as a table, and as Markdown to send with a records request."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TextIO

from cableview.data import stations
from cableview.export.markdown import escape
from cableview.model.visible import visible_line
from cableview.store.ids import split_id
from cableview.store.ledger import Standing
from cableview.store.passages import citing

if TYPE_CHECKING:
    from cableview.store.ledger import Entry
    from cableview.store.library import Library
    from cableview.store.passages import Passage

QUOTED = 5
"""Citers whose words are quoted for one missing cable."""
_PAGE = 200
_KEPT = 200
"""Citing cables kept opened: a cable's references mostly stand together."""
_RISKY = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    *("id", "post", "year", "serial", "earliest", "latest", "date_from", "older_than_citers", "citers"),
    *("cited_in", "called", "words", "quoted_cells"),
)


@dataclass(frozen=True, slots=True)
class MissingRecord:
    """A cable that is not held, with the words of those who cite it."""

    entry: Entry
    passages: tuple[Passage, ...]
    """Of the newest ``QUOTED`` citers."""


def missing_records(
    library: Library, keys: Sequence[int], stopped: Callable[[], bool] = lambda: False
) -> Iterator[MissingRecord]:
    """Yield the ledger's entries with the words that cite them; ends early when ``stopped`` says so."""
    load = lru_cache(maxsize=_KEPT)(library.load)
    for start in range(0, len(keys), _PAGE):
        for entry in library.missing_entries(keys[start : start + _PAGE]):
            if stopped():
                return
            passages: list[Passage] = []
            for citer in entry.named[:QUOTED]:
                held = load(citer.id)
                passages += citing(held, entry.id) if held else ()
            yield MissingRecord(entry, tuple(passages))


def write_csv(records: Iterable[MissingRecord], out: TextIO) -> int:
    """Write one line a cable, lists joined with ``; ``; return how many.

    A cell that a spreadsheet would take for a formula begins with ``'``, and ``quoted_cells`` names it.
    """
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    count = 0
    for record in records:
        cells = dict(zip(COLUMNS, _cells(record), strict=False))
        risky = [column for column, cell in cells.items() if cell.startswith(_RISKY)]
        cells |= {column: f"'{cells[column]}" for column in risky}
        writer.writerow([*cells.values(), "; ".join(risky)])
        count += 1
    return count


def _cells(record: MissingRecord) -> Iterator[str]:
    entry = record.entry
    parts, dating = split_id(entry.id), entry.dating
    yield entry.id
    yield post(entry.id)
    yield str(parts.year) if parts else ""
    yield str(parts.serial) if parts else ""
    yield dating.earliest.isoformat() if dating else ""
    yield dating.latest.isoformat() if dating else ""
    yield dating.basis if dating else ""
    yield {Standing.OLDER: "yes", Standing.YOUNGER: "no"}.get(entry.standing, "unknown")
    yield str(entry.citers)
    yield "; ".join(f"{c.id} {' '.join(f'para. {n}' for n in c.paragraphs) or 'REF'}" for c in entry.named)
    yield "; ".join(dict.fromkeys(_one_line(c.title) for c in entry.named if c.title))
    yield "; ".join(_one_line(passage.words()) for passage in record.passages if passage.index is not None)


def write_markdown(records: Iterable[MissingRecord], out: TextIO) -> int:
    """Write a list that an archive can work from: number, post, time, and who cites it; return how many."""
    # The count stands first: what is kept until then is what is written, and not the cables it is from.
    requests = [_request(number, record) for number, record in enumerate(records, 1)]
    out.write(
        f"# Cables requested\n\n{len(requests):,} cables are cited by cables at hand and are not among them. "
        "Each is named by its number, the post that sent it, and the time that its number falls in; "
        "below stand the places that cite it.\n"
    )
    out.writelines(requests)
    return len(requests)


def _request(number: int, record: MissingRecord) -> str:
    entry = record.entry
    parts, dating = split_id(entry.id), entry.dating
    lines = [f"\n## {number}. {escape(entry.id)}\n"]
    if parts:
        lines.append(f"- Number: {escape(parts.station)} {parts.serial} of {parts.year}")
    if post(entry.id):
        lines.append(f"- Sent by: {escape(post(entry.id))}")
    if dating and dating.one_month:
        lines.append(f"- Sent in: {dating.earliest:%B %Y}")
    elif dating:
        lines.append(f"- Sent between: {dating.earliest:%d %B %Y} and {dating.latest:%d %B %Y}")
    if entry.standing is Standing.YOUNGER:
        lines.append("- Note: its number falls after the date of a cable that cites it; it may be misprinted")
    if titles := dict.fromkeys(_one_line(citer.title) for citer in entry.named if citer.title):
        lines.append(f"- Called: {escape('; '.join(titles))}")
    lines.append(f"- Cited by: {entry.citers:,} cable{'s' * (entry.citers != 1)}")
    for passage in record.passages:
        place = "reference list" if passage.index is None else f"para. {passage.number or '?'}"
        sent = f", {passage.sent:%d %B %Y}" if passage.sent else ""
        words = escape(_one_line(passage.words()))
        lines.append(f"    - {escape(passage.cable_id)}{sent}, {place}: “{words}”")
    return "\n".join(lines) + "\n"


def post(cable_id: str) -> str:
    """Return the name of the post that a canonical id names; empty when it is not known."""
    parts = split_id(cable_id)
    station = stations().get(parts.station) if parts else None
    return station["display"] if station else ""


def _one_line(text: str | None) -> str:
    return visible_line(" ".join((text or "").split()))


FORMATS: dict[str, Callable[[Iterable[MissingRecord], TextIO], int]] = {
    ".csv": write_csv,
    ".md": write_markdown,
}
