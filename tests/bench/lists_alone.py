"""One list of many rows and nothing else: python -m tests.bench.lists_alone ours|DataTable COUNT.

Prints the memory of its process in kB once it is painted. Needs Linux, for what /proc tells.
"""

from __future__ import annotations

import sys
from array import array
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import DataTable

from cableview.app.messages import RowsWanted
from cableview.app.rows import ListRow
from cableview.app.widgets.cable_list import CableList

ID, DATE, SUBJECT = "08STATE{:06}", "7 Jul 08", "Demarche on missile technology exports, number {}"


class Listing(App[int]):
    """Ends by itself."""

    def __init__(self, kind: str, count: int) -> None:
        super().__init__()
        self._kind, self._count = kind, count

    def compose(self) -> ComposeResult:
        yield CableList() if self._kind == "ours" else DataTable[str]()

    def on_rows_wanted(self, message: RowsWanted) -> None:
        self.query_one(CableList).supply(
            ListRow(key, ID.format(key), "secret", "S", DATE, SUBJECT.format(key)) for key in message.keys
        )

    def on_mount(self) -> None:
        keys = range(1, self._count + 1)
        if self._kind == "ours":
            self.query_one(CableList).show(array("Q", keys))
        else:
            table = self.query_one(DataTable)
            table.add_columns("", "id", "date", "subject")
            table.add_rows(["S", ID.format(key), DATE, SUBJECT.format(key)] for key in keys)
        self.set_timer(1, self._tell)

    def _tell(self) -> None:
        lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
        self.exit(next(int(line.split()[1]) for line in lines if line.startswith("Rss:")))


if __name__ == "__main__":
    print(Listing(sys.argv[1], int(sys.argv[2])).run(headless=True))
