"""Where things stand across the pane: margin, measure and the air beside them."""

from __future__ import annotations

from dataclasses import dataclass

from cableview.app.typeset.cells import cell_width
from cableview.model.cable import Cable

MEASURE = 80
"""The widest running text, in cells: longer lines are hard to find back from."""
_MARKING = 6
"""Longer portion markings go on in the next rows of the margin."""
NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells across one sheet."""

    width: int
    air: int
    """Free cells left of the column."""
    number: int
    """Cells for paragraph numbers."""
    marking: int
    """Cells for portion markings."""
    margin: int
    """Cells from the bar to the text, both counted out from ``air``."""
    measure: int
    """Cells of running text."""

    @property
    def text(self) -> int:
        """First cell of the text."""
        return self.air + self.margin

    @property
    def room(self) -> int:
        """Cells from the start of the text to the right edge, for rows that should not be broken."""
        return max(self.width - self.text - 1, self.measure)


def columns(cable: Cable, width: int, *, raw: bool) -> Columns:
    """Return the columns for ``cable`` in ``width`` cells, at least NARROWEST.

    The margin holds the names of cleaning rules beside ``raw`` text, else numbers and markings.
    """
    width = max(width, NARROWEST)
    numbers = [len(str(p.number)) for p in cable.paragraphs if p.number is not None]
    number = max([2, *numbers])
    marks = [chunk for p in cable.paragraphs for chunk in marking_rows(p.marking)]
    marking = max([1, *map(cell_width, marks)])
    rules = max([0, *(len(change.rule) for change in cable.changes)])
    margin = min(1 + rules + 2 if raw else 1 + number + 1 + marking + 2, width // 3)
    measure = min(MEASURE, width - margin - 1)
    return Columns(width, max(0, (width - margin - measure) // 2), number, marking, margin, measure)


def marking_rows(marking: str | None) -> list[str]:
    """Return a portion marking cut into rows for the margin, after its slashes where it can be."""
    rows: list[str] = []
    for part in (marking or "").replace("//", "/").replace(" ", "/").split("/"):
        if rows and len(rows[-1]) + 1 + len(part) <= _MARKING:
            rows[-1] += "/" + part
        elif part:
            rows += [part[at : at + _MARKING] for at in range(0, len(part), _MARKING)]
    return rows
