"""How far the entities of the library are found, and by which version of the rules."""

from __future__ import annotations

from cableview.store.connection import Database


def watermark(database: Database) -> int:
    """Return the version of the library up to which entities are kept."""
    return database.number("SELECT version FROM extraction")


def advance(database: Database, reached: int) -> None:
    """Say that entities are kept up to a version."""
    database.run("UPDATE extraction SET version = ?", (reached,))


def rules(database: Database) -> int:
    """Return which version of the rules the kept mentions were found by."""
    return database.number("SELECT rules FROM extraction")


def expect(database: Database) -> None:
    """See ``Library.expect_mentions``."""
    with database.write():
        _begin_anew(database)


def follow(database: Database, wanted: int) -> None:
    """See ``Library.follow_rules``."""
    if rules(database) != wanted:
        with database.write():
            database.run("UPDATE extraction SET rules = ?", (wanted,))
            _begin_anew(database)


def _begin_anew(database: Database) -> None:
    advance(database, 0)
    # Which names are told shows anew when all cables are read anew.
    database.run("UPDATE entity SET told = 0 WHERE told > 0")
    database.run("DELETE FROM recall")
