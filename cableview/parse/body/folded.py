"""The text of a cable in few shapes, in which words and numbers are looked for at little cost."""

from __future__ import annotations

_FROM = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\t\n#"
_SHAPES = bytes.maketrans(_FROM, b"abcdefghijklmnopqrstuvwxyz0000000000   ")


def fold(text: str) -> bytes:
    """Return ``text``, a byte for each character: small letters, 0 for a digit, a blank for white space."""
    return text.encode("latin-1", "replace").translate(_SHAPES)
