"""One cable against itself: what it says twice, and whether it says the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from cableview.model.cable import Cable
from cableview.model.site import SiteRecord

_DE = re.compile(r"#(\d{1,6})(?:/\d\d)? (\d{3})(\d\d)(\d\d)")
_ID = re.compile(r"(\d\d)([A-Z]+)(\d+)")
_FIRST_YEAR = 66
"""Two digits from here on are 19xx: no published cable is older than 1966."""
_LATEST = 60
"""Minutes: a message leaves at the time of its date-time group, or somewhat later."""
TRANSMISSION = "transmission"
"""The span of the DE line."""


class State(StrEnum):
    """The outcome of a check."""

    OK = "ok"
    DISAGREES = "disagrees"
    UNKNOWN = "unknown"
    """One side is not printed."""


@dataclass(frozen=True, slots=True)
class Check:
    """One comparison of two things that must agree."""

    name: str
    state: State
    detail: str
    """What was compared, or what is missing; one line."""


def consistency(cable: Cable, raw: str) -> tuple[Check, ...]:
    """Return every check of a cable that was read from ``raw``, always the same ones in the same order.

    Where the parser has found a disagreement, its problem is the detail.
    """
    place = dict(cable.spans).get(TRANSMISSION)
    de = _DE.search(raw[slice(*place)]) if place else None
    site = cable.site or SiteRecord()
    return (
        _day(cable, de),
        _time(cable, de),
        _serial(cable, de),
        _site_id(cable, site),
        _site_date(cable, site),
        _site_classification(cable, site),
        _doubled(cable),
        _references(cable),
    )


def _lacking(name: str, *sides: tuple[str, object]) -> Check:
    """Return that a check cannot be made, and what is not there for it."""
    return Check(name, State.UNKNOWN, ", ".join(f"no {side}" for side, value in sides if not value))


def _parsed(cable: Cable, name: str, field: str, place: str, agreed: str) -> Check:
    """Return what the parser says against ``field`` at the span ``place``, or else that both sides agree."""
    where = dict(cable.spans).get(place)
    found = next((p for p in cable.problems if p.field == field and p.source == where), None)
    if found is not None:
        return Check(name, State.DISAGREES, found.message)
    return Check(name, State.OK, agreed)


def _day(cable: Cable, de: re.Match[str] | None) -> Check:
    name, sent = "Julian day", cable.sent
    if de is None or sent is None:
        return _lacking(name, ("DE line", de), ("date-time group", sent))
    return _parsed(cable, name, "sent", TRANSMISSION, f"day {int(de[2])} is {sent.day} {sent:%B}")


def _time(cable: Cable, de: re.Match[str] | None) -> Check:
    name, sent = "Time", cable.sent
    if de is None or sent is None:
        return _lacking(name, ("DE line", de), ("date-time group", sent))
    minutes = (int(de[3]) * 60 + int(de[4]) - sent.hour * 60 - sent.minute) % (24 * 60)
    if minutes > _LATEST:
        said = f"The DE line says {de[3]}{de[4]}, the date-time group {sent:%H%M}."
        return Check(name, State.DISAGREES, said)
    return Check(name, State.OK, f"sent {minutes} min later" if minutes else f"{sent:%H%M} on both lines")


def _serial(cable: Cable, de: re.Match[str] | None) -> Check:
    name, printed = "Serial", dict(cable.spans).get("id")
    if de is None or printed is None:
        return _lacking(name, ("DE line", de), ("number on the classification line", printed))
    return _parsed(cable, name, "id", TRANSMISSION, f"{int(de[1])} on both lines")


def _site_id(cable: Cable, site: SiteRecord) -> Check:
    name, printed = "Site's number", dict(cable.spans).get("id")
    if site.id is None or printed is None:
        return _lacking(name, ("number from a site", site.id), ("number in the text", printed))
    return _parsed(cable, name, "id", "id", site.id)


def _site_date(cable: Cable, site: SiteRecord) -> Check:
    name, created, sent = "Site's date", site.created, cable.sent
    if created is None or sent is None:
        return _lacking(name, ("date from a site", created), ("date-time group", sent))
    check = _parsed(cable, name, "sent", "sent", f"{sent:%Y-%m-%d} {sent:%H}h")
    if check.state is State.OK and created.hour not in (sent.hour, 0):
        said = f"The source says hour {created:%H}, the text {sent:%H}, of the same day."
        return Check(name, State.DISAGREES, said)
    return check


def _site_classification(cable: Cable, site: SiteRecord) -> Check:
    name, printed = "Site's class", dict(cable.spans).get("classification")
    if site.classification is None or printed is None:
        return _lacking(name, ("class from a site", site.classification), ("class in the text", printed))
    return _parsed(cable, name, "classification", "classification", site.classification)


def _doubled(cable: Cable) -> Check:
    name = "Doubled header"
    problem = next((p for p in cable.problems if p.field == "header"), None)
    if problem is not None:
        return Check(name, State.DISAGREES, problem.message)
    if any(change.rule == "doubled-header" for change in cable.changes):
        return Check(name, State.OK, "twice, both equal")
    return Check(name, State.UNKNOWN, "it stands once")


def _references(cable: Cable) -> Check:
    """Compare what ids tell: a later year, or at the own post a higher number of the same year."""
    name = "References"
    own = _ID.fullmatch(cable.id or "")
    cited = [found for item in cable.references if (found := _ID.fullmatch(item.id or ""))]
    if own is None or not cited:
        return Check(name, State.UNKNOWN, "no cable is cited" if own else "the cable has no number")
    newer = [found[0] for found in cited if _is_newer(found, own)]
    if newer:
        return Check(name, State.DISAGREES, f"Numbered after this cable: {', '.join(newer)}.")
    return Check(name, State.OK, f"all {len(cited)} older" if len(cited) > 1 else "older")


def _is_newer(cited: re.Match[str], own: re.Match[str]) -> bool:
    year, own_year = ((int(found[1]) - _FIRST_YEAR) % 100 for found in (cited, own))
    return year > own_year or (year == own_year and cited[2] == own[2] and int(cited[3]) > int(own[3]))
