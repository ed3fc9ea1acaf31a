"""What came with a text beside the text: the site's record and the guesses of decoding, as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import datetime
from operator import attrgetter
from typing import Any

from cableview.model.cable import Problem
from cableview.model.document import Document
from cableview.model.site import SiteRecord

_SITE_FIELDS = tuple(item.name for item in fields(SiteRecord))
_site_values = attrgetter(*_SITE_FIELDS)
_encode = json.JSONEncoder(separators=(",", ":")).encode


def pack_extra(document: Document) -> str | None:
    """Return the JSON to keep; None when there is nothing beside the text, as for most files."""
    record: dict[str, Any] = {}
    if document.site is not None:
        values = zip(_SITE_FIELDS, _site_values(document.site), strict=True)
        site = {name: value for name, value in values if value}
        if "created" in site:
            site["created"] = site["created"].isoformat()
        record["site"] = site
    if document.problems:
        record["problems"] = [asdict(problem) for problem in document.problems]
    return _encode(record) if record else None


def unpack_extra(kept: str | None) -> tuple[SiteRecord | None, tuple[Problem, ...]]:
    """Return what ``pack_extra`` kept. Raises ValueError, KeyError or TypeError when it is damaged."""
    if kept is None:
        return None, ()
    record = json.loads(kept)
    problems = tuple(_problem(item) for item in record.get("problems", ()))
    return (_site(record["site"]) if "site" in record else None), problems


def _problem(item: dict[str, Any]) -> Problem:
    source = item["source"]
    return Problem(item["field"], None if source is None else (source[0], source[1]), item["message"])


def _site(item: dict[str, Any]) -> SiteRecord:
    created = item.get("created")
    return SiteRecord(
        id=item.get("id"),
        created=datetime.fromisoformat(created) if created else None,
        classification=item.get("classification"),
        origin=item.get("origin"),
        title=item.get("title"),
        references=tuple(item.get("references", ())),
        tags=tuple(item.get("tags", ())),
    )
