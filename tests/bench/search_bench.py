"""Measure the search on libraries of made cables: python -m tests.bench.search_bench HOME CSV [HOME CSV].

HOME is a CABLEVIEW_HOME into which CSV was imported; CSV is made by ``tests.bench.corpus``, its truth beside
it as ``.jsonl``. With two of them (the smaller first) the growth is printed too. Peers run in the same run,
in turn with ours: ``fzf --filter``, rapidfuzz over every subject, the engine's own fuzzy terms, ripgrep; the
bench says so when a program is missing.

Query sets, 500 each by default, from subjects of random cables; a query means the cable it was made from:

clean: three words of four letters or more of the subject, one of five, in any order. Found: the cable is
  among the first ten. Exact first: the first cable's subject holds all three words, as the
  subject of the one meant does.
typo: the same, with one random edit (drop, add, replace, swap) in one or two of its words of five letters or
  more. Found: as above. Nothing tells the engine that a word is wrong; many wrong words are words as well.
typo in the text: a word that the cable has only misspelt (a swap, a doubling or a loss), spelt right, with
  four words of the subject beside it. Found: as above, though ten other cables may hold all five words as
  typed; of how many queries this is true is told.
keys: every tenth clean and typo query as it stands after every key, as the app asks: its first hits, with
  its limit of time. ``whole`` is the share of the keys that were answered from all cables.
hard: queries that cost most, as the app asks.
filters, in an OR: queries with filters that hold for many cables, as the app asks; ``filtered`` has them.

Times are of the clock, and of the processor: on a busy machine only the latter tell of the program.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

from cableview import locations
from cableview.app.screens.listing import first_of
from cableview.model.query import Query
from cableview.search import PATIENCE, Searcher, SearchResult, parse_query
from cableview.search.vocabulary import Vocabulary
from tests.bench.made.words import Words
from tests.bench.searching import filtered, peers, queries
from tests.bench.searching.queries import Asked
from tests.bench.searching.timing import Times

_LIMIT = 2_000
_TOP = 10
_ROUNDS = 5
_TURN = 100
"""Keys of one library before those of the other, so that each finds its own in the processor's caches."""
_COUNTED = ("norinco", "minister", "refinery", "wheat", "election")


