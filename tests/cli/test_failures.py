"""What goes wrong around the program: one clear line on stderr, the right exit code, never a traceback."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

from cableview import importing, locations
from cableview.cli.progress import Bar
from tests.support.cables import text_of
from tests.support.commands import SEEDS, run
from tests.support.unwritable import files_of, make_unwritable

PROGRAM = [sys.executable, "-m", "cableview"]


def program(
    *words: str | bytes, stdin: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own, as a shell does."""
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **(environment or {})}
    return subprocess.run(
        [*PROGRAM, *words], input=stdin, env=surroundings, capture_output=True, check=False, timeout=60
    )


def last_line(result: Result) -> str:
    assert result.exit_code == 2, result.output
    assert not result.exception or isinstance(result.exception, SystemExit)
    return result.stderr.splitlines()[-1]


COMMANDS = (
    ("import", SEEDS),
    ("search", "china"),
    ("show", "08BEIJING2648"),
    ("missing",),
    ("entities",),
    ("entities", "--update"),
    ("batches",),
    ("versions", "08BEIJING2648"),
    ("rebuild",),
    ("check",),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("damage", ["half", "noise", "folder"])
def test_a_damaged_library_is_named_with_what_to_do(words: tuple[str, ...], damage: str) -> None:
    run("import", "--no-entities", SEEDS)
    place = locations.Library().cables
    for side in place.parent.glob("library.db-*"):
        side.unlink()
    data = place.read_bytes()
    place.unlink()
    if damage == "folder":
        place.mkdir()
    else:
        place.write_bytes(data[: len(data) // 2] if damage == "half" else b"noise" * 20_000)
    result = run(*words)
    last_line(result)
    said = result.output
    assert str(place) in said
    assert "move it away" in said or "check the disk" in said or "check that" in said


@pytest.mark.parametrize("words", [("flags",), ("undo",), ("decide", "08BEIJING2648", "hot"), ("export",)])
def test_damaged_marks_are_named_with_what_to_do(words: tuple[str, ...]) -> None:
    run("flag", "08BEIJING2648", "1")
    place = locations.Library("seeds").marks
    place.write_bytes(place.read_bytes()[:5000])
    line = last_line(run(*words))
    assert str(place) in line
    assert "move it away" in line


@pytest.mark.parametrize("words", [*COMMANDS, ("flags",), ("undo",)], ids=" ".join)
def test_a_home_that_cannot_be_made_is_named(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "no-folder"
    file.touch()
    monkeypatch.setenv("CABLEVIEW_HOME", str(file))
    result = run(*words)
    last_line(result)
    assert str(file) in result.output


def test_a_dead_worker_and_a_busy_cache_are_no_tracebacks(monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object, **__: object) -> None:
        raise importing.WorkerDiedError("a worker process ended; run the same command again")

    monkeypatch.setattr(importing, "import_paths", die)
    assert "same command again" in last_line(run("import", SEEDS))


def test_the_app_too_says_why_it_cannot_open(tmp_path: Path) -> None:
    file = tmp_path / "no-folder"
    file.touch()
    result = program(environment={"CABLEVIEW_HOME": str(file)})
    assert b"Traceback" not in result.stderr
    assert str(file).encode() in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("search", "--limit", "0", "china"),
        ("search", "--limit", "99999999999999999999", "china"),
        ("missing", "--limit", "-1"),
        ("entities", "--limit", "99999999999999999999"),
        ("--library", "x" * 300, "flags"),
        ("--library", "\x1b[31m", "flags"),
        ("show", "\x1b]0;x\x07"),
        ("show", "a", "\x1b]0;x\x07"),
        ("\x1b]0;x\x07",),
        ("show", "--\x1b]0;x\x07"),
        ("flag", "08BEIJING2648", "9" * 30),
    ],
)
def test_wrong_words_are_explained_and_never_obeyed(words: tuple[str, ...]) -> None:
    assert "\x1b" not in last_line(run(*words))


def test_names_no_terminal_should_see_come_out_as_symbols(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "odd")
    os.mkdir(folder)  # noqa: PTH102 - the names inside are no valid str
    seed = Path(SEEDS, "08BEIJING3039.txt").read_bytes()
    for number, name in enumerate((b"bad\xff\xfe.txt", b"esc\x1b]0;x\x07.txt", b"new\nline.txt")):
        with open(os.path.join(folder, name), "wb") as file:  # noqa: PTH118, PTH123 - as above
            file.write(seed.replace(b"3039", b"404%d" % number))
        with open(os.path.join(folder, b"empty" + name), "wb"):  # noqa: PTH118, PTH123 - as above
            pass
    result = program("import", "--workers", "1", folder)
    assert result.returncode == 0
    assert b"3 new, 0 changed, 0 identical, 3 skipped" in result.stderr
    assert b"\x1b" not in result.stderr
    assert result.stderr.count(b"empty (0 bytes)") == 3
    for line in result.stderr.splitlines():
        line.decode("utf-8")
    assert program("import", os.path.join(folder, b"bad\xff\xfe.txt")).returncode == 0  # noqa: PTH118


def test_export_to_the_terminal_obeys_nothing() -> None:
    assert run("flag", "08BEIJING2648", "1", "--note", "a\x1b[31m\u202eb\x9bc").exit_code == 0
    for form in ("markdown", "jsonl"):
        out = run("export", "--format", form).stdout
        assert not {"\x1b", "\u202e", "\x9b"} & set(out)


@pytest.mark.parametrize("settings", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "LANG": "C"}])
def test_any_locale_prints_and_reads_every_text(settings: dict[str, str]) -> None:
    result = program("cited-by", "07BEIJING1625", environment=settings)
    assert result.returncode == 0
    assert "¶4" in result.stdout.decode("utf-8")
    read = program("id", "-", stdin=b"08 BEIJING 1\xff\n08 BEIJING 2\n", environment=settings)
    assert read.stdout.splitlines() == [b"08BEIJING1", b"08BEIJING2"]


