"""The stage behind an import: here and in workers, stopped, killed, and gone on with."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from cableview import locations
from cableview.entities import RULES_VERSION, Known, Names, count_names, find_mentions, group
from cableview.importing import extract_entities, extraction, import_paths, import_seeds, naming
from cableview.model.batch import Skipped
from cableview.model.cable import Cable
from cableview.model.progress import Progress
from cableview.store import open_library
from cableview.store.mentions import POSTED
from tests.support.cables import text_of, write_table
from tests.support.killing import run_until_killed

LIBRARY = locations.Library("test")


def kept(library: locations.Library) -> dict[tuple[str, str], list[str]]:
    """Return the ids of the cables that name each entity."""
    with open_library(library.cables, readonly=True) as cables:
        return {
            (e.type, e.name): sorted(
                row.id for row in cables.rows(cables.cables_with(e.type, e.name).tolist())
            )
            for e in cables.entities(limit=10_000)
        }


def behind(library: locations.Library) -> int:
    with open_library(library.cables, readonly=True) as cables:
        return cables.mentions_behind()


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few cables be work for workers, in many transactions."""
    monkeypatch.setattr(extraction, "SMALL", 0)
    monkeypatch.setattr(extraction, "_SPAN", 5)
    monkeypatch.setattr(extraction, "_BATCH", 10)


def test_what_is_kept_is_what_the_panel_lists() -> None:
    import_seeds(LIBRARY)
    assert behind(LIBRARY) == 5
    assert extract_entities(LIBRARY) == 5
    assert extract_entities(LIBRARY) == 0
    with open_library(LIBRARY.cables, readonly=True) as cables:
        for key in cables.order():
            (row,) = cables.rows([key])
            held = cables.load(row.id)
            assert held is not None
            listed = {
                (e.type, e.name.casefold())
                for e in group(find_mentions(held.cable, held.raw))
                if e.type in POSTED
            }
            counted = cables.entity_counts([key], limit=10_000)
            assert {(e.type, e.name.casefold()) for e in counted} == listed
        assert len(cables.cables_with("PLACE", "united states")) == 5


@pytest.mark.usefixtures("small_steps")
def test_workers_and_one_process_keep_the_same(tmp_path: Path) -> None:
    table = write_table(tmp_path / "cables.csv", 40)
    alone, many = locations.Library("alone"), locations.Library("many")
    for library in (alone, many):
        import_paths([str(table)], library, workers=1)
    seen: list[Progress] = []
    assert extract_entities(alone, workers=1) == 40
    assert extract_entities(many, workers=2, on_progress=seen.append) == 40
    assert kept(alone) == kept(many)
    assert len(kept(alone)["ORGANIZATION", "U.S. Embassy Rome"]) == 40
    assert [moment.done for moment in seen] == list(range(5, 41, 5))
    assert {(moment.total, moment.phase) for moment in seen} == {(40, "entities")}


@pytest.mark.usefixtures("small_steps")
def test_a_stop_keeps_what_was_found_and_the_same_call_goes_on(tmp_path: Path) -> None:
    import_paths([str(write_table(tmp_path / "cables.csv", 40))], LIBRARY, workers=1)
    done: list[int] = []
    count = extract_entities(
        LIBRARY,
        workers=2,
        on_progress=lambda moment: done.append(moment.done),
        cancelled=lambda: done[-1] >= 15,
    )
    assert count == 15
    assert behind(LIBRARY) == 25
    assert extract_entities(LIBRARY, workers=1) == 25
    assert len(kept(LIBRARY)["ORGANIZATION", "U.S. Embassy Rome"]) == 40


def test_new_rules_find_all_names_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "1.txt"
    path.write_text(text_of(1, "Ambassador Tanaka agreed."))
    import_paths([str(path)], LIBRARY)
    assert extract_entities(LIBRARY) == 1
    assert extract_entities(LIBRARY) == 0

    def renamed(cable: Cable, raw: str, known: Known) -> Names:
        return Names(
            Counter({("PERSON", "Suzuki"): count_names(cable, raw, known).often["PERSON", "Tanaka"]})
        )

    monkeypatch.setattr(naming, "count_names", renamed)
    monkeypatch.setattr(extraction, "RULES_VERSION", RULES_VERSION + 1)
    assert behind(LIBRARY) == 0
    assert extract_entities(LIBRARY) == 1
    assert kept(LIBRARY) == {("PERSON", "Suzuki"): ["08ROME1"]}
    assert extract_entities(LIBRARY) == 0


def test_another_text_of_a_cable_names_other_things(tmp_path: Path) -> None:
    path = tmp_path / "1.txt"
    path.write_text(text_of(1, "Ambassador Tanaka agreed."))
    import_paths([str(path)], LIBRARY)
    extract_entities(LIBRARY)
    assert kept(LIBRARY)["PERSON", "Tanaka"] == ["08ROME1"]
    path.write_text(text_of(1, "Ambassador Suzuki agreed.") + "¶2. (C) Another paragraph.\n")
    import_paths([str(path)], LIBRARY)
    assert extract_entities(LIBRARY) == 1
    assert ("PERSON", "Tanaka") not in kept(LIBRARY)
    assert kept(LIBRARY)["PERSON", "Suzuki"] == ["08ROME1"]


def test_a_cable_that_breaks_a_rule_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fragile(cable: Cable, raw: str, known: Known) -> Names:
        if cable.id == "08ROME1":
            raise RecursionError("deep")
        return count_names(cable, raw, known)

    monkeypatch.setattr(naming, "count_names", fragile)
    import_paths([str(write_table(tmp_path / "cables.csv", 2))], LIBRARY)
    skipped: list[Skipped] = []
    assert extract_entities(LIBRARY, on_skip=skipped.append) == 2
    assert [item.name for item in skipped] == ["08ROME1"]
    assert kept(LIBRARY)["ORGANIZATION", "U.S. Embassy Rome"] == ["08ROME2"]
    assert behind(LIBRARY) == 0


_PROGRAM = """
import os, signal, sys
from cableview import locations
from cableview.importing import extract_entities, extraction
if __name__ == "__main__":
    stop_at = int(sys.argv[1])
    extraction.SMALL, extraction._SPAN, extraction._BATCH, extraction._SECONDS = 0, 5, 10, 3600.0
    steps = 0
    def step():
        global steps
        steps += 1
        if steps == stop_at:
            os.kill(os.getpid(), signal.SIGKILL)
    add = extraction.Library.add_mentions
    def counted_add(self, *a):
        step()
        add(self, *a)
        step()
    extraction.Library.add_mentions = counted_add
    extract_entities(locations.Library("killed"), workers=int(sys.argv[2]))
"""


@pytest.mark.parametrize(("stop_at", "processes"), [(1, 1), (4, 2)])
def test_killed_at_any_step(tmp_path: Path, stop_at: int, processes: int) -> None:
    table = write_table(tmp_path / "cables.csv", 40)
    whole, killed = locations.Library("whole"), locations.Library("killed")
    for library in (whole, killed):
        import_paths([str(table)], library, workers=1)
    extract_entities(whole, workers=1)
    run_until_killed(tmp_path, _PROGRAM, stop_at, processes)
    assert behind(killed) == (40 if stop_at == 1 else 20)
    extract_entities(killed, workers=1)
    assert kept(killed) == kept(whole)
