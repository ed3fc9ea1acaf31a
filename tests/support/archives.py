"""Archives made by hand, honest and not."""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

CABLE = "SUBJECT: A TALK\n\n1. (C) The minister agreed.\n"


def make_zip(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def make_tar(path: Path, members: Sequence[tuple[str, bytes | tarfile.TarInfo]], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content in members:
            if isinstance(content, tarfile.TarInfo):
                archive.addfile(content)
                continue
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return path


def tar_link(name: str, target: str, kind: bytes = tarfile.SYMTYPE) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def many_entries(path: Path, count: int, *, declared: int, wide: bool = False) -> Path:
    """Write a zip whose directory has ``count`` members, and says that it has ``declared``.

    With ``wide``, the number stands in the end record of Zip64 alone, as where it has more than 16 bits.
    """
    body = zlib.compress(b"x")[2:-4]
    head = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, zlib.crc32(b"x"), len(body), 1, 1, 0)
    local = head + b"a" + body
    entry = struct.pack(
        "<IHHHHHHIIIHHHHHII",
        0x02014B50,
        20,
        20,
        0,
        8,
        0,
        33,
        zlib.crc32(b"x"),
        len(body),
        1,
        1,
        0,
        0,
        0,
        0,
        0,
        0,
    )
    directory = (entry + b"a") * count
    end = b""
    if wide:
        sizes = (declared, declared, len(directory), len(local))
        end = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, *sizes)
        end += struct.pack("<IIQI", 0x07064B50, 0, len(local) + len(directory), 1)
        declared = 0xFFFF
    end += struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, declared, declared, len(directory), len(local), 0)
    path.write_bytes(local + directory + end)
    return path
