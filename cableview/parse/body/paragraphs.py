"""From chosen markers to paragraphs: their text, heading and exact place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cableview.model.cable import Change, Paragraph, Span
from cableview.parse.body.flow import flow, squeezed
from cableview.parse.body.headings import NO_HEADING_ENDS, Heading, find_heading
from cableview.parse.body.markers import Marker
from cableview.parse.body.marking import MARKING, ODD_STARTS, marking_after_label, marking_at, odd_marking_at
from cableview.parse.body.summary import end_of_summary, is_summary_heading
from cableview.parse.working import Working

_RULE_SIGNS = " \t\n-=_*"
_LONGEST_LABEL = 60
"""A marking behind a label such as Begin Summary stands among the first characters."""
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_STRAY = re.compile(r"\n[ \t]*(¶ ?)(?=[0-9A-Za-z])")
_STRAY_MANGLED = re.compile(r"[\n.?!:;\"”)][ \t]*\n[ \t]*(1)(?=\d{1,2}\.[ \t]|[A-Za-z][.)][ \t])")
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_MISREAD_ONE = re.compile(r"[lI|]\.(?= {0,3}\()")
"""A scanner's reading of the number before the first marking."""
_OWN_TITLE = re.compile(rf"[ \t]*([A-Z][^\n.:;,()]{{2,78}}+)\n\s{{0,9}}(?={MARKING})")
_OWN_HEADING = re.compile(
    r"[ \t]*[-=_*]{4}[-=_* \t]*+\n?[ \t]*+([^\s=_*-][^\n]{1,80}?)[ \t]*"
    r"(?:[-=_*]{4,}+[-=_* ]*+|\n[ \t]*[-=_*]{4,}+[-=_* ]*+|)(?:\n|$)"
)


@dataclass(slots=True)
class Draft:
    """What is collected while the paragraphs of one cable are read."""

    working: Working
    paragraphs: list[Paragraph] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Where each paragraph starts in the working text."""
    end: int = 0
    """Where the last paragraph ends in the raw text."""
    changes: list[Change] = field(default_factory=list)
    mangled: bool = False
    narrow: bool = False
    """No line is wide."""
    heading: str | None = None
    heading_source: Span | None = None
    over_summary: bool = False
    """The heading says Summary: it ends with the words End Summary."""

    def put_heading(self, heading: Heading) -> None:
        self.heading = heading.text
        self.heading_source = self.working.to_raw(heading.start, heading.end)
        self.over_summary = is_summary_heading(heading.text)

    def add(
        self,
        start: int,
        body: int,
        content: str,
        *,
        number: int | None = None,
        printed: str | None = None,
        marking: str | None = None,
    ) -> None:
        """Add the paragraph that starts at ``start``, whose words are ``content``, printed at ``body``.

        Nothing is added when there are neither words nor a number, or only the number of an empty paragraph
        once more. No white space ends ``content``.
        """
        end = body + len(content)
        if "¶" in content:
            content = self._drop(body, content, _STRAY, "stray-pilcrow")
        elif self.mangled and "\n" in content:
            content = self._drop(body, content, _STRAY_MANGLED, "mangled-pilcrow")
        if (
            marking is None
            and "(" in content[:_LONGEST_LABEL]
            and (moved := marking_after_label(self.working.text, body))
        ):
            marking = moved[0]
            content = content[: moved[1] - body] + content[moved[2] - body :]
            self.cut("moved-marking", moved[1], moved[2])
        words = flow(content, narrow=self.narrow)
        if not words and (printed is None or self._is_empty_too(number)):
            return
        source = self.working.to_raw(start, end)
        if source[0] < self.end:
            source = (self.end, max(source[1], self.end))
        self.end = source[1]
        self.starts.append(start)
        self.paragraphs.append(
            Paragraph(number, printed, marking, self.heading, words, source, self.heading_source)
        )
        if self.over_summary and end_of_summary(words):
            self.heading, self.heading_source, self.over_summary = None, None, False

    def _is_empty_too(self, number: int | None) -> bool:
        """Tell whether the last paragraph has this number and no words either."""
        return bool(self.paragraphs) and not self.paragraphs[-1].text and self.paragraphs[-1].number == number

    def _drop(self, body: int, content: str, pattern: re.Pattern[str], rule: str) -> str:
        parts, position = [], 0
        for match in pattern.finditer(content):
            self.cut(rule, body + match.start(1), body + match.end(1))
            parts.append(content[position : match.start(1)])
            position = match.end(1)
        return "".join(parts) + content[position:]

    def cut(self, rule: str, start: int, end: int) -> None:
        """Say that ``rule`` leaves out ``text[start:end]``."""
        self.changes.append(Change(rule, self.working.to_raw(start, end)))


def read_numbered(draft: Draft, low: int, high: int, chosen: Sequence[tuple[Marker, int]]) -> None:
    """Add the paragraphs of ``text[low:high]``, and the text before the first.

    ``chosen`` has the markers that start paragraphs, each with its true number.
    """
    text = draft.working.text
    first, number = chosen[0]
    draft.mangled = number != first.number
    _add_opening(draft, low, first.start, below=number)
    stops = [*(marker.start for marker, _ in chosen[1:]), high]
    for (marker, number), stop in zip(chosen, stops, strict=True):
        if number != marker.number:
            digit = marker.start + marker.printed.index("1")
            draft.cut("mangled-pilcrow", digit, digit + 1)
        body, marking = marker.body, marker.marking
        if marking is None and text[body : body + 3].lstrip()[:1] in ODD_STARTS:
            marking, body = odd_marking_at(text, body) or (None, body)
        content = text[body:stop].rstrip()
        if content and (marking is None or content[0] in _RULE_SIGNS) and (own := _own_heading(text, marker)):
            draft.put_heading(Heading(squeezed(own.group(1)), own.start(1), own.end(1)))
            body = own.end()
            if marking is None and (marked := marking_at(text, body)):
                marking, body = marked
            content = text[body:stop].rstrip()
        heading = None
        if stop < high and content and content[-1] not in NO_HEADING_ENDS:
            heading = find_heading(text, body, body + len(content), top=False)
            if heading:
                content = text[body : heading.start].rstrip()
        draft.add(marker.start, body, content, number=number, printed=marker.printed, marking=marking)
        if heading:
            draft.put_heading(heading)


def _own_heading(text: str, marker: Marker) -> re.Match[str] | None:
    """Return the heading between a number and its words: ruled, or a line before the marking."""
    if ruled := _OWN_HEADING.match(text, marker.body):
        return ruled
    return _OWN_TITLE.match(text, marker.body) if marker.marking is None else None


def _add_opening(draft: Draft, low: int, high: int, *, below: int) -> None:
    """Add what stands above the first number, ``below``: headings, and text that has none."""
    text = draft.working.text
    if text[low:high].isspace():
        return
    heading = find_heading(text, low, high, top=True)
    end = heading.start if heading else high
    start = end - len(text[low:end].lstrip())
    chunk = _BLANK.search(text, start, end)
    if chunk and (title := find_heading(text, start, chunk.start(), top=True)) and title.start == start:
        draft.put_heading(title)
        start = chunk.end()
    if _LETTER_OR_DIGIT.search(text, start, end):
        one = _MISREAD_ONE.match(text, start, end) if below == 2 else None
        printed = one.group() if one else None
        words = one.end() if one else start
        marking, body = marking_at(text, words) or (None, words)
        content = text[body:end].rstrip()
        draft.add(start, body, content, number=1 if one else None, printed=printed, marking=marking)
    if heading:
        draft.put_heading(heading)
