"""Kill an import at random moments, run the same command again each time, and compare with one undisturbed.

``python -m tests.bench.import_kill --count 20000 --kills 10`` makes a corpus of its own. Marks are made
before and looked at after.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cableview import locations
from cableview.importing import import_paths
from cableview.model.marks import Decision
from cableview.store import open_library, open_marks
from tests.bench.corpus import write_csv
from tests.support.cables import content, searchable

_PROGRAM = """
import sys
from cableview import locations
from cableview.importing import import_paths
if __name__ == "__main__":
    import_paths([sys.argv[1]], locations.Library("killed"))
"""


def main() -> None:
    """Run the command line; exit 1 when the two libraries differ."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory(prefix="cableview-kill-") as home:
        os.environ[locations.HOME_VARIABLE] = home
        table, program = Path(home) / "cables.csv", Path(home) / "program.py"
        write_csv(table, given.count, given.seed, workers=1)
        program.write_text(_PROGRAM)
        whole, killed = locations.Library("whole"), locations.Library("killed")
        start = time.perf_counter()
        import_paths([str(table)], whole)
        seconds = time.perf_counter() - start
        killed.make()
        with open_marks(killed.marks) as marks:
            marks.decide("08BEIJING2648", Decision.HOT)
        command = [sys.executable, str(program), str(table)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["", *sys.path])}
        for _ in range(given.kills):
            process = subprocess.Popen(command, env=environment)
            # Each run goes on from the one before: so early that the last kill still meets an import.
            time.sleep(0.5 + 4 * chance.random() * seconds / given.kills)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if killed.exists():
                with open_library(killed.cables) as library:
                    print(f"killed; {library.count():,} cables held, {library.check() or 'sound'}")
        batch = import_paths([str(table)], killed)
        with open_marks(killed.marks) as marks:
            kept = marks.decisions(["08BEIJING2648"])
        same = content(killed) == content(whole)
        print(f"then {batch.new:,} new, {batch.identical:,} identical; same content: {same}; marks: {kept}")
        print(f"searchable: {searchable(killed):,} and {searchable(whole):,}")
        sys.exit(not same or searchable(killed) != searchable(whole))


if __name__ == "__main__":
    main()
