"""Measure the search on a made corpus: python -m tests.bench.search_bench COUNT [FOLDER].

Words are drawn from a Zipfian vocabulary of made words and the words of the seeds; each cable repeats a few
words of its own, which its subject names, as real cables do. Prints build time, size, and query times by
kind, with the recall of misspelt queries. FOLDER is kept, and used again when it holds an index already.
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from rapidfuzz import fuzz, process
from tantivy import Occur, Query

from cableview.model.cable import Addressee, Cable, Paragraph
from cableview.resources import resource_dir
from cableview.search import Searcher, open_index, parse_query
from cableview.search.folder import index_folder, open_sound
from cableview.search.folding import words

_ONSETS = (
    *"bcdfghjklmnprstvwz",
    "br",
    "ch",
    "cl",
    "dr",
    "fr",
    "gr",
    "pl",
    "pr",
    "sh",
    "st",
    "str",
    "th",
    "tr",
)
_RHYMES = (
    *"aeiou",
    "an",
    "ar",
    "at",
    "el",
    "en",
    "er",
    "es",
    "in",
    "is",
    "it",
    "on",
    "or",
    "ou",
    "um",
    "un",
    "al",
    "ing",
    "ent",
    "ion",
)
_STATIONS = ("BEIJING", "PARIS", "ANKARA", "STATE", "BAGHDAD", "TOKYO", "AMMAN", "LONDON", "CAIRO", "LIMA")
_TAGS = ("PREL", "PGOV", "PARM", "ECON", "PTER", "CH", "IR", "FR", "TU", "IZ")


class Corpus:
    """Cables made one after the other from a seed number: the same count gives the same cables."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._random = random.Random(7)
        self.text_bytes = 0
        self.subjects: dict[int, str] = {}
        seeds = [
            word for path in resource_dir("seeds").glob("*.txt") for word in words(path.read_text("utf-8"))
        ]
        common = [
            word for word, _ in sorted({w: seeds.count(w) for w in set(seeds)}.items(), key=lambda x: -x[1])
        ]
        made = {self._word() for _ in range(min(200_000, 20_000 + count * 2))} - set(common)
        self.vocabulary = common + sorted(made, key=lambda _: self._random.random())
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.vocabulary))))

    def _word(self) -> str:
        pick = self._random.choice
        return "".join(pick(_ONSETS) + pick(_RHYMES) for _ in range(pick((2, 2, 3, 3, 4))))

    def cables(self) -> Iterator[tuple[int, Cable]]:
        choices, pick = self._random.choices, self._random.choice
        for key in range(1, self.count + 1):
            topic = [
                self.vocabulary[self._random.randrange(300, min(40_000, len(self.vocabulary)))]
                for _ in range(6)
            ]
            paragraphs = []
            for number in range(1, pick((6, 9, 12, 12, 15, 18)) + 1):
                text = choices(self.vocabulary, cum_weights=self._weights, k=pick((40, 70, 90)))
                text[:: max(1, len(text) // 3)] = choices(topic, k=len(text[:: max(1, len(text) // 3)]))
                paragraphs.append(Paragraph(number, f"{number}.", "C", None, " ".join(text) + ".", (0, 0)))
            subject = " ".join(topic[:5]).title()
            self.subjects[key] = subject
            self.text_bytes += len(subject) + sum(len(p.text) for p in paragraphs)
            station = pick(_STATIONS)
            sent = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=key * 20)
            yield (
                key,
                Cable(
                    id=f"{sent:%y}{station}{key}",
                    sent=sent,
                    sender=f"AMEMBASSY {station}",
                    to=(Addressee("SECSTATE WASHDC"),),
                    classification="CONFIDENTIAL",
                    tags=tuple(choices(_TAGS, k=3)),
                    subject=subject,
                    paragraphs=tuple(paragraphs),
                ),
            )


def misspell(word: str, edits: int, source: random.Random) -> str:
    """Change a word by so many random edits."""
    letters = list(word)
    for _ in range(edits):
        at = source.randrange(len(letters) - 1)
        kind = source.choice(("drop", "add", "replace", "swap"))
        if kind == "drop":
            del letters[at]
        elif kind == "add":
            letters.insert(at, source.choice("abcdefghijklmnopqrstuvwxyz"))
        elif kind == "replace":
            letters[at] = source.choice("abcdefghijklmnopqrstuvwxyz")
        else:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)


def build(corpus: Corpus, folder: Path) -> None:
    began = time.perf_counter()
    adding = 0.0
    with open_index(folder) as index:
        for key, cable in corpus.cables():
            before = time.perf_counter()
            index.add(key, cable)
            adding += time.perf_counter() - before
            if key % 20_000 == 0:
                index.commit(key)
        index.commit(corpus.count)
        indexed = time.perf_counter()
        index.save_vocabulary()
        print(f"vocabulary {time.perf_counter() - indexed:.1f} s")
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"made and indexed in {indexed - began:.1f} s; add {adding / corpus.count * 1e3:.3f} ms a cable")
    text = corpus.text_bytes
    print(f"{size / 1e6:.1f} MB, {size / text:.3f} times the text of {text / 1e6:.0f} MB")
    (folder / "subjects.json").write_text(json.dumps(corpus.subjects))


