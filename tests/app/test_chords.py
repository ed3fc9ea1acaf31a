"""Two-key sequences in widgets and screens, also when both have some."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from cableview.app.chords import Chords


class Pane(Chords, Static, can_focus=True):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g r", "app.tell('pane r')", id="pane.r"),
        Binding("x", "app.tell('x')"),
    ]


class Whole(Chords, Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g u", "app.tell('screen u')", id="whole.u"),
        Binding("g r", "app.tell('screen r')"),
    ]

    def compose(self) -> ComposeResult:
        yield Pane("text")
        yield Static("no keys of its own")
        yield Input()


class ChordApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def get_default_screen(self) -> Screen[None]:
        return Whole()

    def action_tell(self, what: str) -> None:
        self.told.append(what)


async def test_the_focused_pane_comes_before_the_screen() -> None:
    app = ChordApp()
    async with app.run_test() as pilot:
        app.screen.query_one(Pane).focus()
        await pilot.press("g", "r", "g", "u", "r", "g", "x", "x")
        assert app.told == ["pane r", "screen u", "x"]


async def test_an_input_keeps_its_letters() -> None:
    app = ChordApp()
    async with app.run_test() as pilot:
        app.screen.query_one(Input).focus()
        await pilot.press("g", "r")
        assert app.told == []
        assert app.screen.query_one(Input).value == "gr"


async def test_losing_the_focus_forgets_the_first_key() -> None:
    app = ChordApp()
    async with app.run_test() as pilot:
        pane = app.screen.query_one(Pane)
        pane.focus()
        await pilot.press("g", "tab")
        app.screen.query_one(Input).focus()
        await pilot.pause()
        pane.focus()
        await pilot.press("r", "x")
        assert app.told == ["x"]


async def test_a_key_map_changes_a_sequence() -> None:
    app = ChordApp()
    app.set_keymap({"pane.r": "z z"})
    async with app.run_test() as pilot:
        app.screen.query_one(Pane).focus()
        await pilot.press("z", "z", "g", "r")
        assert app.told == ["pane r", "screen r"]
