"""Schema changes: named, ordered, each kept together with the record that it was made, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cableview.store.connection import Database
from cableview.store.errors import StoreError


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of a schema; what stands in a released version is never edited again."""

    name: str
    statements: tuple[str, ...]


def pending(database: Database, known: Sequence[Migration]) -> tuple[Migration, ...]:
    """Return the steps not yet taken, without writing. Raises StoreError for a file of a newer cableview."""
    done = _applied(database)
    strange = done - {step.name for step in known}
    if strange:
        problem = f"a newer cableview wrote it ({', '.join(sorted(strange))})"
        raise StoreError(database.path, problem, "use that version, or a newer one")
    return tuple(step for step in known if step.name not in done)


def must_be_current(database: Database, known: Sequence[Migration]) -> None:
    """Raise StoreError for a file that may not be written to and lacks a step."""
    if pending(database, known):
        raise StoreError(
            database.path, "an older cableview wrote it", "copy its folder to where it may be written to"
        )


def migrate(database: Database, known: Sequence[Migration]) -> None:
    """Take every step not yet taken, in order; a second process waits and then finds it done."""
    for step in pending(database, known):
        with database.write():
            if step.name in _applied(database):
                continue
            database.run("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied TEXT) STRICT")
            for statement in step.statements:
                database.run(statement)
            database.run("INSERT INTO migration VALUES (?, datetime('now'))", (step.name,))


def _applied(database: Database) -> set[str]:
    if database.one("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'") is None:
        return set()
    return {name for (name,) in database.all("SELECT name FROM migration")}
