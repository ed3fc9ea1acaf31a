"""A corpus of any size, made from a seed number and shaped like the real one, with the truth beside it.

``python -m tests.bench.corpus --count 10000 --seed 1 --csv OUT/cables.csv`` also writes ``OUT/cables.jsonl``,
one record a row: what a perfect reader would find. ``--files DIR`` writes one text file a cable instead.
Lengths, wrapping, numbering damage, page headers, references into the set, typos, partial extracts and a
second version of some cables have the shares they have in the published set.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.bench.made import header
from tests.bench.made.body import body
from tests.bench.made.calendar import Slot, slots
from tests.bench.made.layout import PAGE
from tests.bench.made.words import Words

_CHUNK = 500
_SITE = {"U": "UNCLASSIFIED", "C": "CONFIDENTIAL", "S": "SECRET"}
_VERSION_EVERY = 150


@cache
def _words(seed: int) -> Words:
    return Words(seed)


@cache
def _slots(seed: int, count: int) -> list[Slot]:
    return slots(seed, count)


def make(seed: int, count: int, index: int) -> tuple[list[str], dict[str, Any]]:
    """Return (the eight columns, the truth) of cable ``index``; the same numbers give the same cable."""
    version = index % _VERSION_EVERY == 1
    # A version is the cable before it once more, as another site had it.
    own = index - 1 if version else index
    row, truth = _cable(seed, count, own)
    if version:
        row[7] = row[7].replace(" the ", " XXXXXXXXXXXX ", 2)
        truth = {"id": truth["id"], "version": True}
    row[0] = str(index + 1)
    return row, truth


def _cable(seed: int, count: int, index: int) -> tuple[list[str], dict[str, Any]]:
    random = Random(seed * 1_000_003 + index)
    words, all_slots = _words(seed), _slots(seed, count)
    slot = all_slots[index]
    level = random.choices("UCS", (53, 41, 6))[0]
    size = min(66_000, int(6_100 * math.exp(random.gauss(0, 0.62))))
    size = random.randint(300, 1_100) if random.random() < 0.06 else max(300, size - 900)
    sections = 1 + size // PAGE
    truth: dict[str, Any] = {"id": slot.id, "partial": random.random() < 0.1}
    head = (
        header.PARTIAL + "\n"
        if truth["partial"]
        else header.transmission(random, slot, level, sections, truth)
    )
    lines = header.classification_line(random, slot, level, sections, truth)
    lines += [*header.fields(random, words, slot, level, truth), ""]
    ref_lines, labels = header.references(random, words, all_slots, index, truth)
    lines += [*ref_lines, ""] if ref_lines else []
    by = header.classified_by(random, words, level, truth)
    lines += [*by, ""] if by else []
    text = "\n".join(lines) + "\n" + body(random, words, slot, level, labels, size, truth)
    created = f"{slot.sent.month}/{slot.sent.day}/{slot.sent.year} {slot.sent.hour}:{slot.sent:%M}"
    cited = "|".join(item["id"] for item in truth["references"])
    origin = f"Embassy {slot.station.title()}"
    return ["", created, slot.id, origin, _SITE[level], cited, head, text], truth


def _quoted(field: str) -> str:
    return '"' + field.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _chunk(job: tuple[int, int, int]) -> tuple[str, str]:
    seed, count, start = job
    made = [make(seed, count, index) for index in range(start, min(start + _CHUNK, count))]
    rows = "".join(",".join(map(_quoted, row)) + "\n" for row, _ in made)
    return rows, "".join(json.dumps(truth, ensure_ascii=False) + "\n" for _, truth in made)


def write_csv(path: Path, count: int, seed: int, *, workers: int | None = None) -> None:
    """Write the table to ``path`` and the truth beside it, as ``.jsonl``."""
    jobs = [(seed, count, start) for start in range(0, count, _CHUNK)]
    with (
        path.open("w", encoding="utf-8", newline="") as table,
        path.with_suffix(".jsonl").open("w", encoding="utf-8") as truth,
    ):
        for rows, truths in _each(jobs, workers):
            table.write(rows)
            truth.write(truths)


def _each(jobs: list[tuple[int, int, int]], workers: int | None) -> Iterator[tuple[str, str]]:
    if workers == 1 or len(jobs) == 1:
        yield from map(_chunk, jobs)
        return
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        yield from pool.imap(_chunk, jobs)


def write_files(folder: Path, count: int, seed: int) -> None:
    """Write each cable to a text file of its own and the truth to ``truth.jsonl`` in the same folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "truth.jsonl").open("w", encoding="utf-8") as truths:
        for index in range(count):
            row, truth = make(seed, count, index)
            place = folder / f"{index // 1000:03d}"
            place.mkdir(exist_ok=True)
            text = f"{row[6]}\n{row[7]}"
            (place / f"{row[0]}_{row[2]}.txt").write_text(text, encoding="utf-8", newline="")
            truths.write(json.dumps(truth, ensure_ascii=False) + "\n")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--csv", type=Path, help="the table to write")
    parser.add_argument("--files", type=Path, help="the folder to write text files to")
    given = parser.parse_args()
    start = time.perf_counter()
    if given.csv:
        write_csv(given.csv, given.count, given.seed)
    if given.files:
        write_files(given.files, given.count, given.seed)
    seconds = time.perf_counter() - start
    sys.stderr.write(f"{given.count:,} cables in {seconds:.1f} s ({given.count / seconds:,.0f}/s)\n")


if __name__ == "__main__":
    main()
