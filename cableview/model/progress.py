"""How far a long piece of work has come."""

from __future__ import annotations

from dataclasses import dataclass


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
        if self.total is None or self.rate <= 0:
            return None
        return max(0.0, (self.total - self.done) / self.rate)
