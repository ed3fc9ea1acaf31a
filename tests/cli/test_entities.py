"""``entities``, and the stage behind ``import``, run as a person would."""

from __future__ import annotations

from pathlib import Path

import pytest

from cableview import locations
from cableview.cli import extracting
from cableview.cli.progress import Bar
from cableview.importing import import_paths
from tests.support.cables import write_table
from tests.support.commands import SEEDS, records, run


def test_import_finds_the_entities_after_the_cables() -> None:
    result = run("import", SEEDS)
    assert result.exit_code == 0
    assert result.stderr.index("5 new") < result.stderr.index("entities of 5 cables found")
    first = records(run("entities", "--json", "--type", "place"))[0]
    assert first == {"type": "PLACE", "name": "United States", "cables": 5}
    assert run("entities", "--limit", "3").stdout.count("\n") == 3


def test_import_can_leave_the_entities_for_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "_AT_ONCE", 2)
    table = write_table(tmp_path / "cables.csv", 3)
    assert "entities" not in run("import", "--no-entities", str(table)).stderr
    waiting = run("entities")
    assert waiting.exit_code == 1
    assert "3 cables are not counted yet" in waiting.stderr
    assert "entities of 3 cables found" in run("entities", "--update").stderr
    assert "U.S. Embassy Rome" in run("entities").stdout
    assert run("entities", "--update").exit_code == 0


def test_a_few_cables_that_wait_are_counted_at_once() -> None:
    assert "Beijing" in run("entities").stdout


def test_ctrl_c_keeps_what_was_found_and_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_paths([str(write_table(tmp_path / "cables.csv", 120))], locations.Library(), workers=1)
    with monkeypatch.context() as patched:
        patched.setattr(Bar, "interrupted", lambda _: True)
        stopped = run("entities", "--update")
    assert stopped.exit_code == 130
    assert "cableview entities --update" in stopped.stderr
    found = int(stopped.stderr.split("entities of ")[1].split()[0])
    assert 0 < found < 120
    assert f"entities of {120 - found} cables found" in run("entities", "--update").stderr


def test_cables_that_name_an_entity() -> None:
    run("import", SEEDS)
    named = records(run("entities", "--cables", "namchongang trading corporation", "--json"))
    assert "08BEIJING2648" in {record["id"] for record in named}
    sent = [str(record["sent"]) for record in records(run("entities", "--cables", "Iran", "--json"))]
    assert len(sent) > 2
    assert sent == sorted(sent, reverse=True)
    assert run("entities", "--cables", "Iran", "--type", "PERSON").exit_code == 1
    near = run("entities", "--cables", "Namchon")
    assert near.exit_code == 1
    assert "Namchongang" in near.stderr


def test_of_one_cable_by_type() -> None:
    everything = run("entities", "08BEIJING3039").stdout
    assert "Aubrey Carlson" in everything
    people = run("entities", "08BEIJING3039", "--type", "person").stdout
    assert people in everything
    assert {line.split()[0] for line in people.splitlines()} == {"PERSON"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--type", "cities"), "none of PERSON"),
        (("08BEIJING3039", "--update"), "leave out the ID"),
        (("08BEIJING3039", "--cables", "Iran"), "leave out the ID"),
    ],
)
def test_wrong_use_is_explained(words: tuple[str, ...], said: str) -> None:
    result = run("entities", *words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_type_that_is_not_counted_for_the_library_is_named() -> None:
    result = run("entities", "--type", "DATE")
    assert result.exit_code == 1
    assert "PERSON, ORGANIZATION" in result.stderr
