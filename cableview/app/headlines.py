"""Subjects in sentence case for the lists, without parsing the cables they belong to."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from cableview.model.headline import sentence_case
from cableview.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cableview.store.library import Library
    from cableview.store.records import CableRow, Citation

_CITERS = 50
"""Citing cables whose subject is worth the time."""


def rows_with_headlines(library: Library, keys: Sequence[int]) -> list[CableRow]:
    """Return the list rows of ``keys`` with their subjects in sentence case."""
    rows = library.rows(keys)
    cased = headlines(library, {row.key: row.subject for row in rows})
    return [replace(row, subject=cased[row.key]) for row in rows]


def citations_with_headlines(library: Library, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return ``citations`` with the subjects of the first citing cables in sentence case."""
    told = tuple(citations)
    subjects = dict(islice({one.cable_id: one.subject for one in told}.items(), _CITERS))
    keys = {
        cable_id: key
        for cable_id, subject in subjects.items()
        if _in_capitals(subject) and (key := library.key_of(cable_id)) is not None
    }
    cased = headlines(library, {key: subjects[cable_id] for cable_id, key in keys.items()})
    return tuple(replace(one, subject=cased.get(keys.get(one.cable_id, 0), one.subject)) for one in told)


def headlines(library: Library, subjects: Mapping[int, str | None]) -> dict[int, str | None]:
    """Return the subjects of cables, by their keys, as the reader sets them.

    A mixed-case one, or one of a text that is lost or damaged, stays as it is.
    """
    cased = dict(subjects)
    for key, text in _texts(library, [key for key, subject in subjects.items() if _in_capitals(subject)]):
        subject = subjects[key] or ""
        cased[key] = sentence_case(subject, body_below(text, subject))
    return cased


def _in_capitals(subject: str | None) -> bool:
    return subject is not None and subject.isupper()


def _texts(library: Library, keys: list[int]) -> list[tuple[int, str]]:
    """Return key and text of cables; a damaged one is left out, since a list needs none of its text."""
    try:
        return [(key, document.text) for _, key, _, document in library.texts(keys)]
    except StoreError:
        return [one for key in keys for one in _texts(library, [key])] if len(keys) > 1 else []


def body_below(text: str, subject: str) -> str:
    """Return what stands below the subject line: above it everything is in capitals.

    A header may be printed twice, so the last subject line counts.
    """
    start = max(text.rfind("SUBJ"), 0) + len("SUBJECT: ") + len(subject)
    return text[max(text.find("\n", start), 0) :]
