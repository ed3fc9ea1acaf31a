"""The letters and numbers that items of a REF list are called by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_SIGN = re.compile(r"[.)\]:]+[ \t]*| - +")
_LABEL = re.compile(r"(?:R[Ee][Ff]S?[ \t]+)?[¶1]?[(\[]?([A-Za-z]{1,2}|\d{1,2}) ?\Z")
_SERIAL = re.compile(r"(?!(?:19|20)\d\d[ -]?[A-Za-z])\d{3,7}\b")
_DOUBLED = frozenset(("AA", "BB", "CC", "DD", "EE", "FF"))
_BARE = re.compile(r"(?:(?<=\s)|(?<![\s\S]))(?:REF[ \t]+)?([A-Z])[ \t]+(?=['(]?\d\d|[A-Za-z]{3}|TD-)")
_OPENING = re.compile(r"\s*(?:REF[ \t]+)?[A-Z][ \t]")
_CABLE = r"(?:\d\d(?:\d\d)? )?(?!REF)[A-Z]{2,}(?: [A-Z]+){0,3} \d{1,7}[;,]?"
_ALONE = re.compile(rf"\s*{_CABLE}\s*")
_LISTED = re.compile(rf"\s*¶?([A-Z])\.[ \t]+({_CABLE}(?:\s+|\Z))")
_FIRST_LETTER = ord("A")
_FEW = 2
"""Labels with signs: fewer than this may be none, where letters without signs stand beside them."""


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
    regular = _regular(value)
    if regular:
        return regular
    found = _row(value, _marked(value))
    if len(found) < _FEW and _OPENING.match(value):
        bare = _row(value, ((m[1], m.start(), m.end()) for m in _BARE.finditer(value)))
        found = bare if len(bare) > len(found) else found
    if not found:
        return [Item(None, 0, len(value))]
    items: list[Item] = []
    if value[: found[0].start].strip(" \t\n-;,:"):
        items.append(Item("A" if found[0].label == "B" else None, 0, found[0].start))
    for index, (label, _, start) in enumerate(found):
        end = found[index + 1].start if index + 1 < len(found) else len(value)
        if value[start:end].strip(" \t\n;,¶-"):
            items.append(Item(label, start, end))
    return items


def _regular(value: str) -> list[Item]:
    """Split a list of nothing but cables in the common form; no items when anything else stands in it."""
    if _ALONE.fullmatch(value):
        return [Item(None, 0, len(value))]
    items: list[Item] = []
    position = 0
    while position < len(value):
        match = _LISTED.match(value, position)
        if match is None or match[1] != chr(_FIRST_LETTER + len(items)):
            return []
        items.append(Item(match[1], match.start(2), match.end()))
        position = match.end()
    return items


class _Label(NamedTuple):
    """A label, where it starts, and where its item starts."""

    label: str
    start: int
    item: int


def _marked(value: str) -> Iterator[tuple[str, int, int]]:
    """Yield (label, start, start of the item) for what has the form ``A.`` ``(A)`` ``1B.`` ``A -``."""
    for sign in _SIGN.finditer(value):
        at = sign.start()
        last = at - 2 if value[at - 1 : at] == " " else at - 1
        if last < 0 or not value[last].isalnum():
            continue
        two = value[last - 1 : last + 1] if last else ""
        if two[:1].isalnum() and two[0] not in "1¶" and two.upper() not in _DOUBLED and not two.isdigit():
            continue
        low = max(at - 9, 0)
        match = _LABEL.search(value[low:at])
        if match is None:
            continue
        label, start = match[1].upper(), low + match.start()
        if value[start : start + 1].isalnum() and start and value[start - 1].isalnum():
            continue
        if label.isdigit() and (label[0] == "0" or value[at] not in ")]"):
            continue
        if value[start] == "(" and _is_classification(value, start, sign.end()):
            continue
        if label.isalpha() and len(label) > 1 and label not in _DOUBLED:
            continue
        yield label, start, sign.end()


def _is_classification(value: str, start: int, end: int) -> bool:
    """Tell whether a bracketed letter stands between a station and its number: ``KUWAIT (C)02293``."""
    return value[start - 2 : start - 1].isalpha() and _SERIAL.match(value, end) is not None


def _row(value: str, labels: Iterable[tuple[str, int, int]]) -> list[_Label]:
    """Return the labels that continue the row."""
    found: list[_Label] = []
    last = 0
    for label, start, item in labels:
        place = int(label) if label.isdigit() else ord(label[0]) - 64 + 26 * (len(label) - 1)
        if found and (label.isdigit() != found[0].label.isdigit() or not last <= place <= last + 4):
            continue
        at_line = not value[value.rfind("\n", 0, start) + 1 : start].strip(" \t-¶")
        if not found:
            good = place in {1, 2} or (at_line and place < 6)
        elif place == last:
            good = at_line or not value[found[-1].item : start].strip()
        else:
            good = place <= last + (4 if at_line else 2)
        if good:
            last = place
            found.append(_Label(label, start, item))
    return found
