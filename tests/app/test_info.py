"""The tab of facts: the cable against itself, and what was repaired."""

from __future__ import annotations

from cableview.app.widgets.side_info import InfoTab
from cableview.model.document import Document
from tests.support.driving import Driver, driving
from tests.support.libraries import make_library
from tests.support.screen_text import screen_text, widget_text
from tests.support.versions import OLD_BODY, two_versions, version


async def open_info(d: Driver) -> InfoTab:
    await d.on("08ROME200")
    await d.press("alt+3", *["right_square_bracket"] * 4)
    tab = d.main.side.tab
    assert isinstance(tab, InfoTab)
    await d.until(lambda: "Id 08ROME200" in widget_text(tab), "the facts")
    return tab


async def test_a_disagreement_stands_first_and_is_said_once() -> None:
    text = version([*OLD_BODY[:3], "4. (U) Page\nROME 00000200  002 OF 003\nends."], day="035")
    async with driving(make_library([Document("a.txt", text)]), (160, 60)) as d:
        shown = widget_text(await open_info(d))
        assert "Checks · 1 of 4 disagree" in shown
        assert shown.index("✗ Julian day") < shown.index("✓ Serial")
        assert shown.count("The DE line says") == 1
        assert "nothing to compare: Site's number" in " ".join(shown.split())
        assert "1 page header, 27 characters" in " ".join(shown.split())


async def test_versions_are_counted_and_the_keys_scroll() -> None:
    async with driving(make_library(two_versions()), (140, 20)) as d:
        tab = await open_info(d)
        await d.press("j", "j")
        await d.until(lambda: tab.scroll_offset.y == 2, "two lines further down")
        await d.press("k")
        await d.until(lambda: tab.scroll_offset.y == 1, "one line up")
        await d.press("G")
        await d.until(lambda: tab.scroll_offset.y == tab.max_scroll_y, "the end")
        await d.press("pageup", "pageup")
        await d.until(lambda: tab.scroll_offset.y == 0, "the top")
        await d.press("pagedown")
        await d.until(lambda: "Versions 2 · D compares them" in screen_text(d.app), "the versions")
