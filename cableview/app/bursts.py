"""Letters faster than anybody types: a held key, or text that a terminal hands over key by key."""

from __future__ import annotations

from asyncio import sleep
from time import monotonic

CLOSE = 0.02
"""Seconds between two letters of a burst at most: hands leave three times as much."""
QUIET = 0.008
"""Seconds without a letter after which a burst is over."""


class Bursts:
    """Knows whether the last letter belongs to a burst: what is done before its end is vain."""

    def __init__(self) -> None:
        self._last = -CLOSE
        self._within = False

    def letter(self) -> None:
        """Take note of a letter."""
        now = monotonic()
        self._within = now - self._last < CLOSE
        self._last = now

    async def over(self) -> None:
        """Wait for the end of the burst; return at once when there is none."""
        while self._within and (left := self._last + QUIET - monotonic()) > 0:
            await sleep(left)
