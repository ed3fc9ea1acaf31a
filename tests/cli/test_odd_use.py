"""Options that do not go together, names that are none, and the same command twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.commands import SEEDS, records, run

CABLE = "08BEIJING2648"


@pytest.fixture(autouse=True)
def library() -> None:
    """The seeds, imported into the main library."""
    assert run("import", SEEDS, "--no-entities").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("search", "--save", "x", "--kept"), "--save, --sort and --explain go with a query"),
        (("search", "--save", "x", "--like", CABLE), "--save, --sort and --explain go with a query"),
        (("search", "--explain", "--like", CABLE), "--save, --sort and --explain go with a query"),
        (("search", "--sort", "newest", "--history"), "--save, --sort and --explain go with a query"),
        (("search", "--save", " ", "iran"), "--save needs a name"),
        (("entities", "--cables", "x", "--paragraphs", "y"), "choose one of --cables and --paragraphs"),
        (("show", CABLE, "--raw", "--json"), "choose one of --json and --raw"),
        (("cited-by", CABLE, "--together", "--paragraphs"), "choose one of --together and --paragraphs"),
        (("corrections", "--drop", "1", "--import", "-"), "choose one of --import and --drop"),
        (("correct", "China", "--rename", " ", "--type", "PLACE"), "a name is empty"),
        (("correct", " ", "--hide", "--type", "PLACE"), "a name is empty"),
        (("correct", "China", "--rename", "China", "--type", "PLACE"), "China is listed as this already"),
        (("correct", "China", "--retype", "PLACE", "--type", "PLACE"), "China is listed as this already"),
    ],
)
def test_nothing_is_passed_over_in_silence(words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_paragraph_is_printed_as_json() -> None:
    [record] = records(run("show", CABLE, "--paragraph", "1", "--json"))
    assert (record["id"], record["number"]) == (CABLE, 1)
    assert str(record["text"]) in run("show", CABLE, "--paragraph", "1").stdout


def test_a_paragraph_is_flagged_once() -> None:
    first = run("flag", CABLE, "2").stdout
    again = run("flag", CABLE, "2", "--note", "ask")
    assert again.stdout == first
    assert again.stderr == f"{CABLE} ¶2 is flagged already; its note is new\n"
    [flag] = records(run("flags", "--json"))
    assert flag["note"] == "ask"
    assert run("undo").stderr.startswith("undone: note on")
    assert run("undo", "--redo").stderr.startswith("done again: note on")


@pytest.mark.parametrize("command", [("export",), ("missing", "--csv")])
def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, command: tuple[str, ...]) -> None:
    assert run("flag", CABLE, "2").exit_code == 0
    folder = tmp_path / "folder"
    folder.mkdir()
    for place in (tmp_path / "nowhere" / "x.md", folder):
        result = run(*command, "--output", str(place))
        assert result.exit_code == 2
        assert f"Error: {place}: " in result.stderr
    assert not list(tmp_path.glob(".*"))


def test_a_correction_is_taken_back_once() -> None:
    assert run("correct", "China", "--hide", "--type", "PLACE").exit_code == 0
    assert run("corrections", "--drop", "1", "--drop", "1").stderr.count("taken back") == 1
    run("correct", "China", "--rename", "a\nb", "--type", "PLACE")
    assert len(run("corrections").stdout.splitlines()) == 1
    deep = json.dumps({"schema": 1}) + "\n" + "[" * 100_000
    result = run("corrections", "--import", "-", stdin=deep)
    assert result.exit_code == 2
    assert "nothing was taken in" in result.stderr
