"""What surrounds a paragraph's text: number, portion marking and flag in the margin, the heading above."""

from __future__ import annotations

from collections.abc import Sequence

from cableview.app.typeset.columns import Columns, marking_rows
from cableview.app.typeset.line import Line, Span
from cableview.app.typeset.rows import Row
from cableview.app.typeset.words import marking_name
from cableview.app.typeset.wrap import wrap
from cableview.model.cable import Paragraph
from cableview.model.marks import Flag
from cableview.model.visible import visible_line

FLAG = "⚑"
NOTE = "✎"


def margins(
    number: int | None, marking: str | None, flags: Sequence[Flag], columns: Columns
) -> tuple[Line, ...]:
    """Return the margin of the first rows: number and marking, below them the flag and its codes."""
    name = f"marking-{marking_name(marking)}" if marking else ""
    digits = "" if number is None else str(number)
    lines = []
    for mark in map(visible_line, marking_rows(marking) or [""]):
        row = Row(columns.air + 1).add(digits.rjust(columns.number), "number")
        lines.append(row.add(" ").add(mark, name).pad(columns.text).line())
        digits = ""
    if not lines[0].text.strip():
        lines.clear()
    signs = _flag_rows(flags, columns.margin - 3)
    lines += [Row(columns.air + 1).add(sign, "flag").pad(columns.text).line() for sign in signs]
    return tuple(lines)


def _flag_rows(flags: Sequence[Flag], room: int) -> list[str]:
    """Return the flag sign and behind it the codes, in rows of ``room`` cells; below, the sign of a note."""
    if not flags:
        return []
    codes = "".join(map(str, sorted({code for flag in flags for code in flag.codes})))
    step = max(1, room - 2)
    rows = [f" {FLAG}{codes[:step]}", *(f"  {codes[at : at + step]}" for at in range(step, len(codes), step))]
    return [*rows, f" {NOTE}"] if any(flag.note for flag in flags) else rows


def heading_rows(paragraph: Paragraph, index: int, columns: Columns) -> tuple[Line, ...]:
    """Return the heading above a paragraph."""
    text = visible_line(paragraph.heading or "")
    return tuple(
        Row(columns.text).add(text[start:end], "heading").line(index)
        for start, end, _ in wrap(text, columns.measure, columns.measure)
    )


def shows_heading(before: Paragraph | None, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is the first below its heading."""
    if not paragraph.heading:
        return False
    if before is None:
        return True
    return (before.heading, before.heading_source) != (paragraph.heading, paragraph.heading_source)


def whole(text: str, name: str) -> tuple[Span, ...]:
    """Return one span over all of ``text``."""
    return (Span(0, len(text), name),)
