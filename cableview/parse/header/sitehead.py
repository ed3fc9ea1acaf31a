"""What a site printed above the cable, and where the cable itself begins."""

from __future__ import annotations

import re
from datetime import datetime

from cableview.model.site import SiteRecord

_ID = re.compile(
    r"\s*((?:19|20)?\d\d[A-Z][A-Z]+\d+(?:_[a-z])?)(?:[ \t]*[-–:,|][ \t]*((?:TOP SECRET|SECRET|CONFIDENTIAL"
    r"|UNCLASSIFIED|LIMITED OFFICIAL USE)(?://[A-Z ]+)?))?[ \t]*\n"
)
_STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
_LONG_DATE = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) (\d\d) (\d\d):(\d\d):\d\d [+-]\d{4} (\d{4})"
)
_CLASS = re.compile(r"(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE)(?://[A-Z ]+)?$")
_LABELS = frozenset(
    ("Reference ID", "Identifier", "Created", "Released", "Classification", "Origin", "Date", "Cable title")
)
_TAGS = re.compile(r"Tags: +([A-Z0-9 ,()./'-]+)")
_TITLE = re.compile(r"Cable title:\s*(\S[^\n]*)")
_TRANSMISSION = "VZCZC"
"""What most cables begin with, where no site printed anything above them."""
_HOW_TO = "how-to read a cable"
_PARTIAL = re.compile(r"\s*This record is a partial extract of the original cable\.[^\n]*?not available\.\s*")
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"


def read_site_head(text: str) -> tuple[SiteRecord | None, int]:
    """Return (what the site said, where the cable starts); (None, 0) when the text starts with the cable."""
    if text.startswith(_TRANSMISSION):
        return None, 0
    start = _skip_blank(text, 0)
    record, end = None, start
    first = text[start : start + 24]
    match = _ID.match(text, start)
    if match is not None:
        record, end = _listed(text, match)
    elif first.startswith(("Identifier", "Reference ID", "Created", "Cable title")):
        record, end = _labelled(text, start)
    partial = _PARTIAL.match(text, end) if "artial extract" in text[end : end + 60] else None
    if partial is not None:
        end = partial.end()
    return record, end


def _skip_blank(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _listed(text: str, match: re.Match[str]) -> tuple[SiteRecord | None, int]:
    """Read id, title, date, classification and origin, one a line without labels; at least the id stands."""
    alone = SiteRecord(id=match[1], classification=match[2]), match.end()
    lines, end = [], match.end()
    for _ in range(4):
        stop = text.find("\n", end)
        if stop < 0:
            return alone
        lines.append(text[end:stop].strip())
        end = stop + 1
    created = _moment(lines[1])
    if created is None or not _CLASS.match(lines[2]):
        return alone
    return SiteRecord(
        id=match[1], created=created, classification=lines[2], origin=lines[3], title=lines[0] or None
    ), end


def _labelled(text: str, start: int) -> tuple[SiteRecord | None, int]:
    """Read a page's labels and values: ids, stamps, classifications and origins know themselves by form."""
    found: dict[str, str] = {}
    position, end = start, start
    for _ in range(24):
        stop = text.find("\n", position)
        line = text[position : stop if stop >= 0 else len(text)].strip()
        if not _take(found, line):
            break
        end = position = stop + 1 if stop >= 0 else len(text)
    how_to = text.find(_HOW_TO, start, start + 4000)
    if how_to >= 0:
        title, tags = _TITLE.search(text, start, how_to), _TAGS.search(text, start, how_to)
        found.setdefault("title", " ".join(title[1].split()) if title else "")
        found.setdefault("tags", tags[1] if tags else "")
        stop = text.find("\n", how_to)
        end = stop + 1 if stop >= 0 else len(text)
    if "id" not in found:
        return None, end
    return SiteRecord(
        id=found["id"],
        created=_moment(found.get("created", "")),
        classification=found.get("classification"),
        origin=found.get("origin"),
        title=found.get("title") or None,
        tags=tuple(found.get("tags", "").replace(",", " ").split()),
    ), end


def _take(found: dict[str, str], line: str) -> bool:
    """Sort one line of a page's head into ``found``; False for a line that does not belong there."""
    label, colon, value = line.partition(":")
    if not line or label in _LABELS:
        line = value.strip() if colon else ""
    if not line:
        return True
    if _ID.match(line + "\n"):
        found["id"] = line
    elif _STAMP.match(line):
        found.setdefault("created", line)
    elif _CLASS.match(line):
        found["classification"] = line
    elif line.startswith(("Embassy", "Consulate", "Mission", "US", "Secretary of State", "American", "REO ")):
        found["origin"] = line
    else:
        return False
    return True


def _moment(text: str) -> datetime | None:
    """Return the naive moment a site prints; only its date and hour can be relied on."""
    long = _LONG_DATE.match(text)
    try:
        if long is not None:
            month = _MONTHS.index(long[1]) // 3 + 1
            return datetime(int(long[5]), month, int(long[2]), int(long[3]), int(long[4]))  # noqa: DTZ001
        if _STAMP.match(text):
            return datetime.fromisoformat(text[:16])
    except ValueError:
        return None
    return None
