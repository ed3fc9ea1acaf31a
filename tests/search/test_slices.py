from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cableview.search import Searcher, parse_query, slices
from cableview.search.folder import index_folder, open_sound
from cableview.search.slices import NOTHING_SEEN, Timeline
from cableview.search.waiting import TooLongError, Waiter
from tests.search.conftest import CABLES
from tests.search.test_searcher import FOUND

HOUR = 3_600.0


@pytest.fixture
def sliced(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Searcher:
    """A searcher that takes the five cables for many."""
    monkeypatch.setattr(slices, "WHOLE", 1)
    monkeypatch.setattr(slices, "_PROBES", (1, 1))
    monkeypatch.setattr("cableview.search.reading._LIGHT", 0)
    return Searcher(folder)


@pytest.mark.parametrize(("text", "keys"), FOUND.items())
def test_slices_find_what_the_whole_finds(sliced: Searcher, text: str, keys: list[int]) -> None:
    result = sliced.search(parse_query(text, typing=False), patience=HOUR)
    assert sorted(hit.key for hit in result.hits) == keys
    assert (result.total, result.since) == (len(keys), None)


@pytest.mark.parametrize("text", ["missile", "the", "", "use dual", "missile OR visit OR china", "paragraf"])
def test_slices_keep_the_order(sliced: Searcher, searcher: Searcher, text: str) -> None:
    query = parse_query(text, typing=False)
    found = sliced.search(query, patience=HOUR)
    assert [hit.key for hit in found.hits] == [hit.key for hit in searcher.search(query).hits]


def test_when_time_runs_out_the_newest_have_been_looked_at(
    sliced: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slices, "GRACE", HOUR)
    result = sliced.search(parse_query("-absent", typing=False), patience=0)
    assert [hit.key for hit in result.hits] == [5]
    assert result.since is not None
    assert 20_080_430 < result.since <= 20_090_430
    assert "longer than a moment" in result.notes[-1]


def test_words_that_there_was_no_time_to_correct_are_told_apart(
    sliced: Searcher, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cableview.search.snapshot._LEAST", 2 * HOUR)
    late = sliced.search(parse_query("norinko"), patience=HOUR)
    assert (late.hits, late.since, late.whole) == ((), None, False)
    assert sliced.search(parse_query("norinko")).whole
    monkeypatch.setattr(slices, "WHOLE", 5)
    few = Searcher(folder).search(parse_query("norinko"), patience=0)
    assert [hit.key for hit in few.hits] == [1]
    assert few.whole


def test_a_query_that_is_late_from_the_start_finds_nothing_and_says_so(
    sliced: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(_waiter: Waiter, _seconds: float, _work: Callable[[], object]) -> object:
        raise TooLongError

    monkeypatch.setattr(Waiter, "within", late)
    result = sliced.search(parse_query("missile"), patience=HOUR)
    assert (result.hits, result.total, result.since) == ((), 0, NOTHING_SEEN)
    assert "hardly anything is listed" in result.notes[-1]


def test_the_timeline_cuts_between_days(folder: Path) -> None:
    timeline = Timeline(open_sound(index_folder(folder)).searcher())
    assert timeline.total == len(CABLES)
    reached, days = 0, []
    while reached < timeline.total:
        day, reached = timeline.after(reached, 1)
        days.append(day)
    assert days == sorted(days, reverse=True)
    assert days[-1] == 0
    assert timeline.after(0, 10**9) == (0, timeline.total)


def test_waiting_gives_the_result_or_the_error() -> None:
    waiter = Waiter()
    assert waiter.within(HOUR, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        waiter.within(HOUR, lambda: 1 / 0)


def test_waiting_ends_and_leaves_a_few_running() -> None:
    waiter, ended, begun = Waiter(), threading.Event(), []

    def work() -> None:
        begun.append(time.perf_counter())
        ended.wait()

    for _ in range(6):
        with pytest.raises(TooLongError):
            waiter.within(0, work)
    assert len(begun) <= 4
    ended.set()
    assert waiter.within(HOUR, lambda: 1) == 1
