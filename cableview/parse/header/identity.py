"""Which cable it is: the id out of the classification line, the site, the DE line and the FM line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from cableview.model.cable import Problem
from cableview.model.document import SiteRecord
from cableview.parse.header.classification import ClassLine
from cableview.parse.header.dtg import Dtg
from cableview.parse.header.transmission import Transmission
from cableview.parse.identifiers import canonical_id, compose
from cableview.parse.stations import of_route, resolve

_SPLIT = re.compile(r"(\d\d)([A-Z]+)(\d+)")


@dataclass(frozen=True, slots=True)
class Identity:
    """Canonical id with its parts, and the moment that decides years."""

    id: str | None
    station: str | None
    serial: int | None
    sent: datetime | None


def identify(
    line: ClassLine | None,
    dtg: Dtg | None,
    transmission: Transmission,
    text: str,
    site: SiteRecord | None,
    problems: list[Problem],
) -> Identity:
    """Return who the cable is, and add to ``problems`` where the sources disagree.

    The classification line and the DTG's year decide, then the site's id, then the serial of the DE line
    with the station of its route or of the FM line.
    """
    sent = dtg.sent if dtg is not None else None
    if dtg is not None and sent is None:
        problems.append(Problem("sent", dtg.span, "The date-time group names no possible moment."))
    if sent is None and site is not None and site.created is not None:
        sent = site.created.replace(tzinfo=UTC)
    site_id = canonical_id(site.id) if site is not None and site.id else None
    station, serial = (line.station, line.serial) if line is not None else (None, None)
    if serial is None and site_id is None and transmission.serial is not None:
        sender = text[slice(*transmission.sender)] if transmission.sender else ""
        station = of_route(transmission.route or "") or resolve(" ".join(sender.split()))
        serial = transmission.serial
    year = f"{sent.year % 100:02d}" if sent is not None else site_id[:2] if site_id else None
    own = compose(year, station, serial) if year and station and serial else None
    found = own or site_id
    if found is not None and (station is None or serial is None):
        parts = _SPLIT.fullmatch(found)
        if parts is not None:
            station, serial = parts[2], int(parts[3])
    _compare(line, dtg, transmission, site, own, site_id, problems)
    if found is None:
        problems.append(
            Problem("id", line.span if line else None, "No id: the year, the post or the number is missing.")
        )
    return Identity(found, station, serial, sent)


def _compare(
    line: ClassLine | None,
    dtg: Dtg | None,
    transmission: Transmission,
    site: SiteRecord | None,
    own: str | None,
    site_id: str | None,
    problems: list[Problem],
) -> None:
    sent = dtg.sent if dtg is not None else None
    if transmission.day is not None and sent is not None and transmission.day != sent.timetuple().tm_yday:
        problems.append(
            Problem(
                "sent",
                transmission.de_span,
                f"The DE line says day {transmission.day}, the date-time group another day.",
            )
        )
    de, number = transmission.serial, line.serial if line is not None else None
    # Some transmitters print the last four digits only.
    if de is not None and number is not None and number % 10_000 != de % 10_000:
        message = f"The DE line says number {de}, the classification line {number}."
        problems.append(Problem("id", transmission.de_span, message))
    if own is not None and site_id is not None and own != site_id:
        problems.append(
            Problem("id", line.id_span if line else None, f"The site says {site_id}, the text {own}.")
        )
    if site is None:
        return
    if site.created is not None and sent is not None and site.created.date() != sent.date():
        problems.append(
            Problem(
                "sent",
                dtg.span if dtg else None,
                f"The site says {site.created:%Y-%m-%d}, the text {sent:%Y-%m-%d}.",
            )
        )
    if site.classification and line is not None and not site.classification.startswith(line.classification):
        problems.append(
            Problem(
                "classification",
                line.span,
                f"The site says {site.classification}, the text {line.classification}.",
            )
        )
