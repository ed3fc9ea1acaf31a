"""Names, dates and posts as a reader wants them, from the codes of the wire."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from cableview.data import station_aliases, stations
from cableview.model.cable import Addressee, Cable
from cableview.model.months import MONTHS
from cableview.model.visible import visible_line

_NOT_KEY = re.compile(r"[^A-Z0-9]")
_POST = re.compile(r"^(?:AMEMBASSY|AMCONSUL|USMISSION|AIT|USINT|USDEL|USOFFICE|REO|RPO|APP)\b")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DEPARTMENT = {"STATE": "Secretary of State"}


def post_name(name: str) -> str:
    """Return ``Embassy Beijing`` for ``AMEMBASSY BEIJING``; a name that is not known comes back as it is."""
    upper = name.upper()
    for text in (upper, _POST.sub("", upper)):
        key = _NOT_KEY.sub("", text)
        key = station_aliases().get(key, key)
        if key in stations():
            return _DEPARTMENT.get(key, stations()[key]["display"])
    return visible_line(name)


def addressees(items: tuple[Addressee, ...], more: int, room: int) -> str:
    """Return the first names in words and ``+3`` for the rest, ``more`` being addressees not in ``items``."""
    shown: list[str] = []
    for item in items:
        name = post_name(item.name)
        if shown and len(", ".join([*shown, name])) > room:
            break
        shown.append(name)
    rest = len(items) - len(shown) + more
    return ", ".join(shown) + (f"  +{rest}" if rest else "")


def moment(sent: datetime | None) -> str:
    """Return ``Mon 7 Jul 2008 10:42Z``; days and months in English whatever the locale."""
    if sent is None:
        return ""
    utc = sent.astimezone(UTC)
    return f"{_WEEKDAYS[utc.weekday()]} {day(utc.date())} {utc:%H:%M}Z"


def day(when: date) -> str:
    """Return ``7 Jul 2008``."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def classification_name(word: str | None) -> str:
    """Return a classification as a part of style names: ``secret``, ``top-secret``, ..., ``unknown``."""
    compact = _NOT_KEY.sub("", (word or "").upper())
    for start, name in (
        ("TOPSECRET", "top-secret"),
        ("SECRET", "secret"),
        ("CONFIDENTIAL", "confidential"),
        ("UNCLASSIFIED", "unclassified"),
        ("LIMITEDOFFICIAL", "restricted"),
        ("RESTRICTED", "restricted"),
    ):
        if compact.startswith(start):
            return "restricted" if name == "unclassified" and "OFFICIAL" in compact else name
    return "unknown"


def marking_name(marking: str) -> str:
    """Return the same for a portion marking, ``S/NF`` being secret and ``SBU`` restricted."""
    first = re.split(r"[/ ]", marking.upper(), maxsplit=1)[0]
    names = {"TS": "top-secret", "S": "secret", "C": "confidential", "U": "unclassified"}
    if first == "U" and marking.upper() != "U":
        return "restricted"
    return names.get(first, "restricted" if first in {"SBU", "LOU", "R", "FOUO"} else "unknown")


def classified_by(cable: Cable) -> list[str]:
    """Return who classified the cable, why, and until when."""
    parts: list[str] = []
    if by := cable.classified_by:
        parts.append(f"Classified by {by.name}" + (f", {by.title}" if by.title else ""))
    if cable.reasons:
        parts.append("reasons " + " ".join(f"({letter})" for letter in cable.reasons))
    if cable.declassify_on:
        parts.append(f"declassify {day(cable.declassify_on)}")
    elif cable.declassify_printed:
        parts.append(cable.declassify_printed)
    return [visible_line(part) for part in parts]
