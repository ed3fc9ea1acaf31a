"""Cables with their names marked in the text: ``{P Li Song}`` is a person, ``{P Li=Li Song}`` says who.

Lines ``#P Li=Li Song`` before the text say what a bare form means everywhere in the file.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

TYPES = {
    "P": "PERSON", "O": "ORGANIZATION", "L": "PLACE", "R": "ROLE_TITLE", "I": "MATERIAL_OR_ITEM",
    "T": "TREATY_OR_LAW", "D": "DATE", "M": "MONEY", "Q": "QUANTITY", "V": "VESSEL", "C": "CABLE_REF",
    "X": "INTEXT_REF", "G": "TAG",
}  # fmt: skip
CORE = frozenset({"PERSON", "ORGANIZATION", "PLACE", "MATERIAL_OR_ITEM", "TREATY_OR_LAW", "VESSEL"})
_MARK = re.compile(r"\{([A-Z]) ([^{}=]+)(?:=([^{}]*))?\}")
_ALIAS = re.compile(r"#([A-Z]) ([^=]+)=(.+)")


@dataclass(frozen=True, slots=True)
class Named:
    """One mention: where it stands in the text, its type, and whom it means."""

    start: int
    end: int
    type: str
    name: str

    @property
    def key(self) -> tuple[int, int, str]:
        """What an exact match agrees in."""
        return self.start, self.end, self.type


def read_marked(marked: str) -> tuple[str, tuple[Named, ...]]:
    """Return the plain text and its mentions, in order."""
    aliases: dict[tuple[str, str], str] = {}
    while match := _ALIAS.match(marked):
        aliases[match[1], match[2].casefold()] = match[3]
        marked = marked[match.end() + 1 :]
    parts: list[str] = []
    found: list[Named] = []
    at = length = 0
    for match in _MARK.finditer(marked):
        before, text = marked[at : match.start()], match[2]
        flat = " ".join(text.split())
        name = match[3] or aliases.get((match[1], flat.casefold()), flat)
        parts += [before, text]
        start = length + len(before)
        length = start + len(text)
        found.append(Named(start, length, TYPES[match[1]], name.casefold()))
        at = match.end()
    return "".join([*parts, marked[at:]]), tuple(found)


def groups_found(gold: Iterable[Named], predicted: Iterable[Named]) -> tuple[int, int, int]:
    """Return (entities rightly grouped, entities predicted, entities in truth) of one cable's side panel.

    A predicted group counts when most of its mentions lie in one true entity that no other group has taken.
    """
    truth = list(gold)
    made: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for item in predicted:
        made[item.type, item.name.casefold()].append(item)
    claims = []
    for group, items in made.items():
        count = Counter(
            (true.type, true.name)
            for item in items
            for true in truth
            if true.type == item.type and true.start < item.end and item.start < true.end
        )
        claims += [(-votes, group, entity) for entity, votes in count.most_common(1)]
    taken = {entity for _, _, entity in sorted(claims)}
    return len(taken), len(made), len({(true.type, true.name) for true in truth})
