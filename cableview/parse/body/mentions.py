"""Places in the text that point at other cables: ``reftel``, ``Refs A and C``, ``septel``, ids in full."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from cableview.model.cable import Reference, ReferenceMention, Span
from cableview.parse.body.paragraphs import Draft
from cableview.parse.body.printed import printed_ids
from cableview.parse.header.record import Header

_LETTER = (
    r"(?:\(\s?[A-Za-z]\s?\)|\b(?:[A-Z]|AA|BB|CC|DD|EE|FF)\b(?!['’]\w|\.[A-Z]\.|/\w\w|/S\b)"
    r"|\b[a-z](?=\)|[.,;]\s|\s(?:and|&)\s[a-z][).,;\s]))"
)
_JOINT = (
    r"\s*(?:,\s*(?:and|AND)\b|,(?!\s*I\s)|\band\b|\bAND\b|\bor\b|\bOR\b|&|/|-|–|\bthrough\b|\bTHROUGH\b)\s*"
)
_LETTERS = re.compile(rf"\s*({_LETTER}(?:{_JOINT}(?:[Rr][Ee][Ff][Ss]?\s+)?{_LETTER})*)")
_HEAD = re.compile(r"ref(?:[ -]?tels?\b|s?\b\.?)", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\(?(\d{1,2})\)?(?![\d./])")
_TOKEN = re.compile(r"\b([A-Za-z]{1,2})\b|(-|–|through|THROUGH)")
_SEPTEL = re.compile(r"septels?\b", re.IGNORECASE)
Hit = tuple[int, int, tuple[str, ...]]


def find_mentions(draft: Draft, header: Header, zone: Span, folded: bytes) -> tuple[ReferenceMention, ...]:
    """Return the mentions in the text of ``zone``, in order; ``folded`` is that text, folded."""
    paragraphs, starts, working = draft.paragraphs, draft.starts, draft.working
    if not paragraphs:
        return ()
    text, low = working.text, zone[0]
    hits = sorted(_hits(text, zone, folded, header.references))
    listed = [reference.id for reference in header.references if reference.id]
    if printed := _apart(hits, printed_ids(text, low, folded, header.context, listed)):
        hits = sorted((*hits, *printed))
    found = []
    for start, end, ids in hits:
        index = (bisect_right(starts, start) or 1) - 1
        words = " ".join(text[start:end].split())
        found.append(
            ReferenceMention(paragraphs[index].number, index, words, ids, working.to_raw(start, end))
        )
    return tuple(found)


def _apart(hits: Sequence[Hit], printed: Iterable[tuple[int, int, str]]) -> list[Hit]:
    """Return the printed ids that none of ``hits``, sorted, stands in."""
    ends = [end for _, end, _ in hits]
    return [
        (start, end, (cable_id,))
        for start, end, cable_id in printed
        if (place := bisect_right(ends, start)) == len(hits) or hits[place][0] >= end
    ]


def _hits(text: str, zone: Span, folded: bytes, references: Sequence[Reference]) -> Iterator[Hit]:
    """Yield what stands in the text of ``zone``; ``folded`` is that text, folded."""
    low, high = zone
    labels = {reference.label for reference in references if reference.label}
    position = folded.find(b"ref")
    while position >= 0:
        end = position + 3
        place = low + position
        if place == 0 or not text[place - 1].isalnum():
            hit = _reference(text, place, high, references, labels)
            if hit:
                yield hit
                end = hit[1] - low
        position = folded.find(b"ref", end)
    position = folded.find(b"septel")
    while position >= 0:
        match = _SEPTEL.match(text, low + position, high)
        if match:
            yield match.start(), match.end(), ()
        position = folded.find(b"septel", position + 6)


def _reference(
    text: str, position: int, high: int, references: Sequence[Reference], labels: set[str]
) -> Hit | None:
    head = _HEAD.match(text, position, high)
    if head is None:
        return None
    letters = _LETTERS.match(text, head.end(), high)
    if letters:
        return position, letters.end(1), _resolve(_spell(letters.group(1)), references, labels)
    numbered = _NUMBERED.match(text, head.end(), high)
    if numbered and numbered.group(1) in labels:
        return position, numbered.end(), _resolve([numbered.group(1)], references, labels)
    end = head.end() - head.group().endswith(".")
    bracketed = text[position - 1 : position] == "(" and text[end : end + 1] in (")", ",", ";")
    if "tel" in head.group().lower() or bracketed:
        return position, end, tuple(dict.fromkeys(r.id for r in references if r.id))
    return None


def _spell(letters: str) -> list[str]:
    """``A, B and D-F`` to its letters, ranges filled."""
    named: list[str] = []
    spread = False
    for match in _TOKEN.finditer(letters):
        if match.group(2):
            spread = True
        elif match.group(1).lower() not in ("or", "and"):
            label = match.group(1).upper()
            if spread and named and len(label) == len(named[-1]) == 1:
                named += [chr(code) for code in range(ord(named[-1]) + 1, ord(label))]
            named.append(label)
            spread = False
    return named


def _resolve(names: list[str], references: Sequence[Reference], labels: set[str]) -> tuple[str, ...]:
    """Return the ids behind labels; a list printed without labels is counted from A."""
    if labels:
        found = [r.id for name in names for r in references if r.label == name and r.id]
    else:
        places = [ord(name) - ord("A") for name in names if len(name) == 1]
        found = [references[p].id or "" for p in places if 0 <= p < len(references)]
    return tuple(dict.fromkeys(cable_id for cable_id in found if cable_id))
