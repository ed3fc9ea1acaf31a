"""Identity that survives re-parsing: the hash of a paragraph's normalised text."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

_NOT_WORD = re.compile(r"[\W_]+")


def paragraph_hash(text: str) -> str:
    """Return 16 hex digits of a paragraph's text.

    Case, white space, punctuation and compatibility forms do not count, so re-wrapping, other quotes
    and another copy's full stops leave the hash as it is; another word changes it.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = _NOT_WORD.sub(" ", folded).strip()
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def link(cable_id: str, number: int | None, digest: str) -> str:
    """Return the paragraph-stable citation, e.g. ``cable:08BEIJING2648#p8~3f9a``."""
    place = "" if number is None else f"p{number}"
    return f"cable:{cable_id}#{place}~{digest[:4]}"