def queries(corpus: Corpus, subjects: dict[int, str]) -> dict[str, list[tuple[int, str]]]:
    """Return by kind (key of the cable meant, or 0; query)."""
    source = random.Random(11)
    keys = source.choices(list(subjects), k=300)
    clean, typos, opened, same, phrase = [], [], [], [], []
    for key in keys:
        chosen = source.sample(subjects[key].lower().split(), 3)
        clean.append((key, " ".join(chosen) + " "))
        wrong = list(chosen)
        for at in source.sample(range(3), source.choice((1, 2))):
            if len(wrong[at]) > 4:
                edits = 1 if len(wrong[at]) <= 8 else source.choice((1, 2))
                wrong[at] = misspell(wrong[at], edits, source)
        typos.append((key, " ".join(wrong)))
        opened.append((key, " ".join(chosen)[: -source.choice((1, 2, 3))]))
        same.append((0, f"same:({chosen[0]} {source.choice(corpus.vocabulary[:300])})"))
        first = subjects[key].lower().split()
        phrase.append((key, f'"{first[0]} {first[1]}"'))
    middle = [(0, " ".join(source.choices(corpus.vocabulary[:3000], k=2)) + " ") for _ in range(300)]
    common = [(0, word + end) for word in corpus.vocabulary[:40] for end in ("", " ")]
    starts = [(0, word[:n] + "*") for word in corpus.vocabulary[:100] for n in (1, 2, 3)]
    short = [(0, word[:n]) for word in corpus.vocabulary[:100] for n in (1, 2, 3)]
    ids = [
        (0, f"{source.choice(_STATIONS).lower()} {source.randrange(1, corpus.count):06d}") for _ in range(200)
    ]
    filters = [
        (0, f"tag:{tag} year:{year} -{word}")
        for tag in _TAGS
        for year in (2001, 2003)
        for word in ("the", "of")
    ]
    return {
        "subject words": clean, "misspelt": typos, "typing": opened, "two words": middle, "commonest": common,
        "prefix*": starts, "first letters": short, "phrase": phrase, "same": same, "ids": ids,
        "filters": filters,
    }  # fmt: skip


def measure(run: Callable[[str], set[int]], asked: list[tuple[int, str]]) -> str:
    """Time every query; ``run`` gives the keys of the first ten hits."""
    times, found, wanted = [], 0, 0
    for key, text in asked:
        began = time.perf_counter()
        hits = run(text)
        times.append((time.perf_counter() - began) * 1e3)
        wanted += bool(key)
        found += bool(key) and key in hits
    cuts = statistics.quantiles(times, n=100)
    recall = f"  recall@10 {found / wanted:.3f}" if wanted else ""
    return f"p50 {cuts[49]:7.2f}  p95 {cuts[94]:7.2f}  p99 {cuts[98]:7.2f}  max {max(times):7.2f} ms{recall}"


def peers(folder: Path, subjects: dict[int, str], asked: list[tuple[int, str]]) -> None:
    """The same misspelt queries by the engine's own fuzzy terms and by trying every subject."""
    index = open_sound(index_folder(folder))
    searcher = index.searcher()

    def fuzzy(text: str) -> set[int]:
        terms = [Query.fuzzy_term_query(index.schema, "body", w, min(2, len(w) // 5)) for w in words(text)]
        found = searcher.search(Query.boolean_query([(Occur.Must, term) for term in terms]), 50)
        keys = searcher.fast_field_values("key", [place for _, place in found.hits[:10]])
        return {int(key or 0) for key in keys}

    def brute(text: str) -> set[int]:
        best = process.extract(text, subjects, scorer=fuzz.partial_ratio, processor=str.lower, limit=10)
        return {key for _, _, key in best}

    print(f"engine's own fuzzy AND    {measure(fuzzy, asked)}")
    print(f"rapidfuzz, every subject  {measure(brute, asked[:10])}")


def main(count: int, folder: Path) -> None:
    corpus = Corpus(count)
    if not (folder / "subjects.json").exists():
        build(corpus, folder)
    subjects = {int(key): text for key, text in json.loads((folder / "subjects.json").read_text()).items()}
    began = time.perf_counter()
    searcher = Searcher(folder)
    print(f"open {(time.perf_counter() - began) * 1e3:.1f} ms")
    asked_for = queries(corpus, subjects)
    for kind, asked in asked_for.items():
        for limit in (50, 2000):

            def ours(text: str, limit: int = limit) -> set[int]:
                return {hit.key for hit in searcher.search(parse_query(text), limit).hits[:10]}

            line = measure(ours, asked)
            print(f"{kind:14} limit {limit:4}  {line}")
    peers(folder, subjects, asked_for["misspelt"])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB, with the corpus's words")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        main(int(sys.argv[1]), Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as place:
            main(int(sys.argv[1]), Path(place))
