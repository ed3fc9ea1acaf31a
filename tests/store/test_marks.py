from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from cableview.model.marks import Decision, Flag
from cableview.store import Marks, StoreError, open_marks
from cableview.store.anchors import make_flag
from cableview.store.backups import backups
from cableview.store.places import Place
from tests.support.stored import cable, spoil

MADE = cable("08BEIJING2648", "One.", "Two.", "Three.")


def test_decisions(marks: Marks) -> None:
    marks.decide("A", Decision.HOT)
    marks.decide(["B", "C"], Decision.LATER)
    marks.decide("C", None)
    assert marks.decisions() == {"A": Decision.HOT, "B": Decision.LATER}
    assert marks.decisions(["B", "C", "D"]) == {"B": Decision.LATER}
    assert (marks.decided(), marks.decided(Decision.LATER), marks.decided(Decision.RELEVANT)) == (
        {"A", "B"},
        {"B"},
        set(),
    )
    assert marks.decision("C") is None
    assert marks.counts() == {
        Decision.RELEVANT: 0,
        Decision.NOT_RELEVANT: 0,
        Decision.LATER: 1,
        Decision.HOT: 1,
    }


def test_flag_comes_back_as_it_was_made(marks: Marks) -> None:
    flag = make_flag(MADE, 1, note="half a pair \udcff, a NUL \0, 'quotes'", codes=(1, 9))
    marks.flag(flag, make_flag(replace(MADE, id="A"), 0))
    assert marks.flags("08BEIJING2648") == (flag,)
    assert [one.cable_id for one in marks.flags()] == ["08BEIJING2648", "A"]
    assert marks.flag_counts() == {"08BEIJING2648": 1, "A": 1}
    assert marks.flag_counts(["A", "B"]) == {"A": 1}


def test_note_and_codes(marks: Marks) -> None:
    flag = make_flag(MADE, 0)
    marks.flag(flag)
    marks.set_note(flag.id, "why")
    marks.set_codes(flag.id, [3, 1, 3])
    (now,) = marks.flags()
    assert (now.note, now.codes, now.created) == ("why", (1, 3), flag.created)
    assert now.modified is not None
    assert flag.modified is not None
    assert now.modified > flag.modified
    with pytest.raises(ValueError, match="1 to 9"):
        marks.set_codes(flag.id, [10])
    with pytest.raises(KeyError):
        marks.set_note("no such flag", "why")
    marks.unflag(flag.id, "no such flag")
    assert marks.flags() == ()


def test_cables_are_known_by_the_codes_of_their_flags(marks: Marks) -> None:
    one, other = make_flag(cable("08ROME1"), 0), make_flag(cable("08ROME2"), 0)
    marks.flag(one, other, replace(one, id="another"))
    marks.set_codes(one.id, [1, 3])
    assert marks.flagged() == {"08ROME1", "08ROME2"}
    assert (marks.flagged(3), marks.flagged(2)) == ({"08ROME1"}, set())


def test_the_stamp_tells_that_something_was_written(marks: Marks, tmp_path: Path) -> None:
    before = marks.stamp()
    assert marks.stamp() == before
    marks.see("08ROME1")
    after = marks.stamp()
    assert after != before
    with open_marks(tmp_path / "marks.db") as others:
        others.see("08ROME2")
    assert marks.stamp() not in (before, after)


def test_undo_says_what_and_where(marks: Marks) -> None:
    flags = [make_flag(MADE, index) for index in range(3)]
    marks.flag(flags[1])
    marks.set_note(flags[1].id, "why")
    marks.flag(flags[0], flags[2])
    marks.decide(["A", "B"], Decision.HOT)
    marks.decide("A", None)
    said = []
    while (step := marks.undo()) is not None:
        said.append((step.words, step.cable_id, step.paragraph))
    assert said == [
        ("no decision on A", "A", None),
        ("hot on A and 1 more", "A", None),
        ("flag on 08BEIJING2648 ¶1 and 1 more", "08BEIJING2648", 1),
        ("note on 08BEIJING2648 ¶2", "08BEIJING2648", 2),
        ("flag on 08BEIJING2648 ¶2", "08BEIJING2648", 2),
    ]
    assert (marks.flags(), marks.decisions()) == ((), {})


