"""First paint against a Textual "hello world", in turn, on a real pseudo-terminal.

    python -m tests.bench.start [--runs N]

The library is the sample, or the main one of ``CABLEVIEW_HOME``. Prints both medians in milliseconds and the
median of the ratios, pair by pair.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.support.terminal import Terminal

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello world")
Hello().run()
"""


def painted(command: list[str], environment: dict[str, str], words: str) -> float:
    """Return the seconds from the start of the process to the moment ``words`` are drawn."""
    start = time.perf_counter()
    terminal = Terminal(command, environment)
    terminal.read_until(words)
    seconds = time.perf_counter() - start
    terminal.kill()
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {"TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", **os.environ}
        environment.setdefault("CABLEVIEW_HOME", folder)
        hello = Path(folder, "hello.py")
        hello.write_text(HELLO, encoding="utf-8")
        ours = [sys.executable, "-m", "cableview"]
        theirs = [sys.executable, str(hello)]
        pairs = []
        for number in range(options.runs + 1):
            pair = painted(ours, environment, "Cables"), painted(theirs, environment, "hello world")
            if number:  # the first pair only warms the disk
                pairs.append(pair)
    print(f"cableview   {1000 * statistics.median(p[0] for p in pairs):6.0f} ms")
    print(f"hello world {1000 * statistics.median(p[1] for p in pairs):6.0f} ms")
    print(f"ratio       {statistics.median(a / b for a, b in pairs):6.2f}")


if __name__ == "__main__":
    main()