class Bench:
    """One library, and the queries made for it."""

    def __init__(self, home: Path, table: Path, count: int, seed: int) -> None:
        self.table, self.seed = table, seed
        os.environ[locations.HOME_VARIABLE] = str(home)
        self.library = locations.Library()
        self.cache = self.library.cache  # while it is the home of this bench that counts
        self.subjects, truths = queries.held_truth(table.with_suffix(".jsonl"), self.library.cables)
        random = Random(11)
        self.first = first_of(len(self.subjects))
        self.clean = queries.clean(truths, count, random)
        self.typos = queries.misspelt(self.clean, random)
        times = Times()
        times.take(lambda: Vocabulary.load(self.cache))
        self.searcher = times.take(lambda: Searcher(self.cache))
        print(f"\n{len(self.subjects):,} cables with a subject; {home.name}")
        print(f"vocabulary opened in {times.clock[0]:.1f} ms, all in {times.clock[1]:.1f} ms")
        self.in_text = list(islice(queries.wrong_in_text(truths, seed, random), count))

    def search(self, text: str, limit: int = _LIMIT) -> SearchResult:
        """Search without a limit of time."""
        return self.searcher.search(parse_query(text, typing=False), limit)

    def find(self, text: str, limit: int = _LIMIT) -> list[int]:
        """Return the keys found, without a limit of time."""
        return [hit.key for hit in self.search(text, limit).hits]

    def recall(self, name: str, asked: Sequence[Asked]) -> None:
        """Print how many of the cables meant are found, and the times."""
        times, found, anywhere, exact, many = Times(), 0, 0, 0, 0
        for query in asked:
            result = times.take(lambda query=query: self.search(query.text))  # type: ignore[misc]
            keys = [hit.key for hit in result.hits]
            found += query.key in keys[:_TOP]
            anywhere += query.key in keys
            many += result.exact >= _TOP
            first = self.subjects.get(keys[0], "") if keys else ""
            exact += set(query.words) <= set(first.replace(",", " ").split())
        share = [f"{number / len(asked):.3f}" for number in (found, anywhere, exact)]
        print(f"{name:17} {len(asked)} queries: recall@10 {share[0]}, in the list {share[1]}, ", end="")
        print(f"all words in the first subject {share[2]}; ten cables answer {many} as typed; {times}")

    def keys(self) -> None:
        """Print what every key takes."""
        times, whole = Times(), 0
        for text in self._typed():
            whole += self.press(text, times).since is None
        print(f"keys              {len(times.clock)}: {times}; whole {whole / len(times.clock):.3f}")

    def press(self, text: str, times: Times) -> SearchResult:
        """Search as the app does for every key."""
        return times.take(lambda: self.searcher.search(parse_query(text), self.first, PATIENCE))

    def _typed(self) -> Iterator[str]:
        return queries.typed([*self.clean[::10], *self.typos[::10]])

    def growth(self, smaller: Bench) -> None:
        """Print how much longer a key takes here: afresh, and by turns, so that a slow moment meets both."""
        gc.freeze()  # both benches hold a million objects, which nobody who types has
        sides = (smaller, list(smaller._typed()), Times()), (self, list(self._typed()), Times())
        for bench, _, _ in sides:
            bench.searcher = Searcher(bench.cache)
        for start in range(0, len(sides[0][1]), _TURN):
            for bench, typed, times in sides:
                for text in typed[start : start + _TURN]:
                    bench.press(text, times)
        small, large = (times.at(0.95, processor=True) for _, _, times in sides)
        print(
            f"growth of a key   p95 {small:.1f} to {large:.1f} ms of the processor: {large / small:.2f} times"
        )

    def hard(self) -> None:
        """Print what the costliest queries take."""
        common = Words(self.seed).vocabulary[:400]
        asked = [
            *("", "the", "the ", "s*", "a* b*", "-x", "-the", '"of the"', "same:(the of)", "minister of the"),
            *(" ".join(common[:40]), " OR ".join(common[:300]), "-" + " -".join(common[:300])),
            " ".join(common),
            f'"{" ".join(common[:5])}"', f"same:({' '.join(common[:3])})", '"of the" OR "in the"',
        ]  # fmt: skip
        self._in_a_hurry("hard", [parse_query(text) for text in asked])

    def filters(self) -> None:
        """Print what queries with large filters take, once the filters are looked up."""
        read = filtered.made_filters(self.searcher.found(parse_query("")).keys())
        self._in_a_hurry("filters", [read(text) for text in filtered.QUERIES])
        self._in_a_hurry("filters in an OR", [read(text) for text in filtered.INSIDE_OR])

    def _in_a_hurry(self, name: str, asked: Sequence[Query]) -> None:
        times, worst = Times(), ("", 0.0)
        for query in asked:
            for _ in range(_ROUNDS):
                times.take(lambda query=query: self.searcher.search(query, self.first, PATIENCE))  # type: ignore[misc]
                worst = max(worst, (query.text[:40], times.processor[-1]), key=lambda item: item[1])
        print(f"{name:17} {len(asked)}, each {_ROUNDS} times: {times}; ", end="")
        print(f"worst {worst[0]!r} {worst[1]:.1f} ms of the processor")

    def against(self, asked: Sequence[Asked]) -> None:
        """Print our times and recall beside those of the peers, on the same queries in turn."""
        with tempfile.TemporaryDirectory() as folder:
            finders = {
                "ours": lambda text: self.find(text, _TOP),
                "engine's fuzzy": peers.own_fuzzy(self.cache),
                "fzf --filter": peers.fzf(self.subjects, Path(folder)),
                "rapidfuzz": peers.brute_force(self.subjects),
            }
            times = {name: Times() for name in finders}
            found = dict.fromkeys(finders, 0)
            for query in asked:
                for name, finder in finders.items():
                    if finder is not None:
                        keys = times[name].take(lambda finder=finder, query=query: finder(query.text))  # type: ignore[misc]
                        found[name] += query.key in keys[:_TOP]
        for name, finder in finders.items():
            if finder is None:
                print(f"{name:17} is not installed")
                continue
            ratio = times["ours"].at(0.5) / times[name].at(0.5), times["ours"].at(0.95) / times[name].at(0.95)
            print(f"{name:17} recall@10 {found[name] / len(asked):.3f}; {times[name]}", end="")
            print(f"; ours is {ratio[0]:.4f} of it at p50, {ratio[1]:.4f} at p95")

    def counting(self) -> None:
        """Print an exact count beside ripgrep's over the table."""
        count = peers.ripgrep(self.table)
        if count is None:
            print("ripgrep           is not installed")
            return
        ours, theirs = Times(), Times()
        for word in _COUNTED:
            ours.take(lambda word=word: self.searcher.search(parse_query(word, typing=False), 0).total)  # type: ignore[misc]
            theirs.take(lambda word=word: count(word))  # type: ignore[misc]
        mine, other = ours.at(0.5), theirs.at(0.5)
        print(f"exact count       ours {mine:.2f} ms, ripgrep {other:.0f} ms: {mine / other:.5f} of it")


def _memory() -> None:
    """Print the memory of a process that opened the cache and searched for every key of some queries."""
    script = (
        "import sys; from pathlib import Path; from cableview.search import Searcher, parse_query\n"
        "searcher = Searcher(Path(sys.argv[1]))\n"
        "for text in ('minister government', 'goverment presidant', 'the', 's*', 'norinko', '-x'):\n"
        "    for end in range(1, len(text) + 1): searcher.search(parse_query(text[:end]), 2000)\n"
        "print(''.join(line for line in open('/proc/self/status') if line.startswith(('VmRSS', 'RssAnon'))))"
    )
    command = [sys.executable, "-c", script, str(locations.Library().cache)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    print("memory of a process that searches (kB):", " ".join(said))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("places", nargs="+", type=Path, metavar="HOME CSV")
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--peers", type=int, default=30, help="queries that the peers are asked too")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the corpus")
    options = parser.parse_args()
    benches = []
    for home, table in zip(options.places[::2], options.places[1::2], strict=True):
        bench = Bench(home, table, options.queries, options.seed)
        bench.recall("clean", bench.clean)
        bench.recall("typo", bench.typos)
        bench.recall("typo in the text", bench.in_text)
        bench.keys()
        bench.hard()
        bench.filters()
        bench.against(bench.typos[: options.peers])
        bench.counting()
        _memory()
        benches.append(bench)
    if len(benches) == 2:
        smaller, larger = benches
        larger.growth(smaller)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this bench {peak:.0f} MB")


if __name__ == "__main__":
    main()
