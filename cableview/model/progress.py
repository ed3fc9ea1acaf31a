"""How far a long piece of work has come."""

from __future__ import annotations

import time
from dataclasses import dataclass

_INSTANT = 1e-6
"""Seconds that work takes at least, so that it has a rate."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A moment of an import or a rebuild."""

    done: int
    total: int | None = None
    """None while it cannot be told."""
    rate: float = 0.0
    """Items a second."""
    phase: str = ""
    name: str = ""
    """What is being worked on."""

    @property
    def seconds_left(self) -> float | None:
        """How long it takes at this rate; None while it cannot be told."""
        if self.total is None or self.rate <= 0:
            return None
        return max(0.0, (self.total - self.done) / self.rate)


class Pace:
    """Tells how far a piece of work has come that begins now, at its mean rate."""

    def __init__(self, phase: str, total: int | None) -> None:
        self._phase = phase
        self._total = total
        self._began = time.monotonic()

    def at(self, done: int) -> Progress:
        """Return where the work stands after ``done`` items; more than its total make the total larger."""
        total = None if self._total is None else max(done, self._total)
        rate = done / max(_INSTANT, time.monotonic() - self._began)
        return Progress(done, total, rate, self._phase)
