"""Widths, panes, help, palette, themes."""

from __future__ import annotations

import pytest

from cableview.app.keys import declared, key_name
from cableview.app.preferences import read_theme
from cableview.app.screens.help import HelpScreen
from cableview.app.screens.main import MainScreen
from cableview.app.widgets.cable_list import CableList
from cableview.app.widgets.reader import Reader
from cableview.app.widgets.search_box import SearchBox
from cableview.app.widgets.side_panel import TABS, SidePanel, TabLine, name_at
from tests.support.driving import driving
from tests.support.libraries import made_pair, make_library, seed_library
from tests.support.screen_text import screen_text

FORBIDDEN = {
    "ctrl+z",
    "ctrl+s",
    "ctrl+q",
    "ctrl+h",
    "ctrl+i",
    "ctrl+j",
    "ctrl+m",
    "ctrl+b",
    "ctrl+a",
    "ctrl+c",
}


@pytest.mark.parametrize(("size", "panes"), [((80, 24), 1), ((100, 30), 2), ((119, 36), 2), ((120, 36), 3)])
async def test_panes_follow_the_width(size: tuple[int, int], panes: int) -> None:
    async with driving(make_library(made_pair()), size) as d:
        shown = [pane for pane in d.main.pane_widgets if pane.display]
        assert len(shown) == panes
        await d.press("tab")
        assert d.main.reader.display
        assert d.main.reader.has_focus
        await d.press("l")
        assert d.main.side.display
        assert d.main.side.has_focus_within
        assert d.main.side.region.width >= 30
        await d.press("alt+1", "enter")
        await d.until(lambda: d.main.reader.has_focus and d.main.reader.display, "the reader")
        await d.press("q")
        assert d.main.cables.has_focus
        await d.press("z")
        assert [pane for pane in d.main.pane_widgets if pane.display] == [d.main.list_pane]
        await d.press("z")
        assert len([pane for pane in d.main.pane_widgets if pane.display]) == panes


async def test_of_two_panes_the_one_used_before_stays_beside_the_focused_one() -> None:
    async with driving(make_library(made_pair()), (119, 36)) as d:

        def seen() -> list[bool]:
            return [pane.display for pane in d.main.pane_widgets]

        width = d.main.reader.size.width
        await d.press("tab", "tab")
        assert seen() == [False, True, True]
        assert d.main.side.has_focus_within
        assert d.main.reader.size.width == width
        await d.press("shift+tab")
        assert seen() == [False, True, True]
        assert d.main.reader.has_focus
        await d.press("alt+1")
        assert seen() == [True, True, False]
        await d.press("tab", "g", "f")
        assert seen() == [True, False, True]
        assert d.main.list_pane.region.width + d.main.side.region.width == 119
        await d.press("space")
        assert seen() == [False, True, True]


@pytest.mark.parametrize(("width", "more"), [(140, True), (200, False)])
async def test_a_sign_stands_for_tabs_without_room(width: int, more: bool) -> None:
    async with driving(make_library(made_pair()), (width, 40)) as d:
        assert d.main.side.query_one(TabLine).render().plain.endswith("›") is more


async def test_resizing_keeps_the_focused_pane() -> None:
    async with driving(make_library(made_pair()), (140, 40)) as d:
        await d.press("alt+3")
        await d.pilot.resize_terminal(80, 24)
        await d.until(lambda: not d.main.reader.display, "one pane")
        assert d.main.side.has_focus_within
        await d.pilot.resize_terminal(140, 40)
        await d.until(lambda: d.main.reader.display and d.main.list_pane.display, "three panes")


async def test_help_lists_the_declared_keys() -> None:
    async with driving(make_library(made_pair())) as d:
        await d.press("question_mark")
        await d.until(lambda: isinstance(d.app.screen, HelpScreen), "the help")
        text = screen_text(d.app)
        assert "Cable list" in text
        assert "Next cable" in text
        await d.press("j", "space", "k", "escape")
        await d.until(lambda: d.app.screen is d.main, "the panes")


