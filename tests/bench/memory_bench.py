"""Memory of the app after searching, and of its list: python -m tests.bench.memory_bench [LIBRARY].

Types searches into the real app on a pseudo-terminal and prints, in MB, what it holds (RSS) and what of that
is its own, not mapped files that the system keeps anyway: at the start, while keys come, and once they rest.
Then lists as many cables in the cable list and as rows of Textual's DataTable. LIBRARY is a name in the home
that CABLEVIEW_HOME gives; without it the sample cables are used. Needs Linux, for what /proc tells.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cableview import locations
from cableview.app.sorting import Sort
from cableview.store.library import open_library
from tests.bench.typing_bench import QUERIES
from tests.support.terminal import Terminal

APART = 0.12
"""Seconds between two keys."""
REST = 5.0
ROUNDS = 2
CLEAR = "\x15"


def held(pid: int) -> str:
    """Return what a process holds, and what of that is its own."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    told = {line.split(":")[0]: int(line.split()[1]) / 1000 for line in lines if line.endswith("kB")}
    return f"{told['Rss']:4.0f} MB, its own {told['Anonymous']:4.0f}"


def searching(library: str) -> None:
    """Type into the app and print what it holds."""
    environment = {"TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", **os.environ}
    terminal = Terminal([sys.executable, "-m", "cableview", "--library", library], environment)
    terminal.read_until("Cables")
    terminal.read_for(REST)
    print(f"app at the start   {held(terminal.pid)}")
    terminal.press("/")
    for _ in range(ROUNDS):
        for text in QUERIES:
            for char in (CLEAR, *text):
                terminal.press(char)
                terminal.read_for(APART)
    print(f"while it is typed  {held(terminal.pid)}")
    terminal.read_for(REST)
    print(f"after searching    {held(terminal.pid)}")
    terminal.kill()


def listing(count: int) -> None:
    """Print what two lists of so many rows hold."""
    told = {}
    for kind in ("ours", "DataTable"):
        began = time.perf_counter()
        command = [sys.executable, "-m", "tests.bench.lists_alone", kind, str(count)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        told[kind] = int(done.stdout) / 1000
        print(f"{count:,} rows, {kind:9} {told[kind]:4.0f} MB in {time.perf_counter() - began:.1f} s")
    print(f"of DataTable's     1/{told['DataTable'] / told['ours']:.1f}")


def main() -> None:
    library = sys.argv[1] if len(sys.argv) > 1 else locations.SAMPLE_LIBRARY
    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("CABLEVIEW_HOME", home)
        searching(library)
        with open_library(locations.Library(library).cables, readonly=True) as cables:
            count = len(cables.order(Sort.NEWEST.value))
        listing(count)


if __name__ == "__main__":
    main()
