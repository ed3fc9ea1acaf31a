"""From a page to its sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from cableview.app.typeset.block import Block
from cableview.app.typeset.card import above_subject, below_subject
from cableview.app.typeset.columns import Columns, columns
from cableview.app.typeset.line import CARD, TAIL, Line, Span
from cableview.app.typeset.lit import lit_string, lit_words
from cableview.app.typeset.paragraphs import heading_rows, margins, shows_heading
from cableview.app.typeset.places import Places
from cableview.app.typeset.raw import changed_spans, raw_blocks
from cableview.app.typeset.sheet import Sheet
from cableview.app.typeset.wrap import wrap
from cableview.model.anchor import paragraph_hash
from cableview.model.headline import sentence_case
from cableview.model.visible import visible, visible_line

if TYPE_CHECKING:
    from cableview.app.page import Page
    from cableview.model.marks import Flag

Find = Callable[[str], tuple[Span, ...]]
"""Finds what is to be lit in a text."""
_BLANK = Line("")
_WITNESS = 20_000
"""So many characters of a cable are enough to tell how its words are written."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is shown, and how."""

    raw: bool = False
    """The raw text instead of the clean one."""
    find: str = ""
    """A string to light wherever it stands, instead of the words of the search."""
    entities: bool = False
    """Underline every entity."""


def typeset(page: Page, width: int, options: Options = Options()) -> Sheet:
    """Set ``page`` in ``width`` cells. Pure, linear in the text's length; rows are made on demand."""
    cable = page.held.cable
    across = columns(cable, width, raw=options.raw)
    find = partial(lit_string, needle=options.find) if options.find else partial(lit_words, words=page.lit)
    flags = _flags_by_paragraph(page)
    blocks = _raw(page, across, find) if options.raw else _clean(page, across, find, flags, options)
    return Sheet(blocks, width, across.air, across.text + across.measure + 1, frozenset(flags))


def _raw(page: Page, across: Columns, find: Find) -> list[Block]:
    cable = page.held.cable
    blocks = []
    for start, block in raw_blocks(cable, page.held.raw, across):
        block.find_marks = partial(changed_spans, cable, start, len(block.text))
        block.find_hits = partial(find, block.text)
        blocks.append(block)
    return blocks


def _clean(
    page: Page, across: Columns, find: Find, flags: dict[int, tuple[Flag, ...]], options: Options
) -> list[Block]:
    cable = page.held.cable
    places = Places(page.held.raw, cable, page.mentions, entities=options.entities)
    blocks = [_card(page, across, find)]
    before = None
    for index, paragraph in enumerate(cable.paragraphs):
        text = visible(paragraph.text)
        pieces = list(wrap(text, across.measure, across.room))
        margin = margins(paragraph.number, paragraph.marking, flags.get(index, ()), across)
        blocks.append(
            Block(
                index,
                text,
                pieces,
                across.text,
                margin,
                heading_rows(paragraph, index, across) if shows_heading(before, paragraph) else (),
                (_BLANK,) * max(1, len(margin) - len(pieces)),
                "text",
                partial(places.marks, index),
                partial(find, text),
                partial(places.links, index),
            )
        )
        before = paragraph
    if cable.signers:
        text = visible_line(", ".join(cable.signers))
        blocks.append(
            Block(
                TAIL,
                text,
                list(wrap(text, across.measure, across.measure)),
                across.text,
                style="signature",
                below=(_BLANK,),
            )
        )
    return blocks


def _card(page: Page, across: Columns, find: Find) -> Block:
    cable = page.held.cable
    witness = " ".join(p.text for p in cable.paragraphs)[:_WITNESS]
    subject = visible_line(sentence_case(cable.subject or "", witness) or "No subject")
    return Block(
        CARD,
        subject,
        list(wrap(subject, across.measure, across.measure)),
        across.text,
        margins(None, cable.subject_marking, (), across),
        (_BLANK, *above_subject(cable, across)),
        below_subject(cable, page.held_ids, across),
        "headline",
        find_hits=partial(find, subject),
    )


def _flags_by_paragraph(page: Page) -> dict[int, tuple[Flag, ...]]:
    """Flags find their paragraph by the hash of its text, the number only chooses between equal ones."""
    if not page.flags:
        return {}
    wanted = {flag.paragraph_hash for flag in page.flags}
    at: dict[str, list[int]] = {}
    for index, paragraph in enumerate(page.held.cable.paragraphs):
        digest = paragraph_hash(paragraph.text)
        if digest in wanted:
            at.setdefault(digest, []).append(index)
    found: dict[int, tuple[Flag, ...]] = {}
    for flag in page.flags:
        candidates = at.get(flag.paragraph_hash, [])
        same = [i for i in candidates if page.held.cable.paragraphs[i].number == flag.paragraph]
        for index in same[:1] or (candidates if len(candidates) == 1 else []):
            found[index] = (*found.get(index, ()), flag)
    return found
