"""The second pass over names: what one cable tells helps the others; stopped, killed, gone on with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cableview import locations
from cableview.entities import Known, Names, count_names, find_mentions
from cableview.importing import extract_entities, import_paths, naming, recalling
from cableview.model.batch import Skipped
from cableview.model.cable import Cable
from cableview.model.progress import Progress
from cableview.search import catch_up, open_index
from cableview.store import open_library
from tests.support.cables import text_of
from tests.support.killing import run_until_killed

LIBRARY = locations.Library("test")
FIRM, MAN, SHIP = ("ORGANIZATION", "Zentrolux"), ("PERSON", "Than Shwe"), ("VESSEL", "Iran Teyfouri")
TELLING = (
    "The German company Zentrolux shipped steel.",
    "General Than Shwe received the Ambassador.",
    "The M/V Iran Teyfouri left port.",
)
NAMING = (
    "We saw papers of Zentrolux there.",
    "Everyone spoke of Than Shwe then.",
    "Soldiers boarded Iran Teyfouri at sea.",
)


def bring(folder: Path, bodies: dict[int, str], library: locations.Library = LIBRARY) -> None:
    """Import cables by their number; the paths may have other texts later."""
    paths = []
    for number, body in bodies.items():
        path = folder / f"{number}.txt"
        path.write_text(text_of(number, body), encoding="utf-8")
        paths.append(str(path))
    import_paths(paths, library, workers=1)


def naming_cables(name: tuple[str, str], library: locations.Library = LIBRARY) -> list[str]:
    """Return the ids of the cables that name an entity, as they are kept."""
    with open_library(library.cables, readonly=True) as cables:
        return sorted(row.id for row in cables.rows(cables.cables_with(*name)))


def kept(library: locations.Library) -> dict[tuple[str, str], list[str]]:
    with open_library(library.cables, readonly=True) as cables:
        names = [(e.type, e.name) for e in cables.entities(limit=10_000)]
    return {name: naming_cables(name, library) for name in names}


def waits(library: locations.Library = LIBRARY) -> tuple[int, int]:
    """Return how many names wait for the question, and how many cables wait to be read again."""
    with open_library(library.cables, readonly=True) as cables:
        return cables.told_count(), cables.recall_count()


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few names be work for workers, in many transactions."""
    for name, value in (("SMALL", 0), ("_NAMES", 1), ("_CABLES", 1), ("_BATCH", 2)):
        monkeypatch.setattr(recalling, name, value)


