"""One key at a time: what is typed ahead, or pasted, meets the screen that the keys before it opened.

Textual hands each key to the widget that has the keyboard when the key arrives. Between ``:`` and the
prompt it opens a fast typist's next letters would still go to the list, where letters decide about cables.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.widgets import Input

from cableview.app.tidying import Tidying

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

LOOK = 0.5
"""Seconds between two looks at whether a widget that does not answer has gone."""
ROUNDS = 2
"""A key runs an action in the first round; a message the action posted is answered in the second."""

_MOMENT = 0.002


class PacedApp(App[None], inherit_bindings=False):
    """Holds a key back until the one before it has been dealt with."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._waiting: deque[events.Key] = deque()
        self._handed: events.Key | None = None
        self._pace: asyncio.Task[None] | None = None
        self._tidying = Tidying()

    @property
    def typing(self) -> bool:
        """True while keys are being dealt with."""
        return self._pace is not None and not self._pace.done()

    async def keys_taken(self) -> None:
        """Wait until every key is dealt with: what one changes may make the work for those before it vain."""
        while self.typing and self.is_running:
            await asyncio.sleep(_MOMENT)

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded or event is self._handed:
            await super().on_event(event)
            return
        self._waiting.append(event)
        self._tidying.put_off()
        if not self.typing:
            self._pace = asyncio.create_task(self._hand_on())

    async def _hand_on(self) -> None:
        while self._waiting and self.is_running:
            self._handed = self._waiting.popleft()
            path = [*(self.focused or self.screen).ancestors_with_self]
            self.post_message(self._handed)
            await _caught_up(self)
            if self._letters_follow():
                continue
            for _ in range(ROUNDS):
                for node in path:
                    await _caught_up(node)

    def _letters_follow(self) -> bool:
        """True between two letters typed into a line: they reach it in order, and open nothing."""
        handed, following = self._handed, self._waiting[0] if self._waiting else None
        if handed is None or following is None or not isinstance(self.focused, Input):
            return False
        return handed.is_printable and following.is_printable


async def _caught_up(node: MessagePump) -> None:
    """Wait until ``node`` has handled what is in its queue by now."""
    done = asyncio.Event()
    if not node.call_later(done.set):
        return
    while not done.is_set() and (node.is_running or node.is_attached):
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK):
                await done.wait()
