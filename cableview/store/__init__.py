"""The library of cables and the marks of its reader, in SQLite."""

from cableview.store.errors import StoreError
from cableview.store.library import Library, open_library
from cableview.store.marks import Marks, open_marks
from cableview.store.prepared import Prepared, prepare

__all__ = ["Library", "Marks", "Prepared", "StoreError", "open_library", "open_marks", "prepare"]
