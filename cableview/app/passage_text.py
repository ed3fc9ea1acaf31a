"""How passages, citations and what is cited together are set in blocks."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content

from cableview.app.messages import FollowReference
from cableview.app.rows import level
from cableview.app.typeset import words
from cableview.app.widgets.blocks import Block
from cableview.app.widgets.side_tab import faint, plain
from cableview.model.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from cableview.store.passages import Passage
    from cableview.store.records import Dating
    from cableview.store.together import Together

HELD, NOT_HELD = "●", "○"


def day(moment: datetime | None) -> str:
    """Return ``7 Jul 2008``."""
    return words.day(moment) if moment else "no date"


def passage_blocks(passages: Iterable[Passage]) -> Iterator[Block]:
    """Set passages under the heads of their cables; Enter goes to the paragraph."""
    for cable_id, group in groupby(passages, key=lambda passage: passage.cable_id):
        items = list(group)
        yield Block(cable_head(items[0]), above=1)
        for item in items:
            there = FollowReference(cable_id, index=item.index or 0)
            yield Block(passage_text(item), there, indent=2)


def cable_head(passage: Passage) -> Content:
    """Return id, date, classification and subject of the cable that a passage is of."""
    colour, letter = level(passage.classification)
    parts: list[Content | str] = [
        plain(f"{letter} ", f"bold $class-{colour}"),
        plain(passage.cable_id, "bold"),
        faint(f"  {day(passage.sent)}"),
    ]
    if passage.subject:
        parts.append(faint(f"  {passage.subject}"))
    return Content.assemble(*parts)


def passage_text(passage: Passage) -> Content:
    """Return the paragraph with its number, and lit in it what it is shown for."""
    if passage.index is None and not passage.lit:
        return faint("Its header names it.")
    text = Content(visible(passage.text))
    for start, end in passage.lit:
        text = text.stylize("$hit-foreground on $hit-background", start, end)
    return Content.assemble(plain(f"{place_of(passage)} ", "bold $primary"), called(passage), text)


def place_of(passage: Passage) -> str:
    """Return where in its cable a passage stands."""
    if passage.index is None:
        return "REF"
    return "¶" if passage.number is None else f"¶{passage.number}"


def called(passage: Passage) -> Content:
    """Return how the citing cable's REF list calls what the passage cites; mostly nothing."""
    name = " ".join(filter(None, (passage.label and f"Ref {passage.label}", passage.title)))
    return Content.assemble(plain(name, "$accent"), "  ") if passage.title else Content("")


def called_blocks(passages: Iterable[Passage], words: int = 220) -> Iterator[Block]:
    """Set what each citer calls the cable, one below the other, so that a clash meets the eye."""
    for number, passage in enumerate(passages):
        if number == 0:
            yield Block(plain("What its citers call it", "bold $primary"), above=1)
        label = f" Ref {passage.label}" if passage.label else ""
        head = Content.assemble(
            plain(passage.cable_id, "bold"),
            faint(f" {place_of(passage)}{label} · {day(passage.sent)}"),
            plain(f"  {passage.title}" if passage.title else "", "bold $accent"),
        )
        said = passage.words(words)
        body = Content.assemble(head, "\n", plain(f"“{said}”")) if passage.index is not None else head
        yield Block(body, FollowReference(passage.cable_id, index=passage.index or 0), indent=2)


def cited_by(count: int) -> str:
    """Say how many cables of the library cite one."""
    return f"cited by {count:,} cable{'s' * (count != 1)}" if count else "no cable of this library cites it"


def standing_text(standing: str) -> Content:
    """Say whether the cable can be older than those that cite it."""
    if standing == "older":
        return faint("Older than the cables that cite it, as it should be")
    if standing == "younger":
        return plain("✗ Its number falls after a cable that cites it: one of them is wrong", "$warning")
    return faint("Whether it is older than its citers cannot be told")


def together_blocks(found: Iterable[Together]) -> Iterator[Block]:
    """Set the cables that are cited together with one; Enter goes there, or to the page of a missing one."""
    for number, item in enumerate(found):
        if number == 0:
            yield Block(plain("Cited together with it", "bold $primary"), above=1)
        often = f"{item.cables} cable{'s' * (item.cables > 1)}"
        if item.paragraphs:
            often += f", {item.paragraphs} paragraph{'s' * (item.paragraphs > 1)}"
        sign = plain(f"{HELD} ", "$success") if item.held else faint(f"{NOT_HELD} ")
        about = item.subject or item.title or ""
        text = Content.assemble(
            sign, plain(item.id, "bold" if item.held else ""), faint(f"  {often}"), plain(f"  {about}")
        )
        yield Block(text, FollowReference(item.id), indent=2)


def dating_text(dating: Dating) -> str:
    """Say when a missing cable must have been sent, and how that is known."""
    basis = "its serial lies between cables held here" if dating.basis == "neighbours" else "by its serial"
    return f"Must be of {span_of(dating)} ({basis})"


def span_of(dating: Dating) -> str:
    """Return the month, or the days between which a missing cable must have been sent."""
    if dating.one_month:
        return f"{dating.earliest:%B %Y}"
    return " to ".join(map(words.day, (dating.earliest, dating.latest)))
