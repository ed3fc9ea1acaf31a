"""References on the command line: what is cited, by whom, in which words, and what is missing."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.support.commands import records, run

pytestmark = pytest.mark.usefixtures("library")


def test_both_ways_to_call_a_cable_are_printed() -> None:
    result = run("cited-by", "07 Beijing 5361", "--json")
    said = {r["id"]: (r["paragraph"], r["label"], r["title"], r["words"]) for r in records(result)}
    assert said["08BEIJING2648"][:3] == (7, "G", "CPEI")
    assert said["08BEIJING1050"][:3] == (2, "A", None)
    assert "August Nonproliferation Dialogue (ref A)" in str(said["08BEIJING1050"][3])
    assert "must be of 2007-08" in result.stderr
    assert "China Precision Engineering" in run("cited-by", "07BEIJING5361", "--paragraphs").stdout


def test_cited_together() -> None:
    found = records(run("cited-by", "07BEIJING5361", "--together", "--json"))
    assert found[0] == {
        "id": "07BEIJING7297", "cables": 1, "paragraphs": 1, "held": False, "subject": None, "title": None,
    }  # fmt: skip
    assert "LIMMT" in run("cited-by", "07BEIJING5361", "--together").stdout
    assert run("cited-by", "99NOWHERE1", "--together").exit_code == 1


def test_refs_have_the_list_and_the_text() -> None:
    found = records(run("refs", "08BEIJING1050", "--json"))
    assert [(r["label"], r["id"]) for r in found[:2]] == [("A", "07BEIJING5361"), ("B", "07BEIJING7297")]
    assert [(r["paragraph"], r["text"], r["id"]) for r in found[5:7]] == [
        (2, "ref A", "07BEIJING5361"),
        (2, "ref B", "07BEIJING7297"),
    ]
    assert "no cable" in run("refs", "07BEIJING2896").stdout


def test_missing_has_months_and_words() -> None:
    found = records(run("missing", "--json"))
    assert len(found) == 18
    (cable,) = [r for r in found if r["id"] == "07BEIJING5361"]
    assert (cable["earliest"], cable["latest"], cable["dated_by"]) == (
        "2007-08-02",
        "2007-08-31",
        "neighbours",
    )
    assert cable["older_than_citers"] is True
    places = cable["cited_in"]
    assert isinstance(places, list)
    assert [place["title"] for place in places] == ["CPEI", None]
    text = run("missing", "--limit", "2")
    assert "2007-08                  cited by 2" in text.stdout
    assert "2 of 18" in text.stderr
    assert run("missing", "--by-number", "--limit", "1").stdout.startswith("06BEIJING1429")


def test_missing_as_a_table_and_for_a_request(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("missing", "--csv").stdout)))
    assert len(rows) == 18
    assert rows[1]["id"] == "07BEIJING5361"
    assert rows[1]["cited_in"] == "08BEIJING2648 para. 7; 08BEIJING1050 para. 2"
    target = tmp_path / "request.md"
    assert "18 missing cables written" in run("missing", "--markdown", "--output", str(target)).stderr
    text = target.read_text(encoding="utf-8")
    assert "## 2. 07BEIJING5361\n" in text
    assert "- Sent in: August 2007\n- Called: CPEI\n" in text


@pytest.mark.parametrize("words", [("--csv", "--json"), ("--output", "x.csv")])
def test_wrong_use_of_missing_is_explained(words: tuple[str, ...]) -> None:
    assert run("missing", *words).exit_code == 2


def test_paragraphs_that_name_an_entity() -> None:
    result = run("entities", "--paragraphs", "iran", "--type", "place", "--json", "--limit", "1")
    found = records(result)
    assert {r["id"] for r in found} == {"08BEIJING3039"}
    assert "2008-08 1" in result.stderr
    assert all("Iran" in str(r["text"]) for r in found)
    assert run("entities", "--paragraphs", "Atlantis").exit_code == 1


def test_nothing_missing_says_so(tmp_path: Path) -> None:
    text = tmp_path / "one.txt"
    text.write_text("1. (U) No header, no reference.\n", encoding="utf-8")
    assert run("--library", "other", "import", str(text)).exit_code == 0
    assert run("--library", "other", "missing").exit_code == 1
