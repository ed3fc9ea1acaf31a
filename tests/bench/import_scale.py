"""Import a table whole and print rate, CPU time, peak memory of all processes together, and sizes on disk.

``python -m tests.bench.import_scale --csv OUT/cables.csv`` imports into a throw-away home. ``--again``
imports the same table a second time, which meets only texts that are held. Memory is what /proc calls Pss,
so pages that processes share count once: Linux only.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import threading
import time
from pathlib import Path

from cableview import locations
from cableview.importing import import_paths
from cableview.model.progress import Progress

_MIB = 1024 * 1024


def _family() -> list[int]:
    """Return this process and its children."""
    found = [os.getpid()]
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            if parent == found[0]:
                found.append(int(entry.name))
    return found


def _memory() -> list[int]:
    """Return the bytes of each process of the family."""
    sizes = []
    for process in _family():
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        sizes += [int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")]
    return sizes


class _Peak(threading.Thread):
    """Watches the memory of the family: to look costs milliseconds a process."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.total = 0
        self.parts: list[int] = []
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(2.0):
            parts = _memory()
            if sum(parts) > self.total:
                self.total, self.parts = sum(parts), parts


def _cpu() -> float:
    usages = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def run(table: Path, workers: int | None, every: float) -> None:
    """Import ``table`` and print the figures."""
    library = locations.Library()
    peak = _Peak()
    peak.start()
    start, cpu, said = time.perf_counter(), _cpu(), 0.0
    milestones: list[tuple[int, float]] = []
    searchable = 0.0

    def show(progress: Progress) -> None:
        nonlocal said, searchable
        seconds = time.perf_counter() - start
        if progress.phase == "collecting words":  # for typos and endings; all cables are committed by then
            searchable = seconds
        if not milestones or progress.done >= 10_000 > milestones[-1][0]:
            milestones.append((progress.done, seconds))
        if seconds - said > every:
            said = seconds
            left = progress.seconds_left
            sys.stderr.write(
                f"{seconds:6.0f} s  {progress.phase} {progress.done:,} of {progress.total or 0:,}  "
                f"{progress.rate:,.0f}/s  {left or 0:,.0f} s left\n"
            )

    batch = import_paths([str(table)], library, workers=workers, on_progress=show)
    seconds, cpu = time.perf_counter() - start, _cpu() - cpu
    peak.done.set()
    count = batch.new + batch.changed + batch.identical
    print(
        f"cables      {count:,}: {batch.new:,} new, {batch.changed:,} changed, {batch.identical:,} identical"
    )
    print(f"time        {seconds:.1f} s, {count / seconds:,.0f} cables/s")
    print(f"searchable  {searchable or seconds:.1f} s, then the list of words")
    print(
        f"cpu         {cpu:.1f} s, {1e6 * cpu / count:,.0f} us a cable (workers count once they have ended)"
    )
    print(f"peak memory {peak.total / _MIB:,.0f} MiB: {[round(part / _MIB) for part in peak.parts]}")
    held, cache = _size(library.data), _size(library.cache)
    share = (held + cache) / table.stat().st_size
    print(f"on disk     library {held / _MIB:,.0f} + cache {cache / _MIB:,.0f} MiB, {share:.2f} of the text")
    if len(milestones) > 1:
        done, early = milestones[1]
        early /= done
        growth = seconds / count / early
        print(f"growth      {1e6 * early:,.0f} us a cable at {done:,}, {growth:.2f} times that overall")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--csv", type=Path, required=True)
    parser.add_argument("--workers", type=int)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--home", help="import into this home and keep it")
    parser.add_argument("--every", type=float, default=10.0, help="seconds between two lines of progress")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cableview-bench-") as home:
        os.environ[locations.HOME_VARIABLE] = given.home or home
        for _ in range(1 + given.again):
            run(given.csv, given.workers, given.every)


if __name__ == "__main__":
    main()
