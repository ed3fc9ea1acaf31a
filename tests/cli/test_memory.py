"""Names that one cable tells and another only speaks of, as the command line shows them."""

from __future__ import annotations

from pathlib import Path

from tests.support.cables import text_of
from tests.support.commands import records, run

TELLING = "The German company Zentrolux shipped steel."
NAMING = "We saw papers of Zentrolux there."


def bring(folder: Path) -> None:
    for number, body in enumerate((NAMING, TELLING), 1):
        (folder / f"{number}.txt").write_text(text_of(number, body), encoding="utf-8")
    assert run("import", str(folder)).exit_code == 0


def listed(cable_id: str) -> dict[object, object]:
    """Return (type by name) what a cable lists."""
    return {one["name"]: one["type"] for one in records(run("entities", cable_id, "--json"))}


def test_the_open_cable_the_library_and_the_record_agree(tmp_path: Path) -> None:
    bring(tmp_path)
    found = records(run("entities", "--cables", "Zentrolux", "--json"))
    assert sorted(str(one["id"]) for one in found) == ["08ROME1", "08ROME2"]
    assert listed("08ROME1")["Zentrolux"] == listed("08ROME2")["Zentrolux"] == "ORGANIZATION"
    (record,) = records(run("show", "08ROME1", "--json"))
    mentions = record["mentions"]
    assert isinstance(mentions, list)
    assert "Zentrolux" in [mention["text"] for mention in mentions]
    assert NAMING in run("entities", "--paragraphs", "Zentrolux").stdout


def test_the_reader_of_the_cables_has_the_last_word(tmp_path: Path) -> None:
    bring(tmp_path)
    assert run("correct", "Zentrolux", "--retype", "vessel", "--in", "08ROME1").exit_code == 0
    assert listed("08ROME1")["Zentrolux"] == "VESSEL"
    assert listed("08ROME2")["Zentrolux"] == "ORGANIZATION"
    assert run("correct", "Zentrolux", "--type", "organization", "--hide").exit_code == 0
    assert "Zentrolux" not in listed("08ROME2")
    assert run("entities", "--update").exit_code == 0
    assert "Zentrolux" not in listed("08ROME2")
