"""Which cables hold a name, word for word: a plain question, without ranking or corrections."""

from __future__ import annotations

from array import array
from pathlib import Path

import tantivy

from cableview.search import folder as folders
from cableview.search import schema
from cableview.search.engine import counted, keys_at
from cableview.search.folding import words

_FEW = 100
"""Most names stand in fewer cables: one look suffices."""


class Phrases:
    """Reads the search cache in ``folder`` as it is committed now. Raises IndexDamagedError."""

    def __init__(self, folder: Path) -> None:
        index = folders.open_sound(folders.index_folder(folder))
        self._schema, self._searcher = index.schema, index.searcher()

    def holding(self, name: str) -> array[int]:
        """Return the keys of the cables that hold the words of ``name`` in a row, in no order."""
        found = words(name)
        if not found:
            return array("Q")
        with folders.damage_is_one_error():
            query = (
                tantivy.Query.term_query(self._schema, schema.BODY, found[0])
                if len(found) == 1
                else tantivy.Query.phrase_query(self._schema, schema.BODY, list(found))
            )
            hits = self._searcher.search(query, limit=_FEW)
            if counted(hits) > _FEW:
                hits = self._searcher.search(query, limit=counted(hits))
            return array("Q", keys_at(self._searcher, [place for _, place in hits.hits]))
