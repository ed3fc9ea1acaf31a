"""How far work has come, how fast it goes, and how long it takes yet."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from cableview.model import progress
from cableview.model.progress import Pace, Progress


@pytest.fixture(autouse=True)
def one_second_a_look(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter(range(100))
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: next(seconds)))


def test_the_rate_is_the_mean_since_work_began() -> None:
    pace = Pace("indexing", 100)
    assert pace.at(10) == Progress(10, 100, 10.0, "indexing")
    assert pace.at(60) == Progress(60, 100, 30.0, "indexing")


def test_a_total_is_never_less_than_what_is_done() -> None:
    assert Pace("indexing", 5).at(7).total == 7
    assert Pace("indexing", None).at(7).total is None


@pytest.mark.parametrize(
    ("told", "left"),
    [(Progress(10, 30, 5.0), 4.0), (Progress(10, None, 5.0), None), (Progress(0, 30), None)],
)
def test_what_is_left_follows_from_the_rate(told: Progress, left: float | None) -> None:
    assert told.seconds_left == left
