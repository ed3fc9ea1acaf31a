"""Reading the versions of a cable and how each differs from the current one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from cableview.app.session import Session
    from cableview.store.library import Library
    from cableview.store.records import Held
    from cableview.versions import Comparison


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions, the older first, and their comparison."""

    old: Held
    new: Held
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Versions:
    """A cable with all its versions."""

    current: Held
    days: dict[int, date]
    """When each batch was taken in."""
    compared: tuple[Compared, ...]
    """Every other version against the current one, the newest first."""


async def read_versions(session: Session, current: Held) -> Versions:
    """Return the versions of the cable ``current``, compared. Raises StoreError."""
    others, days = await session.cables(lambda library: _read(library, current))
    return await session.alone(lambda: Versions(current, days, _compared(current, others)))


def _read(library: Library, current: Held) -> tuple[list[Held], dict[int, date]]:
    known = library.versions(current.id)
    others = [library.load(current.id, item.id) for item in reversed(known) if item.id != current.version]
    return [item for item in others if item], {item.id: item.started.date() for item in library.batches()}


def _compared(current: Held, others: list[Held]) -> tuple[Compared, ...]:
    from cableview.versions import compare  # noqa: PLC0415 - only wanted with more than one version

    found = []
    for other in others:
        old, new = sorted((other, current), key=lambda held: held.version)
        found.append(Compared(old, new, compare(old.cable, old.raw, new.cable, new.raw)))
    return tuple(found)
