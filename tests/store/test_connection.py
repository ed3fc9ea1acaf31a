from __future__ import annotations

import os
import pickle
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cableview.model.marks import Decision
from cableview.store import StoreError, open_library, open_marks
from cableview.store.connection import Database
from tests.support.stored import cable, spoil, store
from tests.support.unwritable import make_unwritable


def test_new_file_is_private_write_ahead_and_strict(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        store(library, cable("08BEIJING1"))
        for file in tmp_path.glob("library.db*"):
            assert stat.S_IMODE(file.stat().st_mode) == 0o600 or sys.platform == "win32"
    link = sqlite3.connect(path)
    assert link.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    loose = (
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'"
    )
    assert link.execute(loose).fetchall() == []
    link.close()


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + os.urandom(5000)])
@pytest.mark.parametrize("open_it", [open_library, open_marks])
def test_damaged_file_is_said_in_one_line(tmp_path: Path, content: bytes, open_it: object) -> None:
    path = tmp_path / "some.db"
    path.write_bytes(content)
    assert callable(open_it)
    with pytest.raises(StoreError) as caught:
        open_it(path)
    assert caught.value.file == path
    assert "\n" not in str(caught.value)
    assert "move it away" in caught.value.advice
    assert path.read_bytes() == content


def test_damage_within_is_said_when_it_is_met(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        store(library, *(cable(f"08BEIJING{n}", "word " * 40) for n in range(1, 400)))
    spoil(path, "cable")
    with open_library(path) as library:
        assert library.check()
        with pytest.raises(StoreError, match="damaged"):
            library.rows(library.order())


def test_reading_alone_makes_no_file_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with pytest.raises(StoreError, match="import"):
        open_library(path, readonly=True)
    assert not path.exists()
    open_library(path).close()
    with open_library(path, readonly=True) as library, pytest.raises(StoreError, match="may not be written"):
        library.start_batch(["x"])


def test_what_may_not_be_written_to_opens_for_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, marks_at, none_yet = (tmp_path / name for name in ("library.db", "marks.db", "none.db"))
    with open_library(path) as library, open_marks(marks_at) as marks:
        store(library, cable("08BEIJING1"))
        marks.decide("08BEIJING1", Decision.HOT)
    before = {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    make_unwritable(monkeypatch, tmp_path)
    for readonly in (True, False):
        with open_library(path, readonly=readonly) as library:
            assert library.count() == 1
            with pytest.raises(StoreError, match="nothing can be kept"):
                library.start_batch(["x"])
    with open_marks(marks_at) as marks, open_marks(none_yet) as empty:
        assert marks.decision("08BEIJING1") is Decision.HOT
        assert not empty.decided()
        for one in (marks, empty):
            with pytest.raises(StoreError, match="nothing can be kept"):
                one.decide("08BEIJING1", Decision.LATER)
            with pytest.raises(StoreError, match="nothing can be kept"):
                one.see("08BEIJING1")
    assert {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == before


@pytest.mark.parametrize("open_it", [open_library, open_marks])
def test_what_an_older_cableview_left_on_a_disk_only_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_it: Callable[[Path], object]
) -> None:
    path = tmp_path / "some.db"
    Database(path, advice="-").close()
    make_unwritable(monkeypatch, tmp_path)
    with pytest.raises(StoreError, match="an older cableview wrote it; copy"):
        open_it(path)


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be made"):
        open_library(tmp_path / "nowhere" / "library.db")


def test_a_fault_within_a_write_keeps_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.db", advice="-")
    database.run("CREATE TABLE t (n INTEGER) STRICT")

    def rows() -> Iterator[tuple[int]]:
        yield (1,)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), database.write():
        database.many("INSERT INTO t VALUES (?)", rows())
    assert database.all("SELECT * FROM t") == []
    database.close()


def test_two_connections_read_and_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as one, open_library(path) as other, open_library(path, readonly=True) as reader:
        store(one, cable("08BEIJING1"))
        assert reader.count() == 1
        store(other, cable("08BEIJING2"))
        assert one.count() == other.count() == reader.count() == 2


def test_error_travels_between_processes() -> None:
    error = StoreError(Path("library.db"), "it is damaged", "import again")
    assert str(pickle.loads(pickle.dumps(error))) == "library.db: it is damaged; import again"


@pytest.mark.parametrize(("bulk", "kibibytes"), [(False, 4_000), (True, 64_000)])
def test_only_work_on_all_cables_keeps_much_of_the_file(tmp_path: Path, bulk: bool, kibibytes: int) -> None:
    with open_library(tmp_path / "library.db", bulk=bulk) as library:
        assert library._database.number("PRAGMA cache_size") == -kibibytes
