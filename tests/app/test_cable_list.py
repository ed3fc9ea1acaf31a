"""The list alone, over a quarter of a million keys that no library holds."""

from __future__ import annotations

from array import array

from textual.app import App, ComposeResult
from textual.message import Message

from cableview.app.messages import CableChosen, CableHighlighted, RowsWanted
from cableview.app.rows import ListRow
from cableview.app.themes import DARK, default_colours
from cableview.app.widgets.cable_list import KEPT, CableList
from cableview.app.widgets.tall_list import BLOCK
from cableview.resources import resource_dir
from tests.support.screen_text import widget_text
from tests.support.wait import wait_for

MANY = 251_287


class Alone(App[None]):
    CSS_PATH = resource_dir("styles") / "list.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []
        self.told: list[Message] = []
        self.register_theme(DARK)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return default_colours(dark=True)

    def compose(self) -> ComposeResult:
        yield CableList()

    def on_rows_wanted(self, message: RowsWanted) -> None:
        self.asked += message.keys
        self.query_one(CableList).supply(
            ListRow(key, f"08BEIJING{key}", "secret", "S", "7 Jul 08", f"Subject {key}")
            for key in message.keys
        )

    def on_cable_highlighted(self, message: CableHighlighted) -> None:
        self.told.append(message)

    def on_cable_chosen(self, message: CableChosen) -> None:
        self.told.append(message)


async def test_any_row_is_there_at_once_and_few_are_fetched() -> None:
    app = Alone()
    async with app.run_test(size=(40, 20)) as pilot:
        cables = app.query_one(CableList)
        cables.focus()
        cables.show(array("Q", range(1, MANY + 1)))
        await wait_for(pilot, lambda: "08BEIJING1 " in widget_text(cables))
        await pilot.press("G")
        await wait_for(pilot, lambda: f"Subject {MANY}" in widget_text(cables))
        await pilot.press("g", "g")
        await wait_for(pilot, lambda: cables.row == 0)
        cables.stand_on(125_000)
        await wait_for(pilot, lambda: "Subject 125000" in widget_text(cables))
        assert len(app.asked) <= 6 * BLOCK


async def test_the_cursor_stays_on_its_cable() -> None:
    app = Alone()
    async with app.run_test(size=(40, 20)) as pilot:
        cables = app.query_one(CableList)
        cables.show(array("Q", range(1, 101)))
        cables.stand_on(50)
        cables.show(array("Q", reversed(range(1, 101))))
        assert (cables.current_key, cables.row) == (50, 50)
        cables.show(array("Q", [3, 2, 1]))
        assert cables.row == 0
        cables.show(array("Q"))
        assert cables.current_key is None
        await pilot.press("j", "enter")
        assert app.told == []


async def test_keys_and_mouse_tell_what_was_chosen() -> None:
    app = Alone()
    async with app.run_test(size=(40, 20)) as pilot:
        cables = app.query_one(CableList)
        cables.focus()
        cables.show(array("Q", range(1, 101)))
        await pilot.press("j", "enter")
        await wait_for(pilot, lambda: len(app.told) == 2)
        assert isinstance(app.told[0], CableHighlighted)
        assert isinstance(app.told[1], CableChosen)
        await pilot.click(CableList, offset=(5, 9))
        await wait_for(pilot, lambda: cables.current_key == 5)
        cables.stand_on(9)
        await pilot.pause()
        assert len(app.told) == 3


async def test_memory_is_bounded() -> None:
    app = Alone()
    async with app.run_test(size=(40, 20)):
        cables = app.query_one(CableList)
        cables.show(array("Q", range(1, MANY + 1)))
        for start in range(1, KEPT * 3, BLOCK):
            cables.supply(
                ListRow(key, f"08BEIJING{key}", "secret", "S", "", "") for key in range(start, start + BLOCK)
            )
        assert cables.held(KEPT * 3) is not None
        assert len(cables._rows) == KEPT


async def test_the_scrollbar_and_the_place_follow_the_number_of_cables() -> None:
    app = Alone()
    async with app.run_test(size=(40, 20)) as pilot:
        cables = app.query_one(CableList)
        cables.show(array("Q", range(1, 101)))
        await wait_for(pilot, lambda: "Subject 1" in widget_text(cables))
        cables.stand_on(100)
        assert (cables.vertical_scrollbar.window_virtual_size, cables.scroll_offset.y) == (200, 180)
        cables.show(array("Q", [1, 2, 3]))
        assert (cables.vertical_scrollbar.window_virtual_size, cables.scroll_offset.y) == (6, 0)


async def test_a_lesson_stands_in_the_place_of_the_cables() -> None:
    app = Alone()
    async with app.run_test(size=(30, 12)) as pilot:
        cables = app.query_one(CableList)
        cables.teach("Nothing found.\nEsc clears the search, F1 says what can be asked.")
        await wait_for(pilot, lambda: "Nothing found." in widget_text(cables))
        assert "says what can be asked." in widget_text(cables)
        cables.show(array("Q", [7]))
        await wait_for(pilot, lambda: "Subject 7" in widget_text(cables))
        assert "Nothing" not in widget_text(cables)


async def test_another_theme_dresses_the_list_anew() -> None:
    app = Alone()
    async with app.run_test(size=(40, 20)) as pilot:
        cables = app.query_one(CableList)
        before = cables.base, cables.dress()["subject"]
        app.theme = "textual-light"
        await wait_for(pilot, lambda: cables.base == cables.rich_style != before[0])
        assert cables.dress()["subject"] != before[1]


async def test_the_cursor_is_on_its_cable_again_after_an_empty_list() -> None:
    app = Alone()
    async with app.run_test(size=(40, 20)):
        cables = app.query_one(CableList)
        cables.show(array("Q", range(1, 101)))
        cables.stand_on(50)
        cables.show(array("Q"), stay=False)
        cables.show(array("Q", range(1, 101)))
        assert cables.current_key == 50