async def test_a_command_runs_by_its_name_and_a_theme_is_remembered() -> None:
    places = make_library(made_pair())
    async with driving(places) as d:
        await d.press("colon")
        await d.type("zoom")
        await d.press("enter")
        await d.until(lambda: d.main.zoomed, "the zoom")
        await d.press("colon")
        await d.type("theme cableview-light")
        await d.press("enter")
        await d.until(lambda: d.app.theme == "cableview-light", "the theme")
        await d.press("colon")
        await d.type("nonsense [/x]")
        await d.press("enter")
        await d.until(lambda: "No command" in screen_text(d.app), "the answer")
        await d.press("colon")
        await d.type("help\r")
        await d.until(lambda: isinstance(d.app.screen, HelpScreen), "the keys")
        assert any("Ctrl+P" in entry.keys for _, group in d.main.help_groups() for entry in group)
        await d.press("escape")
    assert read_theme() == "cableview-light"
    async with driving(places) as d:
        assert d.app.theme == "cableview-light"


async def test_the_palette_offers_every_command() -> None:
    async with driving(make_library(made_pair())) as d:
        await d.press("ctrl+p")
        await d.type("oldest decided zoom")
        await d.press("escape")
        await d.until(lambda: d.app.screen is d.main, "the panes")
        entries = [entry for _, group in d.main.help_groups() for entry in group]
        assert len(entries) > 50
        zoom = next(entry for entry in entries if entry.word == "zoom")
        await d.main.run_entry(zoom)
        assert d.main.zoomed


async def test_tabs_turn_by_keys_and_mouse() -> None:
    async with driving(seed_library()) as d:
        await d.press("alt+3")
        seen = []
        for _ in TABS:
            seen.append(d.main.side.tab.TITLE)
            await d.press("right_square_bracket")
        assert seen == ["Entities", "References", "Cited by", "Flags", "Info", "Facets"]
        await d.pilot.click("TabLine", offset=(1 + 20, 0))
        await d.until(lambda: d.main.side.tab.TITLE == "Flags", "the tab")
        assert "No flags yet" in screen_text(d.app)


def test_names_of_tabs_stand_where_they_are_clicked() -> None:
    assert [name_at(x, 40, 0) for x in (0, 7, 8, 9, 14, 99)] == [0, 0, None, 1, 2, None]
    last = len(TABS) - 1
    for width in range(12, 60):
        for active in range(len(TABS)):
            assert any(name_at(x, width, active) == active for x in range(width))
    assert name_at(27, 30, last) == last


@pytest.mark.parametrize("kind", [MainScreen, CableList, Reader, SidePanel, SearchBox, *TABS])
def test_every_key_is_declared_whole_and_allowed(kind: type) -> None:
    bindings = declared(kind)
    assert bindings
    for binding in bindings.values():
        assert binding.description
        assert binding.tooltip
        assert not FORBIDDEN & {one.strip() for one in binding.key.split(",")}
        brackets = {"left_square_bracket", "right_square_bracket"} & set(binding.key.split(","))
        assert not brackets or len(binding.key.split(",")) > 1


def test_keys_are_written_as_people_write_them() -> None:
    assert key_name("ctrl+o,alt+left") == "Ctrl+O  Alt+←"
    assert key_name("right_square_bracket") == "]"
    assert key_name("g u") == "g u"
    assert key_name("G") == "G"


async def test_help_sets_codes_on_one_line_and_wraps_words_under_themselves() -> None:
    async with driving(make_library(made_pair()), (60, 40)) as d:
        await d.press("enter", "question_mark")
        await d.until(lambda: "Reader" in screen_text(d.app), "the help")
        await d.until(lambda: "1 … 9" in screen_text(d.app), "the codes")
        lines = screen_text(d.app).splitlines()
        at = next(n for n, line in enumerate(lines) if "Scroll a page on; at the end" in line)
        column = lines[at].index("Scroll")
        assert lines[at + 1][column - 1] == " "
        assert lines[at + 1][column] != " "
        assert not lines[at + 1][2:column].strip(" │")
        await d.pilot.resize_terminal(50, 14)
        await d.until(lambda: "next paragraph" in screen_text(d.app), "the help in a small terminal")
        assert "Go to the previous" in screen_text(d.app)
