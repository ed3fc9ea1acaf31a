"""Hold facet counts against brute force, and time them: python -m tests.bench.facet_bench [COUNT] [CACHE].

Without CACHE, COUNT made cables (10,000) are indexed and every count of a few queries is compared with one
made by looking at each cable found. With CACHE, the cache folder of a library, counting is timed only.
Queries with filters that hold for many cables are among them; ``searching.filtered`` makes the filters.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

from cableview.model.cable import Cable
from cableview.model.query import Query
from cableview.parse import parse_text
from cableview.search import Facets, Searcher, open_index, parse_query
from tests.bench.corpus import make
from tests.bench.searching.filtered import INSIDE_OR, made_filters
from tests.bench.searching.filtered import QUERIES as FILTERED
from tests.bench.searching.timing import Times

QUERIES = ("", "the", "embassy", "tag:PARM iran", "missile OR visit", "-minister")
ROUNDS = 5


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    if len(sys.argv) > 2:
        _time(Searcher(Path(sys.argv[2])))
        return
    cables: dict[int, Cable] = {}
    with tempfile.TemporaryDirectory() as folder:
        with open_index(Path(folder)) as index:
            for key in range(1, count + 1):
                fields, _ = make(1, count, key - 1)
                cables[key] = parse_text("".join(fields[-1:]))
                index.add(key, cables[key])
            index.commit(1)
            index.save_vocabulary()
        searcher = Searcher(Path(folder))
        wrong = sum(_differences(searcher, cables, query) for query in _queries(searcher))
        print(f"{count:,} cables: {wrong} counts differ from the brute-force count")
        _time(searcher)
    sys.exit(bool(wrong))


def _differences(searcher: Searcher, cables: dict[int, Cable], query: Query) -> int:
    result = searcher.search(query, len(cables))
    counted = _as_counts(searcher.found(query).facets())
    expected = _brute([cables[hit.key] for hit in result.hits])
    names = counted.keys() | expected.keys()
    wrong = sum(counted.get(name) != expected.get(name) for name in names)
    print(
        f"{query.text or 'all cables':<50} {result.total:>8,} found {len(names):>6,} counts {wrong:>4} differ"
    )
    return wrong


def _as_counts(facets: Facets) -> dict[tuple[str, str], int]:
    return {(name, facet.value): facet.cables for name, group in facets.groups.items() for facet in group}


def _brute(found: list[Cable]) -> dict[tuple[str, str], int]:
    counts: Counter[tuple[str, str]] = Counter()
    for cable in found:
        if cable.id:
            counts["station", cable.id.strip("0123456789")] += 1
        if cable.sent:
            counts["date", f"{cable.sent.year}"] += 1
        if cable.classification:
            counts["class", cable.classification] += 1
        counts.update(("tag", tag) for tag in set(cable.tags))
    return dict(counts)


def _queries(searcher: Searcher) -> list[Query]:
    read = made_filters(searcher.found(parse_query("")).keys())
    return [read(text) for text in (*QUERIES, *FILTERED, *INSIDE_OR)]


def _time(searcher: Searcher) -> None:
    for query in _queries(searcher):
        found = searcher.found(query)
        times = Times()
        for _ in range(ROUNDS):
            facets = times.take(found.facets)
        print(f"{query.text or 'all cables':<50} {facets.total:>8,} counted in {times}")


if __name__ == "__main__":
    main()
