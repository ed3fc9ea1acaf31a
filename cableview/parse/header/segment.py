"""Where the labelled fields from the classification line to the body begin and end.

Fields stand one a line as a rule, yet any of them may be glued to its neighbour, wrapped, doubled, out of
order or missing, so that lines are read one by one, and inside a line further labels are looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cableview.parse.header.classification import is_caption_line, is_passing_line
from cableview.parse.header.labels import BLANKS, GLUED, GLUED_CAPTION, form_at, may_glue

_CORRECTED = re.compile(r"C ?O ?R ?R ?E ?C ?T ?E ?D\s+C ?O ?P ?Y|CORRECTED\b")
_ITEM = re.compile(r"[ \t]*(?:-[ \t]+)?[¶1]?[(\[]?(?:[A-Z]{1,2}|\d{1,2}(?=\)))[.)\]:]", re.IGNORECASE)
_OPEN_ITEM = re.compile(r"(?:[A-Za-z'’,;-]|[A-Z][.)]|\b\d\d)\s*\Z")
_RESUMES = re.compile(r"[ \t]*(?:[A-Z' .-]{0,20}\d{2,7}\b)", re.IGNORECASE)
_REASON = re.compile(r"REAS?O?NS?\b|\b1\.[45]|SONS?\b|ASONS?\b", re.IGNORECASE)
_MORE_REASONS = re.compile(r"[ \t]*(?:[(&,+/]|[45]\s?\(|AND\b|OR\b|REAS|1\.[45]|[A-H]\b)", re.IGNORECASE)
_FOUR = re.compile(r"\s*4\s?\(")
_GAP_LINES = 4
_TAGS_LINES = 8
_TAIL = 600
"""How much of a piece is looked at to tell whether it goes on; no Classified By line is longer."""
_SUBJECT_LINES = 6
_LABELS = ("eo", "tags", "subject", "ref", "classified")


@dataclass(slots=True)
class Piece:
    """One labelled stretch: from its label to the end of its value."""

    field: str
    start: int
    value: int
    end: int


@dataclass(slots=True)
class Layout:
    """The pieces in order of place, the unlabelled lines between them, and where the body starts."""

    pieces: list[Piece] = field(default_factory=list)
    loose: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0


def segment(text: str, start: int, *, opened: bool) -> Layout:
    """Split ``text`` from ``start``, right after the classification line, into labelled pieces.

    ``opened`` says that a classification line or transmission block stands before: only then may
    unlabelled lines right at ``start`` be captions and passing instructions.
    """
    return _Reader(text, start, opened=opened).read()


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
        while self.position < size:
            start = self.position
            if text[start] == "\n":
                self.blank = True
                self.position = start + 1
                continue
            end = text.find("\n", start)
            if end < 0:
                end = size
            if not self._line(start, end):
                break
            self.position = end + 1
        self._close_gap()
        return self.layout

    def _line(self, start: int, end: int) -> bool:
        """Take one line; False when the body starts at or in it."""
        first = start
        while first < end and self.text[first] in BLANKS:
            first += 1
        if first == end:
            self.blank = True
            return True
        match = form_at(self.text, first, end)
        kind = match.lastgroup if match is not None else None
        if self.corrected and self.current is None:
            self.corrected = ")" not in self.text[start:end]
            return self._unlabelled(start, end)
        if match is not None and kind in _LABELS:
            return self._labelled(kind, start, match.end(), end)
        if kind in ("para", "class"):
            return kind == "para" and self._numbered_item(start, end)
        if kind in ("rule", "banner"):
            return self._banner(kind, start, end)
        return self._unlabelled(start, end)

    def _labelled(self, kind: str, start: int, value: int, end: int) -> bool:
        return self._extend(self._open(kind, start, value), value, end)

    def _open(self, kind: str, start: int, value: int) -> Piece:
        for span in self.gap:
            self.layout.loose.append(span)
        self.gap = []
        self.gap_limit = _GAP_LINES
        self.blank = False
        self.current = piece = Piece(kind, start, value, value)
        self.layout.pieces.append(piece)
        return piece

    def _extend(self, piece: Piece, start: int, end: int) -> bool:
        """Give the line's rest to the piece and those of labels glued in it; False when the body starts."""
        for glued in GLUED.finditer(self.text, start, end) if may_glue(self.text[start:end]) else ():
            kind = glued.lastgroup or ""
            if piece.field == "classified" and kind in {"ref", "classified"}:
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

    def _unlabelled(self, start: int, end: int) -> bool:
        piece = self.current
        if piece is not None and self._continues(piece, start, end):
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
                    return self._labelled(found.lastgroup, found.start(), found.end(), end)
        self.gap.append((start, end))
        return len(self.gap) <= self.gap_limit and end - start < 300

    def _banner(self, kind: str, start: int, end: int) -> bool:
        piece = self.current
        if piece is not None and piece.field == "tags" and kind == "banner" and not self.blank:
            return self._extend(piece, start, end)
        word = self.text[start : start + 20].lstrip()[:9].upper()
        if word.startswith(("SUMM", "BEGIN S", "MINIMIZE")):
            return False
        if kind == "banner" and piece is None and self.gap_limit > _GAP_LINES:
            return self._caption(start, end)
        self.current = None
        self.gap.append((start, end))
        return len(self.gap) <= max(self.gap_limit, 1)

    def _numbered_item(self, start: int, end: int) -> bool:
        """Take a line that looks like a paragraph but continues a broken-off piece."""
        piece = self.current
        if piece is None or self.blank or piece.field != "classified":
            return False
        return _FOUR.match(self.text, start, end) is not None and self._extend(piece, start, end)

    def _continues(self, piece: Piece, start: int, end: int) -> bool:
        """Tell whether an unlabelled line belongs to the piece above it."""
        so_far = self.text[max(piece.value, piece.end - _TAIL) : piece.end].strip()
        if piece.field == "ref":
            return self._continues_ref(so_far, start, end)
        if piece.field == "classified":
            short = piece.end - piece.value < _TAIL
            return short and self._continues_classified(so_far, start, end)
        if self.blank or not so_far:
            return piece.field == "subject" and not so_far
        line = self.text[start:end]
        if piece.field == "subject":
            few = self.text.count("\n", piece.value, piece.end) < _SUBJECT_LINES
            return few and not self._underlined(end) and not _turns_to_prose(so_far, line)
        if piece.field == "tags":
            return self.text.count("\n", piece.value, piece.end) < _TAGS_LINES and _taggish(line)
        return len(so_far) < 16 and not any(mark in so_far for mark in ("/", "N A", "20"))

    def _continues_ref(self, so_far: str, start: int, end: int) -> bool:
        text = self.text
        if _ITEM.match(text, start, end):
            return not text[start : start + 12].lstrip().startswith(("U.S.", "U.N."))
        resumes = _RESUMES.match(text, start, end) is not None
        if self.blank:
            return resumes and (not so_far or _OPEN_ITEM.search(so_far) is not None)
        if self._underlined(end) or end - start > 160:
            return False
        return resumes or not _turns_to_prose(so_far, text[start:end])

    def _continues_classified(self, so_far: str, start: int, end: int) -> bool:
        reason = _REASON.search(so_far) is not None
        if self.blank:
            broken = so_far[-1:].isalpha() or so_far[-1:] in tuple("(,-")
            return broken and _REASON.search(self.text, start, min(end, start + 14)) is not None
        if reason and so_far[-1:] in tuple(".)"):
            return _MORE_REASONS.match(self.text, start, end) is not None
        return not (reason and self._underlined(end))

    def _underlined(self, end: int) -> bool:
        following = self.text[end + 1 : end + 80].lstrip(" \t")
        return following.startswith(("---", "===", "___", "***", "‐‐‐"))

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


def _turns_to_prose(so_far: str, line: str) -> bool:
    """Tell whether a line of running text follows a piece in capitals that is not broken off."""
    end = so_far[-40:]
    if end[-1:] in tuple("-,/:;&") or end != end.upper():
        return False
    return sum(letter.islower() for letter in line) * 2 > len(line)


def _taggish(line: str) -> bool:
    words = line.replace(",", " ").split()
    if not words:
        return False
    short = sum(len(word.strip("().;")) <= 6 for word in words)
    return short * 2 >= len(words) or len(words) <= 2
