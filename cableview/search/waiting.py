"""Wait for a call of the engine no longer than a given time; what takes longer ends by itself, unheard."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

_MOST = 4
"""Calls that may run at once, unheard ones included; further ones wait, to leave the machine usable."""


class TooLongError(Exception):
    """The call takes longer than there is time."""


class Waiter:
    """Waits for the calls on one index."""

    def __init__(self) -> None:
        self._free = threading.Semaphore(_MOST)

    def within(self, seconds: float, work: Callable[[], T]) -> T:
        """Return what ``work`` returns; raise TooLongError when it takes longer than ``seconds``."""
        began = time.perf_counter()
        if not self._free.acquire(timeout=seconds):
            raise TooLongError
        call = _Call(work, self._free)
        call.start()
        call.join(max(0.0, seconds - (time.perf_counter() - began)))
        if call.is_alive():
            raise TooLongError
        if call.error is not None:
            raise call.error
        return call.result


class _Call(threading.Thread, Generic[T]):
    def __init__(self, work: Callable[[], T], free: threading.Semaphore) -> None:
        super().__init__(name="search-slice", daemon=True)
        self._work, self._free = work, free
        self.result: T
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self._work()
        except BaseException as error:
            self.error = error  # a panic of the engine is one; whoever waits raises it
        finally:
            self._free.release()
