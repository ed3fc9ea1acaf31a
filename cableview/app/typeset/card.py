"""The header card: what a reader wants to know before the first paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from cableview.app.typeset.cells import cell_width, truncate
from cableview.app.typeset.columns import Columns
from cableview.app.typeset.line import Line
from cableview.app.typeset.rows import Row, joined
from cableview.app.typeset.words import addressees, classification_name, classified_by, moment, post_name
from cableview.app.typeset.wrap import wrap
from cableview.model.cable import Cable, Reference
from cableview.model.visible import visible_line

_BLANK = Line("")
_PREVIOUS = " and previous"


def above_subject(cable: Cable, columns: Columns) -> tuple[Line, ...]:
    """Return the badge with the captions, and at the right the date and the precedence."""
    edge = columns.text + columns.measure
    word = visible_line(cable.classification or "NO CLASSIFICATION")
    row = Row(columns.text).add(f" {word} ", f"classification-{classification_name(cable.classification)}")
    more: list[Line] = []
    captions = "  ".join(map(visible_line, cable.captions))
    if captions and row.width + 2 + cell_width(captions) <= edge:
        row.add("  ").add(captions, "caption")
    elif captions:
        more += _rows([captions], columns, "caption")
    when = moment(cable.sent)
    both = " · ".join(filter(None, (when, visible_line((cable.precedence or "").lower()))))
    for text in (both, when):
        if text and row.width + 2 + cell_width(text) <= edge:
            row.add(" " * (edge - row.width - cell_width(text))).add(text, "date")
            break
    else:
        more += _rows([both], columns, "date") if both else []
    return (_cut(row, columns), *more, _BLANK)


def below_subject(cable: Cable, held_ids: frozenset[str], columns: Columns) -> tuple[Line, ...]:
    """Return who wrote to whom, the TAGS, who classified it, the references, and a rule."""
    lines: list[Line] = []
    route = _route(cable, columns.measure)
    if route:
        lines += [_BLANK, *_rows(route, columns, "route")]
    lines += _tags(cable.tags, columns)
    lines += _rows(joined(classified_by(cable), columns.measure, " · "), columns, "small")
    if cable.references:
        lines.append(_BLANK)
        for reference in cable.references:
            lines += _reference(reference, reference.id in held_ids, columns)
    lines += [_BLANK, *_rows(["─" * columns.measure], columns, "rule"), _BLANK]
    return tuple(lines)


def _rows(texts: list[str], columns: Columns, name: str) -> list[Line]:
    return [
        Row(columns.text + indent).add(text[start:end], name).line()
        for text in texts
        for start, end, indent in wrap(text, columns.measure, columns.measure)
    ]


def _tags(tags: Sequence[str], columns: Columns) -> list[Line]:
    rows: list[Row] = []
    edge = columns.text + columns.measure
    for tag in tags:
        shown = truncate(visible_line(tag), columns.measure)
        if rows and rows[-1].width + 2 + cell_width(shown) <= edge:
            rows[-1].add("  ")
        else:
            rows.append(Row(columns.text))
        rows[-1].add(shown, "tag", tag=shown)
    return [row.line() for row in rows]


def _cut(row: Row, columns: Columns) -> Line:
    return row.pad(min(row.width, columns.text + columns.measure)).line()


def _route(cable: Cable, measure: int) -> list[str]:
    """Return from → to, in one row where it fits."""
    sender = post_name(cable.sender) if cable.sender else ""
    items, more = (cable.to, len(cable.info)) if cable.to else (cable.info, 0)
    if not items:
        return [sender] if sender else []
    room = measure - cell_width(sender) - 10
    return joined([sender, f"→ {addressees(items, more, room)}"], measure, " ")


def _reference(reference: Reference, held: bool, columns: Columns) -> list[Line]:
    """Return the rows of one item of the REF list; what is not in the library says so."""
    row = Row(columns.text).add(visible_line(f"{reference.label or '·':<3}"), "label")
    note = "" if held or reference.id is None else "not held"
    edge = columns.text + columns.measure
    if reference.id is None:
        title, name = visible_line(reference.text), "small"
    else:
        row.add(visible_line(reference.id), "reference" if held else "missing", cable_id=reference.id).add(
            "  "
        )
        title, name = visible_line(reference.title or ""), "title"
    hang = min(row.width, columns.text + columns.measure // 2)
    room = max(edge - hang - (len(note) + 2 if note else 0), 8)
    row = row if row.width <= edge else Row(columns.text).add(row.text.strip()).pad(edge)
    pieces = [title[start:end] for start, end, _ in wrap(title, room, room)]
    lines = []
    for at, piece in enumerate(pieces):
        row = row if at == 0 else Row(hang)
        row.add(piece, name)
        if at == len(pieces) - 1 and reference.and_previous and row.width + len(_PREVIOUS) <= hang + room:
            row.add(_PREVIOUS, "small")
        if at == 0 and note and row.width + 2 + len(note) <= edge:
            row.add(" " * (edge - row.width - len(note))).add(note, "missing-note")
        lines.append(_cut(row, columns))
    return lines
