"""A library as on a disk that is only read: by rights alone, a test that runs as root would still write."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from cableview import locations


def make_unwritable(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the system say that nothing in ``folder`` may be written to."""
    asked = os.access

    def access(path: Any, mode: int, **more: Any) -> bool:
        inside = Path(os.fsdecode(path)).is_relative_to(folder)
        return not (inside and mode & os.W_OK) and asked(path, mode, **more)

    patch.setattr(os, "access", access)


def files_of(places: locations.Library) -> dict[str, bytes]:
    """Return what stands in the folder of a library."""
    found = sorted(path for path in places.data.rglob("*") if path.is_file())
    return {str(path.relative_to(places.data)): path.read_bytes() for path in found}
