"""The texts of a cable: opened one by one, or all in turn to rebuild the search cache."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from itertools import islice

from cableview.model.document import Document
from cableview.store.connection import Database
from cableview.store.extra import unpack_extra
from cableview.store.prepared import unpack
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
    JOIN name n ON n.key = c.key
    WHERE c.version > ? ORDER BY c.version LIMIT ?"""


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


def documents(database: Database, after: int) -> Iterator[tuple[int, int, str, Document]]:
    """See ``Library.documents``. Reads a page at a time, so that it never holds up a writer."""
    while page := database.all(_CURRENT, (after, _PAGE)):
        for version, key, cable_id, *kept in page:
            yield version, key, cable_id, _document(database, *kept)
        after = page[-1][0]


def _document(database: Database, source: str, encoding: str, extra: str | None, packed: bytes) -> Document:
    try:
        site, problems = unpack_extra(extra)
        return Document(source, unpack(packed), encoding, site, problems)
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError) as error:
        database.damaged(f"the text of {source!r} is damaged ({error})")


def known(database: Database, sha256s: Iterable[bytes], parser: int) -> set[bytes]:
    """See ``Library.known``."""
    found: set[bytes] = set()
    rest = iter(sha256s)
    while part := list(islice(rest, _PAGE)):
        marks = ",".join("?" * len(part))
        sql = f"SELECT sha256 FROM version WHERE parser >= ? AND sha256 IN ({marks})"  # noqa: S608
        found.update(sha256 for (sha256,) in database.all(sql, (parser, *part)))
    return found
