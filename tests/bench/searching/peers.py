"""What others do with the same queries: fzf, rapidfuzz on all subjects, the engine's fuzzy terms, ripgrep."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from rapidfuzz import fuzz, process
from tantivy import Occur, Query

from cableview.search.folder import index_folder, open_sound
from cableview.search.folding import words
from cableview.search.vocabulary import allowed_edits

TOP = 10
Finder = Callable[[str], list[int]]
"""A query to the keys of the first ten cables."""


def brute_force(subjects: Mapping[int, str]) -> Finder:
    """Compare the query with every subject."""

    def find(text: str) -> list[int]:
        best = process.extract(text, subjects, scorer=fuzz.partial_ratio, limit=TOP)
        return [key for _, _, key in best]

    return find


def own_fuzzy(cache: Path) -> Finder:
    """The engine's fuzzy terms, all of them wanted, with the edits that cableview allows."""
    index = open_sound(index_folder(cache))
    searcher = index.searcher()

    def find(text: str) -> list[int]:
        terms = [
            Query.fuzzy_term_query(index.schema, "body", word, allowed_edits(len(word) + 1))
            for word in words(text)
        ]
        found = searcher.search(Query.boolean_query([(Occur.Must, term) for term in terms]), TOP)
        return [int(key or 0) for key in searcher.fast_field_values("key", [at for _, at in found.hits])]

    return find


def fzf(subjects: Mapping[int, str], folder: Path) -> Finder | None:
    """``fzf --filter`` over the subjects, a process for each query as everywhere; None when not installed."""
    program = shutil.which("fzf")
    if program is None:
        return None
    listed = folder / "subjects.txt"
    listed.write_text("".join(f"{key}\t{subject}\n" for key, subject in subjects.items()), encoding="utf-8")
    command = [program, "--filter"]

    def find(text: str) -> list[int]:
        with listed.open(encoding="utf-8") as lines:
            asked = [*command, text, "--delimiter", "\t", "--nth", "2"]
            found = subprocess.run(asked, stdin=lines, capture_output=True, text=True, check=False).stdout
        return [int(line.partition("\t")[0]) for line in found.splitlines()[:TOP]]

    return find


def ripgrep(table: Path) -> Callable[[str], int] | None:
    """Count the lines of the table that hold a word; None when ripgrep is not installed."""
    program = shutil.which("rg")
    if program is None:
        return None

    def count(word: str) -> int:
        command = [program, "-i", "-w", "-c", word, str(table)]
        return int(subprocess.run(command, capture_output=True, text=True, check=False).stdout or 0)

    return count
