"""Writing the flags to a file, from the app."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cableview.app.session import Session
    from cableview.export import FlagRecord
    from cableview.model.marks import Decision, Flag
    from cableview.store.library import Library


async def export(session: Session, file_name: str) -> tuple[str, bool]:
    """Write every flag to ``file_name``; return what to tell, and whether it went wrong."""
    path = Path(file_name).expanduser().absolute()
    flags = await session.marks(lambda marks: marks.flags())
    if not flags:
        return "Nothing is flagged yet: f in the reader flags a paragraph.", True
    decisions = await session.marks(lambda marks: marks.decisions([flag.cable_id for flag in flags]))
    return await session.cables(lambda library: _write(library, path, flags, decisions))


def _write(
    library: Library, path: Path, flags: Sequence[Flag], decisions: dict[str, Decision]
) -> tuple[str, bool]:
    from cableview.export import FORMATS, SUFFIXES, export_flags, written_atomically  # noqa: PLC0415

    forms = {SUFFIXES[form]: form for form in FORMATS}
    form = forms.get(path.suffix.lower())
    if form is None:
        return f"{path.name}: end the name with one of {' '.join(forms)}", True
    records = _records(library, flags, decisions)
    try:
        with written_atomically(path) as file:
            export_flags(form, records, file)
    except OSError as error:
        return f"{path}: cannot be written ({error.strerror})", True
    return f"{len(records)} flag{'s' * (len(records) != 1)} written to {path}", False


def _records(library: Library, flags: Sequence[Flag], decisions: dict[str, Decision]) -> list[FlagRecord]:
    from cableview.export import flag_record  # noqa: PLC0415 - not needed to paint

    records = []
    in_order = sorted(flags, key=lambda flag: (flag.cable_id, flag.paragraph or 0))
    for cable_id, group in groupby(in_order, key=lambda flag: flag.cable_id):
        held = library.load(cable_id)
        records += [flag_record(flag, held, decisions.get(cable_id)) for flag in group]
    return records
