"""Where the labelled fields from the classification line to the body begin and end.

Fields stand one a line as a rule, yet any of them may be glued to its neighbour, wrapped, doubled, out of
order or missing, so that lines are read one by one, and inside a line further labels are looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cableview.parse.header.classification import is_caption_line, is_passing_line

MARKS = r"(?:U|C|S|SBU|TS|LOU|[CSU]{1,3}/{1,2}[A-Z/ ,]{2,24}|[CS][ -]NF|C - ENTIRE TEXT)"
"""Portion markings."""

_FORMS = (
    ("eo", "ED", r"E\s?[.,]?\s?O\s?[.,]?:?\s{0,3}(?=1\d{3,5}\b)|DECL:|EXECUTIVE ORDER\s(?=1\d{4})"),
    (
        "tags",
        "TA",
        r"(?:TAGS?|TAS|TGS|TABS|TAGES|TAAGS|TAG S|AGS)[ \t]?[:;,.]|TAGS?[ \t]+(?=[A-Z]{2})",
    ),
    (
        "subject",
        "SU",
        r"(?:S?UBJ(?:ECT)?|SUBJEC|SUBECT|SUJECT|SUBJET|SUBJCT)[ \t]?[:;]|SUBJECT[ \t.-]+(?=\S)",
    ),
    (
        "ref",
        "RA",
        r"(?:A\.[ \t]+(?=REF[ \t]+[A-Z]))?REF(?:S|TELS?|ERENCES?)?[ \t]?(?:\(S\))?[ \t]*"
        r"(?:[:;]|\.(?=\s)|(?=\(?[A-Z][.)]\s|[A-Z]\s+[A-Z0-9]|\d\d\s[A-Z]|[A-Z]{3,}[A-Z .'-]*\s#?\d))",
    ),
    (
        "classified",
        "C(UST",
        r"(?:\(?[UCS]\)?[ \t]+)?(?:THIS (?:MESSAGE|CABLE) (?:IS )?)?CLASS?I?FI?ED[ \t]+BY\b[ \t]*:?",
    ),
    (
        "para",
        "-¶0123456789",
        rf"(?:-[ \t]*)?(?:¶[ \t]*)?(?:\d{{1,3}}[ \t]?(?:\.(?!\d)|\)(?=\s))|\d{{1,3}}(?=[ \t]{{0,3}}\({MARKS}\)))"
        r"|¶[ \t]*\d{1,3}\b",
    ),
    ("rule", "-=_*‐", r"[-=_*‐]{3,}[-=_*‐ ]*(?=\n|\Z)"),
    (
        "class",
        "TSCUN",
        r"(?:T ?O ?P )?(?:S E C R E T|C O N F I D E N T I A L)\b|UNCLAS(?= [A-Z]+\b.*\d{4})|NNNN\b",
    ),
    (
        "banner",
        "SNELFATBM",
        r"(?:SENSITIVE|SIPDIS|NOFORN|NODIS|EXDIS|LIMDIS|STADIS|FOUO|AIDAC|TERREP|FOR OFFICIAL USE|NOT FOR INTERNET)\b"
        r"|THIS IS AN? (?:ACTION (?:REQUEST|CABLE|MESSAGE)|JOINT)|(?:BEGIN )?SUMM?ARY\b|MINIMIZE CONSIDERED",
    ),
)
"""(field or kind of line, the letters it may begin with, its form at the beginning of a line)."""


def _by_initial() -> dict[str, re.Pattern[str]]:
    """First character of a line to the forms that begin with it: most lines are told by that alone."""
    patterns: dict[str, re.Pattern[str]] = {}
    for initial in sorted({letter for _, initials, _ in _FORMS for letter in initials}):
        forms = "|".join(f"(?P<{kind}>{form})" for kind, initials, form in _FORMS if initial in initials)
        patterns[initial] = patterns[initial.lower()] = re.compile(forms, re.IGNORECASE)
    return patterns


_BY_INITIAL = _by_initial()
_BLANKS = " \t\r\f\v\xa0"


def _form_at(text: str, start: int, end: int) -> re.Match[str] | None:
    forms = _BY_INITIAL.get(text[start : start + 1])
    return forms.match(text, start, end) if forms is not None else None


_GLUED = re.compile(
    rf"""(?P<eo>\bE\.?O\.?:?\ ?(?=1\d{{4}}:?\ ?(?:DECL|N/A)))
  | (?P<tags>\b(?:TAGS?|AGS):)
  | (?P<subject>\bS?UBJ(?:ECT)?:)
  | (?P<ref>REF(?:TELS?|S|ERENCES?)?[ ]?(?:\(S\))?[ ]?:|(?<=[ \t])REFS?[ ]+(?=\(?A[.)]\s))
  | (?P<classified>CLASS?I?FIED[ ]BY\b:?)
  | (?P<para>(?<=\s)¶?\d{{1,2}}\.[ ]{{0,2}}(?=\({MARKS}\)))
  | (?P<banner>(?<=\s)(?:SENSITIVE\ BUT\ (?:UNCLAS|\Z|\n|$)|THIS\ IS\ AN\ ACTION\ REQUEST))""",
    re.VERBOSE | re.IGNORECASE,
)
_GLUED_CAPTION = re.compile(r"\bE\.?O\.?:? ?(?=1\d{4})|\b(?:TAGS?|AGS):|\bDECL:|\bS?UBJECT:")
_CORRECTED = re.compile(r"C ?O ?R ?R ?E ?C ?T ?E ?D\s+C ?O ?P ?Y|CORRECTED\b")
_ITEM = re.compile(r"[ \t]*(?:-[ \t]+)?[¶1]?[(\[]?(?:[A-Z]{1,2}|\d{1,2}(?=\)))[.)\]:]", re.IGNORECASE)
_OPEN_ITEM = re.compile(r"(?:[A-Za-z'’,;-]|[A-Z][.)]|\b\d\d)\s*\Z")
_RESUMES = re.compile(r"[ \t]*(?:[A-Z' .-]{0,20}\d{2,7}\b)", re.IGNORECASE)
_REASON = re.compile(r"REAS?O?NS?\b|\b1\.[45]|SONS?\b|ASONS?\b", re.IGNORECASE)
_GAP_LINES = 4
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
        while first < end and self.text[first] in _BLANKS:
            first += 1
        if first == end:
            self.blank = True
            return True
        match = _form_at(self.text, first, end)
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
        for span in self.gap:
            self.layout.loose.append(span)
        self.gap = []
        self.gap_limit = _GAP_LINES
        self.blank = False
        self.current = Piece(kind, start, value, value)
        self.layout.pieces.append(self.current)
        return self._extend(self.current, value, end)

    def _extend(self, piece: Piece, start: int, end: int) -> bool:
        """Give the line's rest to the piece up to a glued label; False when the body starts in it."""
        glued = _GLUED.search(self.text, start, end) if _may_glue(self.text[start:end]) else None
        while glued is not None and piece.field == "classified" and glued.lastgroup in {"ref", "classified"}:
            glued = _GLUED.search(self.text, glued.end(), end)
        if glued is None:
            piece.end = self.layout.end = end
            return True
        piece.end = self.layout.end = glued.start()
        kind = glued.lastgroup or ""
        if kind == "para":
            return False
        if kind == "banner":
            self.gap.append((glued.start(), end))
            self.current = None
            return True
        return self._labelled(kind, glued.start(), glued.end(), end)

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
            glued = _GLUED_CAPTION.search(self.text, start, end)
            if glued is not None:
                if self.text[start : glued.start()].strip():
                    self.gap.append((start, glued.start()))
                found = _GLUED.match(self.text, glued.start(), end) or _form_at(
                    self.text, glued.start(), end
                )
                if found is not None and found.lastgroup in _LABELS:
                    return self._labelled(found.lastgroup, found.start(), found.end(), end)
        self.gap.append((start, end))
        return len(self.gap) <= self.gap_limit and end - start < 300

    def _banner(self, kind: str, start: int, end: int) -> bool:
        piece = self.current
        if piece is not None and piece.field == "tags" and kind == "banner" and not self.blank:
            return self._extend(piece, start, end)
        word = self.text[start : start + 20].lstrip()[:9].upper()
        if kind == "rule" or word.startswith(("SUMM", "BEGIN S", "MINIMIZE")):
            return False
        if piece is None and self.gap_limit > _GAP_LINES:
            return self._caption(start, end)
        self.current = None
        self.gap.append((start, end))
        return len(self.gap) <= max(self.gap_limit, 1)

    def _numbered_item(self, start: int, end: int) -> bool:
        """Take a line that looks like a paragraph but continues a broken-off piece."""
        piece = self.current
        if piece is None or self.blank:
            return False
        if piece.field == "classified":
            number = re.match(r"\s*4\s?\(", self.text[start:end])
            return number is not None and self._extend(piece, start, end)
        return False

    def _continues(self, piece: Piece, start: int, end: int) -> bool:
        """Tell whether an unlabelled line belongs to the piece above it."""
        text, kind = self.text, piece.field
        so_far = text[piece.value : piece.end].strip()
        if kind == "ref":
            return self._continues_ref(so_far, start, end)
        if self.blank:
            if kind == "subject":
                return not so_far
            return kind == "classified" and bool(so_far) and self._resumes_reason(so_far, start, end)
        if kind == "subject":
            return text.count("\n", piece.value, piece.end) < _SUBJECT_LINES and not self._underlined(end)
        if kind == "tags":
            return text.count("\n", piece.value, piece.end) < 8 and _taggish(text[start:end])
        if kind == "eo":
            return len(so_far) < 16 and not any(mark in so_far for mark in ("/", "N A", "20"))
        return not self._underlined(end) or not _REASON.search(so_far)

    def _continues_ref(self, so_far: str, start: int, end: int) -> bool:
        text = self.text
        if _ITEM.match(text, start, end):
            return not text[start : start + 12].lstrip().startswith(("U.S.", "U.N."))
        if not self.blank:
            return not self._underlined(end) and end - start < 160
        if not so_far:
            return _RESUMES.match(text, start, end) is not None
        return _OPEN_ITEM.search(so_far) is not None and _RESUMES.match(text, start, end) is not None

    def _resumes_reason(self, so_far: str, start: int, end: int) -> bool:
        broken = so_far[-1].isalpha() or so_far[-1] in "(,-"
        return broken and _REASON.search(self.text, start, min(end, start + 14)) is not None

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
    """Tell whether an unlabelled line may stand between labelled ones: a caption, or capitals; no sentence."""
    return len(line) < 100 and (not any(letter.islower() for letter in line) or is_caption_line(line))


def _may_glue(rest: str) -> bool:
    """Tell cheaply whether a line's rest can hold another label, so that few lines are searched for one."""
    return (
        ":" in rest
        or "LASS" in rest
        or "lass" in rest
        or "REF" in rest
        or ". (" in rest
        or ".(" in rest
        or ".  (" in rest
        or "ENSITIVE" in rest
        or "ensitive" in rest
        or "action" in rest.lower()
    )


def _taggish(line: str) -> bool:
    words = line.replace(",", " ").split()
    if not words:
        return False
    short = sum(len(word.strip("().;")) <= 6 for word in words)
    return short * 2 >= len(words) or len(words) <= 2
