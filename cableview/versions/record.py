"""What a comparison of two versions says: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cableview.model.cable import Span


class Cause(StrEnum):
    """Why two versions differ at a place."""

    IDENTICAL = "identical"
    WRAPPING = "wrapping"
    """The same letters; line ends, white space or hyphens differ."""
    SCANNING = "scanning"
    """The same words but for punctuation, case, or letters that look alike to a scanner."""
    CUT = "cut"
    """Only what cleaning cuts differs: a page header, a repeated header, markup."""
    MARKING = "marking"
    """The same words under another portion marking."""
    REDACTION = "redaction"
    """``XXXXXXXXXXXX``, ``[details removed]`` and the like stand in one version."""
    WORDING = "wording"
    ONLY_OLD = "only-old"
    ONLY_NEW = "only-new"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch that differs: [start, end) of each clean text; one of them may be empty."""

    old: Span
    new: Span
    cause: Cause


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of both versions, or of one; the positions count from 0 in ``Cable.paragraphs``."""

    old: int | None
    new: int | None
    cause: Cause
    """The weightiest of its differences: wording before redaction before everything else."""
    differences: tuple[Difference, ...] = ()
    """In order of place; empty when the clean texts are equal or there is one text only."""
    detail: str = ""
    """What the cause does not tell, in words: the rule that cut something, the two markings."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the header that differs; None where a version does not have it."""

    name: str
    old: str | None
    new: str | None
    cause: Cause
    differences: tuple[Difference, ...] = ()
    """In order of place; empty when only one version has the field."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a cable, the older text first."""

    fields: tuple[FieldChange, ...]
    pairs: tuple[Pair, ...]
    """Every paragraph of both exactly once, in the order of the newer; one that only the older has stands
    behind the paragraph it followed there."""
    cuts: tuple[tuple[str, int, int], ...] = ()
    """(cleaning rule, places in the older, places in the newer) where these numbers differ."""
