"""The id that a file's name gives: collections name their files by it, and partial texts have no other."""

from __future__ import annotations

import re

from cableview.model.site import SiteRecord
from cableview.parse.identifiers import canonical_id
from cableview.parse.stations import lookup

# The last part of the name before its ending: 08BEIJING2648.txt, 174_03KABUL641.txt, 1976STATE103205_b.html.
_NAMED = re.compile(
    r"(?<![A-Za-z0-9])((?:\d\d|\d{4}))([A-Z]{3,30})(\d{1,6})(?:_[a-z])?(?:\.[A-Za-z]{1,5}){0,2}\Z"
)


def site_of_name(name: str) -> SiteRecord | None:
    """Return what a document's name says about it: the id, when it ends in one of a known station."""
    found = _NAMED.search(name)
    if found is None or lookup(found[2]) is None:
        return None
    named = canonical_id(found[1][-2:] + found[2] + found[3])
    return SiteRecord(id=named) if named else None
