"""The command that compares the versions of a cable."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.commands import run
from tests.support.versions import two_versions


def take_in(folder: Path, *, both: bool = True) -> None:
    for document in two_versions()[: 2 if both else 1]:
        path = folder / document.name
        path.write_text(document.text, encoding="utf-8")
        assert run("import", "--workers", "1", str(path)).exit_code == 0


def test_versions_are_listed_and_compared(tmp_path: Path) -> None:
    take_in(tmp_path)
    result = run("versions", "08 rome 200")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("  1 ")
    assert lines[0].endswith("older.txt")
    assert lines[1].startswith("* 2 ")
    assert "1 and 2: 1 paragraph redacted, 1 reworded" in result.stdout
    assert "subject reworded: [-PORTS-] {+PORTS AND SHIPS+}" in result.stdout
    assert "- The firm asked for a [-loan-] of 15 million dollars." in result.stdout
    assert "+ The firm asked for a {+grant+} of 15 million dollars." in result.stdout
    assert "¶5 only in the newer" in result.stdout
    assert "¶4" not in result.stdout


def test_the_record_has_every_paragraph_with_its_cause(tmp_path: Path) -> None:
    take_in(tmp_path)
    record = json.loads(run("versions", "08ROME200", "--json").stdout)
    assert [version["current"] for version in record["versions"]] == [False, True]
    (comparison,) = record["comparisons"]
    causes = [pair["cause"] for pair in comparison["paragraphs"]]
    assert causes == ["wrapping", "redaction", "wording", "identical", "only-new"]
    assert comparison["paragraphs"][2]["differences"][0]["cause"] == "wording"


def test_a_cable_with_one_version_says_how_there_would_be_two(tmp_path: Path) -> None:
    take_in(tmp_path, both=False)
    result = run("versions", "08ROME200")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    assert "has one version" in result.stderr


def test_a_cable_that_is_not_held_ends_with_2() -> None:
    assert run("versions", "99ROME1").exit_code == 2
