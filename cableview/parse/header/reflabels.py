"""The letters and numbers that items of a REF list are called by."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKED = re.compile(
    r"(?:(?<=[\s;,:/.-])|(?<![\s\S])|(?<=¶)|(?<=\d)(?=[(\[]))(?:REFS?[ \t]+)?[¶1]?[(\[]?"
    r"([A-Za-z]|AA|BB|CC|DD|\d{1,2}(?=[)\]]))(?: ?[.)\]:]{1,2}|[ \t]-[ \t])[ \t]*",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:(?<=\s)|(?<![\s\S]))(?:REF[ \t]+)?([A-Z])[ \t]+(?=['(]?\d\d|[A-Za-z]{3})")


class Item(NamedTuple):
    """One item of a list: its label in upper case, None without, and the span after the label."""

    label: str | None
    start: int
    end: int


def split_items(value: str) -> list[Item]:
    """Split a REF value at its labels, which must follow each other: A, B, C or 1, 2, 3.

    A letter may be printed twice (``A. A)``) or be skipped; initials of names do not continue the row and so
    do not split. What stands before the first label is an item of its own: A when the row starts at B.
    """
    found = _row(value, _MARKED)
    if not found and _BARE.match(value.lstrip()[:8] + "   ABC"):
        found = _row(value, _BARE)
    if not found:
        return [Item(None, 0, len(value))]
    items: list[Item] = []
    before = value[: found[0][1]].strip(" \t\n-;,:")
    if before:
        items.append(Item("A" if found[0][0] == "B" else None, 0, found[0][1]))
    for index, (label, _, start) in enumerate(found):
        end = found[index + 1][1] if index + 1 < len(found) else len(value)
        if value[start:end].strip(" \t\n;,¶-"):
            items.append(Item(label, start, end))
    return items


def _row(value: str, pattern: re.Pattern[str]) -> list[tuple[str, int, int]]:
    """Return (label, where it starts, where its item starts) of the labels that continue the row."""
    found: list[tuple[str, int, int]] = []
    last = 0
    for match in pattern.finditer(value):
        label = match[1].upper()
        place = int(label) if label.isdigit() else ord(label[0]) - 64 + 26 * (len(label) - 1)
        at_line = value[: match.start()].rpartition("\n")[2].strip(" \t-¶") == ""
        repeated = place == last and (at_line or not value[found[-1][2] : match.start()].strip())
        if not found:
            good = place == 1 or (place == 2 or at_line) and pattern is _MARKED and place < 6
        else:
            good = last < place <= last + (4 if at_line else 2) or repeated
        if good:
            last = place
            found.append((label, match.start(), match.end()))
    return found
