"""The texts of a cable: opened one by one, or all in turn to rebuild the search cache."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from cableview.model.document import Document
from cableview.model.site import SiteRecord
from cableview.store.connection import Database
from cableview.store.extra import unpack_extra
from cableview.store.prepared import digest, unpack
from cableview.store.reading import read
from cableview.store.records import Held, Version

_PAGE = 200
_LISTED = """SELECT v.id, n.id, v.id = c.version, v.source, v.encoding, v.sha256, v.batch, v.parser,
    v.characters, v.paragraphs
    FROM name n JOIN cable c ON c.key = n.key JOIN version v ON v.cable = n.key
    WHERE n.id = ? ORDER BY v.id"""
_TEXT = """SELECT v.source, v.encoding, v.extra, r.packed
    FROM version v JOIN raw r ON r.version = v.id WHERE v.id = ?"""
_CURRENT = """SELECT v.id, c.key, n.id, v.source, v.encoding, v.extra, r.packed
    FROM cable c JOIN version v ON v.id = c.version JOIN raw r ON r.version = v.id
    JOIN name n ON n.key = c.key"""
_AFTER = f"{_CURRENT} WHERE c.version > ? AND c.version <= ? ORDER BY c.version LIMIT ?"
_CHOSEN = f"{_CURRENT} WHERE c.key IN (SELECT value FROM json_each(?))"  # noqa: S608
_OUTDATED = """SELECT v.id, n.id, v.source, v.encoding, v.extra, r.packed
    FROM version v JOIN raw r ON r.version = v.id JOIN name n ON n.key = v.cable
    WHERE v.id > ? AND v.parser < ? ORDER BY v.id LIMIT ?"""


def versions(database: Database, cable_id: str) -> tuple[Version, ...]:
    """Return every version of a cable, oldest first; empty when it is not held."""
    return tuple(
        Version(number, held, bool(current), source, encoding, sha256.hex(), *counts)
        for number, held, current, source, encoding, sha256, *counts in database.all(_LISTED, (cable_id,))
    )


def load(database: Database, cable_id: str, key: int, version: int | None) -> Held | None:
    """See ``Library.load``."""
    known = versions(database, cable_id)
    chosen = next((v for v in known if (v.current if version is None else v.id == version)), None)
    row = database.one(_TEXT, (chosen.id,)) if chosen else None
    if chosen is None or row is None:
        return None
    document = _document(database, *row)
    return Held(
        key=key,
        id=cable_id,
        cable=read(document, cable_id),
        raw=document.text,
        source=chosen.source,
        encoding=chosen.encoding,
        sha256=chosen.sha256,
        version=chosen.id,
        versions=known,
    )


def documents(database: Database, after: int, last: int | None) -> Iterator[tuple[int, int, str, Document]]:
    """See ``Library.documents``. Reads a page at a time, so that it never holds up a writer."""
    highest = sys.maxsize if last is None else last
    while page := database.all(_AFTER, (after, highest, _PAGE)):
        for version, key, cable_id, *kept in page:
            yield version, key, cable_id, _document(database, *kept)
        after = page[-1][0]


def texts(database: Database, keys: Sequence[int]) -> Iterator[tuple[int, int, str, Document]]:
    """See ``Library.texts``."""
    for version, key, cable_id, *kept in database.all(_CHOSEN, (json.dumps(list(keys)),)):
        yield version, key, cable_id, _document(database, *kept)


def outdated(database: Database, parser: int) -> Iterator[tuple[str, Document]]:
    """See ``Library.outdated``. Reads a page at a time, so that what it yields can be renewed meanwhile."""
    after = 0
    while page := database.all(_OUTDATED, (after, parser, _PAGE)):
        for _, cable_id, *kept in page:
            yield cable_id, _document(database, *kept)
        after = page[-1][0]


def outdated_count(database: Database, parser: int) -> int:
    """See ``Library.outdated_count``."""
    return database.number("SELECT count(*) FROM version WHERE parser < ?", (parser,))


def _document(database: Database, source: str, encoding: str, extra: str | None, packed: bytes) -> Document:
    try:
        site, problems = unpack_extra(extra)
        return Document(source, unpack(packed), encoding, site, problems)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        database.damaged(f"the text of {source!r} is damaged ({error})")


def unknown(database: Database, given: Iterable[Document], parser: int) -> list[Document]:
    """See ``Library.unknown``."""
    fresh: list[Document] = []
    rest = iter(given)
    while part := [(digest(document.text), document) for document in islice(rest, _PAGE)]:
        held = _texts_by_site_id(database, [sha256 for sha256, _ in part], parser)
        fresh += [one for sha256, one in part if (sha256, _id_from(one.site)) not in held]
    return fresh


def _texts_by_site_id(
    database: Database, sha256s: Sequence[bytes], parser: int
) -> set[tuple[bytes, str | None]]:
    marks = ",".join("?" * len(sha256s))
    sql = f"SELECT sha256, extra FROM version WHERE parser >= ? AND sha256 IN ({marks})"  # noqa: S608
    rows = database.all(sql, (parser, *sha256s))
    return {(sha256, _id_from(unpack_extra(extra)[0])) for sha256, extra in rows}


def _id_from(site: SiteRecord | None) -> str | None:
    return None if site is None else site.id
