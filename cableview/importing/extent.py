"""How much an import has before it, told cheaply beforehand, and how fast it goes."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Iterable

from cableview.importing.parcel import Parcel
from cableview.model.batch import Skipped
from cableview.model.progress import Progress
from cableview.sources.tree import BULK, walk

_WINDOW = 20.0
"""Seconds that the rate looks back."""


class Extent:
    """Counts files and bytes ahead, and tells progress as parcels come in."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._files = 0
        self._bulk_bytes = 0
        self._known = True
        for path in paths:
            if path == "-":
                self._known = False
            elif os.path.isdir(path):  # noqa: PTH112 - the path may be no valid str
                for file in walk(path, self._count_skipped):
                    self._count(file)
            else:
                self._count(path)
        self._done = 0
        self._bulk_done = 0
        self._bulk_weight = 0
        self._recent: deque[tuple[float, int]] = deque([(time.monotonic(), 0)])

    def _count_skipped(self, _: Skipped) -> None:
        self._files += 1

    def _count(self, path: str) -> None:
        if path.lower().endswith(BULK):  # what it really holds, only reading it tells
            try:
                self._bulk_bytes += os.path.getsize(path)  # noqa: PTH202 - as above
            except OSError:
                self._files += 1
        else:
            self._files += 1

    def taken(self, parcel: Parcel) -> Progress:
        """Count a parcel, and say where the import stands."""
        count = len(parcel.items) + parcel.identical + len(parcel.skipped)
        self._done += count
        if parcel.bulk:
            self._bulk_done += count
            self._bulk_weight += parcel.bulk
        now = time.monotonic()
        self._recent.append((now, self._done))
        while len(self._recent) > 2 and now - self._recent[0][0] > _WINDOW:
            self._recent.popleft()
        return self.progress("importing", parcel.name)

    def progress(self, phase: str, name: str = "") -> Progress:
        """Say where the import stands."""
        (then, before), (now, done) = self._recent[0], self._recent[-1]
        rate = (done - before) / (now - then) if now > then else 0.0
        return Progress(self._done, self._total(), rate, phase, name)

    def _total(self) -> int | None:
        if not self._known:
            return None
        if not self._bulk_bytes:
            return max(self._files, self._done)
        if not self._bulk_weight:
            return None
        bulk = self._bulk_done * self._bulk_bytes / self._bulk_weight
        return max(self._files + round(bulk), self._done)
