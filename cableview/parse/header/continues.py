"""Whether a line without a label goes on with the labelled piece above it."""

from __future__ import annotations

import re

from cableview.data import tags as known_tags
from cableview.parse.header.labels import GLUED, may_glue
from cableview.parse.header.layout import LONGEST_LIST, Piece

REASON = re.compile(r"(?=[RAS1])(?:REAS?O?NS?\b|\b1\.[45]|(?<![A-Z])A?SONS?\b)", re.IGNORECASE)
_FOUR = re.compile(r"\s*4\s?(?:\(|[A-H]\b)", re.IGNORECASE)
_LISTED = re.compile(r"\s*\d\)\s")
_WRAPPED_SERIAL = re.compile(r"[ \t]*\d{2,7}\b(?![.)])")
_SINGLE_SPACED = re.compile(r"\S[ \t]*\n[ \t]*\S")
_NAME = re.compile(r"\([^()]*\)?")
_ITEM = re.compile(
    r"[ \t\xa0]*(?:-[ \t]+)?[¶1]?[(\[]?(?:[A-Z]{1,2}|\d{1,2}(?=\)))(?:[.)\]:]|[ \t]+-[ \t]+(?=\S))",
    re.IGNORECASE,
)
_OPEN_ITEM = re.compile(r"(?:[A-Za-z'’,;&/-]|(?:[A-Z]|\b[a-z])[.)\]]|\b\d\d)\s*\Z")
_RESUMES = re.compile(r"[ \t]*(?:[A-Z' .-]{0,20}#?\d{2,7}\b)", re.IGNORECASE)
_MORE_REASONS = re.compile(
    r"[ \t]*(?:[(&,+/]|[45]\s?(?:\(|[A-H]\b)|(?:O\.\s?)?1\d{4}\b|AND\b|OR\b|REAS|1\.[45]|[A-H]\b)",
    re.IGNORECASE,
)
_PASSING = re.compile(r"\b(?:FOR|PASS)\b")
"""What an instruction holds and no list of codes does."""
_BROKEN_OFF = re.compile(r"(?:\b(?:A|AN|AND|AT|BY|FOR|FROM|IN|OF|ON|OR|THE|TO|WITH)|,)\s*\Z", re.IGNORECASE)
_LAST_LETTER = re.compile(r"[ \t]*(?:AND|OR|&|,)[ \t]*\(?[A-H]\)", re.IGNORECASE)
_LONGEST_JUDGED = 1_000
"""So much of a line tells whether it is prose."""
_TAGS_LINES = 8
_TAGS_A_LINE = 30
_TAIL = 600
"""How much of a piece is looked at to tell whether it goes on; no Classified By line is longer."""
_SUBJECT_LINES = 6
_LAST_ITEM = 80
"""So much of a list tells whether its last item is broken off."""
_ABOVE = 600
_FEW_LINES = 12
"""Less text than so many lines does not tell whether all of it is double-spaced."""


def continues(text: str, piece: Piece, start: int, end: int, *, blank: bool) -> bool:
    """Tell whether the unlabelled line ``text[start:end]`` belongs to the piece above it.

    ``blank`` says that a blank line stands between them.
    """
    so_far = text[max(piece.value, piece.end - _TAIL) : piece.end].strip()
    if piece.field == "ref":
        short = piece.end - piece.value < LONGEST_LIST
        return short and _continues_ref(text, so_far, start, end, blank=blank)
    if piece.field == "classified":
        short = piece.end - piece.value < _TAIL
        return short and _continues_classified(text, so_far, start, end, blank=blank)
    line = text[start : min(end, start + _LONGEST_JUDGED)]
    if blank or not so_far:
        return _resumes(piece.field, so_far, line)
    if piece.field == "subject":
        few = text.count("\n", piece.value, piece.end) < _SUBJECT_LINES
        return few and not underlined(text, end) and _continues_subject(so_far, line)
    if piece.field == "tags":
        return text.count("\n", piece.value, piece.end) < _TAGS_LINES and _taggish(line)
    return len(so_far) < 16 and not any(mark in so_far for mark in ("/", "N A", "20"))


