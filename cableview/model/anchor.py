"""Identity that survives re-parsing: the hash of a paragraph's normalised text."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cableview.model.cable import Cable

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


def find_paragraph(cable: Cable, digest: str, number: int | None) -> int | None:
    """Return the position (from 0) of the paragraph with this hash, or None when no paragraph has it.

    Of several alike the one with the true ``number`` is meant; without it, none is: nothing is guessed.
    """
    alike = [i for i, p in enumerate(cable.paragraphs) if paragraph_hash(p.text) == digest]
    same = [i for i in alike if cable.paragraphs[i].number == number]
    found = same or alike
    return found[0] if len(found) == 1 or same else None
