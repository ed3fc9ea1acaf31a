"""Waiting for what a user would wait for: a condition, not a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

TURNS = 4000


async def wait_for(pilot: Pilot[Any], condition: Callable[[], object], what: str = "") -> None:
    """Let the app run until ``condition`` holds. Raises AssertionError when it never does."""
    for _ in range(TURNS):
        if condition():
            await pilot.pause(0)
            return
        if pilot.app._exception is not None:
            raise pilot.app._exception
        await asyncio.sleep(0.005)
    raise AssertionError(f"never came true: {what or condition}")
