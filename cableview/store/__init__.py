"""The library of cables and the marks of its reader, in SQLite."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cableview.store.errors import StoreError
    from cableview.store.library import Library, open_library
    from cableview.store.marks import Marks, open_marks
    from cableview.store.prepared import Prepared, prepare

__all__ = ["Library", "Marks", "Prepared", "StoreError", "open_library", "open_marks", "prepare"]
_HOMES = {
    "StoreError": "errors",
    "Library": "library",
    "open_library": "library",
    "Marks": "marks",
    "open_marks": "marks",
    "Prepared": "prepared",
    "prepare": "prepared",
}


def __getattr__(name: str) -> object:
    """Load a name on first use: marks need nothing of the library, and a command starts the sooner."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
