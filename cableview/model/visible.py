"""The one sanitiser: what a terminal would obey or hide is shown as a symbol instead.

Cable text, file names, ids and notes can hold escape sequences, bidi controls and invisible characters.
Every way to a terminal passes through here; the store keeps the text as it came.
"""

from __future__ import annotations

import re

_C0 = {code: chr(0x2400 + code) for code in range(0x20)}
_C1 = dict.fromkeys(range(0x80, 0xA0), "␦")
_LEFT_TO_RIGHT = dict.fromkeys((0x200E, 0x202A, 0x202D, 0x2066), "↦")
_RIGHT_TO_LEFT = dict.fromkeys((0x061C, 0x200F, 0x202B, 0x202E, 0x2067), "↤")
_BIDI_OTHER = dict.fromkeys((0x202C, 0x2068, 0x2069), "↔")
_LINE_ENDS = dict.fromkeys((0x2028, 0x2029), "↵")
_INVISIBLE = dict.fromkeys(
    (
        0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0,
        *range(0x180B, 0x1810), *range(0x200B, 0x200E), *range(0x2060, 0x2066), *range(0x206A, 0x2070),
        *range(0xFE00, 0xFE10), *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0FFF),
    ),
    "∅",
)  # fmt: skip
# A lone surrogate cannot be encoded: writing one would raise in the middle of drawing.
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")

_LINE: dict[int, str] = {
    **_C0, 0x7F: "␡", **_C1, **_LEFT_TO_RIGHT, **_RIGHT_TO_LEFT, **_BIDI_OTHER, **_LINE_ENDS,
    **_INVISIBLE, **_SURROGATES,
}  # fmt: skip
_TEXT = {code: symbol for code, symbol in _LINE.items() if chr(code) not in "\n\t"}
_SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0ffe]"
)


def visible(text: str) -> str:
    """Return ``text`` with every control, bidi and invisible character shown as one symbol.

    The length stays the same, so offsets into the text stay true. Line feeds and tabs pass.
    """
    return text.translate(_TEXT) if _SUSPECT.search(text) else text


def visible_line(text: str) -> str:
    """Like ``visible``, for places of one line: line feeds and tabs become symbols too."""
    return text.translate(_LINE) if _SUSPECT.search(text) else text


def visible_json(encoded: str) -> str:
    r"""Escape the same characters in JSON text as ``\uXXXX``: safe on a terminal, equal when read back."""
    return _SUSPECT.sub(_json_escape, encoded)


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in (0x0A, 0x09):
        return match[0]
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
