"""Bytes to text: strict where a rule exists, and a problem on record where it was a guess."""

from __future__ import annotations

from cableview.model.cable import Problem
from cableview.sources.sniff import has_utf16_mark

_BOM = b"\xef\xbb\xbf"


def decode(data: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    """Return (text, encoding, problems); any bytes decode, and line ends stay as they are.

    UTF-8 and UTF-16 with its mark are certain. Otherwise cp1252 is the guess, then latin-1, unless most
    of what is not ASCII is sound UTF-8: then the few damaged bytes become U+FFFD.
    """
    if has_utf16_mark(data):
        return _utf16(data)
    marked = data.startswith(_BOM)
    body = data[len(_BOM) :] if marked else data
    encoding = "utf-8-sig" if marked else "utf-8"
    try:
        return body.decode("utf-8"), encoding, ()
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    sound = sum(1 for character in text if character > "\x7f") - lost
    if marked or sound > 2 * lost:
        return text, encoding, (_problem(f"{lost} places are damaged UTF-8 and show as U+FFFD"),)
    for guess in ("cp1252", "latin-1"):
        try:
            text = body.decode(guess)
        except UnicodeDecodeError:
            continue
        return text, guess, (_problem(f"not UTF-8: read as {guess}, which is a guess"),)
    raise AssertionError("latin-1 decodes every byte")


def _utf16(data: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    try:
        return data.decode("utf-16"), "utf-16", ()
    except UnicodeDecodeError:
        text = data.decode("utf-16", "replace")
        return text, "utf-16", (_problem("damaged UTF-16: unreadable places show as U+FFFD"),)


def _problem(message: str) -> Problem:
    return Problem("encoding", None, message)
