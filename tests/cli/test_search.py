"""The search command, on a library of the bundled cables."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest
from click.testing import CliRunner

from cableview import locations
from cableview.cli.commands import cli
from cableview.search import LANGUAGE, parse_query
from cableview.store import open_marks
from tests.support.commands import SEEDS, records, run

pytestmark = pytest.mark.usefixtures("library")


def ids(*words: str) -> list[str]:
    """Return the ids on the lines of stdout, in their order."""
    return [line.split()[0] for line in run("search", *words).stdout.splitlines()]


def test_found_nothing_and_wrong_use_have_their_codes() -> None:
    assert run("search", "norinco").exit_code == 0
    assert run("search", "qqqq").exit_code == 1
    for words in ((), ("norinco", "--like", "08BEIJING2648"), ("--nonsense",),
                  ("norinco", "--paragraph", "1"), ("norinco", "--sort", "size"), ("--like", "09ROME1"),
                  ("--saved", "none"),
                  ("--like", "08BEIJING2648", "--paragraph", "99"), ("--file", "nowhere.txt")):  # fmt: skip
        result = run("search", *words)
        assert result.exit_code == 2, words
        assert "Traceback" not in result.output


def test_the_query_is_said_back_with_its_corrections() -> None:
    result = run("search", "norinko", "-syria")
    assert result.stdout.startswith("07BEIJING2896")
    assert "2 found: cables with norinco (corrected from norinko), without syria\n" in result.stderr


def test_a_caret_stands_under_what_is_wrong() -> None:
    result = run("search", "iran date:2007-13 missile")
    line, caret, *_ = result.stderr.splitlines()
    assert line == "  iran date:2007-13 missile"
    assert caret.startswith(" " * 12 + "^^^^^^^ 2007-13 is no date")
    assert result.exit_code == 0


def test_a_query_of_which_nothing_is_left_finds_no_cable(tmp_path: Path) -> None:
    result = run("search", "is:x date:2007-13")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "^ is: knows" in result.stderr
    assert "nothing is left of the query" in result.stderr
    place = tmp_path / "queries.txt"
    place.write_text("is:x\nnorinco\n", "utf-8")
    result = run("search", "--file", str(place))
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["0", "2"]
    assert "^ is: knows" in result.stderr


def test_a_caret_stands_right_in_a_long_query() -> None:
    result = run("search", "iran " * 40 + "is:x " + "iran " * 40)
    line, caret, *_ = result.stderr.splitlines()
    assert len(line) <= 102
    assert line[caret.index("^")] == "x"


def test_ids_are_offered_for_one_that_is_not_held() -> None:
    result = run("search", "08BEIJING2647")
    assert result.exit_code == 1
    assert "near it: 08BEIJING2648" in result.stderr


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["08BEIJING3039", "08BEIJING2648", "08BEIJING1050", "07BEIJING5039", "07BEIJING2896"]),
        ("oldest", ["07BEIJING2896", "07BEIJING5039", "08BEIJING1050", "08BEIJING2648", "08BEIJING3039"]),
        ("station", ["08BEIJING3039", "08BEIJING2648", "08BEIJING1050", "07BEIJING5039", "07BEIJING2896"]),
    ],
)
def test_hits_come_in_the_order_asked_for(sort: str, expected: list[str]) -> None:
    assert ids("china", "--sort", sort) == expected
    assert ids("china", "--sort", sort, "--limit", "2") == expected[:2]


def test_the_most_cited_come_first(tmp_path: Path) -> None:
    text = Path(SEEDS, "08BEIJING3039.txt").read_text(encoding="utf-8")
    for number in (1, 2):
        citing = text.replace("003039", f"00400{number}").replace("STATE 083144", "BEIJING 2896")
        (tmp_path / f"{number}.txt").write_text(citing.replace("BEIJING 2896", "07 BEIJING 2896"), "utf-8")
    assert run("import", str(tmp_path)).exit_code == 0
    assert ids("china", "--sort", "cited")[0] == "07BEIJING2896"


def test_the_order_is_the_same_each_time() -> None:
    assert len({tuple(ids("china", "--sort", sort)) for sort in ["relevance"] * 3}) == 1


def test_explain_says_what_put_a_cable_there() -> None:
    (row,) = records(run("search", "--json", "--explain", "norinco claims"))
    why = row["why"]
    assert isinstance(why, dict)
    assert (why["exact"], why["subject"]) == (True, ["NORINCO", "CLAIMS"])
    assert why["place"] == "all words in the subject"
    lines = run("search", "--explain", "norinco").stdout.splitlines()
    assert lines[0].startswith("07BEIJING2896")
    assert "exact; all words in the subject; subject: NORINCO; ¶1 ¶2" in lines[1]
    assert "words anywhere in the cable; ¶1" in lines[3]
    assert "corrected" in run("search", "--explain", "norinko").stdout
    assert "the cable asked for" in run("search", "--explain", "08BEIJING2648").stdout
    assert "exact; what is asked of it holds" in run("search", "--explain", "from:beijing").stdout


def test_a_file_of_queries_gives_one_line_each(tmp_path: Path) -> None:
    place = tmp_path / "queries.txt"
    place.write_text("norinco\n\n# a remark\n08 Beijing 2648\nqqqq\nis:x iran missile\n", "utf-8")
    result = run("search", "--file", str(place))
    assert [line.split(None, 2) for line in result.stdout.splitlines()] == [
        ["2", "07BEIJING2896", "norinco"],
        ["1", "08BEIJING2648", "08 Beijing 2648"],
        ["0", "-", "qqqq"],
        ["2", "08BEIJING2648", "is:x iran missile"],
    ]
    rows = records(run("search", "--file", "-", "--json", stdin=place.read_text("utf-8")))
    assert [row["total"] for row in rows] == [2, 1, 0, 2]
    assert rows[0]["ids"] == ["07BEIJING2896", "08BEIJING1050"]
    assert rows[0]["understood"] == "cables with norinco"
    assert rows[3]["problems"] == [
        {"start": 3, "end": 4, "message": parse_query("is:x ").problems[0].message, "wrong": True}
    ]
    place.write_bytes(b"\xff\xfe\xfa")
    assert run("search", "--file", str(place)).exit_code == 2
    place.write_text("qqqq\n", "utf-8")
    assert run("search", "--file", str(place)).exit_code == 1


def test_what_is_like_a_cable() -> None:
    result = run("search", "--like", "08 beijing 2648")
    found = [line.split()[0] for line in result.stdout.splitlines()]
    assert found
    assert "08BEIJING2648" not in found
    assert "zhang" in result.stderr
    (first, *_) = records(run("search", "--like", "07BEIJING2896", "--paragraph", "1", "--json"))
    assert first["id"] != "07BEIJING2896"
    assert str(first["text"])


def test_queries_are_kept_under_names() -> None:
    assert run("search", "--kept").exit_code == 1
    assert run("search", "norinco", "iran", "--save", "arms").exit_code == 0
    assert run("search", "--kept").stdout.split(None, 1) == ["arms", "norinco iran\n"]
    assert records(run("search", "--kept", "--json")) == [{"name": "arms", "query": "norinco iran"}]
    assert ids("--saved", "arms") == ["07BEIJING2896"]
    assert run("search", "--forget", "arms").exit_code == 0
    assert run("search", "--forget", "arms").exit_code == 1


def test_the_last_queries_can_be_run_again() -> None:
    assert run("search", "--history").exit_code == 1
    with open_marks(locations.Library().marks) as marks:
        marks.remember_search("norinco")
        marks.remember_search("syria")
    history = run("search", "--history").stdout
    assert history == "syria\nnorinco\n"
    assert len(run("search", "--file", "-", stdin=history).stdout.splitlines()) == 2


def test_marks_and_entities_narrow() -> None:
    with open_marks(locations.Library().marks) as marks:
        marks.see(["08BEIJING2648", "07BEIJING2896"])
    assert ids("is:read") == ["08BEIJING2648", "07BEIJING2896"]
    assert ids("iran", "-is:read", "--sort", "oldest") == ["07BEIJING5039", "08BEIJING3039"]
    assert ids("entity:norinco", "--sort", "oldest") == ["07BEIJING2896", "08BEIJING1050"]


def test_help_explains_the_language() -> None:
    shown = " ".join(run("search", "--help").stdout.split())
    for line in LANGUAGE.splitlines():
        assert " ".join(line.split()) in shown


@pytest.mark.parametrize("columns", [60, 80])
def test_help_fits_the_terminal(columns: int) -> None:
    shown = CliRunner().invoke(cli, ["search", "--help"], terminal_width=columns)
    lines = shown.stdout.splitlines()
    assert max(map(len, lines)) <= columns
    assert "caption:NODIS    caption or caveat" in lines


def test_every_example_of_the_language_is_a_query() -> None:
    operators, fields, _ = LANGUAGE.split("\n\n")
    examples = [re.split(r" {2,}", line)[1] for line in operators.splitlines()]
    examples += [line.split()[0] for line in fields.splitlines()]
    for example in examples:
        query = parse_query(example, typing=False)
        assert query.root is not None, example
        assert not query.problems, example


def test_a_damaged_list_of_words_is_said_and_built_anew() -> None:
    assert run("search", "norinko").exit_code == 0
    place = locations.Library(locations.DEFAULT_LIBRARY).cache / "vocabulary.bin"
    data = place.read_bytes()
    (last,) = struct.unpack("<Q", data[48:56])
    place.write_bytes(data[:-last] + b"\xff" * last)
    result = run("search", "norinko")
    assert result.exit_code == 2
    assert "damaged; build it anew with: cableview rebuild" in result.stderr
    assert run("rebuild").exit_code == 0
    assert run("search", "norinko").exit_code == 0
