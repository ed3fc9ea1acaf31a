"""One reading of a query whose large sets take it apart: what its parts find, brought together."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, repeat

from cableview.search.asked import is_ranked
from cableview.search.compiling import Compiler
from cableview.search.expand import Correct
from cableview.search.fetching import fetchable
from cableview.search.keeping import Part
from cableview.search.reading import Reader, Reading
from cableview.search.result import Hit
from cableview.search.slices import Runner

_LEAST = 0.004
"""Seconds that must be left for another part."""


@dataclass(frozen=True, slots=True)
class Union:
    """What all parts of a query found."""

    hits: list[Hit]
    total: int
    since: int | None
    """Only cables sent from this day on were looked at."""
    counted: bool
    """False: there are at least ``total``."""


def read_parts(
    parts: Sequence[Part], runner: Runner, compiler: Compiler, until: float | None, limit: int
) -> Union:
    """Return the best hits and how many there are; ``until`` is a moment of ``time.perf_counter``."""
    readings: list[Reading] = []
    counts: list[tuple[int, bool]] = []
    for part in parts:
        ends = _share(until, len(parts) - len(readings))
        if readings and ends is not None and ends - time.perf_counter() < _LEAST and not runner.few:
            counts.append((0, False))  # what is listed so far must do until there is time for more
            break
        reader = Reader(runner.keeping(part.listed), compiler, part.root)
        reading = reader.read(limit, ends)
        readings.append(reading)
        counts.append(_count(part, runner, reader, reading, ends))
    counted = all(exact for _, exact in counts)
    total = sum(count for count, _ in counts)
    return Union(
        _hits(_listed(parts, readings, limit), corrected=compiler.correct is not Correct.NEVER),
        total if counted else max(total, *(reading.total for reading in readings)),
        max((reading.since for reading in readings if reading.since is not None), default=None),
        counted,
    )


def _share(until: float | None, parts: int) -> float | None:
    """Return when the first of so many parts must end."""
    now = time.perf_counter()
    return None if until is None else now + (until - now) / parts


def _count(
    part: Part, runner: Runner, reader: Reader, reading: Reading, until: float | None
) -> tuple[int, bool]:
    """Return how many of what was read count, and whether that is exact and not only the least."""
    if part.kept is part.listed or part.kept is None:
        return reading.total, reading.counted
    if len(reading.scored) == reading.total and reading.counted:
        return sum(part.kept.among([key for _, key in reading.scored])), True
    if until is not None and reading.total > fetchable(until) and not runner.few:
        return 0, False
    return reader.count(runner.keeping(part.kept), until)


def _listed(parts: Sequence[Part], readings: Sequence[Reading], limit: int) -> list[tuple[float, int]]:
    """Return (score, key) of the best of all parts; of the newest, where nothing ranks them."""
    if len(readings) == 1:
        return readings[0].scored
    best: dict[int, float] = {}
    for reading in readings:
        for score, key in reading.scored:
            best[key] = max(score, best.get(key, score))
    known = parts[0].kept
    if known is not None and not any(is_ranked(part.root) for part in parts):
        return [(0.0, key) for key in islice(known.shelf.newest_of(best), limit)]
    return sorted(((score, key) for key, score in best.items()), key=lambda hit: -hit[0])[:limit]


def _hits(scored: Sequence[tuple[float, int]], *, corrected: bool) -> list[Hit]:
    rows = zip([key for _, key in scored], [score for score, _ in scored], repeat(()), repeat(corrected))
    return list(map(partial(tuple.__new__, Hit), rows))  # without a call of Python for each
