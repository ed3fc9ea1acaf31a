"""The block above the classification line: transmission id, DE line, and where FM, TO and INFO stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from cableview.model.cable import Span
from cableview.parse.header.dtg import MONTHS, PRECEDENCES, Dtg, moment
from cableview.parse.years import full_year

_PRINTED_ID = r"\bVZCZC[A-Z]{3}\d{4}\b"
_DE_LINE = r"\bDE (RU?[A-Z]{4,7}|RH[A-Z]{4,7}) #(\d{1,6})(?:/\d\d)? (\d{3})(\d{4})"
_ID = re.compile(_PRINTED_ID)
_DE = re.compile(_DE_LINE)
_REGULAR = re.compile(
    rf"(?:({_PRINTED_ID})\n[ZOPR]{{2}}(?:\s++R[A-Z]++)++\s++({_DE_LINE})\nZN[A-Z] [A-Z]{{5}} ZZ[A-Z]\n)?"
    r"(([ZOPR])(?: [ZOPR])? ([0-9]{2})([0-9]{2})([0-9]{2})Z ([A-Z]{3}) ([0-9]{2}))\n"
    r"(FM ++)[A-Z]{2}[^\n]*+\n(TO ++)(?=[A-Z0-9]{2})"
)
"""The transmission id, or only the date-time group, to TO, as machines set it and most copies keep it."""

_NUMBERS = {f"{number:02d}": number for number in range(100)}
"""Looking up two digits costs far less than reading them as a number."""


class _Label(NamedTuple):
    """How a label is found: fast, at the beginning of a line, and indented or glued to what stands before."""

    word: str
    at_line: re.Pattern[str]
    glued: re.Pattern[str]


_NAME = r"(?=(?:R[UH][A-Z]{3,7}/)?[A-Z]{3,})"
_FM = _Label("\nFM", re.compile(r"[ \t]*FM:?[ \t]+(?=[A-Z]{2})"), re.compile(r"\bFM +(?=[A-Z]{2})"))
_INDENTED = r"\n[ \t]+{}:?[ \t]+(?=[A-Z0-9]{{2}})"
_TO = _Label(
    "\nTO",
    re.compile(r"[ \t]*TO:?[ \t]+(?=[A-Z0-9]{2})"),
    re.compile(rf"{_INDENTED.format('TO')}| TO +{_NAME}"),
)
_INFO = _Label(
    "\nINFO",
    re.compile(r"[ \t]*INFO:?[ \t]+(?=[A-Z0-9]{2})"),
    re.compile(rf"{_INDENTED.format('INFO')}|(?<=[\dA-Z/]) INFO +{_NAME}"),
)
_DISTRIBUTION = re.compile(r"[ \t]*INFO[ \t]+[A-Z]{1,5}-\d\d")


class Transmission(NamedTuple):
    """What stands above the classification line; spans without labels."""

    transmission_id: str | None = None
    id_span: Span | None = None
    route: str | None = None
    """The sender's routing indicator on the DE line."""
    serial: int | None = None
    day: int | None = None
    """Day of the year on the DE line."""
    time: str | None = None
    """HHMM on the DE line."""
    de_span: Span | None = None
    sender: Span | None = None
    to: Span | None = None
    info: Span | None = None


def read_regular(text: str, start: int, end: int) -> tuple[Dtg, Transmission] | None:
    """Read ``text[start:end]`` in one look when it has the regular form; None for any other."""
    match = _REGULAR.match(text, start, end)
    if match is None:
        return None
    found, _, route, serial, day, time, _, precedence, on, hour, minute, month, year, _, _ = match.groups()
    if month not in MONTHS:
        return None
    full = full_year(_NUMBERS[year])
    sent = moment(full, MONTHS[month], _NUMBERS[on], _NUMBERS[hour], _NUMBERS[minute])
    dtg = Dtg(match.span(7), PRECEDENCES[precedence], sent, full)
    sender, to, info = _addresses(text, match.span(14), match.span(15), dtg.span[1], end)
    if found is None:
        return dtg, Transmission(sender=sender, to=to, info=info)
    id_span, de_span = match.span(1), match.span(2)
    number, of_year = int(serial), int(day)
    return dtg, Transmission(found, id_span, route, number, of_year, time, de_span, sender, to, info)


def read_transmission(text: str, start: int, dtg: Span | None, end: int) -> Transmission:
    """Read ``text[start:end]``, which ends where the classification line begins."""
    above = dtg[0] if dtg is not None else end
    at_id, at_de = text.find("VZCZC", start, above), text.find("DE R", start, above)
    found = _ID.search(text, at_id, above) if at_id >= 0 else None
    de = _DE.search(text, at_de, above) if at_de >= 0 else None
    begin = dtg[1] if dtg is not None else start
    at_from = _label(text, _FM, begin, end)
    at_to = _label(text, _TO, at_from[1] if at_from is not None else begin, end)
    sender, to, info = _addresses(text, at_from, at_to, begin, end)
    return Transmission(
        transmission_id=found[0] if found else None,
        id_span=found.span() if found else None,
        route=de[1] if de else None,
        serial=int(de[2]) if de else None,
        day=int(de[3]) if de else None,
        time=de[4] if de else None,
        de_span=de.span() if de else None,
        sender=sender,
        to=to,
        info=info,
    )


def _addresses(
    text: str, at_from: Span | None, at_to: Span | None, start: int, end: int
) -> tuple[Span | None, Span | None, Span | None]:
    """Return the values of FM, TO and INFO, given where the first two labels begin and their values do."""
    after = at_to[1] if at_to is not None else at_from[1] if at_from is not None else start
    at_info = _label(text, _INFO, after, end)
    if at_info is not None and at_from is None and _DISTRIBUTION.match(text, at_info[0]):
        at_info = None
    sender = to = info = None
    if at_from is not None:
        stop = (at_to or at_info or (end, end))[0]
        line = text.find("\n", at_from[1], stop)
        sender = at_from[1], line if line >= 0 else stop
    if at_to is not None:
        to = at_to[1], at_info[0] if at_info is not None else end
    if at_info is not None:
        info = at_info[1], end
    return sender, to, info


def _label(text: str, label: _Label, start: int, end: int) -> Span | None:
    """Return (where the label begins, where its value begins)."""
    position = start - 1 if start == 0 or text[start - 1] == "\n" else text.find(label.word, start, end)
    while position >= start - 1 and position < end:
        match = label.at_line.match(text, position + 1, end)
        if match is not None:
            return position + 1, match.end()
        position = text.find(label.word, position + 1, end)
        if position < 0:
            break
    found = label.glued.search(text, start, end)
    return found.span() if found is not None else None
