"""The raw text, row by row, beside it the names of the cleaning rules that touched each row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from cableview.app.typeset.block import Block
from cableview.app.typeset.columns import Columns
from cableview.app.typeset.line import CARD, Line, Span
from cableview.app.typeset.rows import Row
from cableview.app.typeset.wrap import Piece, wrap_rows
from cableview.model.cable import Cable, Change
from cableview.model.visible import visible


def raw_blocks(cable: Cable, raw: str, columns: Columns) -> list[tuple[int, Block]]:
    """Return (offset in the raw text, block) for the part above the first paragraph and each paragraph."""
    starts, before = [0], 0
    for paragraph in cable.paragraphs:
        start, end = paragraph.source
        # Paragraphs under one heading all name it; it stands above the first of them.
        if paragraph.heading_source and paragraph.heading_source[0] >= before:
            start = min(start, paragraph.heading_source[0])
        starts.append(min(max(start, starts[-1]), len(raw)))
        before = end
    # A line end of two characters is one break; the length stays.
    shown = visible(raw.replace("\r\n", " \n"))
    changes = sorted(cable.changes, key=lambda change: change.source)
    blocks = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(raw)
        text = shown[start:end].removesuffix("\n")
        pieces = list(wrap_rows(text, columns.measure))
        touched = _touching(changes, start, end)
        block = Block(
            index - 1 if index else CARD,
            text,
            pieces,
            columns.text,
            margins=_gutter(pieces, start, touched, columns),
            style="raw",
        )
        blocks.append((start, block))
    return blocks


def _touching(changes: Sequence[Change], start: int, end: int) -> Sequence[Change]:
    first = bisect_left(changes, start, key=lambda change: change.source[1])
    last = bisect_left(changes, end, key=lambda change: change.source[0])
    return changes[first:last]


def _gutter(
    pieces: Sequence[Piece], base: int, changes: Sequence[Change], columns: Columns
) -> tuple[Line, ...]:
    """Return a margin for every row: the rules that touched it, or blanks."""
    if not changes:
        return ()
    rules: dict[int, list[str]] = {}
    starts = [piece[0] + base for piece in pieces]
    for change in changes:
        start, end = change.source
        row = max(bisect_left(starts, start + 1) - 1, 0)
        while row < len(starts) and (starts[row] < end or starts[row] <= start):
            names = rules.setdefault(row, [])
            if change.rule not in names:
                names.append(change.rule)
            row += 1
    last = max(rules, default=-1)
    return tuple(_rule_row(rules.get(row, []), rules.get(row - 1), columns) for row in range(last + 1))


def _rule_row(names: list[str], before: list[str] | None, columns: Columns) -> Line:
    """Return the margin of one row; rules that go on from the row above are a line."""
    text = "│" if names and names == before else "+".join(names)
    return Row(columns.air + 1).add(text, "rule-name").pad(columns.text - 1).pad(columns.text).line()


def changed_spans(cable: Cable, start: int, length: int) -> tuple[Span, ...]:
    """Return where cleaning changed the ``length`` characters of the raw text from ``start``."""
    return tuple(
        Span(max(c.source[0] - start, 0), min(c.source[1] - start, length), "changed")
        for c in cable.changes
        if c.source[0] < start + length and c.source[1] > start
    )
