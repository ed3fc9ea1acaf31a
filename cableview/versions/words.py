"""A text as words: cut up, folded, and told apart from redactions and page headers."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_REDACTED = (
    r"\[[^\[\]\n]{0,40}\b(?i:removed|redacted|deleted|withheld|excised)\]|(?<!\w)(?:[Xx]{4,}|[█■]{2,})(?!\w)"
)
_TOKEN = re.compile(rf"{_REDACTED}|\w+(?:['’]\w+)*|[^\w\s]")
REDACTION = re.compile(_REDACTED)
"""What stands in the place of a text that was taken out."""
_PAGE_HEADER = re.compile(
    r"(?:[A-Z.'’ ]{0,60}0\d{6,8} {1,6}\d{3}(?:\.\d)? {1,3}OF \d{3}\.?"
    r"|[A-Z ]{0,30}\bPAGE \d\d [A-Z .'’0-9]{3,60}Z?|(?:[A-Z] ){4,}[A-Z])"
)
_JOINTS = re.compile(r"[\s\u00ad\u2010-\u2015-]+")
_NO_WORD = re.compile(r"(?<!\d)\.|\.(?!\d)|[^\w.%$£€¥]|_")
_LOOK_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "8": "b"})
_LONGEST_HEADER = 120


class Token(NamedTuple):
    """A word, a sign, or a redaction."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words and signs of ``text`` in order."""
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def without_joints(text: str) -> str:
    """Return ``text`` without white space, hyphens and dashes: what another wrapping leaves alone."""
    return _JOINTS.sub("", text)


def outline(text: str) -> str:
    """Return what a scanner cannot confuse: no blanks, case or punctuation, ``1`` as ``l``, ``rn`` as ``m``.

    Digits stay apart from each other and a decimal point stays, so that figures never seem the same.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = _NO_WORD.sub("", folded).translate(_LOOK_ALIKE)
    return bare.replace("rn", "m").replace("vv", "w").replace("cl", "d")


def is_page_header(text: str) -> bool:
    """Tell whether ``text`` is nothing but a page header or a spaced classification word."""
    text = " ".join(text.split()) if len(text) < _LONGEST_HEADER else ""
    return bool(text) and _PAGE_HEADER.fullmatch(text) is not None
