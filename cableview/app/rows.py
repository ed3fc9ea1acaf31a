"""A cable in the list: what its two lines say, and how they are set in a given width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment

from cableview.model.marks import Decision
from cableview.model.months import MONTHS
from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.style import Style

    from cableview.store.records import CableRow

STYLES = (
    *("cursor", "bar", "id", "unread", "subject", "hit", "faint", "flag"),
    *("top-secret", "secret", "confidential", "restricted", "unclassified", "unknown"),
    *("decision-relevant", "decision-hot", "decision-later", "decision-not-relevant"),
)
"""Every style of a row; each is a component class of the list, ``cable-list--NAME``."""
_LEVELS = (
    ("TOP SECRET", "top-secret", "T"),
    ("SECRET", "secret", "S"),
    ("CONFIDENTIAL", "confidential", "C"),
    ("RESTRICTED", "restricted", "R"),
    ("LIMITED OFFICIAL USE", "restricted", "L"),
    ("UNCLASSIFIED", "unclassified", "U"),
)
_HEAD = 4
_TAIL = 16
"""Cells before the id and after it: bar, unread sign, letter; date, flags, decision."""
_FLAGS = 3
"""Cells of the flags among these."""


def level(classification: str | None) -> tuple[str, str]:
    """Return the colour name and the letter of a classification; an unknown one has a dot."""
    printed = (classification or "").upper()
    for start, colour, letter in _LEVELS:
        if printed.startswith(start):
            official_use = letter == "U" and "OFFICIAL USE" in printed
            return colour, "F" if official_use else letter
    return "unknown", "·"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One cable as the list shows it; every text is safe for a terminal."""

    key: int
    id: str
    colour: str
    """Name of the classification's colour, e.g. ``secret``."""
    letter: str
    date: str
    """``7 Jul 08``, or empty."""
    subject: str
    flags: int = 0
    decision: Decision | None = None
    unread: bool = True


def list_row(row: CableRow, *, flags: int, decision: Decision | None, unread: bool) -> ListRow:
    """Set a row of the library for the list."""
    colour, letter = level(row.classification)
    sent = row.sent
    date = f"{sent.day} {MONTHS[sent.month - 1]} {sent.year % 100:02}" if sent else ""
    subject = visible_line(row.subject) if row.subject else "(no subject line)"
    return ListRow(row.key, visible_line(row.id), colour, letter, date, subject, flags, decision, unread)


def top_line(
    row: ListRow, width: int, styles: Mapping[str, Style], base: Style, bar: str, *, tagged: bool = False
) -> list[Segment]:
    """Return the line with classification, id, date and signs, exactly ``width`` cells wide."""
    dimmed = row.decision is not None
    id_style = base + styles["faint"] if dimmed else base + styles["unread" if row.unread else "id"]
    room = max(1, width - _HEAD - _TAIL)
    date = f"{row.date:>9}"
    flags = f"⚑{row.flags:<2}" if row.flags else " " * _FLAGS
    if cell_len(row.id) > room and not row.flags:
        room, flags = room + _FLAGS, ""
    if cell_len(row.id) > room:  # the id is worth more than the day, and than the date
        month = row.date.partition(" ")[2]
        room, date = room + len(date) - len(month), month
    if cell_len(row.id) > room:
        room, date = room + len(date), ""
    sign = f"decision-{row.decision.value}" if row.decision else "faint"
    segments = [
        Segment(bar, base + styles["bar"]),
        Segment("+", base + styles["bar"])
        if tagged
        else Segment("•" if row.unread and not dimmed else " ", base + styles["flag"]),
        Segment(f"{row.letter} ", base + styles[row.colour]),
        Segment(set_cell_size(row.id, room), id_style),
        Segment(f" {date} ", base + styles["faint"]),
        Segment(flags, base + styles["flag"]),
        Segment(f"{row.decision.sign if row.decision else ' '} ", base + styles[sign]),
    ]
    return _fit(segments, width, base)


def subject_line(
    row: ListRow, width: int, styles: Mapping[str, Style], base: Style, bar: str, *, lit: tuple[str, ...] = ()
) -> list[Segment]:
    """Return the line with the subject, cut with an ellipsis, exactly ``width`` cells wide.

    Words whose folded form is among ``lit`` are lit.
    """
    style = base + styles["faint"] if row.decision else base + styles["subject"]
    room = max(1, width - 5)
    text = row.subject
    if cell_len(text) > room:
        text = set_cell_size(text, room - 1).rstrip() + "…"
    segments = [
        Segment(bar, base + styles["bar"]),
        Segment("   ", base),
        *_with_hits(set_cell_size(text, room), style, base + styles["hit"], lit),
        Segment(" ", base),
    ]
    return _fit(segments, width, base)


def _with_hits(text: str, style: Style, hit: Style, lit: tuple[str, ...]) -> list[Segment]:
    if not lit:
        return [Segment(text, style)]
    from cableview.app.typeset.lit import lit_words  # noqa: PLC0415 - the first paint lights nothing

    segments, done = [], 0
    for span in lit_words(text, lit):
        segments += [Segment(text[done : span.start], style), Segment(text[span.start : span.end], hit)]
        done = span.end
    return [*segments, Segment(text[done:], style)]


def waiting_line(width: int, styles: Mapping[str, Style], base: Style, bar: str) -> list[Segment]:
    """Return a line of a cable that is still being fetched."""
    return _fit(
        [Segment(bar, base + styles["bar"]), Segment("   ·····", base + styles["faint"])], width, base
    )


def _fit(segments: list[Segment], width: int, base: Style) -> list[Segment]:
    return Segment.adjust_line_length(segments, width, style=base)
