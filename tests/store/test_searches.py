from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cableview.store import open_marks
from cableview.store.marks_schema import MARKS
from cableview.store.searches import LATELY, SavedSearch


def test_the_last_queries_are_remembered_across_starts(tmp_path: Path) -> None:
    with open_marks(tmp_path / "marks.db") as marks:
        for query in ("norinco", "tag:PARM iran", "  norinco ", "", " \n"):
            marks.remember_search(query)
    with open_marks(tmp_path / "marks.db") as marks:
        assert marks.last_searches() == ("norinco", "tag:PARM iran")


def test_only_so_many_are_remembered(tmp_path: Path) -> None:
    with open_marks(tmp_path / "marks.db") as marks:
        for number in range(LATELY + 5):
            marks.remember_search(f"word{number}")
        kept = marks.last_searches()
    assert len(kept) == LATELY
    assert (kept[0], kept[-1]) == (f"word{LATELY + 4}", "word5")


def test_a_search_is_named_renewed_and_dropped(tmp_path: Path) -> None:
    with open_marks(tmp_path / "marks.db") as marks:
        marks.save_search("ships", "vessel OR ship")
        marks.save_search("Arms", "norinco")
        marks.save_search("ships", "vessel")
        marks.save_search(" ", "lost")
        marks.save_search("empty", " ")
        assert marks.saved_searches() == (SavedSearch("Arms", "norinco"), SavedSearch("ships", "vessel"))
        assert marks.saved_search(" ships\n") == "vessel"
        assert marks.saved_search("never") is None
        marks.drop_search("Arms")
        marks.drop_search("never")
        assert [saved.name for saved in marks.saved_searches()] == ["ships"]


def test_undo_passes_searches_over(tmp_path: Path) -> None:
    with open_marks(tmp_path / "marks.db") as marks:
        marks.save_search("ships", "vessel")
        assert marks.undo() is None
        assert marks.check() == ()


def test_marks_from_before_searches_get_their_tables(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    link = sqlite3.connect(path)
    link.execute("CREATE TABLE migration (name TEXT PRIMARY KEY, applied TEXT) STRICT")
    for step in MARKS:
        if step.name != "searches":
            for statement in step.statements:
                link.execute(statement)
            link.execute("INSERT INTO migration VALUES (?, '2026-01-01')", (step.name,))
    link.execute("INSERT INTO setting VALUES ('sort', 'oldest')")
    link.commit()
    link.close()
    with open_marks(path) as marks:
        marks.remember_search("norinco")
        assert marks.last_searches() == ("norinco",)
        assert marks.setting("sort") == "oldest"


def _remember_and_die(path: Path) -> None:
    marks = open_marks(path)
    marks.remember_search("norinco")
    marks.save_search("arms", "norinco iran")
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_was_said_to_be_kept_outlives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    process = multiprocessing.get_context("spawn").Process(target=_remember_and_die, args=(path,))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    with open_marks(path) as marks:
        assert marks.last_searches() == ("norinco",)
        assert marks.saved_searches() == (SavedSearch("arms", "norinco iran"),)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30))
def test_any_text_can_be_remembered(tmp_path_factory: object, text: str) -> None:
    with open_marks(Path(tmp_path_factory.mktemp("any")) / "marks.db") as marks:  # type: ignore[attr-defined]
        marks.remember_search(text)
        marks.save_search(text, text)
        assert len(marks.last_searches()) == len(marks.saved_searches()) == bool(" ".join(text.split()))
