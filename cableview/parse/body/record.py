"""What the body of a cable says."""

from __future__ import annotations

from typing import NamedTuple

from cableview.model.cable import Change, Paragraph, Problem, ReferenceMention, Span, Summary


class Body(NamedTuple):
    """The body fields of ``model.cable.Cable``; every span counts in the raw text."""

    paragraphs: tuple[Paragraph, ...] = ()
    summary: Summary | None = None
    signers: tuple[str, ...] = ()
    reference_mentions: tuple[ReferenceMention, ...] = ()
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    """Repairs that only the numbering can decide: mangled pilcrows, pilcrows in running text."""
    spans: tuple[tuple[str, Span], ...] = ()
    """Where the signature stands."""
