"""The reader's corrections over what the rules found: merged, renamed, split and hidden names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from cableview.model.correction import Correction
from cableview.model.mention import Mention, folded

Name = tuple[str, str]
"""Type and name, as shown."""


class Corrections:
    """Corrections in the order they were made; each speaks of the names that were listed at that time."""

    def __init__(self, items: Iterable[Correction] = ()) -> None:
        self.items = tuple(items)
        self._of_name: defaultdict[Name, list[tuple[int, Correction]]] = defaultdict(list)
        for place, item in enumerate(self.items):
            self._of_name[item.type, folded(item.name)].append((place, item))

    def __bool__(self) -> bool:
        return bool(self.items)

    def resolve(self, kind: str, name: str, cable_id: str | None = None, form: str = "") -> Name | None:
        """Return the type and name that an entity is listed under; None when it is hidden.

        ``cable_id`` and ``form``, its spelling there, add what was said about that place alone.
        """
        reached = -1
        while step := self._next(kind, name, reached, cable_id, folded(form)):
            reached, item = step
            if item.to_type is None or item.to_name is None:
                return None
            kind, name = item.to_type, item.to_name
        return kind, name

    def _next(
        self, kind: str, name: str, after: int, cable_id: str | None, form: str
    ) -> tuple[int, Correction] | None:
        for place, item in self._of_name.get((kind, folded(name)), ()):
            here = item.cable_id in (None, cable_id) and (item.form is None or folded(item.form) == form)
            if place > after and here:
                return place, item
        return None

    def apply(self, cable_id: str, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        """Return the mentions of a cable as corrected, those of hidden names left out."""
        if not self.items:
            return tuple(mentions)
        kept = []
        for mention in mentions:
            to = self.resolve(mention.type, mention.name, cable_id, mention.text)
            if to == (mention.type, mention.name):
                kept.append(mention)
            elif to is not None:
                kept.append(replace(mention, type=to[0], name=to[1]))
        return tuple(kept)

    def sources(self, kind: str, name: str) -> set[Name]:
        """Return the types and folded names that are listed as this one everywhere."""
        wanted = kind, folded(name)
        return {one for one in (wanted, *self._of_name) if self._everywhere(one) == wanted}

    def _everywhere(self, one: Name) -> Name | None:
        to = self.resolve(*one)
        return to and (to[0], folded(to[1]))

    def local(self, kind: str, name: str) -> tuple[Correction, ...]:
        """Return the corrections of one cable alone that lead to this name or away from it."""
        wanted = kind, folded(name)
        return tuple(
            item
            for item in self.items
            if item.cable_id
            and wanted in ((item.type, folded(item.name)), (item.to_type, folded(item.to_name or "")))
        )
