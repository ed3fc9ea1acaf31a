"""The tables of ``marks.db``, step by step."""

from __future__ import annotations

from cableview.store.migrations import Migration

_ACTIONS = Migration(
    "actions",
    (
        # Only ever added to: the tables of decisions, flags and corrections can be made again from it.
        """CREATE TABLE event (
            number INTEGER PRIMARY KEY,
            uuid TEXT NOT NULL UNIQUE,
            at TEXT NOT NULL,
            kind TEXT NOT NULL,
            payload TEXT NOT NULL,
            inverse TEXT NOT NULL,
            about TEXT NOT NULL
        ) STRICT""",
        # The undo stack: an event above the line that is undone waits for redo.
        """CREATE TABLE history (
            event INTEGER PRIMARY KEY REFERENCES event (number),
            undone INTEGER NOT NULL DEFAULT 0
        ) STRICT""",
        """CREATE TABLE decision (
            cable TEXT PRIMARY KEY,
            decision TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE flag (
            id TEXT PRIMARY KEY,
            cable TEXT NOT NULL,
            record TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX flag_cable ON flag (cable)",
    ),
)
_PLACES = Migration(
    "places",
    (
        "CREATE TABLE seen (cable TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID",
        """CREATE TABLE place (
            cable TEXT PRIMARY KEY,
            paragraph INTEGER NOT NULL,
            at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX place_at ON place (at)",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    ),
)
_CORRECTIONS = Migration(
    "corrections",
    (
        """CREATE TABLE correction (
            id TEXT PRIMARY KEY,
            made TEXT NOT NULL,
            record TEXT NOT NULL
        ) STRICT""",
    ),
)
_SEARCHES = Migration(
    "searches",
    (
        "CREATE TABLE searched (number INTEGER PRIMARY KEY, query TEXT NOT NULL, at TEXT NOT NULL) STRICT",
        """CREATE TABLE saved_search (
            name TEXT PRIMARY KEY,
            query TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
    ),
)
MARKS = (_ACTIONS, _PLACES, _CORRECTIONS, _SEARCHES)
