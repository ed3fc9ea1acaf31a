"""Which paragraph of a cited cable a reference is about: the one that shares its rarest words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cableview.model.cable import Cable
    from cableview.model.mention import Mention

_WORD = re.compile(r"\w+")
_TITLE, _NAME, _NEARBY = 6.0, 3.0, 1.0
"""What a whole title or a word of it, a name nearby, or any other word nearby counts."""
_SHORTEST = 4
"""Shorter words nearby say nothing; a title or a name may be as short as it likes."""
_NO_NAME = frozenset({"CABLE_REF", "INTEXT_REF", "TAG", "DATE", "ROLE_TITLE"})
_BEFORE = 80
"""Characters shown before the words that chose the paragraph."""


@dataclass(frozen=True, slots=True)
class Peek:
    """The paragraph that matters."""

    index: int
    number: int | None
    text: str
    """The whole paragraph."""
    excerpt: str
    """From the sentence that matters on."""


def wanted(citing: Cable, index: int | None, cable_id: str, mentions: Sequence[Mention]) -> dict[str, float]:
    """Return what to look for, with its weight: the title the reference has, names and words around it.

    ``index`` is the position of the citing paragraph; None stands for every paragraph that cites it.
    ``mentions`` are those of the citing cable.
    """
    found: dict[str, float] = {}

    def want(texts: Iterable[str], weight: float) -> None:
        for text in texts:
            if words := " ".join(_words(text)):
                found[words] = max(weight, found.get(words, 0.0))

    places = {mention.index for mention in citing.reference_mentions if cable_id in mention.ids}
    for at in sorted(places if index is None else {index}):
        if at >= len(citing.paragraphs):
            continue
        paragraph = citing.paragraphs[at]
        want((word for word in _words(paragraph.text) if len(word) >= _SHORTEST), _NEARBY)
        start, end = paragraph.source
        names = [m for m in mentions if start <= m.source[0] < end and m.type not in _NO_NAME]
        want((name for mention in names for name in (mention.text, mention.name)), _NAME)
    titles = [item.title for item in citing.references if item.id == cable_id and item.title]
    want((word for title in titles for word in _words(title) if len(word) >= _SHORTEST), _NAME)
    want(titles, _TITLE)
    return found


def peek(cable: Cable, phrases: Mapping[str, float]) -> Peek | None:
    """Return the paragraph of ``cable`` that shares most with ``phrases``, the first of equals.

    What stands in many paragraphs counts little. None when no paragraph shares anything.
    """
    texts = [f" {' '.join(_words(paragraph.text))} " for paragraph in cable.paragraphs]
    shared = [[phrase for phrase in phrases if f" {phrase} " in text] for text in texts]
    often = Counter(phrase for found in shared for phrase in found)
    scores = [sum(phrases[phrase] / often[phrase] for phrase in found) for found in shared]
    best = max(range(len(scores)), key=lambda at: scores[at], default=None)
    if best is None or not scores[best]:
        return None
    paragraph = cable.paragraphs[best]
    rarest = max(shared[best], key=lambda phrase: phrases[phrase] / often[phrase])
    return Peek(best, paragraph.number, paragraph.text, _from(paragraph.text, rarest))


def _from(text: str, phrase: str) -> str:
    """Return ``text`` from the sentence with ``phrase``, as near before it as shows how it goes on."""
    pattern = r"\W+".join(map(re.escape, phrase.split()))
    found = re.search(rf"\b{pattern}\b", text, re.IGNORECASE)
    if found is None or found.start() <= _BEFORE:
        return text
    sentence = max(text.rfind(stop, 0, found.start()) for stop in (". ", "? ", "! ", "\n"))
    if found.start() - sentence > 2 * _BEFORE:
        sentence = text.rfind(" ", 0, found.start() - _BEFORE)
    return "… " + text[sentence + 1 :].lstrip()


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
