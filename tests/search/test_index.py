from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cableview.model.cable import Cable
from cableview.model.progress import Progress
from cableview.search import IndexBusyError, Searcher, behind, catch_up, drop_index, open_index, parse_query
from cableview.search import searcher as searcher_room
from cableview.search.compiling import Compiler
from cableview.search.fetching import Fetcher
from cableview.search.folder import index_folder
from cableview.search.reading import Reader
from cableview.search.sections import FILE
from tests.search.conftest import CABLES, made


class Shelf:
    """A library as the index sees it."""

    def __init__(self, *entries: tuple[int, int, Cable]) -> None:
        self.entries = list(entries)

    name = "shelf"

    def identity(self) -> str:
        return self.name

    def latest_version(self) -> int:
        return max((version for version, *_ in self.entries), default=0)

    def count(self) -> int:
        return len({key for _, key, _ in self.entries})

    def stream(self, after_version: int) -> Iterator[tuple[int, int, Cable]]:
        return (entry for entry in self.entries if entry[0] > after_version)


def keys(folder: Path, text: str) -> list[int]:
    return sorted(hit.key for hit in Searcher(folder).search(parse_query(text, typing=False)).hits)


def filled(folder: Path) -> None:
    with open_index(folder) as index:
        for key, cable in enumerate(CABLES, 1):
            index.add(key, cable)
        index.commit(watermark=5)


