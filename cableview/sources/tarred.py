"""Tar archives, plain or packed: measured in a first pass, read in a second, both as a stream."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import IO, cast

from cableview.model.batch import Skipped
from cableview.sources.limits import MIB, Limits
from cableview.sources.members import Refusals, archive_problem, member_problem, name_problem
from cableview.sources.piece import BytesPiece, OnSkip, Piece, shown
from cableview.sources.sniff import HEAD, Kind, packing, sniff
from cableview.sources.table import split_rows

_DAMAGE = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
_HEADER_ROOM = MIB
"""Bytes that the headers of one member may take: a long name may not claim a gigabyte."""


class _TooMuchError(OSError):
    """The stream gives more than it may."""


class _Metered(io.RawIOBase):
    """A stream that counts, and refuses to go beyond the room its reader was given."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.count = 0
        self.room = _HEADER_ROOM

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        self.room -= len(data)
        if self.room < 0:
            raise _TooMuchError("headers of more than 1 MB")
        return data


def tar_pieces(path: str, limits: Limits, on_skip: OnSkip) -> Iterator[Piece]:
    """Yield the members of a tar archive; one over its limits is refused whole, in one line."""
    name = shown(path)
    packed = os.path.getsize(path)  # noqa: PTH202 - the path may be no valid str
    try:
        unpacked, problem = _measure(path, packed, limits)
        if problem:
            on_skip(Skipped(name, problem))
            return
        weigh = packed / max(unpacked, 1)
        refusals = Refusals(name, limits, on_skip)
        with _opened(path) as (archive, metered):
            for member in _members(archive, metered):
                yield from _member_pieces(archive, member, refusals, weigh)
        refusals.close()
    except _DAMAGE as error:
        on_skip(Skipped(name, _damage(path, error)))


def _damage(path: str, error: Exception) -> str:
    with open(path, "rb") as file:  # noqa: PTH123 - the path may be no valid str
        packed = packing(file.read(8))
    if packed and not isinstance(error, _TooMuchError):
        return f"packed with {packed}, and no sound tar archive inside; unpack it and import what is in it"
    return f"a damaged tar archive ({error}); fetch it again"


def _measure(path: str, packed: int, limits: Limits) -> tuple[int, str | None]:
    """Return (unpacked bytes, why the archive is refused); stops at the first limit passed."""
    entries = 0
    with _opened(path) as (archive, metered):
        for member in _members(archive, metered):
            entries += 1
            ahead = metered.count + member.size
            if problem := archive_problem(entries, ahead, packed, limits):
                return ahead, problem
        return metered.count, None


@contextmanager
def _opened(path: str) -> Iterator[tuple[tarfile.TarFile, _Metered]]:
    with ExitStack() as stack:
        file = stack.enter_context(open(path, "rb"))  # noqa: PTH123 - the path may be no valid str
        kind = packing(file.read(8))
        file.seek(0)
        stream: IO[bytes] = file
        if kind == "gzip":
            stream = cast("IO[bytes]", stack.enter_context(gzip.GzipFile(fileobj=file)))
        elif kind == "bzip2":
            stream = cast("IO[bytes]", stack.enter_context(bz2.BZ2File(file)))
        elif kind == "xz":
            stream = cast("IO[bytes]", stack.enter_context(lzma.LZMAFile(file)))
        metered = _Metered(stream)
        archive = stack.enter_context(tarfile.open(fileobj=cast("IO[bytes]", metered), mode="r|"))
        yield archive, metered


def _members(archive: tarfile.TarFile, metered: _Metered) -> Iterator[tarfile.TarInfo]:
    metered.room = _HEADER_ROOM
    while (member := archive.next()) is not None:
        # The archive keeps every member it has seen; a million of them would fill the memory.
        archive.members.clear()  # type: ignore[attr-defined]
        metered.room = member.size + _HEADER_ROOM
        yield member


def _member_pieces(
    archive: tarfile.TarFile, member: tarfile.TarInfo, refusals: Refusals, weigh: float
) -> Iterator[Piece]:
    if member.isdir():
        return
    problem = name_problem(member.name)
    if not problem and not member.isfile():
        problem = "a link or a device; only plain members are read"
    stream = archive.extractfile(member) if problem is None else None
    if problem or stream is None:
        refusals.refuse(member.name, problem or "not a plain member")
        return
    head = stream.read(HEAD)
    kind, reason = sniff(head)
    full_name = refusals.full_name(member.name)
    if kind is Kind.TABLE:
        whole = cast("IO[bytes]", io.BufferedReader(_Joined(head, stream), MIB))
        yield from split_rows(whole, full_name, refusals.limits, refusals.on_skip, weigh)
    elif problem := reason or member_problem(kind, member.size, refusals.limits):
        refusals.refuse(member.name, problem)
    else:
        yield BytesPiece(full_name, head + stream.read(), int(member.size * weigh))


class _Joined(io.RawIOBase):
    """Bytes already read, then the rest of their stream, which cannot go back."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        if self._head:
            data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
