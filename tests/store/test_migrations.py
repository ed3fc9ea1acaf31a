from __future__ import annotations

import json
import sqlite3
import zlib
from pathlib import Path

import pytest

from cableview.model.marks import Decision
from cableview.store import StoreError, open_library, open_marks
from cableview.store.backups import KEEP, back_up, backups
from cableview.store.connection import Database
from cableview.store.marks_schema import MARKS
from cableview.store.migrations import Migration, migrate, pending
from cableview.store.moments import now
from tests.support.stored import spoil

PACKED = zlib.compress(b"text").hex()
OLD_LIBRARY = f"""
CREATE TABLE migration (name TEXT PRIMARY KEY, applied TEXT) STRICT;
INSERT INTO migration VALUES ('cables', '2026-01-01');
CREATE TABLE name (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO name VALUES (7, '08BEIJING2648');
CREATE TABLE batch (id INTEGER PRIMARY KEY, started INTEGER NOT NULL, finished INTEGER, sources TEXT NOT NULL,
    documents INTEGER NOT NULL DEFAULT 0, new INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO batch VALUES (1, 1000, 2000, '["old.zip"]', 1, 1, 0);
CREATE TABLE skipped (batch INTEGER NOT NULL REFERENCES batch (id), name TEXT NOT NULL,
    reason TEXT NOT NULL) STRICT;
CREATE TABLE problem (batch INTEGER NOT NULL, field TEXT NOT NULL, cables INTEGER NOT NULL,
    PRIMARY KEY (batch, field)) STRICT, WITHOUT ROWID;
CREATE TABLE version (id INTEGER PRIMARY KEY, cable INTEGER NOT NULL, batch INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    source TEXT NOT NULL, encoding TEXT NOT NULL, extra TEXT, parser INTEGER NOT NULL,
    characters INTEGER NOT NULL,
    paragraphs INTEGER NOT NULL, UNIQUE (sha256, cable)) STRICT;
INSERT INTO version VALUES (3, 7, 1, x'00', 'old.txt', 'utf-8', NULL, 1, 4, 1);
CREATE TABLE raw (version INTEGER PRIMARY KEY, packed BLOB NOT NULL) STRICT;
INSERT INTO raw VALUES (3, x'{PACKED}');
CREATE TABLE cable (key INTEGER PRIMARY KEY, version INTEGER NOT NULL, versions INTEGER NOT NULL,
    sent INTEGER,
    station TEXT, year INTEGER, serial INTEGER, classification TEXT, precedence TEXT, sender TEXT,
    subject TEXT,
    tags TEXT NOT NULL, paragraphs INTEGER NOT NULL, words INTEGER NOT NULL,
    problems INTEGER NOT NULL) STRICT;
INSERT INTO cable VALUES (7, 3, 1, 1215427320, 'BEIJING', 2008, 2648, 'SECRET', NULL, NULL, 'OLD',
    'PARM CH', 1, 2, 0);
"""
CHANGE = json.dumps([["decision", "08BEIJING2648", {"decision": "hot", "at": "2026-01-01"}]])
OLD_MARKS = f"""
CREATE TABLE migration (name TEXT PRIMARY KEY, applied TEXT) STRICT;
INSERT INTO migration VALUES ('actions', '2026-01-01');
CREATE TABLE event (number INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, at TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL, inverse TEXT NOT NULL, about TEXT NOT NULL) STRICT;
INSERT INTO event VALUES (1, 'u', '2026-01-01', 'decide', '{CHANGE}', '[["decision", "08BEIJING2648", null]]',
    '{{"words": "hot on 08BEIJING2648", "cable_id": "08BEIJING2648", "paragraph": null}}');
CREATE TABLE history (event INTEGER PRIMARY KEY REFERENCES event (number),
    undone INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO history VALUES (1, 0);
CREATE TABLE decision (cable TEXT PRIMARY KEY, decision TEXT NOT NULL, at TEXT NOT NULL) STRICT,
    WITHOUT ROWID;
INSERT INTO decision VALUES ('08BEIJING2648', 'hot', '2026-01-01');
CREATE TABLE flag (id TEXT PRIMARY KEY, cable TEXT NOT NULL, record TEXT NOT NULL) STRICT;
"""


def make(path: Path, script: str) -> None:
    link = sqlite3.connect(path)
    link.executescript(script)
    link.close()


def blank(path: Path) -> Database:
    return Database(path, advice="-")


@pytest.mark.parametrize("readonly", [True, False])
def test_old_library_gains_references_and_keeps_its_cables(tmp_path: Path, readonly: bool) -> None:
    path = tmp_path / "library.db"
    make(path, OLD_LIBRARY)
    with open_library(path, readonly=readonly) as library:
        assert [(row.key, row.id, row.subject) for row in library.rows(library.order())] == [
            (7, "08BEIJING2648", "OLD")
        ]
        assert library.batches()[0].sources == ("old.zip",)
        assert library.cited_by("08BEIJING2648") == ()
        held = library.load("08BEIJING2648")
        assert held is not None
        assert held.raw == "text"


def test_old_marks_are_copied_before_they_are_changed(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    make(path, OLD_MARKS)
    with open_marks(path) as marks:
        assert marks.decision("08BEIJING2648") is Decision.HOT
        marks.see("08BEIJING2648")
        assert marks.check() == ()
        step = marks.undo()
        assert step is not None
        assert step.words == "hot on 08BEIJING2648"
        assert marks.decision("08BEIJING2648") is None
    (copy,) = backups(path)
    old = blank(copy)
    assert pending(old, MARKS) == MARKS[1:]
    assert old.one("SELECT decision FROM decision") == ("hot",)
    old.close()


def test_a_step_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    database = blank(tmp_path / "x.db")
    good = Migration("good", ("CREATE TABLE a (n INTEGER) STRICT",))
    bad = Migration("bad", ("CREATE TABLE b (n INTEGER) STRICT", "INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(StoreError):
        migrate(database, (good, bad))
    assert [step.name for step in pending(database, (good, bad))] == ["bad"]
    assert database.one("SELECT 1 FROM sqlite_schema WHERE name = 'b'") is None
    migrate(database, (good,))
    database.close()


def test_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    database = blank(path)
    migrate(database, (Migration("from the future", ()),))
    database.close()
    with pytest.raises(StoreError, match="newer cableview"):
        open_library(path)


def test_one_copy_a_day_and_the_newest_kept(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    open_marks(path).close()
    assert backups(path) == ()
    for _ in range(3):
        open_marks(path).close()
    assert len(backups(path)) == 1
    database = blank(path)
    made = [back_up(database, now()) for _ in range(KEEP + 2)]
    database.close()
    assert list(backups(path)) == made[-KEEP:]


def test_damaged_marks_push_out_no_good_copy(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    open_marks(path).close()
    open_marks(path).close()
    (good,) = backups(path)
    spoil(path, "event")
    database = blank(path)
    with pytest.raises(StoreError, match="damaged"):
        back_up(database, now())
    database.close()
    assert backups(path) == (good,)
