"""Entities named in a cable."""

from __future__ import annotations

from dataclasses import dataclass

from cableview.model.cable import Span

TYPES = (
    "PERSON",
    "ORGANIZATION",
    "PLACE",
    "ROLE_TITLE",
    "MATERIAL_OR_ITEM",
    "TREATY_OR_LAW",
    "DATE",
    "MONEY",
    "QUANTITY",
    "VESSEL",
    "CABLE_REF",
    "INTEXT_REF",
    "TAG",
)


def folded(name: str) -> str:
    """Return a name for comparing: neither case nor white space tells two apart."""
    return " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named."""

    type: str
    """One of ``TYPES``."""
    text: str
    """As it stands in the raw text."""
    name: str
    """The fullest form known in this cable; a norm (ISO date, amount, canonical id) if one exists."""
    source: Span
    paragraph: int | None = None
    """True number of the paragraph; None in the header, the signature or unnumbered text."""
