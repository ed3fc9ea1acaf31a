r"""The published table of cables (cables.csv): eight columns, no header row, ``\`` escapes, streamed.

Columns: number, date ``M/D/YYYY H:MM``, id, origin, classification, references joined by ``|``, header,
body. Line breaks stand inside fields, and a row may pass any limit a general reader of CSV has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import IO

from cableview.model.batch import Skipped
from cableview.model.document import Document
from cableview.model.site import SiteRecord
from cableview.sources.decode import decode
from cableview.sources.limits import MIB, Limits, size_text
from cableview.sources.piece import OnSkip, RowsPiece

CHUNK = MIB
"""Bytes read at once, and so the size of a piece."""
_COLUMNS = 8
# Inside a field every quote is escaped, so a quote that opens a line, then a number and a date, can only
# be a new row: it is found without reading the fields, and a damaged row costs no other row.
_START = re.compile(rb'"\d{1,9}","\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}(?::\d\d)?","')
_BARE_START = re.compile(rb"\d{1,9},\"?\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}(?::\d\d)?\"?,\"?\d\d[A-Z]")
_BARE_TABLE = re.compile(rb"(?:[^\n]{0,500}\n)?" + _BARE_START.pattern)
_FIELD = re.compile(r'(?:"((?:[^"\\]++|\\.|"")*+)"|([^",\r\n]*+))(,|\r?\n|$)', re.DOTALL)
_BETWEEN = re.compile('"(?=,")')  # begins with one literal: found at memory speed in a long text
_DATE = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{4}) (\d{1,2}):(\d{2})")
_ESCAPE = re.compile(r'\\(.)|""', re.DOTALL)


def split_rows(
    stream: IO[bytes], name: str, limits: Limits, on_skip: OnSkip, weigh: float = 1.0
) -> Iterator[RowsPiece]:
    """Cut a stream into pieces of whole rows, about one mebibyte each, with flat memory.

    ``weigh`` turns bytes of the stream into bytes of the source it stands for (less than 1 when packed).
    """
    buffer = stream.read(CHUNK).removeprefix(b"\xef\xbb\xbf")
    rows = _Rows(buffer)
    overlong = False
    while block := stream.read(CHUNK):
        cut = rows.last_start(buffer)
        if cut > 0:
            if not overlong:
                yield RowsPiece(name, buffer[:cut], int(cut * weigh))
            overlong, buffer = False, buffer[cut:]
        elif len(buffer) > limits.document:
            if not overlong:
                on_skip(_overlong(name, buffer, limits))
            # Keep the end: the next row's start may be cut in two.
            overlong, buffer = True, b"\n" + buffer[-200:]
        buffer += block
    if overlong:
        cut = rows.last_start(buffer)
        buffer = buffer[cut:] if cut > 0 else b""
    if buffer.strip():
        yield RowsPiece(name, buffer, int(len(buffer) * weigh))


def _overlong(name: str, buffer: bytes, limits: Limits) -> Skipped:
    number = buffer[:12].split(b",")[0].strip(b'"\n ').decode("ascii", "replace")
    limit = size_text(limits.document)
    return Skipped(
        f"{name}#{number}", f"the row is above the limit of {limit} for one cable; check its quotes"
    )


class _Rows:
    """Finds where rows start: quoted tables exactly, tables with a bare number by the row's shape."""

    def __init__(self, data: bytes) -> None:
        bare = _BARE_TABLE.match(data) is not None
        self._start = _BARE_START if bare else _START
        self._opening = b"\n" if bare else b'\n"'

    def last_start(self, buffer: bytes) -> int:
        """Return where the last row of ``buffer`` starts, 0 when no second row does."""
        place = len(buffer)
        while (place := buffer.rfind(self._opening, 0, place)) >= 0:
            if self._start.match(buffer, place + 1):
                return place + 1
        return 0

    def split(self, data: bytes) -> Iterator[bytes]:
        """Yield each row of whole rows."""
        begin = 0
        for found in re.finditer(rb"\n(?=" + self._start.pattern + rb")", data):
            yield data[begin : found.end()]
            begin = found.end()
        yield data[begin:]


def documents_of_rows(piece: RowsPiece, on_skip: OnSkip) -> Iterator[Document]:
    """Yield a document for each sound row; a damaged row is reported and costs no other."""
    for row in _Rows(piece.data).split(piece.data):
        if not row.strip():
            continue
        text, encoding, problems = decode(row)
        fields = fields_of(text)
        number = fields[0][:12].strip()
        if len(fields) != _COLUMNS or not number.isdigit():
            on_skip(Skipped(f"{piece.name}#{number}", _row_problem(fields)))
            continue
        yield Document(
            f"{piece.name}#{number}", f"{fields[6]}\n{fields[7]}", encoding, site_of(fields), problems
        )


def _row_problem(fields: list[str]) -> str:
    if len(fields) == _COLUMNS:
        return "a row of column names, not of a cable"
    return f"not a row of cables: {len(fields)} columns where {_COLUMNS} are expected; check its quotes"


def fields_of(row: str) -> list[str]:
    """Return the fields of one row, escapes undone."""
    row = row.rstrip("\r\n")
    if row.startswith('"') and row.endswith('"'):
        # Quotes inside a field are escaped, so these three characters stand between fields only.
        parts = row[1:-1].split('","', _COLUMNS - 1)
        if len(parts) == _COLUMNS and not _BETWEEN.search(parts[-1]):
            return [_plain(part) for part in parts]
    fields, place = [], 0
    while found := _FIELD.match(row, place):
        quoted, bare, end = found.groups()
        fields.append(bare if quoted is None else _plain(quoted))
        place = found.end()
        if end != ",":
            return fields
    # Neither comma nor line end behind a field: the quotes do not pair, and the row is no row.
    return [*fields[: _COLUMNS - 2], row[place:]]


def _plain(text: str) -> str:
    if "\\" in text:
        plain = text.replace('\\"', '"')
        return _ESCAPE.sub(_unescaped, text) if "\\" in plain else plain
    return _ESCAPE.sub(_unescaped, text) if '""' in text else text


def _unescaped(found: re.Match[str]) -> str:
    return found[1] or '"'


def site_of(fields: list[str]) -> SiteRecord:
    """Return what the columns of a row say beside the text."""
    return SiteRecord(
        id=fields[2].strip() or None,
        created=_created(fields[1]),
        classification=fields[4].strip() or None,
        origin=fields[3].strip() or None,
        references=tuple(part.strip() for part in fields[5].split("|") if part.strip()),
    )


def _created(text: str) -> datetime | None:
    found = _DATE.match(text)
    if not found:
        return None
    month, day, year, hour, minute = map(int, found.groups())
    try:
        return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - the table names no zone
    except ValueError:
        return None
