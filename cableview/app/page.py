"""What the reader and the side panel show: one frozen value a cable, made by a worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cableview.entities import Entity
    from cableview.model.marks import Decision, Flag
    from cableview.model.mention import Mention
    from cableview.store.records import Citation, Held


@dataclass(frozen=True, slots=True)
class Page:
    """One open cable with everything said about it."""

    held: Held
    found: tuple[Mention, ...] = ()
    """What the rules found, and what a model has filled in."""
    filled: bool = False
    """The model has been asked."""
    mentions: tuple[Mention, ...] = ()
    """The same as the user has corrected it."""
    entities: tuple[Entity, ...] = ()
    """The mentions gathered by name."""
    named: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """In how many cables of the library each (type, name in folded case) is named, as far as it is known."""
    flags: tuple[Flag, ...] = ()
    decision: Decision | None = None
    cited_by: tuple[Citation, ...] = ()
    held_ids: frozenset[str] = frozenset()
    """Which of the cables it refers to are in the library."""
    lit: tuple[str, ...] = ()
    """Words of the search to light in the text, folded to lower case."""
    paragraph: int = 0
    """Position (from 0) of the paragraph to open at."""