@pytest.mark.parametrize("words", ["parse -", "import -", "id -"])
def test_a_closed_or_empty_stdin_holds_nothing(words: str) -> None:
    for redirection in ("<&-", "</dev/null"):
        command = f"'{sys.executable}' -m cableview {words} {redirection}"
        result = subprocess.run(["sh", "-c", command], capture_output=True, check=False, timeout=60)
        assert result.returncode in {1, 2}
        assert b"Traceback" not in result.stderr
        assert result.stderr.strip()


def test_a_reader_that_leaves_ends_it_in_silence() -> None:
    run("missing")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        result = subprocess.run(
            [*PROGRAM, "missing"], stdout=gone, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is full")
def test_a_full_disk_behind_stdout_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*PROGRAM, "missing"], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
    assert b"No space left" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are told otherwise there")
def test_everything_made_is_for_its_owner_only() -> None:
    assert program("import", SEEDS).returncode == 0
    assert program("flag", "08BEIJING2648", "1").returncode == 0
    assert program("flags").returncode == 0
    home = Path(os.environ["CABLEVIEW_HOME"])
    everything = [home, *home.rglob("*")]
    assert {"library.db", "marks.db", "meta.json", "marks-backups"} <= {path.name for path in everything}
    open_to_others = [p for p in everything if stat.S_IMODE(p.stat().st_mode) & 0o077]
    assert open_to_others == []


def test_ctrl_c_in_an_import_says_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cables"
    folder.mkdir()
    for number in range(1, 401):
        (folder / f"{number}.txt").write_text(text_of(number), encoding="utf-8")
    words = ("import", "--workers", "1", "--no-entities", str(folder))
    with monkeypatch.context() as patched:
        patched.setattr(Bar, "interrupted", lambda _: True)
        stopped = run(*words)
    assert stopped.exit_code == 130
    assert "Go on with the same command" in stopped.stderr
    taken = run("search", "--limit", "1000", "minister").stdout.count("\n")
    assert 0 < taken < 400
    assert run(*words).exit_code == 0
    assert run("search", "--limit", "1000", "minister").stdout.count("\n") == 400
    assert len(run("batches").stdout.splitlines()) == 1


def test_a_second_ctrl_c_ends_at_once_and_leaves_a_sound_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1.txt").write_text(text_of(1), encoding="utf-8")

    def press(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    with monkeypatch.context() as patched:
        patched.setattr(Bar, "show", press)
        stopped = run("import", str(tmp_path / "1.txt"))
    assert (stopped.exit_code, stopped.stderr) == (130, "stopped\n")
    assert run("import", str(tmp_path / "1.txt")).exit_code == 0


def test_a_library_that_is_only_read_is_searched_and_takes_no_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("import", SEEDS).exit_code == 0
    places = locations.Library()
    before = files_of(places)
    make_unwritable(monkeypatch, places.data)
    assert run("search", "norinco").stdout.startswith("07BEIJING2896")
    assert run("show", "08BEIJING2648").exit_code == 0
    assert run("flags").exit_code == 1
    for words in (("decide", "08BEIJING2648", "hot"), ("flag", "08BEIJING2648", "2"), ("import", SEEDS)):
        refused = run(*words)
        assert refused.exit_code == 2
        assert "may not be written to, nothing can be kept" in refused.stderr
    assert files_of(places) == before
