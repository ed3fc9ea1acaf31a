"""Zip archives, read in memory: the directory is checked as a whole before any member is read."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from cableview.model.batch import Skipped
from cableview.sources.limits import Limits
from cableview.sources.members import Refusals, archive_problem, member_problem, name_problem
from cableview.sources.piece import BytesPiece, OnSkip, Piece, shown
from cableview.sources.sniff import HEAD, Kind, sniff
from cableview.sources.table import split_rows

# Signatures, sizes and offsets are those of PKWARE's APPNOTE.TXT, 4.3.12 and 4.3.14 to 4.3.16.
_END = b"PK\x05\x06"
_END_SIZE = 22
_WIDE_END = b"PK\x06\x06"
_WIDE_END_SIZE = 56
_LOCATOR = b"PK\x06\x07"
_LOCATOR_SIZE = 20
_ENTRY = b"PK\x01\x02"
_ENTRY_SIZE = 46
_WINDOW = 65_535 + _END_SIZE
_ENCRYPTED = 0x1
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def zip_pieces(path: str, limits: Limits, on_skip: OnSkip) -> Iterator[Piece]:
    """Yield the members of a zip archive; one over its limits is refused whole, in one line."""
    name, packed = shown(path), os.path.getsize(path)  # noqa: PTH202 - the path may be no valid str
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            entries = _count_entries(file, packed, limits.entries)
            if problem := archive_problem(entries, 0, packed, limits):
                on_skip(Skipped(name, problem))
                return
            with zipfile.ZipFile(file) as archive:
                members = archive.infolist()
                unpacked = sum(member.file_size for member in members)
                if problem := archive_problem(len(members), unpacked, packed, limits):
                    on_skip(Skipped(name, problem))
                    return
                refusals = Refusals(name, limits, on_skip)
                for member in members:
                    yield from _member_pieces(archive, member, refusals)
                refusals.close()
    except _DAMAGE as error:
        on_skip(Skipped(name, f"a damaged zip archive ({error}); fetch it again"))


def _count_entries(file: IO[bytes], size: int, enough: int) -> int:
    """Count the members in the directory without building a record of each; stops above ``enough``.

    The count printed in the archive may lie, so the directory itself is walked. Returns 0 where no
    directory is found, for the reader of the archive to say what is wrong.
    """
    file.seek(max(size - _WINDOW, 0))
    tail = file.read(_WINDOW)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_SIZE:
        return 0
    directory = struct.unpack_from("<I", tail, end + 12)[0]
    locator = max(end - _LOCATOR_SIZE, 0)
    wide = tail.rfind(_WIDE_END, 0, locator)
    if tail.startswith(_LOCATOR, locator) and 0 <= wide <= locator - _WIDE_END_SIZE:
        # It stands between the directory and the plain end, also when only the count is too large for that.
        directory, end = struct.unpack_from("<Q", tail, wide + 40)[0], wide
    if directory < enough * _ENTRY_SIZE:
        return 0
    file.seek(max(size - len(tail) + end - directory, 0))
    count = 0
    while count <= enough and (entry := file.read(_ENTRY_SIZE))[:4] == _ENTRY:
        file.seek(sum(struct.unpack_from("<HHH", entry, 28)), 1)
        count += 1
    return count


def _member_pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo, refusals: Refusals) -> Iterator[Piece]:
    if member.is_dir():
        return
    if problem := name_problem(member.filename) or _kind_problem(member):
        refusals.refuse(member.filename, problem)
        return
    full_name = refusals.full_name(member.filename)
    try:
        with archive.open(member) as stream:
            head = stream.read(HEAD)
            kind, reason = sniff(head)
            if kind is Kind.TABLE:
                stream.seek(0)
                weigh = member.compress_size / max(member.file_size, 1)
                yield from split_rows(stream, full_name, refusals.limits, refusals.on_skip, weigh)
            elif problem := reason or member_problem(kind, member.file_size, refusals.limits):
                refusals.refuse(member.filename, problem)
            else:
                yield BytesPiece(full_name, head + stream.read(), member.compress_size)
    except _DAMAGE as error:
        refusals.refuse(member.filename, f"damaged in the archive ({error}); fetch it again")


def _kind_problem(member: zipfile.ZipInfo) -> str | None:
    if stat.S_ISLNK(member.external_attr >> 16):
        return "a symbolic link; links in archives are not followed"
    if member.flag_bits & _ENCRYPTED:
        return "encrypted; unpack it with its password and import the folder"
    return None
