"""Subjects in sentence case for the lists, without parsing the cables they belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cableview.model.headline import sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cableview.store.library import Library
    from cableview.store.records import CableRow, Citation

_CITERS = 50
"""Citing cables whose subject is worth the time."""


def rows_with_headlines(library: Library, keys: Sequence[int]) -> list[CableRow]:
    """Return the list rows of ``keys`` with their subjects in sentence case."""
    return [replace(row, subject=headline(library, row.id, row.subject)) for row in library.rows(keys)]


def citations_with_headlines(library: Library, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return ``citations`` with the subjects of the first citing cables in sentence case."""
    cased: dict[str, str | None] = {}
    told = []
    for one in citations:
        if one.cable_id not in cased and len(cased) < _CITERS:
            cased[one.cable_id] = headline(library, one.cable_id, one.subject)
        told.append(replace(one, subject=cased.get(one.cable_id, one.subject)))
    return tuple(told)


def headline(library: Library, cable_id: str, subject: str | None) -> str | None:
    """Return ``subject`` as the reader sets it; a mixed-case one, or one of a lost text, as it is."""
    if not subject or not subject.isupper():
        return subject
    version = next((one.id for one in library.versions(cable_id) if one.current), None)
    if version is None:
        return subject
    found = next(library.documents(version - 1), None)
    return sentence_case(subject, body_below(found[-1].text, subject)) if found else subject


def body_below(text: str, subject: str) -> str:
    """Return what stands below the subject line: above it everything is in capitals.

    A header may be printed twice, so the last subject line counts.
    """
    start = max(text.rfind("SUBJ"), 0) + len("SUBJECT: ") + len(subject)
    return text[max(text.find("\n", start), 0) :]
