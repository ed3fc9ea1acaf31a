"""One folding for text and queries, so that both sides agree on what a word is.

Lower case; accents, zero-width and direction marks away; a possessive ``'s`` away; zeros in front of a number
away (``002648`` is ``2648``), digits otherwise kept. A word is a run of letters and digits.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Words with this many letters or more are not indexed: they are damage, not language."""

# Both patterns begin with a literal, which the regular expression engine looks for at memory speed.
_POSSESSIVE = re.compile(r"'s(?![^\W_])")
_ZEROS = re.compile(r"0(?<![^\W_]0)0*(?=\d)")
_EXOTIC = re.compile("[^\x00-\x7f\u2010-\u2016\u2018-\u2027\u00b6\u00a7]")
MARKS = (
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
)
"""Accents, zero-width and direction marks, as the inside of a character class."""
_MARK = re.compile(f"[{MARKS}]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ʼ": "'"})
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return the text folded; what stands between words is left as it is."""
    text = text.lower()
    if not text.isascii():
        if _EXOTIC.search(text):
            text = _MARK.sub("", unicodedata.normalize("NFKD", text)).lower().translate(_LETTERS)
        text = text.replace("\u2019", "'").replace("\u2018", "'")
    if "'" in text:
        text = _POSSESSIVE.sub("", text)
    if "0" in text:
        text = _ZEROS.sub("", text)
    return text


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    return _WORD.findall(fold(text))
