"""From chosen markers to paragraphs: their text, heading and exact place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cableview.model.cable import Change, Paragraph, Span
from cableview.parse.body.flow import flow, squeezed
from cableview.parse.body.headings import Heading, find_heading
from cableview.parse.body.markers import Marker
from cableview.parse.body.marking import MARKING, marking_after_summary, marking_at
from cableview.parse.body.summary import end_of_summary, is_summary_heading
from cableview.parse.working import Working

_RULE_SIGNS = " \t\n-=_*"
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_STRAY = re.compile(r"\n[ \t]*(¶ ?)(?=[0-9A-Za-z])")
_STRAY_MANGLED = re.compile(r"[\n.?!:;\"”)][ \t]*\n[ \t]*(1)(?=\d{1,2}\.[ \t]|[A-Za-z][.)][ \t])")
_BLANK = re.compile(r"\n[ \t]*\n\s*")
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
    changes: list[Change] = field(default_factory=list)
    mangled: bool = False
    heading: str | None = None
    heading_source: Span | None = None

    def put_heading(self, heading: Heading) -> None:
        self.heading = heading.text
        self.heading_source = self.working.to_raw(heading.start, heading.end)

    def add(
        self,
        span: Span,
        body: int,
        *,
        number: int | None = None,
        printed: str | None = None,
        marking: str | None = None,
    ) -> None:
        """Add the paragraph at ``span``, its words from ``body`` on; nothing is added when there are none."""
        start, end = span
        text = self.working.text
        content = text[body:end].rstrip()
        end = body + len(content)
        if "¶" in content:
            content = self._drop(body, content, _STRAY, "stray-pilcrow")
        elif self.mangled and "\n" in content:
            content = self._drop(body, content, _STRAY_MANGLED, "mangled-pilcrow")
        if marking is None and (moved := marking_after_summary(text, body)):
            marking = moved[0]
            content = content[: moved[1] - body] + content[moved[2] - body :]
            self._cut("moved-marking", moved[1], moved[2])
        words = flow(content)
        if not words and printed is None:
            return
        source = self.working.to_raw(start, max(end, body if words else start))
        if self.paragraphs and source[0] < self.paragraphs[-1].source[1]:
            source = (self.paragraphs[-1].source[1], max(source[1], self.paragraphs[-1].source[1]))
        self.starts.append(start)
        self.paragraphs.append(
            Paragraph(number, printed, marking, self.heading, words, source, self.heading_source)
        )
        if is_summary_heading(self.heading) and end_of_summary(words):
            self.heading = self.heading_source = None

    def _drop(self, body: int, content: str, pattern: re.Pattern[str], rule: str) -> str:
        parts, position = [], 0
        for match in pattern.finditer(content):
            self._cut(rule, body + match.start(1), body + match.end(1))
            parts.append(content[position : match.start(1)])
            position = match.end(1)
        return "".join(parts) + content[position:]

    def _cut(self, rule: str, start: int, end: int) -> None:
        self.changes.append(Change(rule, self.working.to_raw(start, end)))


def read_numbered(working: Working, low: int, high: int, markers: list[Marker], numbers: list[int]) -> Draft:
    """Return the paragraphs of ``text[low:high]`` that ``markers`` start, and the text before the first."""
    text = working.text
    draft = Draft(working, mangled=numbers[0] != markers[0].number)
    open_marker: tuple[Marker, int] | None = None
    body = low
    for marker, number in zip(markers, numbers, strict=True):
        heading = find_heading(text, body, marker.start, top=open_marker is None)
        _close(draft, open_marker, body, heading.start if heading else marker.start)
        if heading:
            draft.put_heading(heading)
        body = marker.body
        if own := _own_heading(text, marker):
            draft.put_heading(Heading(squeezed(own.group(1)), own.start(1), own.end(1)))
            body = own.end()
            if marker.marking is None and (marked := marking_at(text, body)):
                marker = marker._replace(marking=marked[0])  # noqa: PLW2901
                body = marked[1]
        open_marker = (marker, number)
        if number != marker.number:
            digit = marker.start + marker.printed.index("1")
            draft.changes.append(Change("mangled-pilcrow", working.to_raw(digit, digit + 1), ""))
    _close(draft, open_marker, body, high)
    return draft


def _own_heading(text: str, marker: Marker) -> re.Match[str] | None:
    """Return the heading between a number and its paragraph: ruled, or a line before the marking."""
    if text[marker.body : marker.body + 1] in _RULE_SIGNS and (
        ruled := _OWN_HEADING.match(text, marker.body)
    ):
        return ruled
    return _OWN_TITLE.match(text, marker.body) if marker.marking is None else None


def _close(draft: Draft, opened: tuple[Marker, int] | None, body: int, end: int) -> None:
    """Add what stands between the last marker, or the top of the body, and ``end``."""
    if opened:
        marker, number = opened
        draft.add((marker.start, end), body, number=number, printed=marker.printed, marking=marker.marking)
        return
    text = draft.working.text
    start = end - len(text[body:end].lstrip())
    chunk = _BLANK.search(text, start, end)
    if chunk and (heading := find_heading(text, start, chunk.start(), top=True)) and heading.start == start:
        draft.put_heading(heading)
        start = chunk.end()
    if _LETTER_OR_DIGIT.search(text, start, end):
        marked = marking_at(text, start)
        draft.add((start, end), marked[1] if marked else start, marking=marked[0] if marked else None)