def test_a_missing_folder_is_an_empty_index(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there"
    assert Searcher(folder).search(parse_query("a")).total == 0
    with open_index(folder, readonly=True) as index:
        assert (index.watermark, len(index), index.writable) == (0, 0, False)
    assert not folder.exists()
    with open_index(folder) as index:
        assert (index.watermark, len(index), index.writable) == (0, 0, True)


def test_what_is_not_committed_is_not_there(tmp_path: Path) -> None:
    filled(tmp_path)
    with open_index(tmp_path) as index:
        index.add(6, made("07LIMA1", "Late"))
        index.delete(1)
    assert keys(tmp_path, "") == [1, 2, 3, 4, 5]


def test_a_key_added_again_is_replaced(tmp_path: Path) -> None:
    filled(tmp_path)
    with open_index(tmp_path) as index:
        index.add(2, made("07BEIJING1625", "Other words"))
        index.add(6, made("07LIMA1", "First"))
        index.add(6, made("07LIMA1", "Second"))
        index.delete(3)
        index.commit(9)
        assert (index.watermark, len(index)) == (9, 5)
    assert keys(tmp_path, "") == [1, 2, 4, 5, 6]
    assert keys(tmp_path, "parts") == []
    assert keys(tmp_path, "first") == []
    assert keys(tmp_path, "second") == [6]


def test_a_cable_without_anything_can_be_held(tmp_path: Path) -> None:
    with open_index(tmp_path) as index:
        index.add(1, Cable())
        index.commit(1)
    assert keys(tmp_path, "") == [1]
    assert keys(tmp_path, "before:2010") == []


def test_one_writes_and_the_other_reads(tmp_path: Path) -> None:
    filled(tmp_path)
    with open_index(tmp_path) as first, open_index(tmp_path) as second:
        assert first.writable
        assert not second.writable
        with pytest.raises(IndexBusyError):
            second.add(6, CABLES[0])
        assert catch_up(Shelf((6, 6, CABLES[0])), second) == 0
        assert keys(tmp_path, "missile") == [2, 4]


def test_a_writer_that_was_killed_leaves_the_last_commit_and_no_lock(tmp_path: Path) -> None:
    filled(tmp_path)
    script = (
        "import sys; from pathlib import Path; from cableview.model.cable import Cable\n"
        "from cableview.search import open_index\n"
        "index = open_index(Path(sys.argv[1])); index.add(9, Cable()); print('added', flush=True); input()"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "added\n"
        with open_index(tmp_path) as index:
            assert not index.writable
        writer.kill()
    with open_index(tmp_path) as index:
        assert (index.watermark, len(index), index.writable) == (5, 5, True)


def test_an_index_that_is_being_written_is_not_dropped(tmp_path: Path) -> None:
    filled(tmp_path)
    with open_index(tmp_path) as index:
        assert index.writable
        with pytest.raises(IndexBusyError):
            drop_index(tmp_path)
    drop_index(tmp_path)
    drop_index(tmp_path)
    assert keys(tmp_path, "") == []


def test_reload_sees_the_latest_commit(tmp_path: Path) -> None:
    searcher = Searcher(tmp_path)
    filled(tmp_path)
    assert searcher.search(parse_query("missile")).total == 0
    searcher.reload()
    assert searcher.search(parse_query("missile")).total == 2
    drop_index(tmp_path)
    searcher.reload()
    assert searcher.search(parse_query("missile")).total == 0


def test_letting_go_frees_what_was_open_and_leaves_every_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searcher_room, "_SMALL", 0)
    filled(tmp_path)
    searcher = Searcher(tmp_path)
    asked = [parse_query(text) for text in ("misile", "zhang syria", "-missile", "", "camou")]
    before = [searcher.search(query) for query in asked]
    gc.collect()
    gc.disable()
    try:
        again = [searcher.search(query) for query in asked]
        searcher.let_go()
        assert not [thing for thing in gc.get_objects() if isinstance(thing, (Compiler, Reader))]
    finally:
        gc.enable()
    assert [searcher.search(query) for query in asked] == again == before


def truncate_all(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            os.truncate(path, path.stat().st_size // 2)


def empty_all(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(b"")


def scribble(folder: Path) -> None:
    for path in folder.rglob("meta.json"):
        path.write_text('{"segments": 3}')


def lose_segments(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.suffix in (".term", ".idx", ".store", ".fast"):
            path.unlink()


def other_version(folder: Path) -> None:
    next(folder.glob("index-*")).rename(folder / "index-0")


@pytest.mark.parametrize("harm", [truncate_all, empty_all, scribble, lose_segments, other_version])
def test_a_damaged_cache_is_an_empty_one(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    filled(tmp_path)
    with open_index(tmp_path) as index:
        index.save_vocabulary()
    harm(tmp_path)
    assert keys(tmp_path, "missile") == []
    with open_index(tmp_path) as index:
        assert index.watermark == 0
        catch_up(Shelf(*((key, key, cable) for key, cable in enumerate(CABLES, 1))), index)
    assert keys(tmp_path, "missile") == [2, 4]
    assert list(tmp_path.glob("*-*")) == [index_folder(tmp_path)]


def test_catching_up_takes_what_came_after_the_watermark(tmp_path: Path) -> None:
    shelf = Shelf(*((key, key, cable) for key, cable in enumerate(CABLES[:3], 1)))
    with open_index(tmp_path) as index:
        assert catch_up(shelf, index) == 3
        assert catch_up(shelf, index) == 0
        assert index.watermark == 3
    # A crash after the library's commit: the library is ahead by a new cable and a new version of a held one.
    shelf.entries += [(4, 4, CABLES[3]), (5, 2, made("07BEIJING1625", "Corrected copy"))]
    with open_index(tmp_path) as index:
        assert catch_up(shelf, index) == 2
        assert (index.watermark, len(index)) == (5, 4)
    assert keys(tmp_path, "missile") == [4]
    assert keys(tmp_path, "corrected copy") == [2]


def test_catching_up_tells_and_can_be_stopped(tmp_path: Path) -> None:
    shelf = Shelf(*((key, key, made(f"07LIMA{key}", "One of many")) for key in range(1, 501)))
    told: list[Progress] = []
    stopped = threading.Event()

    def show(progress: Progress) -> None:
        told.append(progress)
        if progress.done >= 400:
            stopped.set()

    with open_index(tmp_path) as index:
        done = catch_up(shelf, index, show, stopped.is_set)
        assert index.watermark == len(index) == done == 400
    assert [(progress.done, progress.total) for progress in told] == [(200, 500), (400, 500)]


def test_the_cache_of_another_library_or_parser_is_filled_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Shelf(*((key, key, cable) for key, cable in enumerate(CABLES, 1)))
    other = Shelf((1, 1, made("07LIMA1", "Copper")))
    other.name = "other"
    with open_index(tmp_path) as index:
        catch_up(first, index)
        assert behind(first, index) == 0
        assert behind(other, index) == 1
        assert catch_up(other, index) == 1
    assert keys(tmp_path, "") == keys(tmp_path, "copper") == [1]
    with open_index(tmp_path) as index:
        assert catch_up(other, index) == 0
        monkeypatch.setattr("cableview.parse.PARSER_VERSION", 1_000)
        assert catch_up(other, index) == 1
    assert keys(tmp_path, "copper") == [1]


@pytest.mark.parametrize("damaged", [None, b"", b"CBLVOC03" + bytes(200)])
def test_a_lost_or_older_list_of_words_is_written_again(tmp_path: Path, damaged: bytes | None) -> None:
    shelf = Shelf(*((key, key, cable) for key, cable in enumerate(CABLES, 1)))
    with open_index(tmp_path) as index:
        catch_up(shelf, index)
    words = tmp_path / FILE
    if damaged is None:
        words.unlink()
    else:
        words.write_bytes(damaged)
    assert keys(tmp_path, "missile") == [2, 4]
    with open_index(tmp_path) as index:
        assert behind(shelf, index) == 1
        assert catch_up(shelf, index) == 0
        assert behind(shelf, index) == 0
    assert keys(tmp_path, "norinko") == [1]


def test_a_cache_that_is_damaged_while_it_is_read_says_so_and_is_right_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(*((key, key, cable) for key, cable in enumerate(CABLES, 1)))
    with open_index(tmp_path) as index:
        catch_up(shelf, index)
    searcher = Searcher(tmp_path)
    assert searcher.search(parse_query("missile")).total == 2

    def panic(*_: object, **__: object) -> None:
        raise ValueError("corrupted block")

    with monkeypatch.context() as patched:
        patched.setattr(Fetcher, "fetch", panic)
        result = searcher.search(parse_query("missile"))
    assert (result.total, "damaged" in result.notes[-1]) == (0, True)
    assert searcher.damaged
    drop_index(tmp_path)
    searcher.reload()
    assert searcher.search(parse_query("missile")).total == 0
    with open_index(tmp_path) as index:
        catch_up(shelf, index)
    searcher.reload()
    assert searcher.search(parse_query("missile")).total == 2
    assert not searcher.damaged  # else it would be mended again at every key
