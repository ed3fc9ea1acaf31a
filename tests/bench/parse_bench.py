"""Measure the parser on one core: ``python -m tests.bench.parse_bench [--cables N]``.

Prints cables a second and microseconds a kB on made cables, then what a character of each hostile text costs
in multiples of a character of the median made cable. Every text counts with the least processor time of some
runs, so that what else the machine does falls out; exits 1 when a text costs more than 20 times the median.
"""

from __future__ import annotations

import argparse
import statistics
import sys

from cableview.model.document import Document
from cableview.parse import parse_document
from cableview.sources.table import site_of
from tests.bench.corpus import make
from tests.bench.hostile import hostile_texts
from tests.bench.least import least_seconds

_RUNS = 5
_SIZE = 7000
"""Characters of the median real cable."""
_WORST = 20.0


def _made(count: int, seed: int) -> list[Document]:
    rows = (make(seed, count, index)[0] for index in range(count))
    return [Document(row[0], f"{row[6]}\n{row[7]}", site=site_of(row)) for row in rows]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cables", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=8, help="how many of the slowest texts to print")
    given = parser.parse_args()
    documents = _made(given.cables, given.seed)
    times = least_seconds(parse_document, documents, _RUNS)
    sizes = [len(document.text) for document in documents]
    each = sum(times) / sum(sizes)
    print(f"{given.cables:,} made cables, {statistics.median(sizes):,.0f} characters in the median")
    print(f"{1 / (each * _SIZE):,.0f} cables of {_SIZE:,} characters a second; {each * 1e9:,.1f} µs a kB")
    median = statistics.median(spent / size for spent, size in zip(times, sizes, strict=True))
    texts = list(hostile_texts())
    spent = least_seconds(parse_document, [Document(name, text) for name, text in texts], _RUNS)
    factors = sorted(
        ((each / len(text) / median, name) for each, (name, text) in zip(spent, texts, strict=True)),
        reverse=True,
    )
    print(f"worst case: {factors[0][0]:.1f} times the median cable a character")
    for factor, name in factors[: given.show]:
        print(f"  {factor:5.1f}  {name}")
    sys.exit(factors[0][0] > _WORST)


if __name__ == "__main__":
    main()
