"""Plain files, folders and pipes: what is taken, how it is decoded, and what is said of the rest."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.resources import resource_dir
from cableview.sources import Limits
from cableview.sources.decode import decode
from cableview.sources.sniff import Kind, sniff
from tests.support.archives import CABLE
from tests.support.taking import take


def test_a_folder_of_odd_files_gives_one_clear_line_each(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b"\x00" * 5000)
    (tmp_path / "d.txt").write_bytes("SUBJECT: CAFÉ\n\n1. (U) À demain.\n".encode("latin-1"))
    (tmp_path / "e.txt").write_bytes(b"word " * 2_000_000)
    found, skipped = take(tmp_path)
    assert [Path(document.name).name for document in found] == ["d.txt", "e.txt"]
    assert found[0].encoding == "cp1252"
    assert [problem.field for problem in found[0].problems] == ["encoding"]
    assert "PDF" in skipped["a.pdf"]
    assert "empty" in skipped["b.txt"]
    assert "NUL" in skipped["c.txt"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "picture"),
        (b"{\\rtf1 x}", "RTF"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"[Content_Types].xml", "office"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "office"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"SQLite format 3\x00", "database"),
        ("SUBJECT: X".encode("utf-16-le") * 20, "UTF-16"),
        (bytes(range(256)) * 20, "binary"),
        (b" \n\t\n", "blanks"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "x").write_bytes(data)
    found, skipped = take(tmp_path / "x")
    assert found == []
    assert said in skipped["x"]


@pytest.mark.parametrize(
    ("data", "text", "encoding", "guessed"),
    [
        ("¶1. Ä\r\n".encode(), "¶1. Ä\r\n", "utf-8", False),
        ("¶1. Ä".encode("utf-8-sig"), "¶1. Ä", "utf-8-sig", False),
        ("¶1. Ä".encode("utf-16"), "¶1. Ä", "utf-16", False),
        ("\ufeffÄ".encode("utf-16-be"), "Ä", "utf-16", False),
        (b"\xff\xfe\x00\xd8", "\ufffd", "utf-16", True),
        ("“Ä”".encode("cp1252"), "“Ä”", "cp1252", True),
        (b"\x81\xc4", "\x81Ä", "latin-1", True),
        ("ÄÖÜß".encode() + b"\xff", "ÄÖÜß\ufffd", "utf-8", True),
    ],
)
def test_decoding_is_strict_first_and_says_when_it_guessed(
    data: bytes, text: str, encoding: str, guessed: bool
) -> None:
    decoded = decode(data)
    assert decoded[:2] == (text, encoding)
    assert bool(decoded[2]) is guessed


@given(st.binary(max_size=300))
def test_any_bytes_are_told_and_decoded(data: bytes) -> None:
    kind, reason = sniff(data)
    assert (kind is Kind.REFUSED) is bool(reason)
    assert isinstance(decode(data)[0], str)


def test_a_text_with_escapes_and_a_stray_nul_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("1. (C) \x1b]52;c;aGk=\x07 and \x00 more text than that." * 3)
    found, skipped = take(tmp_path)
    assert len(found) == 1
    assert skipped == {}


def test_the_seeds_are_read_byte_for_byte() -> None:
    folder = resource_dir("seeds")
    found, skipped = take(folder)
    assert [Path(document.name).stem for document in found] == sorted(path.stem for path in folder.iterdir())
    assert [document.text.encode() for document in found] == [
        p.read_bytes() for p in sorted(folder.iterdir())
    ]
    assert skipped == {}


def test_a_tree_is_read_in_order_without_following_links(tmp_path: Path) -> None:
    tree, outside = tmp_path / "tree", tmp_path / "outside.txt"
    (tree / "b" / "deep").mkdir(parents=True)
    outside.write_text(CABLE)
    for name in ("z.md", "a", "b/2.txt", "b/deep/1.cable", "b/NO. 12"):
        (tree / name).write_text(CABLE)
    (tree / "link.txt").symlink_to(outside)
    (tree / "loop").symlink_to(tree, target_is_directory=True)
    (tree / ".hidden").write_text(CABLE)
    (tree / "notes.json").write_text("{}")
    os.mkfifo(tree / "pipe")
    found, skipped = take(tree)
    names = [document.name.removeprefix(f"{tree}/") for document in found]
    assert names == ["a", "z.md", "b/2.txt", "b/NO. 12", "b/deep/1.cable"]
    assert "link" in skipped["link.txt"]
    assert "link" in skipped["loop"]
    assert "hidden" in skipped[".hidden"]
    assert ".json" in skipped["notes.json"]
    assert "pipe" in skipped["pipe"]
    assert len(take(tree / "notes.json", tree / "link.txt")[0]) == 2


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    found, skipped = take(tmp_path / "nowhere", "with\x00nul", "/dev/null")
    assert found == []
    assert "No such file" in skipped["nowhere"]
    assert "null byte" in skipped["with\x00nul"]
    assert "not a file" in skipped["null"]


def test_a_name_that_is_no_unicode_is_shown_with_replacements(tmp_path: Path) -> None:
    name = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118 - a path of bytes
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(CABLE)
    found, _ = take(tmp_path)
    assert found[0].name.endswith("caf\ufffd.txt")


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("x" * 2000)
    found, skipped = take(tmp_path, limits=Limits(document=1000))
    assert found == []
    assert skipped["x.txt"] == "2.0 kB, above the limit of 1000 bytes for one cable; split it"


@pytest.mark.parametrize(
    ("data", "texts", "said"),
    [
        (CABLE.encode(), [CABLE], ""),
        (b"", [], "empty"),
        (b"PK\x03\x04 and so on", [], "pipe"),
        (b"x" * 2000, [], "limit"),
        (b'"1","1/2/2003 4:05","03ROME6","Embassy Rome","SECRET","","H","B"\n', ["H\nB"], ""),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str], said: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found, skipped = take("-", limits=Limits(document=1000))
    assert [document.text for document in found] == texts
    assert said in skipped.get("stdin", "")
