"""Correcting entities from the command line, on the seeds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.commands import records, run

CABLE = "08BEIJING2648"


def listed() -> dict[str, str]:
    """Return (type by name) what a cable lists."""
    return {str(one["name"]): str(one["type"]) for one in records(run("entities", CABLE, "--json"))}


def test_every_way_to_correct() -> None:
    assert listed()["Syria"] == "PLACE"
    for words, said in (
        (("Syria", "--rename", "Syrian Arab Republic"), "Syria is Syrian Arab Republic (everywhere)"),
        (("Iran", "--hide"), "Iran is hidden (everywhere)"),
        (("China", "--retype", "organization", "--in", CABLE), f"China is ORGANIZATION ({CABLE})"),
        (
            ("United States", "--not-same", "--in", "07beijing2896"),
            "United States is United States (07BEIJING2896) (07BEIJING2896)",
        ),
    ):
        done = run("correct", *words)
        assert (done.exit_code, done.stderr.splitlines()[-1]) == (0, said)
    now = listed()
    assert now["Syrian Arab Republic"] == "PLACE"
    assert now["China"] == "ORGANIZATION"
    assert not {"Syria", "Iran"} & now.keys()
    names = [one["name"] for one in records(run("entities", "--type", "place", "--json"))]
    assert "Syrian Arab Republic" in names
    assert not {"Syria", "Iran"} & set(names)
    found = run("entities", "--cables", "Syrian Arab Republic", "--json")
    assert CABLE in [one["id"] for one in records(found)]


def cables(name: str) -> set[object]:
    return {one["id"] for one in records(run("entities", "--cables", name, "--json"))}


def test_merge_joins_the_cables_of_both() -> None:
    both = cables("China") | cables("Iran")
    assert both > cables("Iran")
    done = run("correct", "China", "--merge", "Iran")
    assert done.exit_code == 0, done.stderr
    assert cables("Iran") == both
    assert cables("China") == set()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Syria",), "say one thing"),
        (("Syria", "--hide", "--rename", "X"), "say one thing"),
        (("Syria", "--hide", "--form", "SYRIA"), "--in"),
        (("Syria", "--not-same"), "--in"),
        (("Atlantis", "--hide"), "nothing is listed under it"),
        (("Atlantis", "--hide", "--in", CABLE), "nothing is listed under it"),
        (("Syria", "--hide", "--in", "99NOWHERE1"), "not in library"),
        (("Syria", "--retype", "ANIMAL"), "ANIMAL"),
    ],
)
def test_wrong_usage(words: tuple[str, ...], said: str) -> None:
    done = run("correct", *words)
    assert done.exit_code == 2
    assert said in done.stderr


def test_handed_on_taken_in_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("corrections").exit_code == 1
    run("correct", "Syria", "--hide")
    run("correct", "Iran", "--rename", "Persia")
    assert [line.split(maxsplit=1)[1] for line in run("corrections").stdout.splitlines()] == [
        "Syria is hidden (everywhere)",
        "Iran is Persia (everywhere)",
    ]
    handed = tmp_path / "corrections.jsonl"
    handed.write_text(run("corrections", "--json").stdout, "utf-8")
    monkeypatch.setenv("CABLEVIEW_HOME", str(tmp_path / "other"))
    assert "2 of 2" in run("corrections", "--import", str(handed)).stderr
    assert "0 of 2" in run("corrections", "--import", str(handed)).stderr
    assert run("corrections", "--json").stdout == handed.read_text("utf-8")
    assert run("corrections", "--drop", "1").stderr.strip() == "taken back: Syria is hidden (everywhere)"
    assert run("corrections", "--drop", "2").exit_code == 2
    assert run("undo").exit_code == 0
    assert len(records(run("corrections", "--json"))) == 2


def test_a_file_that_is_none_is_said_and_leaves_all_as_it_is(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(json.dumps({"schema": 1}), "utf-8")
    done = run("corrections", "--import", str(bad))
    assert done.exit_code == 2
    assert "bad.jsonl: line 1: not a correction" in done.stderr
    assert run("corrections").exit_code == 1
