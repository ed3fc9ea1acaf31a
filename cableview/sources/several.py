"""A text that holds several whole cables: one document each where the border between them is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cableview.model.cable import Problem
from cableview.model.document import Document

_HEAD = re.compile(
    r"^[ \t]*(?:[ZOPR] ){1,3} {0,3}\d{6}Z [A-Z]{3} \d\d(?:\d\d)?\b(?:[^\n]{0,40}\n\s{0,9}|[ \t]{1,9})"
    r"FM[ \t]+([^\n]+)",
    re.MULTILINE,
)
"""A date-time group with the sender below or behind it."""
_LEVEL = r"(?:UNCLASSIFIED|CONFIDENTIAL|(?:TOP )?SECRET|LIMITED OFFICIAL USE)"
_SPACED = r"(?:C O N F I D E N T I A L|(?:T O P )?S E C R E T)"
_SECTION = r"SEC(?:TION|\.)? "
_CLASSIFIED = re.compile(
    rf"(?:^[ \t]*(?:{_LEVEL}|UNCLAS|{_SPACED})|(?<=\d){_SPACED})[ \t]+"
    rf"(?:{_SECTION}\d{{1,2}} OF \d{{1,2}}[ \t]+)?(?!PAGE|{_SECTION})"
    r"[A-Z][A-Z.'’ /-]{1,60}?[ \t]{1,6}0{0,6}(\d{1,7})\b",
    re.MULTILINE,
)
"""A classification line up to the number of the cable; it may be glued to the last addressee."""
_ID = r"\d\d(?:\d\d)?[A-Z]{3,}"
_FIRST_PAGE = r"[A-Z ]{0,24}PAGE 0?1\b"
_ABOVE = re.compile(
    rf"VZCZC|[ZOPR]{{2}}(?: R[UH][A-Z]+)+|R[UH][A-Z]{{3,}}|DE R|ZN[RY]|{_FIRST_PAGE}|{_LEVEL}$|{_ID}\d+$"
    r"|(?:(?:ACTION|ORIGIN|INFO)[ \t]+)?[A-Z]{1,5}-\d\d|DRAFTED BY|APPROVED BY"
    r"|-{3,}[ \d/]*$|\d\d$|\d{6}[\d /]*$"
)
"""A line that may stand above the date-time group."""
_OPENS = re.compile(rf"^[ \t]*(?:VZCZC|{_FIRST_PAGE}|{_ID}\d+(?:_[a-z])?\s*$)", re.MULTILINE)
"""What only the beginning of a whole cable has."""
_ENDS = re.compile(
    r"(?:^|\n|[.?!)\"”])[ \t]*(?:N{3,5}|(?i:END CABLE TEXT)|[=*#_]{3,}|<< ?END OF DOCUMENT ?>>"
    r"|(?!QUOTE|QTE|TEXT|BEGIN|MESSAGE)[A-Z][A-Z'’-]{2,}#{0,2})\Z"
)
"""The end of a cable: its mark, a rule, or a signature."""
_SITE = rf"(?:^Identifier\s+Created\s+Classification\s+Origin\s+)?^{_ID}0*NUMBER(?:_[a-z])?\s*$"
"""What a site prints above its copy of a cable begins with the id; NUMBER stands for that of the cable."""
_TWO = 2
_FARTHEST = 12_000
"""A classification line stands at most so far below the sender."""
_MOST_ABOVE = 40
_LONGEST_SITE = 1_500
_LONGEST_END = 100


def cables_of(document: Document) -> Iterator[Document]:
    """Yield one document a cable; a text with one cable as it is.

    The border is sure where a header with another sender or number follows the end of a cable, or begins as
    only a whole cable does. Such a header in the middle of a text may be quoted: it stays, and a problem
    says where it is.
    """
    text = document.text
    starts: list[int] = [0]
    problems: list[list[Problem]] = [[]]
    known: set[tuple[str, str]] = set()
    for head, number in _headers(text):
        identity = head[1].strip(), number
        if known and identity not in known:
            border = _first_line(text, head.start(), number)
            if _is_sure(text, border, head.start()):
                starts.append(border)
                problems.append([])
                known.clear()
            else:
                problems[-1].append(_doubt(head, starts[-1]))
        # Every section of a cable has the header again.
        known.add(identity)
    if len(starts) == 1:
        yield replace(document, problems=(*document.problems, *problems[0])) if problems[0] else document
        return
    for part, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        yield replace(
            document,
            name=f"{document.name}#{part + 1}",
            text=text[start:end],
            problems=(*document.problems, *problems[part]),
        )


def _headers(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the date-time group and sender of each header, with the number in its classification line."""
    if text.count("FM ") < _TWO:
        return
    found = [*_HEAD.finditer(text)]
    stops = [*(match.start() for match in found), len(text)]
    for match, stop in zip(found, stops[1:], strict=True):
        line = _CLASSIFIED.search(text, match.end(), min(stop, match.end() + _FARTHEST))
        if line is not None:
            yield match, line[1]


def _first_line(text: str, position: int, number: str) -> int:
    """Return where the cable of that number begins whose date-time group stands at ``position``."""
    start = position
    for _ in range(_MOST_ABOVE):
        end = start
        while end and text[end - 1].isspace():
            end -= 1
        line = text.rfind("\n", 0, end) + 1
        if not end or not _ABOVE.match(text[line:end].lstrip()):
            break
        start = line
    low = max(start - _LONGEST_SITE, 0)
    printed = [*re.finditer(_SITE.replace("NUMBER", number), text[low:start], re.MULTILINE)]
    return low + printed[-1].start() if printed else start


def _is_sure(text: str, border: int, sent: int) -> bool:
    """Tell whether a cable ends before ``border``, or begins there as one that is quoted does not."""
    if _OPENS.search(text, border, sent) is not None:
        return True
    return _ENDS.search(text[max(border - _LONGEST_END, 0) : border].rstrip()) is not None


def _doubt(head: re.Match[str], start: int) -> Problem:
    message = (
        f"Another header stands here, of {head[1].strip()}: a quoted cable, or one for a file of its own."
    )
    return Problem("header", (head.start() - start, head.end() - start), message)
