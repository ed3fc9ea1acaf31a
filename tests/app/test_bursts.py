"""Letters that come all at once are searched for once."""

from __future__ import annotations

import asyncio

import pytest

from cableview.app import bursts
from cableview.app.bursts import CLOSE, QUIET, Bursts
from cableview.search import SearchResult
from tests.support.driving import driving
from tests.support.libraries import seed_library


class Clock:
    """Stands still unless somebody sleeps."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        self.slept: list[float] = []
        monkeypatch.setattr(bursts, "monotonic", lambda: self.now)
        monkeypatch.setattr(bursts, "sleep", self.sleep)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.mark.parametrize(
    ("apart", "waits"),
    [
        ([], False),
        ([0.16], False),
        ([CLOSE * 2, CLOSE * 2], False),
        ([0.005], True),
        ([0.16, 0.005, 0.005], True),
        ([0.005, 0.005, 0.16], False),
    ],
)
async def test_only_letters_close_together_are_waited_for(
    apart: list[float], waits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, letters = Clock(monkeypatch), Bursts()
    letters.letter()
    for seconds in apart:
        clock.now += seconds
        letters.letter()
    await letters.over()
    assert sum(clock.slept) == pytest.approx(QUIET if waits else 0.0)


async def test_a_letter_that_comes_meanwhile_is_waited_for_too(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, letters = Clock(monkeypatch), Bursts()
    letters.letter()
    letters.letter()
    further = [letters.letter, letters.letter]

    async def interrupted(seconds: float) -> None:
        if further:
            clock.now += seconds / 2
            further.pop()()
        else:
            clock.now += seconds

    monkeypatch.setattr(bursts, "sleep", interrupted)
    began = clock.now
    await letters.over()
    assert not further
    assert clock.now - began == pytest.approx(QUIET / 2 + QUIET / 2 + QUIET)


async def test_what_is_typed_all_at_once_is_searched_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async with driving(seed_library()) as d:
        texts: list[str] = []
        letters = asyncio.Event()
        search, over = d.main.search, d.main._bursts.over

        async def noted(text: str, limit: int, patience: float | None = None) -> SearchResult:
            texts.append(text)
            return await search(text, limit, patience)

        async def over_when_typed() -> None:
            await letters.wait()  # however slow the machine is, all are there
            await over()

        monkeypatch.setattr(d.main, "search", noted)
        monkeypatch.setattr(d.main._bursts, "over", over_when_typed)
        await d.press("slash")
        await d.type("norinco")
        letters.set()
        await d.until(lambda: d.main.listed and d.main.listed.query.text == "norinco", "the answer")
        assert texts[0] == "norinco"


async def test_a_search_cleared_within_a_burst_is_not_searched_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async with driving(seed_library()) as d:
        waited = asyncio.Event()
        monkeypatch.setattr(d.main._bursts, "over", waited.wait)
        await d.press("slash")
        await d.type("norinco")
        await d.press("escape")
        waited.set()
        await d.until(lambda: not d.main._seeking, "the end of the burst")
        assert d.main.result is None
        assert len(d.main.cables.keys) == 5
