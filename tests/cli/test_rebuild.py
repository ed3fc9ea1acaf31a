"""``rebuild``: a new search cache, and after an upgrade texts read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cableview import locations
from cableview.cli.progress import Bar
from cableview.importing import import_paths, rereading
from cableview.model.cable import Cable
from cableview.model.document import Document
from cableview.parse import PARSER_VERSION
from cableview.store import open_library
from cableview.store.reading import read
from tests.support.cables import content, searchable, write_table
from tests.support.commands import run

LIBRARY = locations.Library()


@pytest.fixture
def cables(tmp_path: Path) -> None:
    """Thirty cables in the main library, their entities found."""
    assert run("import", "--workers", "1", str(write_table(tmp_path / "cables.csv", 30))).exit_code == 0


@pytest.fixture
def upgraded(cables: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same under a parser of a later version, which reads subjects otherwise."""

    def newer(document: Document, cable_id: str) -> Cable:
        cable = read(document, cable_id)
        return replace(cable, subject=f"NEW {cable.subject}", references=(), reference_mentions=())

    for module in ("cableview.parse", "cableview.importing.rereading"):
        monkeypatch.setattr(f"{module}.PARSER_VERSION", PARSER_VERSION + 1)
    monkeypatch.setattr(rereading, "read", newer)
    monkeypatch.setattr(rereading, "_BATCH", 10)


@pytest.mark.usefixtures("cables")
def test_nothing_is_read_again_without_an_upgrade() -> None:
    before = content(LIBRARY)
    result = run("rebuild")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == ["30 cables can be searched"]
    assert content(LIBRARY) == before


@pytest.mark.usefixtures("upgraded")
def test_an_upgrade_renews_rows_references_and_entities_and_keeps_marks() -> None:
    assert run("decide", "08ROME5", "hot").exit_code == 0
    assert run("missing").exit_code == 0
    assert "30 texts were read by an older parser" in run("check").stdout
    result = run("rebuild")
    assert result.exit_code == 0
    assert "30 texts read again" in result.stderr
    assert "entities of 30 cables found" in result.stderr
    with open_library(LIBRARY.cables) as library:
        rows = library.rows(library.order("id"))
        assert [row.subject for row in rows] == [f"NEW TALK NUMBER {n}" for n in range(1, 31)]
        assert {row.versions for row in rows} == {1}
        assert len(library.batches()) == 1
    assert run("missing").exit_code == 1
    assert "older parser" not in run("check").stdout
    assert run("undo").stderr == "undone: hot on 08ROME5\n"


@pytest.mark.usefixtures("upgraded")
def test_a_stop_at_any_moment_is_made_good_by_the_same_command(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def interrupted(_: Bar) -> bool:
        asked.append(1)
        return len(asked) > 13

    with monkeypatch.context() as patched:
        patched.setattr(Bar, "interrupted", interrupted)
        stopped = run("rebuild")
    assert stopped.exit_code == 130
    assert "same command" in stopped.stderr
    with open_library(LIBRARY.cables) as library:
        assert 0 < library.outdated_count(PARSER_VERSION + 1) < 30
    assert run("search", "minister").exit_code == 0
    assert searchable(LIBRARY) == 30
    assert run("rebuild").exit_code == 0
    with open_library(LIBRARY.cables) as library:
        assert library.outdated_count(PARSER_VERSION + 1) == 0
        assert library.mentions_behind() == 0


@pytest.mark.usefixtures("cables")
@pytest.mark.parametrize("keep", [0, 0.5])
def test_a_cache_cut_to_half_or_lost_costs_a_rebuild_only(keep: float) -> None:
    before = sorted(run("search", "minister", "--limit", "50").stdout.splitlines())
    assert len(before) == 30
    for file in LIBRARY.cache.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            file.write_bytes(data[: int(len(data) * keep)])
    result = run("search", "minister", "--limit", "50")
    assert result.exit_code == 0
    assert sorted(result.stdout.splitlines()) == before


def test_two_imports_at_once_take_everything(tmp_path: Path) -> None:
    """The second starts while the first holds the search cache and has cables waiting to be written."""
    first, second = (write_table(tmp_path / f"{n}.csv", n) for n in (30, 60))
    inner: list[int] = []

    def meanwhile() -> bool:
        if not inner:
            inner.append(import_paths([str(second)], LIBRARY, workers=1).new)
        return False

    batch = import_paths([str(first)], LIBRARY, workers=1, cancelled=meanwhile)
    assert batch.finished is not None
    assert inner == [60]
    assert (batch.new, batch.identical) == (0, 30)
    assert run("search", "minister").exit_code == 0
    assert searchable(LIBRARY) == len(content(LIBRARY)) == 60
