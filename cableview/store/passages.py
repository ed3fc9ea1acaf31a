"""Paragraphs of held cables that cite a cable or name an entity, with the words to light in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from cableview.model.cable import Span
from cableview.model.headline import sentence_case
from cableview.model.mention import folded
from cableview.store.records import Held

if TYPE_CHECKING:
    from cableview.model.mention import Mention

_STOP = re.compile(r"""(?<![A-Z]\.[A-Z])(?<!\b[A-Z])[.?!]["'”’)\]]*\s+(?=["'“‘(\[]*[A-Z0-9])|\n""")
"""Ends a sentence; the full stops of ``U.S.`` and of initials do not."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a held cable and why it is shown."""

    cable_id: str
    sent: datetime | None
    """Of its cable; aware, UTC."""
    classification: str | None
    subject: str | None
    """In sentence case."""
    index: int | None
    """Position (from 0) of the paragraph; None for words of the header."""
    number: int | None
    """True number of the paragraph."""
    text: str
    lit: tuple[Span, ...] = ()
    """What the passage is shown for, as half-open spans of ``text``."""
    label: str | None = None
    """Of a citation: the letter in the REF list of the citing cable."""
    title: str | None = None
    """Of a citation: what that REF list calls the cited cable."""

    def words(self, room: int = 240) -> str:
        """Return the sentence around the first lit words, on one line of about ``room`` characters."""
        start, end = self.lit[0] if self.lit else (0, 0)
        low = max(0, start - room // 2)
        stops = [match.end() for match in _STOP.finditer(self.text, low, start)]
        first = max(stops, default=self.text.find(" ", low, start + 1) + 1 if low else 0)
        limit = min(len(self.text), max(first + room, end))
        last = next((match.end() for match in _STOP.finditer(self.text, end, limit)), limit)
        cut = last == limit < len(self.text)
        if cut:
            last = max(self.text.rfind(" ", end, last), end)
        said = " ".join(self.text[first:last].split())
        return f"{'… ' if first and not stops else ''}{said}{' …' if cut else ''}"


def citing(held: Held, target: str) -> Iterator[Passage]:
    """Yield the paragraphs of a cable that cite ``target``; the item of its REF list if none does."""
    cable = held.cable
    listed = next((item for item in cable.references if item.id == target), None)
    label, title = (listed.label, listed.title) if listed else (None, None)
    places: dict[int, list[Span]] = defaultdict(list)
    for mention in cable.reference_mentions:
        if target in mention.ids:
            places[mention.index].append(mention.source)
    facts = _facts(held)
    for index, lit in _clean(held, places):
        paragraph = held.cable.paragraphs[index]
        yield Passage(*facts, index, paragraph.number, paragraph.text, lit, label, title)
    if listed is not None and not places:
        yield Passage(*facts, None, None, listed.text, ((0, len(listed.text)),), label, title)


def naming(held: Held, kind: str, names: Iterable[str], mentions: Sequence[Mention]) -> Iterator[Passage]:
    """Yield the paragraphs of a cable that name an entity; its subject line if only the header does.

    ``names`` are its names with their case folded; ``mentions`` are those of the cable.
    """
    wanted = frozenset(names)
    starts = [paragraph.source[0] for paragraph in held.cable.paragraphs]
    places: dict[int, list[Span]] = defaultdict(list)
    named = False
    for mention in mentions:
        if mention.type == kind and folded(mention.name) in wanted:
            named = True
            index = bisect_right(starts, mention.source[0]) - 1
            if index >= 0 and mention.source[1] <= held.cable.paragraphs[index].source[1]:
                places[index].append(mention.source)
    facts = _facts(held)
    for index, lit in _clean(held, places):
        paragraph = held.cable.paragraphs[index]
        yield Passage(*facts, index, paragraph.number, paragraph.text, lit)
    if named and not places:
        yield Passage(*facts, None, None, held.cable.subject or "")


def _clean(held: Held, places: dict[int, list[Span]]) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """Yield (paragraph, where its clean text has these raw spans), in the order of the text."""
    if not places:
        return
    from cableview.parse.align import Alignment  # noqa: PLC0415 - a list needs no parser: start without it
    from cableview.parse.working import apply_changes  # noqa: PLC0415

    working = apply_changes(held.raw, held.cable.changes)
    for index in sorted(places):
        alignment = Alignment(working, held.cable.paragraphs[index])
        spans = (alignment.to_clean(*source) for source in sorted(places[index]))
        yield index, tuple(dict.fromkeys(span for span in spans if span))


def _facts(held: Held) -> tuple[str, datetime | None, str | None, str | None]:
    cable = held.cable
    body = " ".join(paragraph.text for paragraph in cable.paragraphs)
    subject = cable.subject and sentence_case(cable.subject, body)
    return held.id, cable.sent, cable.classification, subject