@pytest.mark.parametrize("place", range(3))
def test_a_cable_that_only_names_it_is_found_after_the_second_pass(
    tmp_path: Path, place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = (FIRM, MAN, SHIP)[place]
    bring(tmp_path, {1: NAMING[place], 2: TELLING[place], 3: "The minister agreed."})
    with monkeypatch.context() as patch:
        patch.setattr("cableview.importing.extraction.recall_names", lambda *_, **__: 0)
        assert extract_entities(LIBRARY) == 3
    assert naming_cables(name) == ["08ROME2"]
    assert waits() == (1, 0)
    assert extract_entities(LIBRARY) == 0
    assert naming_cables(name) == ["08ROME1", "08ROME2"]
    with open_library(LIBRARY.cables, readonly=True) as cables:
        held = cables.load("08ROME1")
        assert held is not None
        assert name in {(mention.type, mention.name) for mention in cables.mentions_of(held)}
        assert name not in {(mention.type, mention.name) for mention in find_mentions(held.cable, held.raw)}


def test_nothing_is_done_the_second_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(tmp_path, dict(enumerate(TELLING + NAMING, 1)))
    extract_entities(LIBRARY)
    first = kept(LIBRARY)
    assert waits() == (0, 0)

    def fail(*_: object) -> None:
        raise AssertionError("asked or read again")

    for name in ("ask", "recall", "_can_be_asked"):
        monkeypatch.setattr(recalling, name, fail)
    seen: list[Progress] = []
    assert extract_entities(LIBRARY, on_progress=seen.append) == 0
    assert seen == []
    assert kept(LIBRARY) == first


def test_a_cable_that_comes_later_knows_what_was_told_before(tmp_path: Path) -> None:
    bring(tmp_path, {1: TELLING[0]})
    extract_entities(LIBRARY)
    bring(tmp_path, {2: NAMING[0]})
    assert extract_entities(LIBRARY) == 1
    assert naming_cables(FIRM) == ["08ROME1", "08ROME2"]
    bring(tmp_path, {2: "The minister agreed. He said no more."})
    assert extract_entities(LIBRARY) == 1
    assert naming_cables(FIRM) == ["08ROME1"]


def test_an_organization_that_has_a_known_name_in_its_own_stays_whole(tmp_path: Path) -> None:
    body = "The Than Shwe Foundation paid Zentrolux Trading Company."
    bring(tmp_path, {1: TELLING[0], 2: TELLING[1], 3: body})
    extract_entities(LIBRARY)
    assert naming_cables(FIRM) == ["08ROME1"]
    assert naming_cables(MAN) == ["08ROME2"]
    assert naming_cables(("ORGANIZATION", "Zentrolux Trading Company")) == ["08ROME3"]


def test_a_name_is_not_asked_for_until_the_search_cache_holds_every_cable(tmp_path: Path) -> None:
    bring(tmp_path, {1: TELLING[0], 2: NAMING[0]})
    shutil.rmtree(LIBRARY.cache)
    extract_entities(LIBRARY)
    assert naming_cables(FIRM) == ["08ROME1"]
    assert waits() == (1, 0)
    assert not list(LIBRARY.cache.glob("*"))
    with open_library(LIBRARY.cables) as cables, open_index(LIBRARY.cache) as index:
        catch_up(cables, index)
    extract_entities(LIBRARY)
    assert naming_cables(FIRM) == ["08ROME1", "08ROME2"]
    assert waits() == (0, 0)


@pytest.mark.usefixtures("small_steps")
def test_a_stop_keeps_what_is_done_and_the_same_call_goes_on(tmp_path: Path) -> None:
    bring(tmp_path, dict(enumerate(TELLING + NAMING, 1)))
    seen: list[Progress] = []
    extract_entities(
        LIBRARY,
        workers=1,
        on_progress=seen.append,
        cancelled=lambda: bool(seen) and seen[-1].phase == "recalling names",
    )
    assert (seen[-1].done, seen[-1].total) == (1, 3)
    assert waits() == (0, 2)
    extract_entities(LIBRARY, workers=1)
    assert waits() == (0, 0)
    for place, name in enumerate((FIRM, MAN, SHIP), 1):
        assert naming_cables(name) == [f"08ROME{place}", f"08ROME{place + 3}"]


@pytest.mark.usefixtures("small_steps")
def test_workers_and_one_process_keep_the_same(tmp_path: Path) -> None:
    alone, many = locations.Library("alone"), locations.Library("many")
    seen: list[Progress] = []
    for library, workers in ((alone, 1), (many, 2)):
        bring(tmp_path, dict(enumerate(TELLING + NAMING, 1)), library)
        extract_entities(library, workers=workers, on_progress=seen.append)
    assert kept(alone) == kept(many)
    assert naming_cables(SHIP, many) == ["08ROME3", "08ROME6"]
    phases = [(moment.phase, moment.done, moment.total) for moment in seen[-6:]]
    steps = ("asking for names", "recalling names")
    assert phases == [(phase, done, 3) for phase in steps for done in (1, 2, 3)]


def test_a_cable_that_breaks_a_rule_is_said_and_keeps_what_it_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fragile(cable: Cable, raw: str, known: Known) -> Names:
        if known.names:
            raise RecursionError("deep")
        return count_names(cable, raw, known)

    monkeypatch.setattr(naming, "count_names", fragile)
    bring(tmp_path, {1: TELLING[0], 2: NAMING[0]})
    skipped: list[Skipped] = []
    extract_entities(LIBRARY, on_skip=skipped.append)
    assert [item.name for item in skipped] == ["08ROME2"]
    assert naming_cables(("ORGANIZATION", "U.S. Embassy Rome")) == ["08ROME1", "08ROME2"]
    assert waits() == (0, 0)


_PROGRAM = """
import os, signal, sys
from cableview import locations
from cableview.importing import extract_entities, recalling
if __name__ == "__main__":
    stop_at = int(sys.argv[1])
    recalling.SMALL, recalling._NAMES, recalling._CABLES, recalling._BATCH = 0, 1, 1, 1
    steps = 0
    def counted(keep):
        def step(self, items):
            global steps
            for _ in range(2):
                steps += 1
                if steps == stop_at:
                    os.kill(os.getpid(), signal.SIGKILL)
                if steps % 2:
                    keep(self, items)
        return step
    for name in ("keep_asked", "keep_recalled"):
        setattr(recalling.Library, name, counted(getattr(recalling.Library, name)))
    extract_entities(locations.Library("killed"), workers=int(sys.argv[2]))
"""


@pytest.mark.parametrize(
    ("stop_at", "workers", "left"), [(1, 1, (3, 0)), (4, 2, (1, 2)), (7, 1, (0, 3)), (10, 1, (0, 1))]
)
def test_killed_at_any_step(tmp_path: Path, stop_at: int, workers: int, left: tuple[int, int]) -> None:
    whole, killed = locations.Library("whole"), locations.Library("killed")
    for library in (whole, killed):
        bring(tmp_path, dict(enumerate(TELLING + NAMING, 1)), library)
    extract_entities(whole, workers=1)
    run_until_killed(tmp_path, _PROGRAM, stop_at, workers)
    assert waits(killed) == left
    extract_entities(killed, workers=1)
    assert waits(killed) == (0, 0)
    assert kept(killed) == kept(whole)
    assert naming_cables(SHIP, killed) == ["08ROME3", "08ROME6"]
