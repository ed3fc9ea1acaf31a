"""Lines of print to flowing text: wrapped lines joined, real blocks kept apart."""

from __future__ import annotations

import re

from cableview.parse.body.markers import SENTENCE_ENDS, WIDE_LINE

_LABEL = r"\(?(?:\d{1,3}[A-Za-z]?|[A-Za-z]\d?|[ivxIVX]{2,4})[.)][ \t]"
_WORD = r"[A-Za-z][a-hj-uwyz]"
"""What most lines of running text start with, and no list item: i, v and x may be its number."""
_SHAPED = re.compile(rf"\n(?!{_WORD})[ \t]*(?:[\n*•·|=_-]|{_LABEL}|\([A-Za-z0-9/]{{1,6}}\)|o[ \t])")
_BROKEN = re.compile(r"(?<=\w-)[ \t]*\n\s*(?=\w)(?!(?:and|or|to)\b)")
_GOES_ON = re.compile(r"(?!(?:and|or|to)\b)\w")
_BULLET = re.compile(r"(?:-{1,3}|[*•·]|o)[ \t]|--?[A-Za-z\"(]")
_ITEM = re.compile(rf"{_LABEL}|\([A-Za-z0-9/]{{1,6}}\)[ \t]")
_ROW = re.compile(r"\S {3,}\S.*?\S {2,}\S|\S {6,}\S|\t")
_RULE_SIGNS = "-=_*‐–—~"
_RULE = re.compile(rf"[{_RULE_SIGNS}][{_RULE_SIGNS} \t]{{2,}}")
_BULLET_SIGNS = "-*•·o"


def is_rule(line: str) -> bool:
    """Tell whether a stripped line is an underline."""
    return line[:1] in _RULE_SIGNS and _RULE.fullmatch(line) is not None


def flow(content: str, *, narrow: bool = False) -> str:
    """Return the text of one paragraph; only white space differs from ``content``.

    ``narrow`` says that no line is wide, so that it need not be looked up.

    Wrapped lines are joined by a blank, or by nothing after the hyphen of a compound. A line end stays
    before list items, table rows, underlines and blocks that stand apart after a complete sentence.
    """
    content = content.strip()
    words = content.replace("\n", " ")
    even = words.isascii() and "  " not in words and "\t" not in words
    if "\n" not in content:
        return words if even else squeezed(words)
    if not (narrow or _is_wrapped(content)) or (not even and _is_spaced(content)) or _SHAPED.search(content):
        return _shaped(content)
    if "-" in words and "- " in words:
        return squeezed(_BROKEN.sub("", content))
    return words if even else squeezed(words)


def squeezed(text: str) -> str:
    """Return ``text`` with one blank for every white space inside it.

    Replacing costs a third of splitting, and cleaning leaves no other ASCII white space than these three.
    """
    if not text.isascii() or "\t" in text:
        return " ".join(text.split())
    flat = text.replace("\n", " ")
    while "  " in flat:
        flat = flat.replace("  ", " ")
    return flat.strip(" ")


def _is_wrapped(content: str) -> bool:
    return content.find("\n") <= WIDE_LINE and len(content) < WIDE_LINE * (content.count("\n") + 1)


def _is_spaced(content: str) -> bool:
    """Tell whether blanks or tabs may set columns apart."""
    return "   " in content or "\t" in content


def _shaped(content: str) -> str:
    parts: list[str] = []
    line_before = ""
    gap = block_before = listed = False
    lines = content.split("\n")
    wide = len(max(lines, key=len)) > WIDE_LINE
    for line in lines:
        words = line.strip()
        if not words:
            gap = True
            continue
        row = ("   " in words or "\t" in words) and _ROW.search(words) is not None
        bullet = words[0] in _BULLET_SIGNS and _BULLET.match(words) is not None
        if not row:
            words = squeezed(words)
        block = row or is_rule(words)
        if not parts:
            joint = ""
        elif block or block_before:
            joint = "\n"
        else:
            joint = _joint(line_before, words, gap=gap or wide, bullet=bullet, listed=listed)
        parts += (joint, words)
        listed = bullet or (listed and joint != "\n")
        line_before, block_before, gap = words, block, False
    return "".join(parts)


def _joint(before: str, words: str, *, gap: bool, bullet: bool, listed: bool) -> str:
    """Return what stands between a line and the next one; ``gap`` says that they were set apart."""
    complete = before[-1] in SENTENCE_ENDS
    if bullet and (gap or complete or listed):
        return "\n"
    if (gap or complete) and _ITEM.match(words):
        return "\n"
    if complete and not words[0].islower() and gap:
        return "\n"
    if before[-1] == "-" and len(before) > 1 and before[-2].isalnum() and _GOES_ON.match(words):
        return ""
    return " "
