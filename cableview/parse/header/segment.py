"""Where the labelled fields from the classification line to the body begin and end.

Fields stand one a line as a rule, yet any of them may be glued to its neighbour, wrapped, doubled, out of
order or missing, so that lines are read one by one, and inside a line further labels are looked for.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cableview.parse.header.classification import LONGEST_CAPTION, is_caption_line, is_passing_line
from cableview.parse.header.continues import REASON, continues, continues_numbered, goes_on, is_spacing
from cableview.parse.header.labels import BLANKS, GLUED, GLUED_CAPTION, form_at, may_glue
from cableview.parse.header.layout import Layout, Piece

_REGULAR = re.compile(
    r"(E\.O\. )(1\d{3,5}\b:? ?(?:DECL:? ?)?[NAX0-9/.]*+ *+)\n++(TAGS:|TAGS +(?=[A-Z]{4}\b))"
    r"([, ]*+[A-Z]{2,5}+(?:[, ]++[A-Z]{2,5}+)*+[, ]*+)\n++(SUBJECT:)[^\n]*+"
)
"""The first three labels in their commonest form; behind the first two, nothing can be another label."""
_CORRECTED = re.compile(r"C ?O ?R ?R ?E ?C ?T ?E ?D\s+C ?O ?P ?Y|CORRECTED\b")
_GAP_LINES = 4
_OPENINGS = ("SUM", "SMM", "BEGIN S", "MINIMIZE")
"""What looks like a caption and opens the body."""
_MOST_PIECES = 40
"""No header has more labels: what is behind is none of it."""
_LONGEST_GLUED = 6_000
"""A line is searched for glued labels no further."""
_BEFORE = ("eo", "tags")
"""Fields in which a subject may begin by a label with a dash."""
_LABELS = frozenset(("eo", "tags", "subject", "ref", "classified"))


def segment(text: str, start: int, *, opened: bool) -> Layout:
    """Split ``text`` from ``start``, right after the classification line, into labelled pieces.

    ``opened`` says that a classification line or transmission block stands before: only then may
    unlabelled lines right at ``start`` be captions and passing instructions.
    """
    return _Reader(text, start, opened=opened).read()


@lru_cache(maxsize=2048)
def _is_plain(line: str) -> bool:
    """Tell whether a line is a caption or passing line and nothing else: no label in it, no correction.

    Cached, as the same lines stand in many cables.
    """
    if line[0] in BLANKS or len(line) >= LONGEST_CAPTION:
        return False
    match = form_at(line, 0, len(line))
    if match is not None and (match.lastgroup != "banner" or line[:9].upper().startswith(_OPENINGS)):
        return False
    return _CORRECTED.search(line) is None and GLUED_CAPTION.search(line) is None


class _Reader:
    """The state of reading line by line; one use."""

    def __init__(self, text: str, start: int, *, opened: bool) -> None:
        self.text = text
        self.layout = Layout(end=start)
        self.position = start
        self.current: Piece | None = None
        self.opened = opened
        self.blank = False
        self.gap: list[tuple[int, int]] = []
        self.gap_limit = 40 if opened else 0
        self.corrected = False

    def read(self) -> Layout:
        text, size = self.text, len(self.text)
        in_header = True
        while in_header and self.position < size:
            start = self.position
            if text[start] == "\n":
                self.blank = True
                self.position += 1
                continue
            end = text.find("\n", start)
            end = end if end >= 0 else size
            self.position = end + 1
            in_header = self._line(start, end)
        if self.gap:
            self._close_gap()
        return self.layout

    def _line(self, start: int, end: int) -> bool:
        """Take one line; False when the body starts at or in it."""
        text, first = self.text, start
        while text[first] in BLANKS:
            first += 1
            if first == end:
                self.blank = True
                return True
        if self.current is None and self.gap_limit > _GAP_LINES:
            if self.corrected:
                self.corrected = ")" not in text[start:end]
                return self._unlabelled(start, end)
            regular = _REGULAR.match(text, start)
            if regular is not None:
                return self._take_regular(regular)
            if text[start - 1] == "\n" and _is_plain(text[start:end]):
                self.gap.append((start, end))
                return len(self.gap) <= self.gap_limit
        match = form_at(text, first, end)
        kind = match.lastgroup if match is not None else None
        if match is None or kind is None:
            return self._unlabelled(start, end)
        return self._formed(match, kind, start, end)

    def _take_regular(self, labels: re.Match[str]) -> bool:
        """Take the E.O., TAGS and SUBJECT lines, which stand as they do in most cables."""
        self._open("eo", *labels.span(1)).end = labels.end(2)
        self._open("tags", *labels.span(3)).end = labels.end(4)
        start, value = labels.span(5)
        self.position = labels.end() + 1
        return self._extend(self._open("subject", start, value), value, labels.end())

    def _formed(self, match: re.Match[str], kind: str, start: int, end: int) -> bool:
        """Take a line that begins with a label, a paragraph marker, a rule, a classification or a caption."""
        if kind in _LABELS and not (kind == "eo" and self._names_reasons(match, end)):
            if len(self.layout.pieces) >= _MOST_PIECES:
                return False
            value = match.end()
            return self._extend(self._open(kind, start, value), value, end)
        if kind == "para":
            return self._numbered_item(start, end)
        if kind in ("rule", "banner"):
            return self._banner(kind, start, end)
        return kind != "class" and self._unlabelled(start, end)

    def _names_reasons(self, match: re.Match[str], end: int) -> bool:
        """Tell whether ``E.O. 12958`` at the beginning of a line leads over to a classifier's reasons."""
        piece = self.current
        if piece is None or piece.field != "classified" or self.blank:
            return False
        return REASON.search(self.text, match.end(), min(end, match.end() + 24)) is not None

    def _open(self, kind: str, start: int, value: int) -> Piece:
        if self.gap:
            self.layout.loose += self.gap
            self.gap = []
        self.gap_limit = _GAP_LINES
        self.blank = False
        self.current = piece = Piece(kind, start, value, value)
        self.layout.pieces.append(piece)
        return piece

    def _extend(self, piece: Piece, start: int, end: int) -> bool:
        """Give the line's rest to the piece and those of labels glued in it; False when the body starts."""
        if not may_glue(self.text[start:end]):
            piece.end = self.layout.end = end
            return True
        for glued in GLUED.finditer(self.text, start, min(end, start + _LONGEST_GLUED)):
            if len(self.layout.pieces) >= _MOST_PIECES:
                break
            kind = glued.lastgroup or ""
            if self._belongs(piece, kind, glued):
                continue
            piece.end = self.layout.end = glued.start()
            if kind == "para":
                return False
            if kind == "banner":
                self.gap.append((glued.start(), end))
                self.current = None
                return True
            piece = self._open(kind, glued.start(), glued.end())
        piece.end = self.layout.end = end
        return True

    def _belongs(self, piece: Piece, kind: str, glued: re.Match[str]) -> bool:
        """Tell whether what looks like a label inside a line is text of the piece."""
        if piece.field == "classified" and kind == "classified":
            return True
        if glued[0][-1] in ":;":
            return False
        return (kind == "tags" and piece.field != "eo") or (kind == "subject" and piece.field not in _BEFORE)

    def _unlabelled(self, start: int, end: int) -> bool:
        piece = self.current
        if piece is not None and continues(
            self.text, piece, start, end, blank=self.blank and not is_spacing(self.text, piece.end, start)
        ):
            self.blank = False
            return self._extend(piece, start, end)
        if piece is None and self.gap_limit > _GAP_LINES:
            return self._caption(start, end)
        self.gap.append((start, end))
        self.current = None
        return len(self.gap) <= self.gap_limit and _between_labels(self.text[start:end])

    def _caption(self, start: int, end: int) -> bool:
        """Take a caption or passing line, before any label; labels may be glued to its end."""
        if _CORRECTED.search(self.text, start, end):
            self.corrected = "(" in self.text[start:end] and ")" not in self.text[start:end]
        else:
            glued = GLUED_CAPTION.search(self.text, start, end)
            if glued is not None:
                if self.text[start : glued.start()].strip():
                    self.gap.append((start, glued.start()))
                found = GLUED.match(self.text, glued.start(), end) or form_at(self.text, glued.start(), end)
                if found is not None and found.lastgroup in _LABELS:
                    piece = self._open(found.lastgroup, found.start(), found.end())
                    return self._extend(piece, found.end(), end)
        self.gap.append((start, end))
        return len(self.gap) <= self.gap_limit and end - start < LONGEST_CAPTION

    def _banner(self, kind: str, start: int, end: int) -> bool:
        piece = self.current
        if piece is not None and kind == "banner" and not self.blank and goes_on(self.text, piece):
            return self._extend(piece, start, end)
        word = self.text[start : start + 20].lstrip()[:9].upper()
        if word.startswith(_OPENINGS):
            return False
        if kind == "banner" and piece is None and self.gap_limit > _GAP_LINES:
            return self._caption(start, end)
        self.current = None
        self.gap.append((start, end))
        return len(self.gap) <= max(self.gap_limit, 1)

    def _numbered_item(self, start: int, end: int) -> bool:
        """Take a line that looks like a paragraph but continues a broken-off piece."""
        piece = self.current
        if piece is None or self.blank or not continues_numbered(self.text, piece, start, end):
            return False
        return self._extend(piece, start, end)

    def _close_gap(self) -> None:
        """Give captions that stand right before the body to the header; other lines belong to the body."""
        before_labels = self.gap_limit > _GAP_LINES
        for start, end in self.gap:
            line = self.text[start:end]
            if not (is_caption_line(line) or (before_labels and self.opened and is_passing_line(line))):
                break
            self.layout.loose.append((start, end))
            self.layout.end = end


def _between_labels(line: str) -> bool:
    """Tell whether an unlabelled line may stand between labelled ones: a caption, capitals; no sentence."""
    return len(line) < 100 and (line == line.upper() or is_caption_line(line))
