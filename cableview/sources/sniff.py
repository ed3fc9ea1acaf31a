"""What some bytes are, told by their content and not by their name."""

from __future__ import annotations

import re
from enum import Enum

HEAD = 64 * 1024
"""Bytes that are enough to tell."""


class Kind(Enum):
    """What a file holds."""

    TEXT = "text"
    PAGE = "page"
    TABLE = "table"
    ZIP = "zip"
    TAR = "tar"
    REFUSED = "refused"


_TAR_MAGIC = 257
_PACKED = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz"}
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF, which holds no plain text; convert it first (pdftotext -layout) and import the text"),
    (b"\x89PNG", "a picture; run OCR on it and import the text"),
    (b"\xff\xd8\xff", "a picture; run OCR on it and import the text"),
    (b"GIF8", "a picture; run OCR on it and import the text"),
    (b"II*\x00", "a picture; run OCR on it and import the text"),
    (b"MM\x00*", "a picture; run OCR on it and import the text"),
    (b"{\\rtf", "an RTF document; save it as plain text and import that"),
    (b"\xd0\xcf\x11\xe0", "an office document; save it as plain text and import that"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it and import the folder"),
    (b"Rar!", "a RAR archive; unpack it and import the folder"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it and import the folder"),
    (b"SQLite format 3", "a database; export its cables as text or as cables.csv and import that"),
)
_OFFICE = re.compile(rb"\[Content_Types\]\.xml|mimetypeapplication/(?:vnd\.oasis|epub)")
_PAGE = re.compile(rb"\s*<(?:!doctype html|html|head|body|table|code|pre|div|!--|\?xml)", re.IGNORECASE)
_TABLE_ROW = re.compile(
    rb'(?:\xef\xbb\xbf)?(?:[^\n]{0,500}\n)?"?\d{1,9}"?,"?\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}(?::\d\d)?"?,'
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\b\x1a\x1b"))
_CONTROL_SHARE = 20
"""At most one byte in so many may be a control character in a text; packed data has one in ten."""


def packing(head: bytes) -> str | None:
    """Return ``gzip``, ``bzip2`` or ``xz`` when ``head`` starts a packed stream."""
    return next((name for magic, name in _PACKED.items() if head.startswith(magic)), None)


def has_utf16_mark(head: bytes) -> bool:
    """Tell whether the text starts with the byte order mark of UTF-16."""
    return head.startswith((b"\xff\xfe", b"\xfe\xff"))


def sniff(head: bytes) -> tuple[Kind, str]:  # noqa: PLR0911 - one answer a kind
    """Return what ``head``, the first ``HEAD`` bytes of something, starts; with the reason when refused."""
    if reason := _refusal(head):
        return Kind.REFUSED, reason
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP, ""
    if packing(head) or head[_TAR_MAGIC : _TAR_MAGIC + 5] == b"ustar":
        return Kind.TAR, ""
    if has_utf16_mark(head):
        return Kind.TEXT, ""
    if reason := _no_text(head):
        return Kind.REFUSED, reason
    if _TABLE_ROW.match(head):
        return Kind.TABLE, ""
    return (Kind.PAGE if _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")) else Kind.TEXT), ""


def _refusal(head: bytes) -> str:
    if not head:
        return "empty (0 bytes); fetch it again"
    if head.startswith(b"PK") and _OFFICE.search(head[:512]):
        return "an office document; save it as plain text and import that"
    return next((reason for magic, reason in _REFUSED if head.startswith(magic)), "")


def _no_text(head: bytes) -> str:
    if not head.strip(b"\x00"):
        return "nothing but NUL bytes; the file is damaged, fetch it again"
    control = len(head) - len(head.translate(None, _CONTROL))
    if control * _CONTROL_SHARE > len(head):
        if any(half.count(0) * 2 > len(half) for half in (head[::2], head[1::2])):
            return "UTF-16 without a byte order mark; save it as UTF-8 and import that"
        return "binary data, not text; convert it to text first"
    return "" if head.strip() else "nothing but blanks; there is no cable in it"
