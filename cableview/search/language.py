"""The page that explains the query language: shown by the app's help and by the command line."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

LANGUAGE = """\
Words            iran missile                  both, anywhere in the cable
Phrase           "dual use"                    in a row; dual-use is the same
Either           iran OR syria                 a b OR c is a (b OR c)
Without          -iran                         groups and fields too; or NOT
Beginning        prolifer*                     every word that begins so
Group            (iran OR syria) -"red cross"  counts as one
One paragraph    same:(zhang iran OR syria)    in whatever order
Close together   near:(iran missile)           within 10 words; near:3(...): 3

from:beijing     sender; from:hong* by its beginning
station:beijing  the post that the id names
to:state         action and info addressees
tag:PARM         one of the TAGS; tag:PARM,MNUC either
class:s          u, c, s, ts or in full; class:s/nf secret and NOFORN
caption:NODIS    caption or caveat
subject:visit    in the subject; subject:"state visit"
date:2007        2007-08, 2007-08-05, 2007..2008-03, 2007.. and ..2008
after:2007-08    from that day on; before:2007 up to the day before
id:08state83144  the cable itself; id:08state* all that begin so
cites:08state1   cables that cite it; ref: is the same
entity:norinco   cables that name it, as you have corrected the entities
is:unread        read, flagged, decided, undecided
is:relevant      not-relevant, later, hot
code:3           cables with a flag of this code
batch:2          cables of import 2; batch:last of the newest

A field takes a group too: from:(beijing OR "hong kong"), -is:(read OR later).
An id in any spelling goes straight to the cable: 08STATE83144, state 083144,
08-State-83144; when it is not held, ids near it are offered.
A word that finds little, or far less than one spelt nearly alike, is also taken
as misspelt: one edit from 5 letters on, two from 9 on; one of 4 that no cable
has, as a longer one that lost a letter; ids, numbers, quoted and excluded words
and what stands behind a field never. Misspellings in the text are found too.
Case, accents, hyphens, apostrophes do not matter.
Words in the subject come first, then words that stand together, then a subject
with all words but one, then words anywhere. What a text misspells comes below
what is exact there; what is corrected in the query comes last.
"""
"""At most 80 columns. Two blocks of examples, each of which is a query, then text."""
_NARROWEST = 24
"""Columns that a meaning has at least, even if it must begin under its example for that."""


def language_lines(width: int) -> Iterator[str]:
    """Yield the page set in ``width`` columns: what an example means is wrapped under itself."""
    *examples, text = LANGUAGE.rstrip().split("\n\n")
    for block in examples:
        lines = block.split("\n")
        column = meaning_column(lines)
        for line in lines:
            yield from _set_example(line[:column].rstrip(), line[column:], column, width)
        yield ""
    yield from _wrapped(" ".join(text.split("\n")), width, "", "")


def meaning_column(lines: list[str]) -> int:
    """Return at which character of each line of a block its meaning begins."""
    return lines[0].rindex("  ") + 2


def _set_example(example: str, meaning: str, column: int, width: int) -> Iterator[str]:
    column = min(column, width - _NARROWEST)
    if len(example) >= column:
        yield example
        example = ""
    yield from _wrapped(meaning, width, example.ljust(column), " " * column)


def _wrapped(text: str, width: int, first: str, others: str) -> list[str]:
    # Not at hyphens: what is typed stays in one piece.
    return wrap(text, width, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
