"""Writing the ledger of missing cables to a file, from the app."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cableview.app.session import Session
    from cableview.store.library import Library


async def export_missing(session: Session, file_name: str, keys: Sequence[int]) -> tuple[str, bool]:
    """Write these entries of the ledger to ``file_name``; return what to tell, and whether it went wrong."""
    path = Path(file_name).expanduser().absolute()
    # On the second connection: a long list takes a while, and reading goes on meanwhile.
    return await session.upkeep(lambda library: _write(library, path, keys, session.closing.is_set))


def _write(
    library: Library, path: Path, keys: Sequence[int], stopped: Callable[[], bool]
) -> tuple[str, bool]:
    from cableview.export import written_atomically  # noqa: PLC0415 - not needed to paint
    from cableview.export.missing import FORMATS, missing_records  # noqa: PLC0415

    write = FORMATS.get(path.suffix.lower())
    if write is None:
        return f"{path.name}: end the name with one of {' '.join(FORMATS)}", True
    records = missing_records(library, keys, stopped)
    try:
        with written_atomically(path) as file:
            count = write(records, file)
    except OSError as error:
        return f"{path}: cannot be written ({error.strerror})", True
    return f"{count:,} missing cable{'s' * (count != 1)} written to {path}", False
