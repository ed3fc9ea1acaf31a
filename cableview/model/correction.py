"""What a reader knows better than the rules about who and what a cable names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What a correction is called; what it does follows from its fields."""

    RENAME = "rename"
    MERGE = "merge"
    """Two names are one entity."""
    RETYPE = "retype"
    SPLIT = "split"
    """One spelling, in one cable, names something else."""
    DISTINCT = "distinct"
    """Not the same: a spelling, or a whole name in one cable, stands for itself."""
    HIDE = "hide"


@dataclass(frozen=True, slots=True)
class Correction:
    """From a name as it is listed to what it is to be listed as."""

    id: str
    """Stable across machines: a UUID in hex."""
    kind: Kind
    type: str
    """One of ``model.mention.TYPES``."""
    name: str
    to_type: str | None = None
    to_name: str | None = None
    """None, as ``to_type`` then is: not listed at all."""
    cable_id: str | None = None
    """Only in this cable; None is everywhere."""
    form: str | None = None
    """Only where the text spells it so; then ``cable_id`` is set."""
    created: datetime | None = None

    @property
    def words(self) -> str:
        """What it does, e.g. ``CPMIEC is China Precision (everywhere)``."""
        what = self.name if self.form is None else f"{self.form}, listed as {self.name},"
        where = self.cable_id or "everywhere"
        if self.to_name is None or self.to_type is None:
            return f"{what} is hidden ({where})"
        kind = f", {self.to_type}" if self.to_type != self.type else ""
        if self.to_name == self.name:
            return f"{what} is {self.to_type} ({where})"
        return f"{what} is {self.to_name}{kind} ({where})"
