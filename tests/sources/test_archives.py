"""Archives in memory and under limits: what is taken, and one clear line for the rest."""

from __future__ import annotations

import os
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from cableview.sources import Limits
from tests.sources.test_table import row
from tests.support.archives import CABLE, make_tar, make_zip, many_entries, tar_link
from tests.support.taking import take

TEXT = CABLE.encode()


def test_a_zip_gives_its_texts_and_says_what_it_refuses(tmp_path: Path) -> None:
    inner = make_zip(tmp_path / "inner.zip", {"a.txt": TEXT}).read_bytes()
    path = make_zip(
        tmp_path / "x.zip",
        {
            "good/1.txt": TEXT,
            "../up.txt": TEXT,
            "/abs.txt": TEXT,
            "a\\..\\..\\b.txt": TEXT,
            "C:evil.txt": TEXT,
            "inner.zip": inner,
            "p.pdf": b"%PDF-1.4",
            "empty.txt": b"",
            ".hidden": TEXT,
            "cables.csv": (row(1) + row(2)).encode(),
        },
    )
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "good/1.txt")
    found, skipped = take(path)
    names = [document.name.removeprefix(str(path)) for document in found]
    assert names == ["!good/1.txt", "!cables.csv#1", "!cables.csv#2"]
    for name in ("up.txt", "abs.txt", "x.zip!a\\..\\..\\b.txt", "x.zip!C:evil.txt"):
        assert "outside" in skipped[name], skipped
    assert "inside an archive" in skipped["x.zip!inner.zip"]
    assert "PDF" in skipped["x.zip!p.pdf"]
    assert "empty" in skipped["x.zip!empty.txt"]
    assert "hidden" in skipped["x.zip!.hidden"]
    assert "link" in skipped["x.zip!link.txt"]
    assert {entry.name for entry in tmp_path.iterdir()} == {"home", "inner.zip", "x.zip"}


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_a_tar_gives_its_texts_and_says_what_it_refuses(tmp_path: Path, mode: str) -> None:
    path = make_tar(
        tmp_path / "x.tar",
        [
            ("./good.txt", TEXT),
            ("../up.txt", TEXT),
            ("/abs.txt", TEXT),
            ("link.txt", tar_link("link.txt", "/etc/passwd")),
            ("hard.txt", tar_link("hard.txt", "good.txt", tarfile.LNKTYPE)),
            ("dev", tar_link("dev", "", tarfile.CHRTYPE)),
            ("nul.txt", bytes(600)),
            ("cables.csv", (row(1) + row(2)).encode()),
            ("last.txt", TEXT),
        ],
        mode,
    )
    found, skipped = take(path)
    names = [document.name.removeprefix(str(path)) for document in found]
    assert names == ["!./good.txt", "!cables.csv#1", "!cables.csv#2", "!last.txt"]
    assert "outside" in skipped["up.txt"]
    assert "outside" in skipped["abs.txt"]
    assert "link" in skipped["x.tar!link.txt"]
    assert "link" in skipped["x.tar!hard.txt"]
    assert "device" in skipped["x.tar!dev"]
    assert "NUL" in skipped["x.tar!nul.txt"]


def peak_of(path: Path, limits: Limits) -> tuple[int, dict[str, str], int]:
    tracemalloc.start()
    found, skipped = take(path, limits=limits)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return len(found), skipped, peak


def test_bombs_are_refused_whole_and_cost_no_memory(tmp_path: Path) -> None:
    zeros = b"0" * 20_000_000
    limits = Limits(ratio_from=1_000_000)
    for path in (
        make_zip(tmp_path / "b.zip", {f"{n}.txt": zeros for n in range(3)}),
        make_tar(tmp_path / "b.tgz", [(f"{n}.txt", zeros) for n in range(3)]),
    ):
        count, skipped, peak = peak_of(path, limits)
        assert count == 0
        assert "more than 100 times" in skipped[path.name]
        assert peak < 4_000_000
        assert "more than 19.1 MB" in take(path, limits=Limits(total=20_000_000))[1][path.name]


def test_an_archive_of_too_many_members_is_refused_whole(tmp_path: Path) -> None:
    limits = Limits(entries=1_000)
    honest = make_tar(tmp_path / "many.tar", [(f"{n}.txt", b"") for n in range(3_000)], "w")
    for path in (
        many_entries(tmp_path / "many.zip", 60_000, declared=60_000),
        many_entries(tmp_path / "liar.zip", 60_000, declared=5),
        many_entries(tmp_path / "wide.zip", 70_000, declared=70_000, wide=True),
        honest,
    ):
        count, skipped, peak = peak_of(path, limits)
        assert count == 0
        assert skipped == {
            path.name: "more than 1,000 members; split the archive, or unpack it and import the folder"
        }
        assert peak < 2_000_000


def test_refused_members_are_named_up_to_a_limit_and_then_counted(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "x.zip", {f"{n}.txt": b"" for n in range(30)})
    _, skipped = take(path, limits=Limits(lines=10))
    assert len(skipped) == 11
    assert skipped["x.zip"] == "20 more members not taken: empty (0 bytes)"


def test_a_tar_header_may_not_claim_a_gigabyte(tmp_path: Path) -> None:
    long_name = tarfile.TarInfo("././@LongLink")
    long_name.type, long_name.size = tarfile.GNUTYPE_LONGNAME, 50_000_000
    data = long_name.tobuf() + bytes(50_000_000)
    (tmp_path / "x.tar").write_bytes(data)
    count, skipped, peak = peak_of(tmp_path / "x.tar", Limits())
    assert count == 0
    assert "headers" in skipped["x.tar"]
    assert peak < 10_000_000


def test_damaged_archives_are_said_to_be_damaged(tmp_path: Path) -> None:
    good = make_zip(tmp_path / "a.zip", {"a.txt": TEXT * 50, "b.txt": TEXT}, zipfile.ZIP_STORED)
    data = good.read_bytes()
    (tmp_path / "cut.zip").write_bytes(data[:-30])
    (tmp_path / "bits.zip").write_bytes(data.replace(b"minister", b"sinister", 1))
    (tmp_path / "gz.gz").write_bytes(b"\x1f\x8b\x08\x00" + os.urandom(600))
    packed = make_tar(tmp_path / "x.tgz", [("a.txt", os.urandom(5_000).hex().encode())]).read_bytes()
    (tmp_path / "cut.tgz").write_bytes(packed[:-2_000])
    for name, said in {
        "cut.zip": "damaged zip",
        "gz.gz": "no sound tar",
        "cut.tgz": "no sound tar",
    }.items():
        found, skipped = take(tmp_path / name)
        assert found == []
        assert said in skipped[name]
    found, skipped = take(tmp_path / "bits.zip")
    assert [document.name[-5:] for document in found] == ["b.txt"]
    assert "damaged" in skipped["bits.zip!a.txt"]


def test_an_encrypted_member_and_one_too_large(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "x.zip", {"large.txt": b"x" * 3_000, "locked.txt": TEXT})
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    found, skipped = take(path, limits=Limits(document=2_000))
    assert found == []
    assert "limit" in skipped["x.zip!large.txt"]
    assert "encrypted" in skipped["x.zip!locked.txt"]


def test_an_empty_zip_gives_nothing(tmp_path: Path) -> None:
    zipfile.ZipFile(tmp_path / "x.zip", "w").close()
    assert take(tmp_path / "x.zip") == ([], {})
