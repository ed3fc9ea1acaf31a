"""Measure the entity stage: ``python -m tests.bench.entity_bench [--cables N] [--rounds N]``.

Prints the characters a second in which one process finds mentions, then, for a library of made cables, the
cables a second of the whole stage, what it adds to the library in multiples of the text, and how long the
questions take. Exits 1 when it adds more than half the text.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from cableview import locations
from cableview.entities import find_mentions
from cableview.importing import extract_entities
from cableview.model.document import Document
from cableview.parse import PARSER_VERSION, parse_document
from cableview.sources.table import site_of
from cableview.store import open_library, prepare
from tests.bench.corpus import make
from tests.bench.least import least_seconds

_MOST = 0.5


def _speed(documents: list[Document], rounds: int) -> float:
    """Return characters a second of processor time; the gazetteers are loaded before."""
    read = [(parse_document(document), document.text) for document in documents]
    find_mentions(*read[0])
    return sum(len(raw) for _, raw in read) / sum(
        least_seconds(lambda one: find_mentions(*one), read, rounds)
    )


def _size(library: locations.Library) -> int:
    """Return the bytes of the library, all of them in its one file."""
    open_library(library.cables).close()
    return library.cables.stat().st_size


def _stage(documents: list[Document], library: locations.Library) -> float:
    """Print what the stage takes, and return what it adds in multiples of the text."""
    library.make()
    with open_library(library.cables) as cables:
        batch = cables.start_batch(["bench"])
        cables.add(batch, [prepare(d, parse_document(d), parser=PARSER_VERSION) for d in documents])
    before, start = _size(library), time.perf_counter()
    count = extract_entities(library)
    rate = count / (time.perf_counter() - start)
    added = (_size(library) - before) / sum(len(document.text) for document in documents)
    print(f"{rate:,.0f} cables a second in the stage; it adds {added:.2f} times the text")
    with open_library(library.cables, readonly=True) as cables:
        start = time.perf_counter()
        (most,) = cables.entities(limit=1)
        listed = time.perf_counter()
        found = len(cables.cables_with(most.type, most.name))
        ended = time.perf_counter()
    listing, finding = (listed - start) * 1e3, (ended - listed) * 1e3
    print(f"list {listing:.1f} ms; {found} cables with {most.name} {finding:.1f} ms")
    return added


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cables", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rows = (make(given.seed, given.cables, index)[0] for index in range(given.cables))
    documents = [Document(row[0], f"{row[6]}\n{row[7]}", site=site_of(row)) for row in rows]
    print(f"{_speed(documents, given.rounds) / 1e6:.2f} million characters a second in one process")
    with tempfile.TemporaryDirectory() as home:
        os.environ[locations.HOME_VARIABLE] = str(Path(home))
        sys.exit(_stage(documents, locations.Library()) > _MOST)


if __name__ == "__main__":
    main()
