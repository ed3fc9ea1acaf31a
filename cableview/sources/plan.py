"""Paths to pieces: what each path is, told by its content, lazily and with every refusal reported."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from typing import IO

from cableview.model.batch import Skipped
from cableview.sources.limits import Limits, size_text
from cableview.sources.piece import BytesPiece, FilePiece, OnSkip, Piece, shown
from cableview.sources.sniff import HEAD, Kind, sniff
from cableview.sources.table import split_rows
from cableview.sources.tarred import tar_pieces
from cableview.sources.tree import walk
from cableview.sources.zipped import zip_pieces

STDIN = "-"


def plan(paths: Sequence[str], limits: Limits, on_skip: OnSkip) -> Iterator[Piece]:
    """Yield the pieces of all ``paths`` in order; ``-`` is standard input."""
    for path in paths:
        if path == STDIN:
            yield from _stream_pieces(sys.stdin.buffer, "stdin", limits, on_skip)
            continue
        try:
            status = os.stat(path)  # noqa: PTH116 - the path may be no valid str
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            on_skip(Skipped(shown(path), f"cannot be read: {reason}; check the path"))
            continue
        if stat.S_ISDIR(status.st_mode):
            for file in walk(path, on_skip):
                yield from _file_pieces(file, limits, on_skip)
        elif stat.S_ISREG(status.st_mode):
            yield from _file_pieces(path, limits, on_skip)
        elif stat.S_ISFIFO(status.st_mode):
            with open(path, "rb") as stream:  # noqa: PTH123 - as above
                yield from _stream_pieces(stream, shown(path), limits, on_skip)
        else:
            on_skip(Skipped(shown(path), "not a file, folder or pipe"))


def _file_pieces(path: str, limits: Limits, on_skip: OnSkip) -> Iterator[Piece]:
    name = shown(path)
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - the path may be no valid str
            size = os.fstat(file.fileno()).st_size
            kind, reason = sniff(file.read(HEAD))
            if kind is Kind.TABLE:
                file.seek(0)
                yield from split_rows(file, name, limits, on_skip)
                return
    except OSError as error:
        on_skip(Skipped(name, f"cannot be read: {error.strerror}; check its permissions"))
        return
    if kind is Kind.ZIP:
        yield from zip_pieces(path, limits, on_skip)
    elif kind is Kind.TAR:
        yield from tar_pieces(path, limits, on_skip)
    elif problem := reason or _size_problem(kind, size, limits):
        on_skip(Skipped(name, problem))
    else:
        yield FilePiece(path, size)


def _size_problem(kind: Kind, size: int, limits: Limits) -> str | None:
    limit, what = (limits.page, "web page") if kind is Kind.PAGE else (limits.document, "cable")
    if size > limit:
        return f"{size_text(size)}, above the limit of {size_text(limit)} for one {what}; split it"
    return None


def _stream_pieces(stream: IO[bytes], name: str, limits: Limits, on_skip: OnSkip) -> Iterator[Piece]:
    """Read a stream that cannot go back: a table row by row, anything else as one document."""
    buffered = io.BufferedReader(_Raw(stream), HEAD)
    kind, reason = sniff(buffered.peek(HEAD))
    if kind is Kind.TABLE:
        yield from split_rows(buffered, name, limits, on_skip)
    elif kind in {Kind.ZIP, Kind.TAR}:
        on_skip(Skipped(name, "an archive cannot be read from a pipe; save it to a file and import that"))
    elif reason:
        on_skip(Skipped(name, reason))
    else:
        data = buffered.read(limits.document + 1)
        if problem := _size_problem(kind, len(data), limits):
            on_skip(Skipped(name, problem.replace(size_text(len(data)), "longer than allowed", 1)))
        else:
            yield BytesPiece(name, data, len(data))


class _Raw(io.RawIOBase):
    """Full reads of a stream, so that one look ahead sees all a short pipe has."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
