"""Rules on single characters: line ends, entities, backslashes, TeX dollars, control characters."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

LINE_ENDS = tuple("\r\x0b\x0c\x85\u2028\u2029")
_CARRIAGE_RETURN = re.compile("\r\n?(?:\r\n?)*")
_LINE_END = re.compile("(?:\r\n?|[\x0b\x0c\x85\u2028\u2029])+")
_ENTITY = re.compile(r"&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_BACKSLASH = re.compile(r"(?<!\\)\\++(?=[ \t]*[\r\n]|['\".])")
_TEX = re.compile(r"\$[^$\n\\]{0,60}\\[ ,;a-z][^$\n]{0,60}\$")
_TEX_SIGNS = re.compile(r"(?:\$|\\(?:quad)?)+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_CONTROLS = bytes([*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)])
_C1 = _CONTROLS.index(0x80)
_ALL = tuple(_CONTROLS.decode("latin-1"))
_C0 = _ALL[:_C1]


def line_ends(raw: str) -> Iterator[tuple[int, int, str]]:
    """Carriage returns, form feeds and the Unicode separators are line ends."""
    pattern = _LINE_END if any(mark in raw for mark in LINE_ENDS[1:]) else _CARRIAGE_RETURN
    for match in pattern.finditer(raw):
        size = match.end() - match.start()
        yield match.start(), match.end(), "\n" * (size - match.group().count("\r\n"))


def entities(raw: str) -> Iterator[tuple[int, int, str]]:
    """HTML entities, ``&#x000A;`` line ends above all; the site escaped some twice."""
    for match in _ENTITY.finditer(raw):
        plain = html.unescape(match.group())
        plain = html.unescape(plain) if "&" in plain else plain
        if plain != match.group() and not (plain.endswith(";") and len(plain) > 1):
            yield match.start(), match.end(), _CONTROL.sub("", plain.replace("\r", ""))


def backslashes(raw: str) -> Iterator[tuple[int, int, str]]:
    r"""``\'``, ``\"`` and the backslash at a line end are left over from a table of strings."""
    for match in _BACKSLASH.finditer(raw):
        yield match.start(), match.end(), ""


def tex_dollars(raw: str) -> Iterator[tuple[int, int, str]]:
    r"""``$1.4\ (b/d)$``: a converter took text for a formula. Its signs go."""
    if "$" in raw:
        for formula in _TEX.finditer(raw):
            for signs in _TEX_SIGNS.finditer(raw, formula.start(), formula.end()):
                yield signs.start(), signs.end(), ""


def controls(raw: str) -> Iterator[tuple[int, int, str]]:
    """Control characters go; those of Windows-1252 become what they meant."""
    if not _has_controls(raw):
        return
    for match in _CONTROL.finditer(raw):
        coded = match.group().encode("latin-1").translate(None, _CONTROLS[:_C1])
        yield match.start(), match.end(), coded.decode("cp1252", "ignore")


def _has_controls(raw: str) -> bool:
    """Tell whether there is any; looking for each in turn costs less than reading every character."""
    for mark in _C0 if raw.isascii() else _ALL:  # noqa: SIM110 - any() costs a generator's step for each
        if mark in raw:
            return True
    return False
