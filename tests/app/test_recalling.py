"""Earlier searches, kept searches, and the page about the query language."""

from __future__ import annotations

from cableview.app.palette import Commands
from cableview.app.screens.language import LanguageScreen
from cableview.app.screens.searches import SearchesScreen
from cableview.search.language import LANGUAGE
from cableview.store import open_marks
from tests.support.driving import Driver, driving
from tests.support.libraries import seed_library
from tests.support.screen_text import screen_text


async def search(d: Driver, text: str) -> None:
    await d.press("alt+1", "slash", "ctrl+u")
    await d.type(text)
    await d.press("down")
    await d.until(lambda: d.main.search_box.past[:1] == (text,), "the memory")


async def test_up_and_down_go_through_earlier_searches_across_starts() -> None:
    places = seed_library()
    async with driving(places) as d:
        await search(d, "norinco")
        await search(d, "tag:PARM iran")
    async with driving(places) as d:
        await d.press("slash")
        await d.type("syr")
        box = d.main.search_box
        await d.press("up")
        assert box.value == "tag:PARM iran"
        await d.press("up", "up", "up")
        assert box.value == "norinco"
        await d.press("down", "down")
        assert (box.value, box.has_focus) == ("syr", True)
        await d.press("down")
        assert d.main.cables.has_focus


async def test_a_recalled_search_that_is_changed_is_a_new_one() -> None:
    async with driving(seed_library()) as d:
        await search(d, "norinco")
        await d.press("slash", "ctrl+u", "up")
        await d.type(" iran")
        await d.press("down")
        assert d.main.cables.has_focus
        await d.until(lambda: d.main.search_box.past == ("norinco iran", "norinco"), "both")


async def test_a_search_is_kept_found_and_forgotten() -> None:
    places = seed_library()
    async with driving(places) as d:
        await d.press("slash")
        await d.type("norinco")
        await d.press("ctrl+n")
        await d.type("Arms [sales]\r")
        with open_marks(places.marks) as marks:
            await d.until(marks.saved_searches, "the kept search")
        await d.press("escape", "escape", "S")
        await d.until(lambda: isinstance(d.app.screen, SearchesScreen), "the list")
        assert "Arms [sales]" in screen_text(d.app)
        await d.press("enter")
        await d.until(lambda: d.main.search_box.value == "norinco", "the search")
        await d.press("escape", "escape", "S")
        await d.until(lambda: isinstance(d.app.screen, SearchesScreen), "the list")
        await d.press("X")
        with open_marks(places.marks) as marks:
            await d.until(lambda: not marks.saved_searches(), "nothing kept")


async def test_a_short_search_stands_whole_in_a_narrow_list() -> None:
    places = seed_library()
    with open_marks(places.marks) as marks:
        marks.remember_search("norinco")
        marks.save_search("arms", "norinco sales")
    async with driving(places, (80, 24)) as d:
        await d.press("S")
        await d.until(lambda: isinstance(d.app.screen, SearchesScreen), "the list")
        lines = [line.strip("│ ▌•") for line in screen_text(d.app).splitlines()]
        assert "norinco" in lines
        assert any(line.split() == ["arms", "norinco", "sales"] for line in lines)


async def test_nothing_to_keep_is_said() -> None:
    async with driving(seed_library()) as d:
        await d.press("ctrl+n")
        await d.until(lambda: "There is no search to keep" in screen_text(d.app), "the words")
        await d.press("S")
        await d.until(lambda: "Nothing was searched for yet" in screen_text(d.app), "the empty list")


async def test_the_page_of_the_query_language_opens_from_the_box() -> None:
    async with driving(seed_library()) as d:
        await d.press("slash", "f1")
        await d.until(lambda: isinstance(d.app.screen, LanguageScreen), "the page")
        assert LANGUAGE.split("\n")[0] in screen_text(d.app)
        await d.press("escape")
        assert d.main.search_box.has_focus


async def test_the_palette_finds_kept_searches() -> None:
    places = seed_library()
    places.make()
    with open_marks(places.marks) as marks:
        marks.save_search("Arms [sales]", "norinco")
    async with driving(places) as d:
        commands = Commands(d.main)
        await commands.startup()
        (hit,) = [hit async for hit in commands.search("arms sales") if "Arms [sales]" in str(hit.prompt)]
        hit.command()
        await d.until(lambda: d.main.search_box.value == "norinco", "the search")
