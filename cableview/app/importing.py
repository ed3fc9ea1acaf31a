"""Taking cables in from the app: which paths a line names, how far it is, what the report says."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cableview.model.progress import Progress

if TYPE_CHECKING:
    from cableview import locations
    from cableview.model.batch import Batch
    from cableview.store import Library

Show = Callable[[Progress], None]


@dataclass(slots=True)
class Moment:
    """Where the work stands: its thread writes, the screen reads."""

    progress: Progress | None = None

    def show(self, progress: Progress) -> None:
        self.progress = progress


def named_paths(line: str) -> tuple[list[str], str]:
    """Return the paths that ``line`` names, and what is wrong with it, empty when nothing is.

    A line that is one existing path is taken whole, so that a name with spaces needs no quotes.
    """
    if not line.strip():
        return [], "Name a file or a folder: :import ~/cables"
    whole = str(Path(line.strip()).expanduser())
    if Path(whole).exists():
        return [whole], ""
    try:
        paths = [str(Path(word).expanduser()) for word in shlex.split(line)]
    except (ValueError, RuntimeError) as error:
        return [], f"{line}: {error}"
    missing = [path for path in paths if not Path(path).exists()]
    return ([], f"{missing[0]}: there is no such file or folder") if missing else (paths, "")


def take_in(places: locations.Library, paths: list[str], show: Show, stopped: Callable[[], bool]) -> Batch:
    """Import ``paths`` and return the report. Raises StoreError and WorkerDiedError."""
    from cableview.importing import import_paths  # noqa: PLC0415 - heavy

    _let_workers_start()
    return import_paths(paths, places, on_progress=show, cancelled=stopped)


def waiting(library: Library) -> bool:
    """Tell whether cables wait for their entities, for those of the rules of today or of other cables too."""
    from cableview.entities import RULES_VERSION  # noqa: PLC0415 - heavy, and not needed to paint

    return library.mentions_behind(RULES_VERSION) > 0 or library.told_count() + library.recall_count() > 0


def find_entities(places: locations.Library, show: Show, stopped: Callable[[], bool]) -> None:
    """Find the entities of the cables that wait for it. Raises StoreError and WorkerDiedError."""
    from cableview.importing import extract_entities  # noqa: PLC0415 - heavy

    _let_workers_start()
    extract_entities(places, on_progress=show, cancelled=stopped)


def _let_workers_start() -> None:
    """Start the watcher of worker processes now: it wants the real stderr, which the app has covered."""
    from multiprocessing import resource_tracker  # noqa: PLC0415 - only for an import

    with redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()


def progress_text(progress: Progress | None, *, stopping: bool) -> str:
    """Say how far the work is, how fast it goes and how long it will take."""
    if stopping:
        return "stopping after this batch"
    if progress is None:
        return "looking at what is there"
    of = f" of {progress.total:,}" if progress.total else ""
    parts = [f"{progress.phase} {progress.done:,}{of}"]
    if progress.rate:
        parts.append(f"{progress.rate:,.0f}/s")
    if progress.seconds_left is not None and progress.done:
        parts.append(f"{_duration(progress.seconds_left)} left")
    return " · ".join(parts)


def _duration(seconds: float) -> str:
    minutes = seconds / 60
    if minutes < 1:
        return f"{max(1, round(seconds))} s"
    return f"{round(minutes)} min" if minutes < 90 else f"{minutes / 60:.1f} h"


def report_text(batch: Batch) -> str:
    """Say in one line what an import brought."""
    counts = ((batch.new, "new"), (batch.changed, "changed"), (batch.identical, "identical"))
    parts = [f"{count:,} {word}" for count, word in counts] + [f"{len(batch.skipped):,} skipped"]
    return ", ".join(parts)
