"""Canonical ids taken apart: ``08BEIJING2648`` is 2008, BEIJING, 2648."""

from __future__ import annotations

import re
from typing import NamedTuple

_CANONICAL = re.compile(r"([0-9]{2})([A-Z][A-Z0-9]*?)([0-9]{1,9})(?:_.*)?", re.ASCII)
UNIDENTIFIED = "UNIDENTIFIED-"
"""Starts the id of a cable whose text names none."""
_FIRST_YEAR = 66  # the oldest cables in public collections are of 1966


class IdParts(NamedTuple):
    """The sortable parts of a canonical id."""

    station: str
    year: int
    """Four digits."""
    serial: int


def split_id(cable_id: str) -> IdParts | None:
    """Return the parts of a canonical id; None for anything else, such as an unidentified cable's id."""
    found = _CANONICAL.fullmatch(cable_id)
    if found is None:
        return None
    year = int(found[1])
    return IdParts(found[2], year + (1900 if year >= _FIRST_YEAR else 2000), int(found[3]))


def unidentified(sha256: str) -> str:
    """Return the id of a cable whose text names none, made from the hex digest of that text."""
    return f"{UNIDENTIFIED}{sha256[:8]}"