def continues_numbered(text: str, piece: Piece, start: int, end: int) -> bool:
    """Tell whether a line that begins as a numbered paragraph belongs to the piece right above it."""
    if piece.field == "classified":
        return _FOUR.match(text, start, end) is not None
    if piece.field == "subject":
        open_ended = text[piece.value : piece.end].rstrip().endswith((";", ":", ","))
        return open_ended and _LISTED.match(text, start, end) is not None
    if piece.field == "ref":
        tail = text[max(piece.value, piece.end - _LAST_ITEM) : piece.end]
        wrapped = _WRAPPED_SERIAL.match(text, start, end) is not None
        return tail.rfind("(") > tail.rfind(")") or (wrapped and _OPEN_ITEM.search(tail) is not None)
    return False


def goes_on(text: str, piece: Piece) -> bool:
    """Tell whether what looks like a caption right below the piece is a part of it all the same."""
    if piece.field == "subject":
        return _BROKEN_OFF.search(text, max(piece.value, piece.end - _LAST_ITEM), piece.end) is not None
    return piece.field == "tags"


def is_spacing(text: str, end: int, start: int) -> bool:
    """Tell whether the blank line in ``text[end:start]`` says nothing, as every line has one behind it."""
    above = text[max(start - _ABOVE, 0) : start]
    lone = text.count("\n", end, start) == len("\n\n")
    return lone and above.count("\n") > _FEW_LINES and _SINGLE_SPACED.search(above) is None


def _resumes(field: str, so_far: str, line: str) -> bool:
    """Tell whether a value begins in the line below its label, or goes on behind a page break."""
    if field == "tags":
        words = line.replace(",", " ").upper().split(None, _TAGS_A_LINE)
        judged = words if so_far else words[:1]
        return bool(judged) and all(word in known_tags() for word in judged)
    if field != "subject":
        return False
    return not so_far or (_BROKEN_OFF.search(so_far) is not None and not _turns_to_prose(so_far, line))


def _continues_subject(so_far: str, line: str) -> bool:
    return not _turns_to_prose(so_far, line) or _BROKEN_OFF.search(so_far) is not None


def _continues_ref(text: str, so_far: str, start: int, end: int, *, blank: bool) -> bool:
    if _ITEM.match(text, start, end):
        return not text[start : start + 12].lstrip().startswith(("U.S.", "U.N."))
    resumes = _RESUMES.match(text, start, end) is not None
    if blank:
        return resumes and (not so_far or _OPEN_ITEM.search(so_far) is not None)
    if underlined(text, end) or end - start > 160:
        return False
    return resumes or not _turns_to_prose(so_far, text[start:end])


def _continues_classified(text: str, so_far: str, start: int, end: int, *, blank: bool) -> bool:
    if blank:
        broken = so_far[-1:].isalpha() or so_far[-1:] in tuple("(,-")
        return (broken and REASON.search(text, start, min(end, start + 14)) is not None) or (
            so_far[-1:] == ")" and _LAST_LETTER.match(text, start, end) is not None
        )
    ended = so_far[-1:] in tuple(".)")
    # The reasons end the line, yet looking for them is dear.
    if not (ended or underlined(text, end)) or REASON.search(so_far) is None:
        return True
    return ended and _MORE_REASONS.match(text, start, end) is not None


def underlined(text: str, end: int) -> bool:
    following = text[end + 1 : end + 80].lstrip(" \t")
    return following.startswith(("---", "===", "___", "***", "‐‐‐"))


def _turns_to_prose(so_far: str, line: str) -> bool:
    """Tell whether a line of running text follows a piece in capitals that is not broken off."""
    end = so_far[-40:]
    if line.isupper() or end[-1:] in tuple("-,/:;&") or end != end.upper():
        return False
    glued = GLUED.search(line) if may_glue(line) else None
    own = line[: glued.start()] if glued is not None else line
    return not own.isupper() and sum(letter.islower() for letter in own) * 2 > len(own)


def _taggish(line: str) -> bool:
    glued = GLUED.search(line) if may_glue(line) else None
    own = line[: glued.start()] if glued is not None else line
    words = _NAME.sub(" ", own).replace(",", " ").split()
    short = sum(len(word.strip("().;")) <= 6 for word in words)
    return (short * 2 >= len(words) or len(words) <= 2) and _PASSING.search(line) is None
