"""What can be said about an entity of the open cable, as choices in words with the correction each makes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cableview.model.correction import Correction, Kind

if TYPE_CHECKING:
    from cableview.entities import Entity


TYPE_WORDS = {
    "ORGANIZATION": "Organization",
    "PERSON": "Person",
    "PLACE": "Place",
    "MATERIAL_OR_ITEM": "Material or item",
    "TREATY_OR_LAW": "Treaty or law",
    "VESSEL": "Vessel",
    "ROLE_TITLE": "Role",
}


class Choice(NamedTuple):
    """One line of a dialog."""

    text: str
    correction: Correction


def is_bare(entity: Entity) -> bool:
    """Tell whether it is a person known by one word: that never stands for anybody in another cable."""
    return entity.type == "PERSON" and " " not in entity.name.strip()


def merged(entity: Entity, to_name: str, cable_id: str | None, to_type: str | None = None) -> Correction:
    """Return the correction that lists ``entity`` under another name, there or everywhere."""
    kind = Kind.RENAME if to_type is None else Kind.MERGE
    return Correction("", kind, entity.type, entity.name, to_type or entity.type, to_name, cable_id)


def to_hide(entity: Entity, cable_id: str) -> list[Choice]:
    """Return the ways to say that an entity is none, or is another."""
    kind, name = entity.type, entity.name
    return [
        Choice(
            f"Not the same as elsewhere: {name} of this cable alone",
            Correction("", Kind.DISTINCT, kind, name, kind, f"{name} ({cable_id})", cable_id),
        ),
        Choice("Hide it in this cable", Correction("", Kind.HIDE, kind, name, None, None, cable_id)),
        Choice("Hide it everywhere", Correction("", Kind.HIDE, kind, name)),
    ]


def to_retype(entity: Entity, cable_id: str | None) -> list[Choice]:
    """Return the types that an entity may be of instead."""
    return [
        Choice(words, Correction("", Kind.RETYPE, entity.type, entity.name, kind, entity.name, cable_id))
        for kind, words in TYPE_WORDS.items()
        if kind != entity.type
    ]


def to_split(entity: Entity, cable_id: str) -> list[Choice]:
    """Return the spellings of an entity in the cable, most often used first; each can be split off."""
    forms = Counter(" ".join(mention.text.split()) for mention in entity.mentions)
    return [
        Choice(
            f"{form}  ×{count}",
            Correction("", Kind.SPLIT, entity.type, entity.name, entity.type, form, cable_id, form),
        )
        for form, count in forms.most_common()
    ]
