"""Garbage is collected between keys: a collection of everything holds a key up by tens of milliseconds.

What is painted over leaves rings of objects behind, so collections cannot do without it. They wait for a
pause in typing; while keys come without one, they come at longer distances.
"""

from __future__ import annotations

import asyncio
import gc

PAUSE = 0.25
"""Seconds without a key: longer than between two keys of a word, shorter than a look at the answer."""
_SELDOM = 40
"""Collections of younger objects between two of all; Python itself makes one of all after ten."""
_usual = gc.get_threshold()


def settle() -> None:
    """Leave what is loaded by now out of every collection, and collect the rest in pauses."""
    gc.freeze()
    gc.set_threshold(_usual[0], _usual[1], _SELDOM)


def unsettle() -> None:
    """Collect as Python does by itself."""
    gc.set_threshold(*_usual)
    gc.unfreeze()


class Tidying:
    """Collects once in each pause of typing."""

    def __init__(self) -> None:
        self._due: asyncio.TimerHandle | None = None

    def put_off(self) -> None:
        """Wait for the next pause: a key is here."""
        if self._due is not None:
            self._due.cancel()
        self._due = asyncio.get_running_loop().call_later(PAUSE, gc.collect)
