"""Where the reader has been: back and forward over places in cables."""

from __future__ import annotations

from dataclasses import dataclass, replace

LIMIT = 500


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a cable; ``index`` counts from 0."""

    cable_id: str
    index: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """The places behind and ahead of ``here``; every step returns a new value."""

    behind: tuple[Place, ...] = ()
    here: Place | None = None
    ahead: tuple[Place, ...] = ()

    def visit(self, place: Place) -> History:
        """Go to another cable, or jump inside this one: what was ahead is forgotten."""
        if self.here is None or place == self.here:
            return replace(self, here=place)
        return History((*self.behind, self.here)[-LIMIT:], place)

    def settle(self, index: int) -> History:
        """The paragraph cursor moved: come back to where it stands now."""
        return replace(self, here=replace(self.here, index=index)) if self.here else self

    def back(self) -> History:
        if not self.behind or self.here is None:
            return self
        return History(self.behind[:-1], self.behind[-1], (self.here, *self.ahead))

    def forward(self) -> History:
        if not self.ahead or self.here is None:
            return self
        return History((*self.behind, self.here), self.ahead[0], self.ahead[1:])
