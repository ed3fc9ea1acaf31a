"""What queries should find, by looking at every cable: slow, simple, and apart from the search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from cableview import data
from tests.support.query_world import Item


def tokens(text: str) -> list[str]:
    """Cut a text into words: small letters, no accents, no possessive, no zeros in front."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
        if not unicodedata.combining(letter) and letter not in "\u200b\u00ad"
    )
    plain = re.sub(r"'s\b", "", plain)
    return [re.sub(r"^0+(?=\d)", "", word) for word in re.findall(r"[^\W_]+", plain)]


def parts(item: Item) -> list[list[str]]:
    """Return the words of subject, header, and each paragraph."""
    cable = item.cable
    header: list[str | None] = [cable.id, cable.printed_id, cable.transmission_id, *_sender(item)]
    header += [one.name for one in (*cable.to, *cable.info)]
    header += [cable.passing, cable.classification, *cable.captions, *cable.tags, *cable.tags_printed]
    for reference in cable.references:
        header += [reference.text, reference.id]
    if cable.classified_by:
        header += [cable.classified_by.name, cable.classified_by.title]
    header += [*cable.signers, *dict.fromkeys(p.heading for p in cable.paragraphs)]
    texts = [cable.subject or "", " . ".join(filter(None, header)), *(p.text for p in cable.paragraphs)]
    return [tokens(text) for text in texts]


def _sender(item: Item) -> tuple[str | None, str, str]:
    station = (item.cable.id or "").strip("0123456789")
    return item.cable.sender, station, data.stations()[station]["display"]


@dataclass(frozen=True, slots=True)
class Holds:
    """A condition on a cable, to be joined with ``&``, ``|`` and ``~``."""

    test: Callable[[Item], bool]

    def __and__(self, other: Holds) -> Holds:
        return Holds(lambda item: self.test(item) and other.test(item))

    def __or__(self, other: Holds) -> Holds:
        return Holds(lambda item: self.test(item) or other.test(item))

    def __invert__(self) -> Holds:
        return Holds(lambda item: not self.test(item))


def _places(part: list[str], text: str) -> list[tuple[int, int]]:
    wanted = tokens(text)
    size = len(wanted)
    return [(at, at + size - 1) for at in range(len(part)) if part[at : at + size] == wanted]


def row(text: str) -> Holds:
    """The words stand in a row."""
    return Holds(lambda item: any(_places(part, text) for part in parts(item)))


def start(text: str) -> Holds:
    """Some word begins so."""
    return Holds(lambda item: any(word.startswith(text) for part in parts(item) for word in part))


def same(*texts: str) -> Holds:
    """All stand in one part; ``a|b`` is either."""
    return Holds(
        lambda item: any(
            all(any(_places(part, one) for one in text.split("|")) for text in texts) for part in parts(item)
        )
    )


def near(within: int, *texts: str) -> Holds:
    """Words stand so that the last is at most so many words behind the first."""

    def test(item: Item) -> bool:
        for part in parts(item):
            places = [[at for at, _ in _places(part, text)] for text in texts]
            if any(max(choice) - min(choice) <= within for choice in product(*places)):
                return True
        return False

    return Holds(test)


def _field(text: str | None, wanted: str) -> bool:
    found = tokens(text or "")
    if wanted.endswith("*"):
        return any(word.startswith(wanted[:-1]) for word in found)
    return bool(_places(found, wanted))


def sender(wanted: str) -> Holds:
    return Holds(lambda item: any(_field(text, wanted) for text in _sender(item)))


def to(wanted: str) -> Holds:
    return Holds(lambda i: any(_field(one.name, wanted) for one in (*i.cable.to, *i.cable.info)))


def tag(wanted: str) -> Holds:
    return Holds(lambda i: wanted in i.cable.tags)


def subject(wanted: str) -> Holds:
    return Holds(lambda i: _field(i.cable.subject, wanted))


def level(wanted: str) -> Holds:
    return Holds(lambda i: i.cable.classification == wanted)


def caption(wanted: str) -> Holds:
    return Holds(lambda i: wanted in i.cable.captions)


def sent(first: str, last: str) -> Holds:
    """Sent from one day to another, both as 2007-08-05."""
    return Holds(lambda i: i.cable.sent is not None and first <= f"{i.cable.sent:%Y-%m-%d}" <= last)


def station(wanted: str) -> Holds:
    return Holds(lambda i: (i.cable.id or "").strip("0123456789") == wanted)


def cable(*ids: str) -> Holds:
    """Has one of these ids; ``08BEIJING*`` is any that begins so."""
    return Holds(lambda i: any(_is(i.cable.id or "", one) for one in ids))


def _is(cable_id: str, wanted: str) -> bool:
    return cable_id.startswith(wanted[:-1]) if wanted.endswith("*") else cable_id == wanted


def cites(*ids: str) -> Holds:
    """Points at one of these in its list or in its text; ``08BEIJING*`` at any that begins so."""

    def test(item: Item) -> bool:
        cited = {reference.id for reference in item.cable.references}
        cited.update(one for mention in item.cable.reference_mentions for one in mention.ids)
        known = [one for one in cited if one and one != item.cable.id]
        return any(_is(one, wanted) for one in known for wanted in ids)

    return Holds(test)


SEEN = Holds(lambda i: i.seen)
FLAGGED = Holds(lambda i: i.flagged)
ALL = Holds(lambda _: True)


def decided(*wanted: str) -> Holds:
    return Holds(lambda i: i.decision in wanted)


def code(number: int) -> Holds:
    return Holds(lambda i: number in i.codes)


def batch(number: int) -> Holds:
    return Holds(lambda i: i.batch == number)


def names(name: str) -> Holds:
    return Holds(lambda i: name in i.names)
