"""One import: new, changed, identical, skipped; in this process or in workers; stopped and gone on with."""

from __future__ import annotations

import io
import shutil
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from cableview import locations
from cableview.importing import grouping, import_paths, import_seeds, parcel, run, writer
from cableview.model.cable import Cable
from cableview.model.document import Document
from cableview.model.progress import Progress
from cableview.parse import parse_document
from cableview.search import Searcher, parse_query
from cableview.search.index import open_index
from cableview.sources import table as tables
from cableview.store import open_library, prepare
from tests.support.cables import content, searchable, text_of, write_table

LIBRARY = locations.Library("test")


def found(query: str) -> int:
    return Searcher(LIBRARY.cache).search(parse_query(query)).total


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a table of a few cables be work for workers, in many pieces."""
    monkeypatch.setattr(run, "SMALL", 0)
    monkeypatch.setattr(grouping, "BYTES", 2_000)
    monkeypatch.setattr(tables, "CHUNK", 4_000)


def test_the_seeds_are_readable_and_searchable() -> None:
    batch = import_seeds(LIBRARY)
    assert (batch.new, batch.changed, batch.identical, batch.skipped) == (5, 0, 0, ())
    assert batch.finished is not None
    assert found("norinco") > 0
    again = import_seeds(LIBRARY)
    assert (again.new, again.identical) == (0, 5)
    assert searchable(LIBRARY) == 5


def test_a_report_counts_new_changed_identical_and_names_the_skipped(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "1.txt").write_text(text_of(1))
    (folder / "2.txt").write_text(text_of(2))
    (folder / "3.txt").write_text(text_of(2))
    (folder / "empty.txt").write_text("")
    (folder / "latin.txt").write_bytes(text_of(4, "Un café.").encode("latin-1"))
    first = import_paths([str(folder)], LIBRARY)
    assert (first.new, first.changed, first.identical) == (3, 0, 1)
    assert [Path(item.name).name for item in first.skipped] == ["empty.txt"]
    assert ("encoding", 1) in first.problems
    (folder / "1.txt").write_text(text_of(1, "The premier agreed.") + "¶2. (C) Another paragraph.\n")
    second = import_paths([str(folder)], LIBRARY)
    assert (second.new, second.changed, second.identical) == (0, 1, 3)
    assert found("premier") == 1
    assert searchable(LIBRARY) == 3


def test_a_shorter_version_does_not_take_the_place_of_a_longer_one(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(text_of(1, "The premier agreed.\n¶2. (C) More of it."))
    import_paths([str(path)], LIBRARY)
    path.write_text(text_of(1, "The minister agreed."))
    assert import_paths([str(path)], LIBRARY).changed == 1
    assert (found("premier"), found("minister")) == (1, 0)


def test_workers_and_one_process_give_the_same_library(tmp_path: Path, small_steps: None) -> None:
    table = write_table(tmp_path / "cables.csv", 120)
    alone, many = locations.Library("alone"), locations.Library("many")
    seen: list[Progress] = []
    assert import_paths([str(table)], alone, workers=1).new == 120
    assert import_paths([str(table)], many, workers=2, on_progress=seen.append).new == 120
    assert content(alone) == content(many)
    assert searchable(alone) == searchable(many) == 120
    assert [moment.done for moment in seen] == sorted(moment.done for moment in seen)
    assert seen[-1].done == seen[-1].total == 120


def test_an_import_that_was_cancelled_is_usable_and_goes_on(tmp_path: Path, small_steps: None) -> None:
    table = write_table(tmp_path / "cables.csv", 120)
    done: list[int] = []
    stopped = import_paths(
        [str(table)],
        LIBRARY,
        workers=2,
        on_progress=lambda moment: done.append(moment.done),
        cancelled=lambda: done[-1] > 20,
    )
    assert stopped.finished is None
    assert 20 < stopped.new < 120
    assert searchable(LIBRARY) == stopped.new
    rest = import_paths([str(table)], LIBRARY, workers=1)
    assert rest.id == stopped.id
    assert rest.finished is not None
    assert rest.new + rest.identical == 120 or rest.new == 120
    assert len(content(LIBRARY)) == searchable(LIBRARY) == 120
    assert import_paths([str(table)], LIBRARY, workers=1).identical == 120


def test_cables_become_searchable_after_so_many_however_fast_they_come(
    tmp_path: Path, small_steps: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "BATCH", 10)
    monkeypatch.setattr(writer, "COMMITTED_EVERY", 30)
    monkeypatch.setattr(writer, "_COMMIT_SECONDS", (600.0, 600.0))
    counts: list[int] = []

    def look(moment: Progress) -> None:
        with open_index(LIBRARY.cache, readonly=True) as index:
            counts.append(len(index))

    import_paths([str(write_table(tmp_path / "cables.csv", 200))], LIBRARY, workers=1, on_progress=look)
    held = sorted(set(counts))
    assert held[-1] == 200
    assert all(30 <= after - before < 60 for before, after in pairwise(held[:-1]))


def test_a_search_cache_that_lags_behind_is_brought_up_first(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(text_of(1, "The premier agreed."))
    (tmp_path / "2.txt").write_text(text_of(2))
    import_paths([str(tmp_path / "1.txt")], LIBRARY)
    shutil.rmtree(LIBRARY.cache)
    import_paths([str(tmp_path / "2.txt")], LIBRARY)
    assert searchable(LIBRARY) == 2
    assert found("premier") == 1


def test_a_library_that_takes_the_place_of_another_gets_a_search_cache_of_its_own(tmp_path: Path) -> None:
    for number, word in ((1, "premier"), (2, "minister")):
        (tmp_path / f"{number}.txt").write_text(text_of(number, f"The {word} agreed."))
    import_paths([str(tmp_path / "1.txt")], LIBRARY)
    for file in LIBRARY.data.glob("library.db*"):
        file.unlink()
    import_paths([str(tmp_path / "2.txt")], LIBRARY)
    assert (found("premier"), found("minister")) == (0, 1)


def test_another_writer_of_the_search_cache_does_not_hinder_an_import(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(text_of(1))
    LIBRARY.make()
    with open_index(LIBRARY.cache) as index:
        assert index.writable
        assert import_paths([str(tmp_path / "1.txt")], LIBRARY).new == 1
    (tmp_path / "2.txt").write_text(text_of(2))
    import_paths([str(tmp_path / "2.txt")], LIBRARY)
    assert searchable(LIBRARY) == 2


def test_cables_that_another_process_put_in_meanwhile_become_searchable(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(text_of(number))
    LIBRARY.make()
    calls: list[int] = []

    def interfere() -> bool:
        # Asked after the first parcel is taken and before it is written.
        if not calls:
            calls.append(1)
            with open_index(tmp_path / "elsewhere"):
                other = locations.Library("other")
                import_paths([str(tmp_path / "2.txt")], other)
            with open_library(other.cables) as source, open_library(LIBRARY.cables) as target:
                batch = target.start_batch(["meanwhile"])
                target.add(batch, [prepare(d, parse_document(d)) for _, _, _, d in source.documents()])
        return False

    import_paths([str(tmp_path / "1.txt")], LIBRARY, cancelled=interfere)
    assert searchable(LIBRARY) == 2


def test_standard_input_has_no_total(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text_of(1).encode())))
    seen: list[Progress] = []
    assert import_paths(["-"], LIBRARY, on_progress=seen.append).new == 1
    assert {moment.total for moment in seen} == {None}


def test_nothing_to_take_is_a_report_too(tmp_path: Path) -> None:
    batch = import_paths([str(tmp_path / "nowhere")], LIBRARY)
    assert (batch.new, len(batch.skipped)) == (0, 1)
    assert batch.finished is not None


def test_a_cable_that_breaks_the_parser_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fragile(document: Document) -> Cable:
        if "ROME 000001" in document.text:
            raise RecursionError("deep")
        return parse_document(document)

    monkeypatch.setattr(parcel, "parse_document", fragile)
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(text_of(number))
    batch = import_paths([str(tmp_path)], LIBRARY)
    assert batch.new == 1
    assert any("could not be parsed" in item.reason for item in batch.skipped)


def test_texts_that_are_held_are_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = write_table(tmp_path / "cables.csv", 20)
    import_paths([str(table)], LIBRARY)
    monkeypatch.setattr(parcel, "parse_document", lambda document: pytest.fail(document.name))
    again = import_paths([str(table)], LIBRARY)
    assert (again.identical, again.skipped) == (20, ())
