"""Which cable it is: the id out of the classification line, the site, the DE line and the FM line."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from cableview.model.cable import Problem
from cableview.model.site import SiteRecord
from cableview.parse.header.locate import Located
from cableview.parse.identifiers import canonical_id, compose
from cableview.parse.stations import lookup, of_route, resolve, same_post

_KIND = re.compile(
    r"(?:US|U\.S\.|American|Embassy|Consulate(?: General)?|Mission|Interests Section|Delegation)\b ?"
)
_CAPTIONS = {"FOR OFFICIAL USE ONLY": "SENSITIVE"}
_SPLIT = re.compile(r"(\d\d)([A-Z]+)(\d+)")


class Identity(NamedTuple):
    """Canonical id with its parts, the moment that decides years, and what text and site say apart."""

    id: str | None
    station: str | None
    serial: int | None
    sent: datetime | None
    """The date-time group, or what stands in for it."""
    from_text: str | None
    from_site: str | None


def identify(found: Located, text: str, site: SiteRecord | None) -> Identity:
    """Return who the cable is.

    The classification line and the DTG's year decide, then the site's id, then the serial of the DE line
    with the station of its route or of the FM line.
    """
    sent = _sent(found, site)
    from_site = canonical_id(site.id) if site is not None and site.id else None
    station, serial = (found.line.station, found.line.serial) if found.line is not None else (None, None)
    transmission = found.transmission
    if serial is None and from_site is None and transmission.serial is not None:
        sender = text[slice(*transmission.sender)] if transmission.sender else ""
        station = of_route(transmission.route or "") or resolve(" ".join(sender.split()))
        serial = transmission.serial
    known = sent.year if sent is not None else found.dtg.year if found.dtg is not None else None
    year = f"{known % 100:02d}" if known is not None else from_site[:2] if from_site else None
    from_text = compose(year, station, serial) if year and station and serial is not None else None
    own = from_text or from_site
    if own is not None and (station is None or serial is None):
        parts = _SPLIT.fullmatch(own)
        if parts is not None:
            station, serial = parts[2], int(parts[3])
    return Identity(own, station, serial, sent, from_text, from_site)


def _sent(found: Located, site: SiteRecord | None) -> datetime | None:
    """Return the moment of the date-time group; where it has none, that of the DE line, then the site's."""
    dtg, de = found.dtg, found.transmission
    if dtg is not None and dtg.sent is not None:
        return dtg.sent
    created = site.created if site is not None else None
    year = dtg.year if dtg is not None else created.year if created is not None else None
    if year is not None and de.day is not None and de.time is not None:
        try:
            return datetime.strptime(f"{year}{de.day:03d}{de.time}", "%Y%j%H%M").replace(tzinfo=UTC)
        except ValueError:
            pass
    # Sites print wrong minutes.
    return created.replace(minute=0, second=0, tzinfo=UTC) if created is not None else None


def site_captions(site: SiteRecord) -> tuple[str, ...]:
    """Return the captions in a site's classification: NOFORN of ``CONFIDENTIAL//NOFORN``."""
    words = (site.classification or "").upper().split("//")[1:]
    return tuple(_CAPTIONS.get(word.strip(), word.strip()) for word in words)


def compare(found: Located, identity: Identity, site: SiteRecord | None) -> list[Problem]:
    """Return where the sources disagree: Julian day, DE serial, the site's id, date and classification."""
    problems: list[Problem] = []
    line, dtg, de = found.line, found.dtg, found.transmission
    sent = dtg.sent if dtg is not None else None
    if dtg is not None and sent is None:
        problems.append(Problem("sent", dtg.span, "The date-time group names no possible moment."))
    if (
        de.day is not None
        and sent is not None
        and de.day != sent.toordinal() - date(sent.year, 1, 1).toordinal() + 1
    ):
        message = f"The DE line says day {de.day} of the year, the date-time group {sent:%d %B}."
        problems.append(Problem("sent", de.de_span, message))
    number = line.serial if line is not None else None
    # Some transmitters print the last four digits only.
    if de.serial is not None and number is not None and number % 10_000 != de.serial % 10_000:
        message = f"The DE line says number {de.serial}, the classification line {number}."
        problems.append(Problem("id", de.de_span, message))
    if identity.id is None:
        span = line.span if line is not None else None
        problems.append(Problem("id", span, "No id: the year, the post or the number is missing."))
    if site is not None:
        problems.extend(_compare_site(found, identity, site))
    return problems


def _compare_site(found: Located, identity: Identity, site: SiteRecord) -> list[Problem]:
    problems: list[Problem] = []
    line, dtg = found.line, found.dtg
    if identity.from_text and identity.from_site and identity.from_text != identity.from_site:
        message = f"The source says {identity.from_site}, the text {identity.from_text}."
        problems.append(Problem("id", line.id_span if line is not None else None, message))
    sent = dtg.sent if dtg is not None else None
    if dtg is not None and sent and site.created:
        said = _other_moment(site.created, sent)
        if said:
            problems.append(Problem("sent", dtg.span, said))
    if site.origin and identity.station and not _same_origin(site.origin, identity.station):
        message = f"The source says {site.origin}, the text {identity.station}."
        problems.append(Problem("id", line.id_span if line is not None else None, message))
    if line is not None and site.classification and not site.classification.startswith(line.classification):
        message = f"The source says {site.classification}, the text {line.classification}."
        problems.append(Problem("classification", line.span, message))
    return problems


def _other_moment(created: datetime, sent: datetime) -> str | None:
    """Return how date or hour differ; a site that knows the day alone prints midnight."""
    if created.date() != sent.date():
        return f"The source says {created:%Y-%m-%d}, the text {sent:%Y-%m-%d}."
    if created.hour in {0, sent.hour}:
        return None
    return f"The source says hour {created:%H}, the text {sent:%H}, of the same day."


def _same_origin(origin: str, station: str) -> bool:
    """Tell whether a site's ``Embassy Oslo`` is the station; an origin of unknown form is taken as it."""
    named = _post(origin)
    return named is None or same_post(named, station)


@lru_cache(maxsize=1024)
def _post(origin: str) -> str | None:
    return lookup(origin) or lookup(_KIND.sub("", origin))
