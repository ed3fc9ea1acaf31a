"""A progress bar with rate and time left, on stderr when that is a terminal, and a polite Ctrl+C."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import FrameType, TracebackType
    from typing import Any

    from cableview.model.progress import Progress


class Bar:
    """While the block runs, ``show`` draws progress and Ctrl+C only asks: ``interrupted`` turns true.

    The work then ends at its next safe point. A second Ctrl+C ends it at once.
    """

    def __init__(self, verb: str) -> None:
        self._verb = verb
        self._stopped = False
        self._display: Any = None
        self._task: Any = None
        self._previous: Any = None

    def __enter__(self) -> Self:
        self._previous = signal.signal(signal.SIGINT, self._stop)
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Display

            self._display = Display(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("{task.fields[rate]}"),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._task = self._display.add_task(self._verb, total=None, rate="")
            self._display.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self._previous)
        if self._display is not None:
            self._display.stop()

    def show(self, progress: Progress) -> None:
        """Draw how far the work has come."""
        if self._display is not None:
            self._display.update(
                self._task,
                completed=progress.done,
                total=progress.total,
                rate=f"{progress.rate:,.0f}/s",
                description="stopping" if self._stopped else progress.phase or self._verb,
            )

    def interrupted(self) -> bool:
        return self._stopped

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self._stopped:
            raise KeyboardInterrupt
        self._stopped = True