def test_undo_and_redo_outlive_the_program(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    with open_marks(path) as marks:
        marks.decide("A", Decision.HOT)
        marks.decide("A", Decision.LATER)
    with open_marks(path) as marks:
        marks.undo()
        assert marks.decision("A") is Decision.HOT
    with open_marks(path) as marks:
        marks.redo()
        assert marks.decision("A") is Decision.LATER
        marks.undo()
        marks.decide("B", Decision.HOT)
        assert marks.redo() is None


def test_what_changes_nothing_is_no_step(marks: Marks) -> None:
    flag = make_flag(MADE, 0)
    marks.flag(flag)
    marks.decide("A", Decision.HOT)
    marks.decide("B", Decision.HOT)
    marks.undo()
    nothings: list[Callable[[], None]] = [
        lambda: marks.decide("A", Decision.HOT),
        lambda: marks.decide([], Decision.HOT),
        lambda: marks.decide("Z", None),
        lambda: marks.flag(flag),
        marks.flag,
        lambda: marks.set_note(flag.id, ""),
        lambda: marks.set_codes(flag.id, ()),
        lambda: marks.unflag("no such flag"),
    ]
    for nothing in nothings:
        nothing()
    assert marks.redo() is not None
    assert marks.decisions() == {"A": Decision.HOT, "B": Decision.HOT}


def test_seen_places_and_settings_are_no_part_of_undo(marks: Marks) -> None:
    marks.see("A")
    marks.see("A")
    marks.see("B")
    marks.see("B", seen=False)
    marks.set_place("A", 4)
    marks.set_place("B", 0)
    marks.set_setting("code.1", "procurement")
    assert marks.seen() == marks.seen(["A", "B"]) == {"A"}
    assert (marks.place(), marks.place("A"), marks.place("C")) == (Place("B", 0), Place("A", 4), None)
    marks.set_place("A", 5)
    assert marks.place() == Place("A", 5)
    assert marks.setting("code.1") == "procurement"
    marks.set_setting("code.1", "")
    assert marks.setting("code.1", "none") == "none"
    assert marks.undo() is None


def test_many_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"

    def write(number: int) -> None:
        with open_marks(path) as marks:
            for place in range(15):
                marks.decide(f"{number}-{place}", Decision.HOT)
                marks.flag(make_flag(replace(MADE, id=f"{number}-{place}"), 0))
                if place % 5 == 4:
                    marks.undo()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    with open_marks(path) as marks:
        assert marks.check() == ()
        count = len(marks.flags()) + len(marks.decisions())
        assert count == 4 * 15 * 2 - 4 * 3
        while marks.undo():
            count -= 1
        assert (count, marks.flags(), marks.decisions()) == (0, (), {})


WRITERS = """
import os, signal, sys
from pathlib import Path
from cableview.model.marks import Decision, Flag
from cableview.store.marks import open_marks

def say(line):
    # In one piece, because two processes write to the same pipe.
    os.write(sys.stdout.fileno(), f"{line}\\n".encode())

def write(run):
    marks = open_marks(Path(sys.argv[1]))
    for number in range(100_000):
        name = f"{run}-{number}"
        if number % 2:
            marks.decide(name, Decision.HOT)
        else:
            marks.flag(Flag(name, name, 1, "0" * 16, "quote", "", ""))
        say(name)

for run in sys.stdin:
    writer = os.fork()
    if not writer:
        write(run.strip())
    say(writer)
    os.waitpid(writer, 0)
    say("dead")
"""


def test_nothing_acknowledged_is_lost_to_a_kill(tmp_path: Path) -> None:
    """One process forks fifty writers, one after the other, and each is killed in the middle of its work."""
    path = tmp_path / "marks.db"
    open_marks(path).close()
    command = [sys.executable, "-S", "-c", WRITERS, str(path)]
    root = Path(__file__).parents[2]
    acknowledged: set[str] = set()
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1, cwd=root) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for run in range(50):
            process.stdin.write(f"{run}\n")
            said: list[str] = []
            while len(said) < 2 + run % 4 or not any(line.isdecimal() for line in said):
                said.append(process.stdout.readline().strip())
                assert said[-1] not in {"", "dead"}, "a writer ended before it was killed"
            os.kill(next(int(line) for line in said if line.isdecimal()), signal.SIGKILL)
            said.extend(line.strip() for line in iter(process.stdout.readline, "dead\n"))
            acknowledged.update(line for line in said if not line.isdecimal())
    assert {name.split("-")[0] for name in acknowledged} == {str(run) for run in range(50)}
    with open_marks(path) as marks:
        assert acknowledged <= marks.decisions().keys() | {flag.id for flag in marks.flags()}
        assert marks.check() == ()


def test_check_finds_marks_that_the_log_does_not_tell(marks: Marks) -> None:
    marks.decide("A", Decision.HOT)
    marks._database.run("UPDATE decision SET decision = 'later'")
    assert marks.check() == ("decision A differs from the log",)


def test_check_finds_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    with open_marks(path) as marks:
        marks.flag(*(Flag(str(n), "A", n, "0" * 16, "quote " * 50, "", "") for n in range(100)))
    with open_marks(path) as marks:  # makes the copy of the day
        assert marks.check() == ()
    spoil(path, "flag")
    with open_marks(path) as marks:
        assert marks.check()
        with pytest.raises(StoreError, match="damaged") as caught:
            marks.flags()
    (copy,) = backups(path)
    assert str(copy.parent) in caught.value.advice
    path.unlink()
    copy.replace(path)
    with open_marks(path) as marks:
        assert len(marks.flags()) == 100


def test_marks_that_are_empty_are_not_begun_anew_when_there_are_copies(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    for _ in range(2):
        open_marks(path).close()
    for file in tmp_path.glob("marks.db*"):
        file.unlink()
    path.touch()
    with pytest.raises(StoreError, match="empty") as caught:
        open_marks(path)
    (copy,) = backups(path)
    assert str(copy) in caught.value.advice
    copy.replace(path)
    open_marks(path).close()
