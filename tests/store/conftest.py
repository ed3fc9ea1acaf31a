from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cableview.store import Library, Marks, open_library, open_marks


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def marks(tmp_path: Path) -> Iterator[Marks]:
    with open_marks(tmp_path / "marks.db") as opened:
        yield opened
