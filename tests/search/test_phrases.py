"""Which cables hold a name, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from cableview.search import open_index
from cableview.search.folder import IndexDamagedError
from cableview.search.phrases import Phrases
from tests.support.stored import cable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = ("Then Than Shwe left.", "THAN\nSHWE'S men", "Shwe Than", "Than", "Shwe", "other")
    with open_index(tmp_path) as index:
        for key, text in enumerate(texts, 1):
            index.add(key, cable(f"08ROME{key}", text))
        index.add(7, cable("08ROME7", "It ends in Than", "Shwe begins the next."))
        index.commit(7)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Than Shwe", [1, 2]),
        ("than shwe", [1, 2]),
        ("Shwe", [1, 2, 3, 5, 7]),
        ("Zentrolux", []),
        ("", []),
        ("!?", []),
        ("x" * 100, []),
    ],
)
def test_only_the_words_in_a_row_count(folder: Path, name: str, keys: list[int]) -> None:
    assert sorted(Phrases(folder).holding(name)) == keys


def test_many_cables_are_all_found(tmp_path: Path) -> None:
    with open_index(tmp_path) as index:
        for key in range(1, 251):
            index.add(key, cable(f"08ROME{key}", "Than Shwe"))
        index.commit(250)
    assert sorted(Phrases(tmp_path).holding("Than Shwe")) == list(range(1, 251))


def test_no_index_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(IndexDamagedError):
        Phrases(tmp_path)
