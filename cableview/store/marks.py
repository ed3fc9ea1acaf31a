"""What a reader says about cables: one object, one connection, one thread. Nothing here is ever rebuilt."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cableview.locations import may_write
from cableview.model.marks import Decision, Flag
from cableview.store import log
from cableview.store.anchors import make_flag, reattach
from cableview.store.backups import back_up, backed_up_on, backups, rescue
from cableview.store.connection import Database
from cableview.store.corrections import Corrected
from cableview.store.errors import StoreError
from cableview.store.log import Step
from cableview.store.marks_schema import MARKS
from cableview.store.migrations import migrate, must_be_current, pending
from cableview.store.moments import now
from cableview.store.places import Place
from cableview.store.searches import Searches
from cableview.store.state import RECORDS, Cell, flag_from, flag_record, read_cell

__all__ = ["Marks", "Place", "Step", "make_flag", "open_marks", "reattach"]


def open_marks(path: Path) -> Marks:
    """Open the marks at ``path``, for the calling thread only; its folder must exist.

    A copy is put beside it once a day and before its tables change. Marks that may not be written to open for
    reading, and there may be none yet. Raises StoreError when the file is damaged, busy, written by a newer
    cableview, or empty although copies of it exist.
    """
    if not may_write(path):
        return Marks(_to_read(path))
    is_old = path.is_file() and path.stat().st_size > 0
    if path.is_file() and not is_old and backups(path):
        # To begin anew in silence would hide that marks were lost.
        raise StoreError(path, "it is empty, although there are copies of it", rescue(path))
    database = Database(path, durable=True, advice=rescue(path))
    try:
        moment = now()
        if is_old and (pending(database, MARKS) or not backed_up_on(path, moment)):
            back_up(database, moment)
        migrate(database, MARKS)
    except BaseException:
        database.close()
        raise
    return Marks(database)


def _to_read(path: Path) -> Database:
    """Open marks that take none; where none were made yet, empty ones."""
    database = Database(path, advice=rescue(path), readonly=path.is_file(), in_memory=not path.is_file())
    if path.is_file():
        must_be_current(database, MARKS)
    else:
        migrate(database, MARKS)
        database.keep_nothing()
    return database


class Marks(Corrected, Searches):
    """Decisions, flags, notes, codes, corrections; what was read and where. Each method may raise StoreError.

    When a method returns, what it wrote is on the disk. Decisions, flags and corrections go through the
    log and can be undone; what was seen, places, settings and searches are only kept.
    """

    def check(self) -> tuple[str, ...]:
        """Return what is wrong, one line each: with the file, or between the log and what marks are."""
        if faults := self._database.check(thorough=True):
            return faults
        told = log.replay(self._database)
        tables = (("decision", "cable"), *((table, "id") for table in RECORDS))
        kept = {(t, key) for t, c in tables for (key,) in self._database.all(f"SELECT {c} FROM {t}")}  # noqa: S608
        return tuple(
            f"{table} {key} differs from the log"
            for table, key in sorted(kept | told.keys())
            if read_cell(self._database, table, key) != told.get((table, key), Cell(table, key, None))
        )

    # Undo

    def undo(self) -> Step | None:
        """Take back the last decision, flag, note, code or correction, of this session or an earlier one."""
        return log.undo(self._database)

    def redo(self) -> Step | None:
        """Do again what was undone last; None once something new was done."""
        return log.redo(self._database)

    # Decisions

    def decide(self, cable_id: str | Sequence[str], decision: Decision | None) -> None:
        """Decide about a cable, or about several in one step of undo; None takes the decision away."""
        ids = (cable_id,) if isinstance(cable_id, str) else tuple(cable_id)
        if not ids:
            return
        value = None if decision is None else {"decision": decision.value, "at": now().isoformat()}
        more = "" if len(ids) == 1 else f" and {len(ids) - 1} more"
        about = Step(f"{decision.value if decision else 'no decision'} on {ids[0]}{more}", ids[0])

        def changes() -> list[Cell]:
            wanted = decision and decision.value
            return [Cell("decision", one, value) for one in ids if self._said(one) != wanted]

        log.act(self._database, "decide", about, changes)

    def _said(self, cable_id: str) -> str | None:
        row = self._database.one("SELECT decision FROM decision WHERE cable = ?", (cable_id,))
        return row[0] if row else None

    def decision(self, cable_id: str) -> Decision | None:
        """Return what was decided about a cable."""
        said = self._said(cable_id)
        return None if said is None else Decision(said)

    def decisions(self, ids: Iterable[str] | None = None) -> dict[str, Decision]:
        """Return cable id to decision for those of ``ids``, or of all cables, that have one."""
        rows = self._chosen("SELECT cable, decision FROM decision", "cable", ids)
        return {cable: Decision(decision) for cable, decision in rows}

    def decided(self, decision: Decision | None = None) -> set[str]:
        """Return the ids of the cables with a decision, or with any."""
        wanted = None if decision is None else decision.value
        sql = "SELECT cable FROM decision WHERE ?1 IS NULL OR decision = ?1"
        return {cable for (cable,) in self._database.all(sql, (wanted,))}

    def counts(self) -> dict[Decision, int]:
        """Return how many cables have each decision, those that none has included."""
        rows: dict[str, int] = dict(
            self._database.all("SELECT decision, count(*) FROM decision GROUP BY decision")
        )
        return {decision: rows.get(decision.value, 0) for decision in Decision}

    # Flags

    def flag(self, *flags: Flag) -> None:
        """Keep new flags, in one step of undo; a flag whose id is kept already is replaced."""
        if flags:
            cells = [Cell("flag", flag.id, flag_record(flag)) for flag in flags]
            log.act(self._database, "flag", _about("flag", flags), lambda: cells)

    def unflag(self, *flag_ids: str) -> None:
        """Take flags away, in one step of undo; an id that is not kept is passed over."""
        flags = self._by_id(flag_ids)
        if flags:
            cells = [Cell("flag", flag.id, None) for flag in flags]
            log.act(self._database, "unflag", _about("unflag", flags), lambda: cells)

    def set_note(self, flag_id: str, note: str) -> None:
        """Write the note of a flag; the empty text takes it away. Raises KeyError for an unknown flag."""
        self._edit("note", flag_id, {"note": note})

    def set_codes(self, flag_id: str, codes: Iterable[int]) -> None:
        """Give a flag these codes, 1 to 9, and no others. Raises KeyError or, for other codes, ValueError."""
        wanted = sorted(set(codes))
        if not set(wanted) <= set(range(1, 10)):
            raise ValueError(f"codes are 1 to 9, not {wanted}")
        self._edit("codes", flag_id, {"codes": wanted})

    def _edit(self, kind: str, flag_id: str, values: Mapping[str, object]) -> None:
        found = self._by_id((flag_id,))
        if not found:
            raise KeyError(flag_id)

        def changes() -> list[Cell]:
            kept = read_cell(self._database, "flag", flag_id).value
            if kept is None or all(kept[name] == value for name, value in values.items()):
                return []
            return [Cell("flag", flag_id, {**kept, **values, "modified": now().isoformat()})]

        log.act(self._database, kind, _about(kind, found), changes)

    def flags(self, cable_id: str | None = None) -> tuple[Flag, ...]:
        """Return the flags of a cable, or all, by cable and in the order made; ``reattach`` places them."""
        ids = None if cable_id is None else (cable_id,)
        rows = self._chosen("SELECT record FROM flag", "cable", ids, "ORDER BY cable, rowid")
        return tuple(flag_from(json.loads(record)) for (record,) in rows)

    def flag_counts(self, ids: Iterable[str] | None = None) -> dict[str, int]:
        """Return cable id to its number of flags, for those that have any."""
        return dict(self._chosen("SELECT cable, count(*) FROM flag", "cable", ids, "GROUP BY cable"))

    def flagged(self, code: int | None = None) -> set[str]:
        """Return the ids of the cables with a flag, or with a flag of this code."""
        sql = """SELECT DISTINCT cable FROM flag WHERE ?1 IS NULL
            OR EXISTS (SELECT 1 FROM json_each(record, '$.codes') WHERE value = ?1)"""
        return {cable for (cable,) in self._database.all(sql, (code,))}

    def _by_id(self, flag_ids: Iterable[str]) -> list[Flag]:
        rows = self._chosen("SELECT record FROM flag", "id", flag_ids)
        return [flag_from(json.loads(record)) for (record,) in rows]


def _about(kind: str, flags: Sequence[Flag]) -> Step:
    first = flags[0]
    place = "" if first.paragraph is None else f" ¶{first.paragraph}"
    more = "" if len(flags) == 1 else f" and {len(flags) - 1} more"
    return Step(f"{kind} on {first.cable_id}{place}{more}", first.cable_id, first.paragraph)
