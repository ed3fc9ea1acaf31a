"""How clean paragraphs get onto the page: wrapping, page headers in mid-sentence, pilcrows, damage."""

from __future__ import annotations

import re
from random import Random

from tests.bench.made.calendar import Slot, printed
from tests.bench.made.words import pick

_LINES = {width: re.compile(rf"\S.{{0,{width - 1}}}(?=\s|$)") for width in (60, 64, 66, 70, 74)}
PAGE = 2_600
"""Characters of one section of a transmission."""


def wrap(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of at most ``width`` characters; width 0 leaves it whole."""
    return _LINES[width].findall(text) if width else [text]


def page_header(slot: Slot, number: int, of: int) -> str:
    """Return the line a new section of the transmission starts with."""
    return f"{printed(slot.station)} {slot.serial:08d}  {number:03d} OF {of:03d}"


def with_page_headers(lines: list[str], slot: Slot) -> list[str]:
    """Put page headers between lines, wherever a section happens to be full."""
    total = 1 + sum(map(len, lines)) // PAGE
    out: list[str] = []
    size, number = 0, 1
    for line in lines:
        if size > PAGE and number < total and out:
            number += 1
            out += ["", page_header(slot, number, total), "", ""]
            size = 0
        out.append(line)
        size += len(line)
    return out


def marker(random: Random, style: str, printed_number: int, marking: str | None) -> str:
    """Return what stands before a paragraph's first word."""
    mark = f"({marking}) " if marking else ""
    if style == "pilcrow":
        return f"¶{printed_number}. {mark}"
    if style == "mangled":
        return f"1{printed_number}. {mark}"
    return f"{printed_number}.{pick(random, (' ', ' ', '  ', ''))}{mark}" if mark else f"{printed_number}. "


def underline(random: Random, heading: str) -> list[str]:
    """Return a heading as lines, with the kinds of rules drafters drew."""
    rule = pick(random, "-=_*") * len(heading)
    kind = random.random()
    if kind < 0.34:
        return [rule, heading, rule] if kind < 0.17 else [heading, rule]
    return [heading]
