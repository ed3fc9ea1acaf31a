"""Money and quantities: what stands before and after each number of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.money import may_follow, named, signed, told_after
from cableview.entities.numbers import (
    NO_UNIT,
    NUMBER,
    SCALE_AFTER,
    number_words,
    plain,
    unit_after,
    unit_norm,
    worth,
)
from cableview.entities.tokens import word_after

_COUNTED = re.compile(
    r" (?:(?:[a-z][a-z-]+|[A-Z][A-Za-z]{0,3}-?\d+\w?|[A-Z][a-z]+(?!s )"
    r"|[A-Z][A-Z.]{1,6}) ){0,3}?(?:[A-Za-z][a-z]{2,}(?<!s)s|people"
    r"|personnel|police|troops"
    r"|women|men|children|staff|aircraft|cattle|sheep|dead|wounded)\b"
)
_TIME = re.compile(
    r" (?:[a-z-]+ )?(?:years?|months?|days?|weeks?|hours?|minutes?|seconds?|decades?|times)\b|-year"
    r"| [ap]\.?m\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_COUNT = re.compile(
    r"(?:[(/:#.-]|\b(?:[Rr]efs?|[Pp]aras?|[Pp]aragraphs?|pages?|[Ss]ections?|[Aa]rticles?"
    r"|[Cc]hapters?|No\.|Type|Phase|level|"
    r"aged?|since|until|January|February|March|April|May|June|July|August|September|October|November"
    r"|December) )$"
)
_SERIAL = re.compile(r"\b[A-Z]{3,} $")
_GOES_ON = ("-", "/", ":", ".", ";")
_SERIAL_DIGITS = 3
_BODY = frozenset({"body", "gap", "subject", "heading"})


def _quantity(text: str, match: re.Match[str]) -> Candidate | None:
    start, end = match.span()
    number = match["low"]
    unit = None if match["brief"] else unit_after(text, end, word_after(text, end))
    if unit:
        return Candidate(start, unit.end(), "QUANTITY", f"{worth(match)} {unit_norm(unit)}", 3)
    thousands = "," in number and not text.startswith(_GOES_ON, end)
    bare_year = not match["scale"] and _YEAR.fullmatch(number)
    counted = not bare_year and text.startswith(" ", end) and _COUNTED.match(text, end)
    if match["brief"] or not (counted or thousands) or _TIME.match(text, end):
        return None
    if thousands and text.endswith("(", 0, start):
        return Candidate(start, end, "QUANTITY", worth(match), 7)
    if _NO_COUNT.search(text, max(0, start - 14), start):
        return None
    if len(number) >= _SERIAL_DIGITS and "," not in number and _SERIAL.search(text, max(0, start - 9), start):
        return None
    return Candidate(start, end, "QUANTITY", worth(match), 7)


def found(context: Context) -> Iterator[Candidate]:
    """Find amounts of money (norm: currency and plain number), measures, and counts of goods or people."""
    text = context.text
    for start, _ in context.numbers:
        segment = context.flat.segment_at(start)
        match = NUMBER.match(text, start) if segment is not None and segment.kind in _BODY else None
        if match is None or segment is None:
            continue
        candidate = signed(context, match, segment.recased) or _told_after(context, match)
        if candidate is not None:
            yield candidate
    for start, end, number in number_words().find(context.where):
        scale = SCALE_AFTER.match(text, end)
        stop = scale.end() if scale else end
        after = word_after(text, stop)
        unit = unit_after(text, stop, after)
        if not unit and not may_follow(after):
            continue
        segment = context.flat.segment_at(start)
        if segment is None or segment.kind not in _BODY:
            continue
        amount = plain(str(number), scale and scale[1])
        money = told_after(context, start, stop, amount, scale is not None) if may_follow(after) else None
        if money:
            yield money
        elif unit and unit[1]:
            yield Candidate(start, unit.end(), "QUANTITY", f"{amount} {unit_norm(unit)}", 3)


def _told_after(context: Context, match: re.Match[str]) -> Candidate | None:
    """Return what the words after the number tell; a comma inside it tells something, too."""
    text, end = context.text, match.end()
    if text.startswith(NO_UNIT, end) and "," not in match["low"]:
        return None
    return named(context, match) or _quantity(text, match)
