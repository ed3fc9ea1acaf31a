"""Copies of ``marks.db`` beside it, the five newest of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from cableview.store.connection import Database

KEEP = 5


def backup_folder(path: Path) -> Path:
    """Return where the copies of the database at ``path`` stand."""
    return path.with_name(f"{path.stem}-backups")


def backups(path: Path) -> tuple[Path, ...]:
    """Return the copies, oldest first."""
    return tuple(sorted(backup_folder(path).glob(f"{path.stem}-*.db")))


def rescue(path: Path) -> str:
    """Return what to do when the database at ``path`` is damaged."""
    copies = backups(path)
    if not copies:
        return "move it away to begin anew; there is no copy of it yet"
    return f"move it away and put its newest copy in its place, {copies[-1]}"


def back_up(database: Database, moment: datetime) -> Path:
    """Make a copy named by ``moment`` (UTC) and remove the oldest ones beyond ``KEEP``.

    Raises StoreError, making none, when the database is damaged: a bad copy must not push out a good one.
    """
    if faults := database.check():
        database.damaged(f"it is damaged ({faults[0]})")
    folder = backup_folder(database.path)
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{database.path.stem}-{moment:%Y%m%dT%H%M%S%f}.db"
    database.copy_to(target)
    for old in backups(database.path)[:-KEEP]:
        old.unlink(missing_ok=True)
    return target


def backed_up_on(path: Path, moment: datetime) -> bool:
    """Return whether a copy of that day exists."""
    return any(copy.stem.startswith(f"{path.stem}-{moment:%Y%m%dT}") for copy in backups(path))
