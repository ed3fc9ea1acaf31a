"""What the short words of a paragraph stand for: the cable's own definitions first, then the known jargon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cableview.data import acronyms, tags
from cableview.entities.definitions import spells
from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cableview.app.page import Page
    from cableview.model.cable import Cable
    from cableview.model.mention import Mention

_WORD = re.compile(r"[A-Za-z][A-Za-z/]*[A-Za-z]")
_DEFINED = re.compile(r"""\(["“]?([A-Z][A-Za-z&/-]{1,11})["”]?\)""")
_PLAIN_WORD = 5
"""A word that is not in capitals counts as jargon (``Poloffs``) only from this many letters."""
_LONGEST = 10
"""Words of a long form at most."""


class Meaning(NamedTuple):
    """What a short word stands for."""

    word: str
    meaning: str
    at: int | None = None
    """Position of the paragraph where the cable itself defines it."""


def own_definitions(cable: Cable) -> dict[str, Meaning]:
    """Return what the cable spells out before a short form in brackets: ``Iran Air Transport (IAT)``."""
    found: dict[str, Meaning] = {}
    for index, paragraph in enumerate(cable.paragraphs):
        for match in _DEFINED.finditer(paragraph.text):
            before = paragraph.text[max(0, match.start() - 120) : match.start()]
            words = re.split(r"\s+", re.split(r"[.;:,]\s", before.strip())[-1])[-_LONGEST:]
            longs = (" ".join(words[at:]) for at in range(len(words) - 2, -1, -1))
            long = next((one for one in longs if one[:1] == match[1][:1] and spells(match[1], one)), None)
            if long is not None:
                found.setdefault(match[1], Meaning(match[1], long, index))
    return found


def definitions(
    text: str, mentions: Iterable[Mention], own: dict[str, Meaning] | None = None
) -> tuple[Meaning, ...]:
    """Return the acronyms and cable shorthand in ``text`` with what they mean, in order, each once."""
    named = {m.text: m.name for m in mentions if m.text.isupper() and not m.name.isupper()}
    found: dict[str, Meaning] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        meaning = (own or {}).get(word)
        if meaning is None and (known := named.get(word) or _jargon(word)):
            meaning = Meaning(word, known)
        if meaning is not None:
            found.setdefault(word, _visible(meaning))
    return tuple(found.values())


def _jargon(word: str) -> str | None:
    if not word.isupper() and len(word) < _PLAIN_WORD:
        return None
    upper = word.upper()
    return acronyms().get(upper) or acronyms().get(upper.removesuffix("S"))


def tag_meanings(codes: Iterable[str]) -> tuple[Meaning, ...]:
    """Return the TAGS whose meaning is known."""
    known = ((code, tags()[code]["name"]) for code in codes if code in tags())
    return tuple(_visible(Meaning(code, name)) for code, name in known if name)


def explained(page: Page, index: int, *, card: bool) -> Iterator[tuple[str, tuple[Meaning, ...]]]:
    """Yield (title, meanings) for paragraph ``index``; with ``card``, for the header of the cable too.

    What the cable defines itself comes first.
    """
    cable = page.held.cable
    own = own_definitions(cable)
    text = cable.paragraphs[index].text if index < len(cable.paragraphs) else ""
    found = definitions(text, page.mentions, own)
    yield "As this cable defines it", tuple(one for one in found if one.at is not None)
    if card:
        yield "TAGS", tag_meanings(cable.tags)
        yield "Captions", definitions(" ".join((*cable.captions, cable.subject or "")), (), own)
    yield "Known shorthand", tuple(one for one in found if one.at is None)


def _visible(one: Meaning) -> Meaning:
    return Meaning(visible_line(one.word), visible_line(one.meaning), one.at)
