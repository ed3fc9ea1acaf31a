"""The reader alone in an app that keeps what it is told."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from cableview.app.messages import (
    EndReached,
    FindInCable,
    FlagParagraph,
    FollowReference,
    ParagraphMoved,
    SearchFor,
    ShowEntity,
)
from cableview.app.page import Page
from cableview.app.themes import THEMES, default_colours
from cableview.app.widgets.reader import Reader
from cableview.resources import resource_dir


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one by one, as soon as the app has taken the one before."""
    driver = pilot.app._driver
    assert driver is not None
    for name in keys:
        event = events.Key(name, name if len(name) == 1 else None)
        event.set_sender(pilot.app)
        driver.send_message(event)
        for _ in range(3):
            await pilot.pause(0)


class ReaderApp(App[None]):
    CSS_PATH = resource_dir("styles") / "reader.tcss"

    def __init__(self, page: Page | None = None, theme: str = "cableview-dark") -> None:
        super().__init__()
        self.told: list[Message] = []
        self.first_page = page
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return default_colours(dark=self.current_theme.dark)

    def compose(self) -> ComposeResult:
        yield Reader(id="reader")

    def on_mount(self) -> None:
        self.reader.page = self.first_page
        self.reader.focus()

    @property
    def reader(self) -> Reader:
        return self.query_one(Reader)

    def on_paragraph_moved(self, message: ParagraphMoved) -> None:
        self.told.append(message)

    def on_flag_paragraph(self, message: FlagParagraph) -> None:
        self.told.append(message)

    def on_follow_reference(self, message: FollowReference) -> None:
        self.told.append(message)

    def on_end_reached(self, message: EndReached) -> None:
        self.told.append(message)

    def on_show_entity(self, message: ShowEntity) -> None:
        self.told.append(message)

    def on_search_for(self, message: SearchFor) -> None:
        self.told.append(message)

    def on_find_in_cable(self, message: FindInCable) -> None:
        self.told.append(message)
