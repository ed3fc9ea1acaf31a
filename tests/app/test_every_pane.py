"""The keys that work in every pane, pressed in each of them."""

from __future__ import annotations

import pytest

from cableview.app.panes import Pane
from cableview.app.screens.help import HelpScreen
from cableview.app.screens.prompt import Prompt
from cableview.app.screens.versions import VersionsScreen
from cableview.app.widgets.side_panel import TABS
from tests.support.driving import Driver, driving
from tests.support.libraries import made_pair, make_library
from tests.support.screen_text import screen_text


def is_raw(d: Driver) -> bool:
    return d.main.reader.options.raw


@pytest.mark.parametrize("pane", Pane)
async def test_keys_of_every_pane(pane: Pane) -> None:
    async with driving(make_library(made_pair())) as d:
        await d.on("08ROME200")
        home = f"alt+{pane + 1}"
        await d.press(home, "backslash")
        assert is_raw(d)
        assert d.main.pane is pane
        await d.press("backslash")
        assert not is_raw(d)
        await d.press("z")
        assert [one for one in d.main.pane_widgets if one.display] == [d.main.pane_widgets[pane]]
        await d.press("z", "tab", "shift+tab", "l", "h")
        assert d.main.pane is pane
        await d.press("J")
        await d.on("08ROME100")
        await d.press("K")
        await d.on("08ROME200")
        for keys, kind in (
            ("question_mark", HelpScreen),
            ("D", VersionsScreen),
            ("colon", Prompt),
            ("E", Prompt),
        ):
            await d.press(keys)
            await d.until(lambda kind=kind: isinstance(d.app.screen, kind), keys)
            await d.press("escape")
            await d.until(lambda: d.app.screen is d.main, "the panes")
        await d.press("ctrl+o")
        await d.on("08ROME100")
        await d.press("alt+right")
        await d.on("08ROME200")
        await d.press("a")
        await d.until(lambda: d.main.header.decided == 1, "the decision")
        await d.on("08ROME100")
        await d.press("u")
        await d.until(lambda: d.main.header.decided == 0, "the undo")
        await d.on("08ROME200")
        await d.press("ctrl+r")
        await d.until(lambda: d.main.header.decided == 1, "the redo")
        await d.press("g", "u")
        await d.on("08ROME100")
        await d.press("space", "space")
        await d.until(lambda: d.cable == "08ROME100", "the last undecided one stays")
        await d.press("U", "b", "n", "N")
        await d.until(lambda: "Nothing is lit" in screen_text(d.app), "no hits")
        assert d.main.pane is pane
        await d.press("slash")
        if pane is Pane.READER:
            await d.until(lambda: isinstance(d.app.screen, Prompt), "words to find")
        else:
            assert d.main.search_box.has_focus


async def test_raw_text_from_every_tab() -> None:
    async with driving(make_library(made_pair())) as d:
        await d.press("alt+3")
        for turn, _ in enumerate(TABS):
            await d.press("backslash")
            assert is_raw(d) is not bool(turn % 2)
            assert d.main.pane is Pane.SIDE
            await d.press("full_stop")


async def test_on_a_narrow_terminal_the_reader_comes_forward() -> None:
    async with driving(make_library(made_pair()), (80, 24)) as d:
        await d.press("backslash")
        assert d.main.pane is Pane.READER
        assert is_raw(d)
        await d.press("alt+1", "space")
        assert d.main.pane is Pane.READER
        assert d.cable == "08ROME200"
