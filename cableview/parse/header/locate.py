"""Where the parts of a header stand: classification line, date-time group, addresses, labelled fields."""

from __future__ import annotations

import re
from itertools import repeat
from operator import itemgetter
from string import ascii_lowercase
from typing import NamedTuple

from cableview.model.cable import Span
from cableview.parse.header.classification import ClassLine, find_line
from cableview.parse.header.dtg import Dtg, find_dtg
from cableview.parse.header.labels import MARKS
from cableview.parse.header.layout import Layout, Piece
from cableview.parse.header.segment import segment
from cableview.parse.header.transmission import Transmission, read_regular, read_transmission

_BELOW = re.compile(r"\n(?:E\.O\.|TAGS|SU(?:BJECT|MMARY)|REF:|1\.[ (]|¶)")
"""What stands below the classification line: it is not looked for any further down."""
_RAISED = {ord(letter): letter.upper() for letter in ascii_lowercase}
_FARTHEST = 12_000
"""An addressee list can be long, yet a classification line never stands deeper than this."""
_FARTHEST_BARE = 3_000
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
_CLASSIFIED_PARAGRAPH = re.compile(
    rf"\s*+(?:¶\s?)?+1{{1,2}}+\s?+[.)]?+\s*(?:\({MARKS}\)\s*)?(?:[A-Z ]++- ENTIRE TEXT\.?\s*)?"
    r"((?:THIS (?:MESSAGE|CABLE|TELEGRAM) (?:(?:IS|WAS) )?)?C?LASS?I?FI?ED\s+BY\b\s*:?)",
    re.IGNORECASE,
)
_PARAGRAPH_END = re.compile(r"\n[ \t]*(?:\n|(?:¶\s?)?1?2\s?\.)|\s(?=¶?2\.\s+\()")
LONGEST_CLASSIFIED = 600
_COPY_OPENING = re.compile(r"\s*(?=[SCUOTL])")
_PLACE = itemgetter(1)
_FIELDS = {"eo": "declassify_on", "ref": "references", "classified": "classified_by"}
"""Labels to the fields of a record, where they are not called alike."""
_LONGEST_WORD = 32
_LONGEST_LINE = 240
"""At most so far behind the beginning of a classification line its number ends."""


class Located(NamedTuple):
    """The parts of one header; ``start`` is where it begins, behind site chrome and dump residue."""

    start: int
    line: ClassLine | None
    dtg: Dtg | None
    transmission: Transmission
    layout: Layout


def locate(text: str, start: int) -> Located:
    """Find the parts of the header in ``text``, which begins at ``start``.

    Dump residue may repeat the whole transmission block below a first classification line: the last block
    counts.
    """
    while True:
        limit = _limit(text, start)
        line = find_line(text, start, limit)
        again = text.find("VZCZC", line.span[1], limit) if line is not None else -1
        if again < 0:
            break
        start = again
    if line is not None:
        line = _repeated(text, line, limit)
    stop = line.span[0] if line is not None else limit
    regular = read_regular(text, start, stop) if line is not None else None
    dtg, transmission, stop = (*regular, stop) if regular is not None else _above(text, start, stop, line)
    if line is not None:
        return Located(start, line, dtg, transmission, segment(text, line.span[1], opened=True))
    addressed = dtg is not None or any((transmission.sender, transmission.to, transmission.info))
    layout = segment(text, stop if addressed else start, opened=addressed)
    return Located(start, line, dtg, transmission, layout)


def _above(text: str, start: int, stop: int, line: ClassLine | None) -> tuple[Dtg | None, Transmission, int]:
    """Return what stands above the classification line, and where it ends."""
    dtg = find_dtg(text, start, stop)
    span = dtg.span if dtg is not None else None
    if line is None:
        # The addresses end at a blank line, where nothing else says where they end.
        blank = _BLANK_LINE.search(text, span[1] if span is not None else start, stop)
        stop = blank.start() if blank is not None else stop
    transmission = read_transmission(text, start, span, stop)
    if transmission.sender is None and text[start:stop] != text[start:stop].upper():
        # A copy in small letters: offsets stay, as only letters of ASCII are raised.
        transmission = read_transmission(text[:stop].translate(_RAISED), start, span, stop)
    return dtg, transmission, stop


def locate_copy(text: str, end: int, line: ClassLine) -> Located | None:
    """Return the block from the classification line on when it stands a second time right at ``end``."""
    opening = _COPY_OPENING.match(text, end)
    if line.serial is None or opening is None:
        return None
    position = opening.end()
    second = find_line(text, position, position + _LONGEST_WORD)
    if second is None or second.span[0] != position or not _same(line, second):
        return None
    return Located(position, second, None, Transmission(), segment(text, second.span[1], opened=True))


def classified_paragraph(text: str, end: int) -> Piece | None:
    """Return the Classified By sentence that stands as the first paragraph; it stays one, and is read."""
    match = _CLASSIFIED_PARAGRAPH.match(text, end, end + 400)
    if match is None:
        return None
    last = min(len(text), match.end() + LONGEST_CLASSIFIED)
    stop = _PARAGRAPH_END.search(text, match.end(), last)
    return Piece("classified", match.start(1), match.end(), stop.start() if stop else last)


def _limit(text: str, start: int) -> int:
    below = _BELOW.search(text, start, start + _FARTHEST)
    return below.start() if below is not None else min(len(text), start + _FARTHEST_BARE)


def _repeated(text: str, line: ClassLine, limit: int) -> ClassLine:
    """Return the second of two classification lines that stand above the labelled fields."""
    if line.serial is None or limit - line.span[1] > _FARTHEST_BARE:
        return line
    # Looking for another line is dear, and without the number there is none.
    if text.find(str(line.serial), line.span[1], limit + _LONGEST_LINE) < 0:
        return line
    second = find_line(text, line.span[1], limit)
    return second if second is not None and _same(line, second) else line


def _same(one: ClassLine, other: ClassLine) -> bool:
    return one.serial == other.serial and one.station == other.station


def header_spans(found: Located) -> tuple[tuple[str, Span], ...]:
    """Return (field, span) of everything located, in order of place."""
    above, dtg, line = found.transmission, found.dtg, found.line
    named: list[tuple[str, Span]] = []
    for name, span in (
        ("transmission_id", above.id_span),
        ("transmission", above.de_span),
        ("sent", dtg.span if dtg is not None else None),
        ("from", above.sender),
        ("to", above.to),
        ("info", above.info),
        ("classification", line.span if line is not None else None),
        ("id", line.id_span if line is not None else None),
    ):
        if span is not None:
            named.append((name, span))
    named += zip(repeat("captions"), found.layout.loose)
    named += [(_FIELDS.get(p.field, p.field), (p.value, p.end)) for p in found.layout.pieces]
    named.sort(key=_PLACE)
    return tuple(named)
