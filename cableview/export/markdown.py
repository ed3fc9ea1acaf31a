"""Markdown: front matter, then a block a flag: quote, citation, note, codes, link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from cableview.model.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cableview.export.record import FlagRecord

# Everything that starts markup anywhere in a line; what starts a block only at a line's start follows.
_INLINE = re.compile(r"([\\`*_\[\]<>#|~&!])")
_BLOCK = re.compile(r"^(\s*)([-+=:]|\d+[.)])", re.MULTILINE)


def escape(text: str) -> str:
    """Return ``text`` so that Markdown shows it letter by letter; controls are made visible."""
    safe = _INLINE.sub(r"\\\1", visible(text))
    return _BLOCK.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", safe)


def write_markdown(records: Iterable[FlagRecord], out: TextIO) -> int:
    """Write the records, grouped under their cables in the order they come; return how many."""
    items = list(records)
    cables = len({item.cable_id for item in items})
    out.write(f"---\ntitle: Flagged paragraphs\nflags: {len(items)}\ncables: {cables}\n---\n")
    heading = ""
    for item in items:
        if item.cable_id != heading:
            heading = item.cable_id
            subject = f" · {escape(item.subject)}" if item.subject else ""
            out.write(f"\n# {escape(item.cable_id)}{subject}\n")
            if item.decision:
                out.write(f"\nDecision: {item.decision}\n")
        out.write(_block(item))
    return len(items)


def _block(item: FlagRecord) -> str:
    quote = "\n".join(f"> {line}" for line in escape(item.quote).split("\n"))
    marking = f"({escape(item.marking)}) " if item.marking else ""
    lines = [f"\n{quote}\n", f"{marking}{escape(item.citation)}\n"]
    if item.orphan:
        lines.append("**Orphan:** the library holds no paragraph with this text any more.\n")
    if item.note:
        lines.append("**Note:** " + escape(item.note).replace("\n", "\\\n") + "\n")
    if item.codes:
        lines.append("Codes: " + ", ".join(map(str, item.codes)) + "\n")
    lines.append(f"`{item.link}`\n")
    return "\n".join(lines)
