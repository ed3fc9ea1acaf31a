"""Rules on what follows the message: end marks, release stamps, the site's foot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableview.parse.clean.pages import CLASSIFICATION, LAST_PAGE, STAMP, gap

STAMPED = ("Department of State", "RELEASED IN")
"""One of these is in every stamp of a release, yet seldom in the text of a cable."""
_TAIL = 2000
_LONGEST_STAMP = 400
_STAMP = re.compile(
    rf"{STAMP}|UNCLASSIFIED U\.?S\.? Department of State Case No\.? ?[\w-]{{1,24}}"
    r"(?: Doc No\.? ?\w{1,16})?(?: Date: ?[\d/]{6,10})?"
    r"|RELEASED IN (?:FULL|PART)[^\n]{0,40}(?=\n)"
)
_FOOT = re.compile(r"\n(?=[Ss\xa0FfTtMm])(?i:share this cable|\xa0?facebook|twitter|message attributes)")
_END = re.compile(
    rf"\n[ \t]*(?:N{{3,5}}|(?i:End Cable Text)|BT|#\d{{4}}|{LAST_PAGE}|(?i:page \d{{1,3}}(?: of \d{{1,3}})?)"
    rf"|{CLASSIFICATION}(?://[A-Z]+)*(?: \d{{1,2}})?"
    r"|[>.*#=-]+(?: ?CABLE ENDS ?=*)?|<< ?END OF DOCUMENT ?>>|NOTE BY OC/T[^\n]*"
    r"|(?:\d{2}|\d{4})[A-Z]{3,}\d+ - Classification: [^\n]*)[ \t.]*(?=\n|$)"
)
_BEHIND_NAME = re.compile(rf"[.?!)\"”]\s+[A-Z][A-Z'-]+([ \t]+(?:N{{3,5}}|{CLASSIFICATION}))$")
_MARK_ENDS = ("NNN", "UNCLAS", "IED", "IAL", "SECRET", "USE")
_LONGEST_NAME = 50


def _stamped(text: str) -> bool:
    return "Declassified/Rel" in text or "State Case No" in text or "RELEASED IN" in text


def stamps(text: str) -> Iterator[tuple[int, int, str]]:
    """Release stamps, on every page of a declassified copy: they part the text as page headers do."""
    if _stamped(text):
        for match in _STAMP.finditer(text):
            yield gap(text, match.start(), match.end())


def trailer(text: str) -> Iterator[tuple[int, int, str]]:
    """Everything after the last line of the message: end marks, a last classification, the site's foot."""
    low = max(len(text) - _TAIL, 0)
    tail = text[low:].rstrip()
    size = len(tail)
    if foot := _FOOT.search(tail):
        tail = tail[: foot.start()].rstrip()
    while True:
        stamped = len(tail)
        if _stamped(tail[-_LONGEST_STAMP:]):
            for stamp in _STAMP.finditer(tail):
                stamped = stamp.start() if stamp.end() == len(tail) else stamped
        line = tail.rfind("\n")
        if stamped < len(tail):
            tail = tail[:stamped].rstrip()
        elif line >= 0 and _END.fullmatch(tail, line):
            tail = tail[:line].rstrip()
        else:
            break
    if tail.endswith(_MARK_ENDS) and (behind := _BEHIND_NAME.search(tail, max(len(tail) - _LONGEST_NAME, 0))):
        tail = tail[: behind.start(1)]
    if len(tail) < size:
        yield low + len(tail), len(text), ""
