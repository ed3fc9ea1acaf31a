"""The commands, each run as a person would, on a library of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from cableview.cli.commands import cli
from tests.support.commands import SEEDS, records, run


def test_parse_prints_a_record_a_line() -> None:
    result = run("parse", "--json", SEEDS)
    assert result.exit_code == 0
    assert sorted(str(r["id"]) for r in records(result)) == sorted(p.stem for p in Path(SEEDS).iterdir())


def test_parse_reads_stdin() -> None:
    text = Path(SEEDS, "08BEIJING3039.txt").read_text(encoding="utf-8")
    result = run("parse", "--json", "-", stdin=text)
    assert [r["id"] for r in records(result)] == ["08BEIJING3039"]


def test_parse_prints_plain_text_without_json() -> None:
    result = run("parse", str(Path(SEEDS, "08BEIJING2648.txt")))
    assert "SUBJECT  CHINA PROVIDES RESPONSE" in result.stdout
    assert "\n17. (S) Zhang said that if the United States" in result.stdout
    assert result.stdout.count("NAMCHONGANG\n") == 1


def test_unreadable_input_is_named_and_ends_with_2(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = run("parse", "--json", str(empty), SEEDS)
    assert result.exit_code == 2
    assert "empty.txt" in result.stderr
    assert len(records(result)) == 5


@pytest.mark.parametrize(
    "words", [("parse", "nowhere.txt"), ("show", "99NOWHERE1"), ("--library", "../x", "flags")]
)
def test_wrong_input_ends_with_2_and_one_line(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_id_keeps_one_line_for_each_line() -> None:
    result = run("id", "-", stdin="08 BEIJING 002648\nno cable at all\n05 HCMC 12\n")
    assert result.stdout.split("\n") == ["08BEIJING2648", "", "05HOCHIMINHCITY12", ""]
    assert run("id", "nonsense").exit_code == 1


def test_the_sample_is_there_without_any_import() -> None:
    result = run("show", "08beijing2648", "--json")
    assert records(result)[0]["id"] == "08BEIJING2648"


@pytest.mark.usefixtures("library")
def test_import_twice_changes_nothing() -> None:
    result = run("import", SEEDS)
    assert result.exit_code == 0
    assert "0 new, 0 changed, 5 identical, 0 skipped" in result.stderr
    assert len(records(run("batches", "--json"))) == 2


@pytest.mark.usefixtures("library")
def test_show_paragraph_and_raw() -> None:
    assert run("show", "08BEIJING2648", "--paragraph", "2").stdout == (
        "2. (S) See Ref A for the Chinese response on LIMMT.\n"
    )
    assert run("show", "08BEIJING2648", "--paragraph", "99").exit_code == 1
    raw = run("show", "08 Beijing 002648", "--raw").stdout
    assert raw.startswith("Identifier\nCreated\n")


@pytest.mark.usefixtures("library")
def test_a_word_to_leave_out_is_no_option() -> None:
    assert [r["id"] for r in records(run("search", "--json", "norinco", "-iran"))] == ["08BEIJING1050"]
    assert run("search", "norinco", "-house", "--json").exit_code == 0
    wrong = run("search", "norinco", "--limt", "3")
    assert wrong.exit_code == 2
    assert "--limt" in wrong.stderr


@pytest.mark.usefixtures("library")
def test_an_id_that_is_not_held_is_met_with_those_near_it() -> None:
    assert "near it: 08BEIJING2648, 08BEIJING3039" in run("show", "08 BEIJING 2650").stderr
    assert "cited-by" in run("show", "99NOWHERE1").stderr


def test_a_cable_without_id_is_found_by_the_name_it_got(tmp_path: Path) -> None:
    text = tmp_path / "nameless.txt"
    text.write_text("1. (U) No header at all.\n", encoding="utf-8")
    given = run("import", str(text)).stderr.split("kept as ")[1].split(",")[0]
    assert run("show", given.lower()).exit_code == 0


@pytest.mark.usefixtures("library")
def test_search_forgives_a_typo_and_says_so() -> None:
    result = run("search", "norinko", "--json")
    assert {"07BEIJING2896", "08BEIJING1050"} == {r["id"] for r in records(result)}
    assert "norinco" in result.stderr
    assert run("search", "zzzzqqq").exit_code == 1


@pytest.mark.usefixtures("library")
def test_references_both_ways() -> None:
    assert run("refs", "08BEIJING2648").stdout.count("not held") == 26
    cited = records(run("cited-by", "07BEIJING1625", "--json"))
    assert [(r["id"], r["paragraph"]) for r in cited] == [("08BEIJING2648", 4), ("07BEIJING5039", 2)]
    assert run("cited-by", "07BEIJING2896").exit_code == 1
    assert "07BEIJING1625" in run("missing").stdout


@pytest.mark.usefixtures("library")
def test_entities_are_counted() -> None:
    assert "Aubrey Carlson" in run("entities", "08BEIJING3039").stdout


@pytest.mark.usefixtures("library")
def test_flag_decide_undo_and_export(tmp_path: Path) -> None:
    assert run("export").exit_code == 1
    assert run("flag", "08BEIJING2648", "8", "--note", "camouflage *netting*").exit_code == 0
    assert run("flag", "08BEIJING2648", "99").exit_code == 2
    assert run("decide", "08BEIJING2648", "hot").exit_code == 0
    (flag,) = records(run("flags", "--json"))
    assert (flag["cable_id"], flag["paragraph"], flag["decision"]) == ("08BEIJING2648", 8, "hot")
    target = tmp_path / "out.md"
    assert run("export", "--output", str(target)).exit_code == 0
    text = target.read_text(encoding="utf-8")
    assert "para. 8." in text
    assert r"camouflage \*netting\*" in text
    assert run("export", "--output", str(tmp_path / "no" / "out.md")).exit_code == 2
    assert run("undo").exit_code == 0
    assert run("undo").exit_code == 0
    assert run("flags").exit_code == 1
    assert run("undo", "--redo").exit_code == 0
    assert run("flags").exit_code == 0


@pytest.mark.usefixtures("library")
def test_check_is_content_and_rebuild_makes_the_cache_anew() -> None:
    assert run("check").exit_code == 0
    assert "5 cables" in run("rebuild").stderr
    assert run("search", "norinco").exit_code == 0


def test_every_command_teaches() -> None:
    for name, command in cli.commands.items():
        result = run(name, "--help")
        assert result.exit_code == 0
        assert command.help, name
        assert len(command.help) > 40, name


def test_the_readme_names_every_command() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert not [name for name in cli.commands if name not in readme]


def test_a_folder_of_odd_files_gives_one_line_each(tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    seed = Path(SEEDS, "08BEIJING2648.txt").read_text(encoding="utf-8")
    (folder / "paper.pdf").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj")
    (folder / "empty.txt").touch()
    (folder / "nul.txt").write_bytes(bytes(5000))
    (folder / "latin.txt").write_bytes(seed.replace("Poloffs", "Polôffs").encode("latin-1"))
    (folder / "line.txt").write_text("word " * 2_000_000, encoding="utf-8")
    result = run("import", str(folder))
    assert result.exit_code == 0
    for name in ("paper.pdf", "empty.txt", "nul.txt", "latin.txt", "line.txt"):
        assert sum(name in line for line in result.stderr.splitlines()) == 1, name
    assert "2 new, 0 changed, 0 identical, 3 skipped" in result.stderr
    assert run("show", "08BEIJING2648", "--paragraph", "1").stdout.count("Polôffs") == 1
