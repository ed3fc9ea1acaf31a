"""One SQLite connection: how a file is opened, how it is written, and how its failures are said."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn

from cableview.locations import may_write
from cableview.store.errors import StoreError

WAIT_SECONDS = 15.0
"""How long a writer waits for another process; every write of ours is far shorter."""
PAGES, PAGES_OF_BULK = 4_000, 64_000
"""KiB of the file that a connection keeps in memory: for a screen, and for work that touches all cables."""
_WAL_BYTES = 64_000_000  # an import touches the same index pages again and again: copy them back less often
_TROUBLES = {
    sqlite3.SQLITE_BUSY: ("another program is writing to it", "try again in a moment"),
    sqlite3.SQLITE_LOCKED: ("another program is writing to it", "try again in a moment"),
    sqlite3.SQLITE_FULL: ("the disk is full", "free some space and try again"),
    sqlite3.SQLITE_READONLY: (
        "it may not be written to, nothing can be kept",
        "check the rights of the file and its folder",
    ),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "check that its folder exists and is yours"),
    sqlite3.SQLITE_PERM: ("it may not be opened", "check the rights of the file and its folder"),
    sqlite3.SQLITE_IOERR: ("reading or writing failed", "check the disk"),
}
_IN_MEMORY = "file::memory:"
Row = tuple[Any, ...]


class Database:
    """A connection of one thread. Every failure of the file itself is raised as StoreError."""

    def __init__(
        self,
        path: Path,
        *,
        advice: str,
        readonly: bool = False,
        durable: bool = False,
        page: int = 4096,
        pages: int = PAGES,
        in_memory: bool = False,
    ) -> None:
        """Open ``path``, made private to the user if it is new, then with pages of ``page`` bytes.

        ``pages``: how much of the file is kept in memory at most, in KiB; the system keeps the rest of it.
        ``durable`` waits for the disk at each commit; ``advice`` is what to do when the file is damaged.
        ``in_memory`` stands for a file that is not there and cannot be made.
        """
        self.path = path
        self.readonly = readonly
        self._advice = advice
        if readonly and not path.exists():
            raise StoreError(path, "there is no such file", "import some cables first")
        with self._said_clearly():
            address = _IN_MEMORY if in_memory else _address(path, readonly=readonly)
            self._link = sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None)
            try:
                self._prepare(durable, page, pages)
            except BaseException:
                self._link.close()
                raise

    def _prepare(self, durable: bool, page: int, pages: int) -> None:
        run = self._link.execute
        run("PRAGMA foreign_keys = ON")
        run(f"PRAGMA cache_size = {-pages}")
        run(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        if self.readonly:
            run("SELECT count(*) FROM sqlite_schema")
            return
        if run("PRAGMA journal_mode").fetchone() != ("wal",):
            run(f"PRAGMA page_size = {page}")
            self._write_ahead()
        run(f"PRAGMA wal_autocheckpoint = {_WAL_BYTES // page}")

    def _write_ahead(self) -> None:
        """Switch a new file over; SQLite does not wait here while another process does the same."""
        deadline = time.monotonic() + WAIT_SECONDS
        while True:
            try:
                self._link.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
            else:
                return

    def keep_nothing(self) -> None:
        """Refuse every write from now on, as a file does that may not be written to."""
        self.run("PRAGMA query_only = ON")

    def close(self) -> None:
        """Close the connection; the file is complete at every moment, closed or not."""
        self._link.close()

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return every row of a query; a value that is no Unicode stands nowhere, so it finds nothing."""
        with self._said_clearly(), suppress(UnicodeEncodeError):
            return self._link.execute(sql, values).fetchall()
        return []

    def one(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with self._said_clearly(), suppress(UnicodeEncodeError):
            row: Row | None = self._link.execute(sql, values).fetchone()
            return row
        return None

    def number(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Return the one number that a query asks for; 0 when there is none."""
        row = self.one(sql, values)
        return (row[0] if row else 0) or 0

    def numbers(self, sql: str, values: Sequence[Any] = ()) -> array[int]:
        """Return the column ``key`` of a query, 8 bytes each, in the order of the query.

        SQLite hands over one text instead of a quarter of a million rows, which takes a third less time.
        """
        with self._said_clearly():
            gathered = f"SELECT json_group_array(key) FROM ({sql})"  # noqa: S608
            return array("Q", json.loads(self._link.execute(gathered, values).fetchone()[0]))

    def stamp(self) -> tuple[int, int]:
        """Return what differs from an earlier answer once the file was written, by whomever."""
        return self.number("PRAGMA data_version"), self._link.total_changes

    def run(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Execute one statement that answers no rows."""
        with self._said_clearly():
            return self._link.execute(sql, values)

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute one statement for each row."""
        with self._said_clearly():
            self._link.executemany(sql, rows)

    @contextmanager
    def write(self) -> Iterator[None]:
        """Hold the write lock for a block: all of it is kept, or nothing."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._link.in_transaction:
                self._link.rollback()
            raise

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy to ``target``, private to the user, complete or not there at all."""
        half = target.with_name(target.name + ".part")
        half.unlink(missing_ok=True)
        _make_private(half)
        with self._said_clearly():
            other = sqlite3.connect(half)
            try:
                self._link.backup(other)
            finally:
                other.close()
        half.replace(target)

    def check(self, *, thorough: bool = False) -> tuple[str, ...]:
        """Return what SQLite finds wrong with the file; empty when it is sound."""
        try:
            rows = self.all("PRAGMA integrity_check" if thorough else "PRAGMA quick_check")
        except StoreError as error:
            return (error.problem,)
        return tuple(str(found) for (found,) in rows if found != "ok")

    def damaged(self, problem: str) -> NoReturn:
        """Raise the StoreError for a file whose content cannot be right."""
        raise StoreError(self.path, problem, self._advice)

    @contextmanager
    def _said_clearly(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.DataError):
            raise  # a fault of the caller, not of the file
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
            problem, advice = _TROUBLES.get(code, (f"it is damaged ({error})", self._advice))
            raise StoreError(self.path, problem, advice) from error


def _address(path: Path, *, readonly: bool) -> str:
    """Return how SQLite is to open a file, which is made if it may be written and is new."""
    if not readonly:
        try:
            _make_private(path)
        except OSError as error:
            raise StoreError(path, f"it cannot be made ({error.strerror})", "check its folder") from error
    mode = ("ro" if _may_have_writers(path) else "ro&immutable=1") if readonly else "rw"
    return f"{path.absolute().as_uri()}?mode={mode}"


def _may_have_writers(path: Path) -> bool:
    """Tell whether there is, or can be, a write-ahead log; else SQLite must be told that nobody writes."""
    return may_write(path) or path.with_name(f"{path.name}-wal").exists()


def _make_private(path: Path) -> None:
    """Create an empty file only its owner may read; SQLite gives its side files the same rights."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
