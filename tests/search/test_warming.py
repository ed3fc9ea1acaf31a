from __future__ import annotations

import shutil
from pathlib import Path

from cableview.search import Searcher, parse_query, warm
from cableview.search.folder import index_folder


def _sizes(folder: Path, *suffixes: str) -> int:
    files = [*folder.iterdir(), *index_folder(folder).iterdir()]
    return sum(path.stat().st_size for path in files if path.suffix in suffixes)


def test_what_searches_read_is_read_ahead(folder: Path) -> None:
    read = warm(folder, lambda: False)
    assert read >= _sizes(folder, ".term", ".idx", ".pos") > 0


def test_it_stops_when_asked(folder: Path) -> None:
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(len(asked))
        return len(asked) > 2

    some = warm(folder, stopped)
    assert 0 < some < warm(folder, lambda: False)
    assert warm(folder, lambda: True) == 0


def test_a_missing_cache_or_file_is_passed_over(folder: Path, tmp_path: Path) -> None:
    assert warm(tmp_path / "none", lambda: False) == 0
    copy = tmp_path / "cache"
    shutil.copytree(folder, copy)
    (index_folder(copy) / "a.idx").mkdir()
    assert warm(copy, lambda: False) == warm(folder, lambda: False)
    assert Searcher(copy).search(parse_query("missile")).total == 2
