"""Find in cable: lit and counted as one types, round and round, and back to where one was."""

from __future__ import annotations

import pytest

from cableview.app.screens.prompt import Prompt
from tests.support.driving import Driver, driving
from tests.support.libraries import seed_library
from tests.support.screen_text import screen_text

CABLE = "08BEIJING2648"


def note(d: Driver) -> str:
    return str(d.main.reader.border_subtitle)


async def open_reader(d: Driver) -> None:
    await d.press("colon")
    await d.type(CABLE + "\r")
    await d.on(CABLE)


async def test_every_key_lights_and_counts_and_the_ends_meet() -> None:
    async with driving(seed_library()) as d:
        await open_reader(d)
        await d.press("slash")
        await d.type("syr")
        assert isinstance(d.app.screen, Prompt)
        await d.until(lambda: "“syr” 1 of" in note(d), "the first place while typing")
        await d.until(lambda: "“syr” 1 of" in screen_text(d.app), "the count on the screen")
        await d.type("ian\r")
        await d.until(lambda: "“syrian” 1 of" in note(d), "the first place")
        count = int(note(d).split(" of ")[1].split()[0])
        assert count > 1
        await d.press(*"n" * (count - 1))
        await d.until(lambda: f"{count} of {count}" in note(d), "the last place")
        await d.press("n")
        await d.until(lambda: f"1 of {count} · from the top again" in note(d), "the first place again")
        await d.press("N")
        await d.until(lambda: f"{count} of {count} · from the end again" in note(d), "the last place again")
        await d.press("escape")
        await d.until(lambda: "syrian" not in note(d), "nothing found any more")
        assert d.main.reader.options.find == ""


async def test_escape_goes_back_to_where_one_was() -> None:
    async with driving(seed_library()) as d:
        await open_reader(d)
        await d.press("j", "j", "j")
        before = d.main.reader.place
        await d.press("slash")
        await d.type("camouflage")
        await d.until(lambda: d.main.reader.hit is not None, "a place")
        await d.press("escape")
        await d.until(lambda: d.main.reader.place == before, "the place before")
        assert d.main.reader.options.find == ""


async def test_words_that_are_not_there_are_said() -> None:
    async with driving(seed_library()) as d:
        await open_reader(d)
        await d.press("slash")
        await d.type("zebra")
        await d.until(lambda: "no “zebra” here" in note(d), "the note")


@pytest.mark.parametrize(("keys", "title"), [(("g", "s"), "Cables like"), (("g", "p"), "Paragraphs like")])
async def test_what_is_like_the_open_cable_is_listed(keys: tuple[str, ...], title: str) -> None:
    async with driving(seed_library()) as d:
        await open_reader(d)
        await d.press("j", *keys)
        await d.until(lambda: title in screen_text(d.app), "the list")
        await d.press("enter")
        await d.until(lambda: len(d.app.screen_stack) == 1, "the panes")
        await d.until(lambda: d.cable != CABLE, "another cable")


async def test_enter_on_words_that_are_lit_moves_nothing() -> None:
    async with driving(seed_library()) as d:
        await open_reader(d)
        await d.press("slash")
        await d.type("syrian\r")
        await d.until(lambda: "“syrian” 1 of" in note(d) and d.app.screen is d.main, "the first place")
        await d.press("n")
        await d.until(lambda: "“syrian” 2 of" in note(d), "the second place")
        reader = d.main.reader
        reader.find("syrian", reader.place)
        reader.sheet_shown()
        assert reader.hit == 1
