"""First starts: nothing there, the sample, a damaged file."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cableview import locations
from tests.support.driving import Driver, driving
from tests.support.libraries import seed_library
from tests.support.screen_text import screen_text
from tests.support.unwritable import files_of, make_unwritable


def taught(d: Driver) -> str:
    """Return what stands in the place of the list."""
    return d.main.cables.lesson


def test_the_first_paint_loads_neither_parser_nor_search() -> None:
    program = """
import sys
import cableview.app.app
from cableview.app.widgets import cable_list
cable_list._taught("", 40)  # what the list draws before it has rows
print(*(name for name in sys.modules if name.startswith("cableview.")))
"""
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    rooms = {name.split(".")[1] for name in loaded.stdout.split()}
    assert rooms == {"app", "locations", "model", "resources"}
    assert "cableview.app.typeset" not in loaded.stdout


async def test_an_empty_library_teaches_how_to_fill_it() -> None:
    async with driving(locations.Library("mine")) as d:
        assert "cableview --library mine import FOLDER" in taught(d)
        await d.press("j", "enter", "a", "u", "space", "J", "o", "l", "z", "f", "F")
        assert d.cable is None


async def test_the_sample_fills_itself() -> None:
    async with driving(locations.Library(locations.SAMPLE_LIBRARY)) as d:
        assert len(d.main.cables.keys) == 5
        await d.until(lambda: "cableview import FOLDER" in screen_text(d.app), "the hint")


async def test_a_lost_search_cache_is_made_anew() -> None:
    places = seed_library()
    async with driving(places) as d:
        await d.press("slash")
        await d.type("norinco")
        await d.until(lambda: d.main.result is not None and d.main.result.hits, "hits")
    for file in sorted(places.cache.rglob("*")):
        if file.is_file():
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    async with driving(places) as d:
        await d.press("slash")
        await d.type("norinco")
        await d.until(lambda: d.main.result is not None and d.main.result.hits, "hits")


async def test_damaged_marks_are_said_and_the_app_lives() -> None:
    places = seed_library()
    places.marks.write_bytes(b"no database at all" * 1000)
    async with driving(places, started=False) as d:
        await d.until(lambda: "marks.db" in screen_text(d.app), "the message")
        assert d.app.is_running
        await d.until(lambda: "The library cannot be shown" in screen_text(d.app), "what stays")
        assert "marks.db" in taught(d)
        assert "cableview --library test check" in taught(d)


async def test_a_library_that_is_only_read_says_so_and_refuses_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    places = seed_library()
    before = files_of(places)
    make_unwritable(monkeypatch, places.data)
    async with driving(places) as d:
        await d.until(lambda: "nothing is kept" in screen_text(d.app), "the line")
        await d.press("slash")
        await d.type("norinco\r")
        await d.until(lambda: d.main.reader.has_focus and d.main.page, "a cable found")
        for key in ("a", "f", "U"):
            d.app.clear_notifications()
            await d.press(key)
            await d.until(lambda: "nothing can be kept" in screen_text(d.app), "the refusal")
        await d.press("a", "a")
        await d.until(lambda: len(d.app._notifications) == 1, "one line for all")
        assert d.main.header.decided == 0
        await d.press("Q")
        await d.until(lambda: not d.app.is_running, "the end")
    assert files_of(places) == before
