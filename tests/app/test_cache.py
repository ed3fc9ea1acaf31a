"""The search cache deleted, truncated, of an older version or held by another: right again afterwards."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cableview import locations
from cableview.app.screens import upkeep
from cableview.app.screens.main import MainScreen
from cableview.app.screens.upkeep import ELSEWHERE
from cableview.model.progress import Progress
from cableview.search import open_index
from tests.support.driving import Driver, driving
from tests.support.libraries import seed_library
from tests.support.screen_text import screen_text


async def finds(d: Driver, text: str, total: int) -> None:
    await d.press("alt+1", "slash", "ctrl+u")
    await d.type(text)
    await d.until(lambda: d.main.result is not None and d.main.result.total == total, f"{total} found")


async def prepared() -> locations.Library:
    places = seed_library()
    async with driving(places) as d:
        await finds(d, "norinco", 2)
    return places


def delete(cache: Path) -> None:
    shutil.rmtree(cache)


def truncate(cache: Path) -> None:
    for path in cache.rglob("*"):
        if path.is_file():
            os.truncate(path, path.stat().st_size // 2)


def truncate_words(cache: Path) -> None:
    for path in cache.rglob("*.pos"):
        os.truncate(path, path.stat().st_size // 2)


def make_older(cache: Path) -> None:
    next(cache.glob("index-*")).rename(cache / "index-0")


@pytest.mark.parametrize("harm", [delete, truncate, truncate_words, make_older])
async def test_the_cache_is_right_again(harm: Callable[[Path], None]) -> None:
    places = await prepared()
    harm(places.cache)
    async with driving(places) as d:
        await finds(d, "norinco", 2)
        await finds(d, '"missile proliferation"', 1)
        await d.until(lambda: not d.main.header.busy, "the end of the work")
    with open_index(places.cache) as index:
        assert len(index) == 5


async def test_damage_met_in_the_middle_is_said_and_mended() -> None:
    places = await prepared()
    async with driving(places) as d:
        said: list[str] = []
        d.main.watch(d.main.header, "busy", lambda words: said.append(words))  # noqa: PLW0108 - Textual looks into it
        await d.main.session.search(lambda searcher: setattr(searcher, "damaged", True))
        await finds(d, "norinco", 2)
        await d.until(lambda: any("damaged" in words for words in said), "the words")
        await d.until(lambda: not d.main.header.busy, "the end of the work")
        await finds(d, "missile", 2)


async def test_another_instance_prepares_and_this_one_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "LOOK_AGAIN", 0.01)
    places = seed_library()
    places.make()
    with open_index(places.cache) as other:
        assert other.writable
        async with driving(places) as d:
            assert d.main.header.busy == ELSEWHERE
            await d.press("slash")
            await d.type("norinco")
            await d.until(lambda: "Nothing found yet" in screen_text(d.app), "what to expect")
            other.close()
            await finds(d, "norinco", 2)
            await d.until(lambda: not d.main.header.busy, "the end of the wait")
            await d.press("escape", "escape")
            await d.until(lambda: len(d.main.cables.keys) == 5, "all cables")


async def test_the_work_is_said_while_it_lasts() -> None:
    places = seed_library()
    said: list[str] = []
    async with driving(places, started=False) as d:
        d.main.watch(d.main.header, "busy", lambda words: said.append(words))  # noqa: PLW0108 - Textual looks into it
        await d.ready()
    assert "preparing the search: 0 of 5" in said


async def test_no_progress_is_said_after_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def prepared_at_once(
        _: object, __: object, show: Callable[[Progress], None], ___: object
    ) -> tuple[int, int]:
        show(Progress(5, 5, 0.0, "indexing"))
        return 0, 0

    monkeypatch.setattr(MainScreen, "find_names", lambda _: None)
    async with driving(seed_library()) as d:
        monkeypatch.setattr(upkeep, "_catch_up", prepared_at_once)
        at_leisure = asyncio.Event()
        d.app.call_later(at_leisure.wait)
        catching_up = asyncio.create_task(d.main.catch_up())
        await d.main.session.upkeep(lambda _: None)
        at_leisure.set()
        await catching_up
        await d.press("j")
        assert d.main.header.busy == ""
