"""Driving the whole app by its keys."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from cableview import locations
from cableview.app.app import CableviewApp
from cableview.app.messages import FollowReference
from cableview.app.screens.main import MainScreen
from cableview.app.widgets.side_tab import Act
from tests.support.wait import wait_for

WIDE = (140, 40)
SETTLING = 4
"""Rounds of messages: a key's action, what it posts, what that changes, and the layout."""


class Driver:
    """One running app and the hands on its keyboard."""

    def __init__(self, app: CableviewApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def main(self) -> MainScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    @property
    def cable(self) -> str | None:
        page = self.main.page
        return page.held.id if page else None

    @property
    def number(self) -> int | None:
        """True number of the paragraph under the cursor."""
        page = self.main.page
        return page.held.cable.paragraphs[self.main.reader.cursor].number if page else None

    def followed(self) -> list[str]:
        """Return the cables that Enter would go to, line by line of the open side tab."""
        options = [option for option in self.main.side.tab.options if isinstance(option, Act)]
        return [o.message.cable_id for o in options if isinstance(o.message, FollowReference)]

    async def press(self, *keys: str) -> None:
        """Press keys one by one, as soon as the app has taken the one before.

        The pilot's own way waits for an idle machine after each, which other work on it can delay.
        """
        for name in keys:
            self._send(name, name if len(name) == 1 else None)
            await self._taken()
        await self._settled()

    async def type(self, text: str) -> None:
        """Type faster than anybody can."""
        for char in text:
            self._send("enter" if char == "\r" else _character_to_key(char), char)
        await self._taken()
        await self._settled()

    async def _settled(self) -> None:
        """Let messages that the keys set off arrive, and what they changed be laid out."""
        for _ in range(SETTLING):
            await self.pilot.pause(0)

    async def _taken(self) -> None:
        """Wait until the app has dealt with the keys; to draw after each would take most of the time."""
        arrived = asyncio.Event()
        self.app.call_later(arrived.set)
        await arrived.wait()
        while self.app.typing:
            await asyncio.sleep(0.001)

    def _send(self, name: str, char: str | None) -> None:
        driver = self.app._driver
        assert driver is not None
        event = events.Key(name, char)
        event.set_sender(self.app)
        driver.send_message(event)

    async def until(self, condition: object, what: str = "") -> None:
        assert callable(condition)
        await wait_for(self.pilot, condition, what)

    async def on(self, cable_id: str, number: int | None = None) -> None:
        """Wait until this cable is open, at this paragraph."""
        await self.until(
            lambda: self.cable == cable_id and number in (None, self.number),
            f"{cable_id} ¶{number}; it is {self.cable} ¶{self.number}",
        )

    async def ready(self) -> None:
        """Wait until the panes are filled and the search works."""
        await self.until(lambda: self.main.started, "the start")
        cables = self.main.cables
        await self.until(lambda: not cables.keys or cables.current, "the rows")


@asynccontextmanager
async def driving(
    places: locations.Library, size: tuple[int, int] = WIDE, *, started: bool = True
) -> AsyncIterator[Driver]:
    """Run the app on a library until its panes are filled, and close it at the end."""
    app = CableviewApp(places)
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        try:
            if started:
                await driver.ready()
            yield driver
        finally:
            # As quitting does, or a worker could open a screen while the screens are being closed.
            app.workers.cancel_all()
