"""The Classified By line: the name, the title beside it, and the reasons."""

from __future__ import annotations

import re

from cableview.parse.header.titles import countries, is_symbol, is_title

_LABEL = re.compile(
    r"[\s:.]*(?:\d{1,2}\.\s*)?(?:\(?[UCS]\)?\s+)?(?:(?:THIS|THE) (?:MESSAGE|CABLE|TELEGRAM) (?:IS |WAS )?)?"
    r"C?LASS?I?FI?ED(?:\s+BY)?[\s:]*",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*\((?:U|C|S|SBU|C/NF|S/NF)\)\s*")
_ORDER = r"E\.?\s?O\.?\s*1\d{3,4}|EXECUTIVE ORDER"
_WORD = r"R(?:EA|A|E|AE)S(?:S?ONS?|SN|N|OSN|NOS|ON)S?\b"
_REASON = re.compile(
    rf"\b(?:{_WORD}|REAS?\s*(?=\(?[A-H]\b|$)|{_ORDER}|SECTIONS?\s+1|PARA(?:GRAPH)?S?\s+1|1\s?\.\s?[2-7]\b)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"[\s,;:.()$–-]*\b(?:FOR|FR|PER|UNDER|BASED ON|BY|DUE TO|IN ACCORDANCE WITH|PURSUANT TO|ON|THE|FOLLOWING)"
    r"[\s:]*\Z",
    re.IGNORECASE,
)
_DECLASSIFY = re.compile(r"[\s.,;]*\bDECL(?:ASSIFY)?\b.*", re.IGNORECASE | re.DOTALL)
_SENTENCE = re.compile(r"(?<=[A-Za-z]{3})[.]\s+(?=[A-Z])")
_LETTERS_AFTER = re.compile(r"1\s?\.\s?[2-7]|REAS[A-Z]*[\s:]*(?=\(?[A-H]\b)", re.IGNORECASE)
_LETTERS = re.compile(
    r"(?:[\s(/,&+.;:)\[\]-]|\b(?:AND|OR|[A-H])\b(?!\.[A-Z])|\b1\s?\.\s?[2-7])*", re.IGNORECASE
)
_LETTER = re.compile(r"\b[A-Ha-h]\b")
_TOGETHER = re.compile(r"[\s(/]*\(?([A-H]{2,3})\)", re.IGNORECASE)
_BROKEN = frozenset(("REASON", "REASONS", "AND", "FOR", "PER", "UNDER", "CLASSIFIED"))
_PARENTHESES = re.compile(r"\s*\([^()]{1,24}\)\s*")
_SUFFIX = re.compile(r"(?:JR|SR|II|III|IV)\.?", re.IGNORECASE)
_CHARGE = re.compile(
    r"\bCHARG[EÉ]S?,?\s*D[',’]?\s*AFF?AIRE?S?\b(?:,?\s*\(?A\.?\s?I\b\.?\)?)?(?=[\s,:.]|$)", re.IGNORECASE
)
_PARTS = re.compile(r"[,;:]\s*|\s+-+\s+|(?<=[a-z])\.\s+(?=[A-Z][a-z])")
_DOTTED_TITLE = re.compile(
    r"\b(Amb|Dr|Mr|Mrs|Ms|Dir|Dep|Asst|Col|Gen|Couns|Min|Pol|Econ)\.(?=\s)", re.IGNORECASE
)
_WIDTH = 70
"""Drafting software cut lines behind column 71, wherever in a word that fell."""
_PREPOSITIONS = frozenset(("TO", "FOR", "IN", "OF", "AT"))


def unwrap(line_start: int, text: str, start: int, end: int) -> str:
    """Return the value ``text[start:end]`` as one line; ``line_start`` is where its first line begins.

    A word cut at the line's last column is put together; where the cut fell on a blank, the blank stands at
    the beginning of the next line.
    """
    lines = text[start:end].split("\n")
    joined = lines[0].rstrip()
    width = len(joined) + start - line_start
    for line in lines[1:]:
        bare = line.strip()
        if not bare:
            continue
        cut = width >= _WIDTH and line[0] not in " \t" and _is_cut(joined, bare, exact=width == _WIDTH + 1)
        joined += bare if cut else " " + bare
        width = len(line.rstrip())
    return joined


def _is_cut(before: str, after: str, *, exact: bool) -> bool:
    last, first = before.rsplit(None, 1)[-1] if before else "", after.split(None, 1)[0]
    if last[-1:] == "(" or first[0] in ").," or (last[-2:] == "1." and first[0] in "45"):
        return True
    if not (last[-1:].isalpha() and first[0].isalpha()):
        return False
    whole = (last + first).upper().strip(".,:;()")
    return exact or whole in _BROKEN or (len(whole) > 5 and is_title(whole) and not is_title(last))


def split_reasons(value: str) -> tuple[str, tuple[str, ...]]:
    """Return (name with title, reason letters in lower case) of an unwrapped Classified By value."""
    value = _strip_labels(value)
    cut = _REASON.search(value)
    if cut is not None:
        return _strip_end(_strip_leading(value[: cut.start()])), _reasons(value[cut.start() :])
    head = _DECLASSIFY.sub("", value)
    return _strip_end(_SENTENCE.split(head, maxsplit=1)[0]), ()


def _strip_labels(value: str) -> str:
    for _ in range(4):
        match = _LABEL.match(value) or _MARK.match(value)
        if match is None:
            break
        value = value[match.end() :]
    return value


def _strip_leading(head: str) -> str:
    """Take ``for``, ``per`` and the like off the end, which lead over to the reasons."""
    for _ in range(3):
        low = max(len(head) - 40, 0)
        match = _LEADING.search(head, low)
        if match is None:
            return head
        head = head[: match.start() + head.startswith(".", match.start())]
    return head


def _strip_end(head: str) -> str:
    head = head.strip(" \t,;:-–($")
    if head.endswith(".") and not _SUFFIX.fullmatch(head.rsplit(None, 1)[-1]):
        head = head.rstrip(". ")
    return head


def _reasons(tail: str) -> tuple[str, ...]:
    place = _LETTERS_AFTER.search(tail)
    position = place.end() if place is not None else 0
    together = _TOGETHER.match(tail, position)
    if together is not None:
        return tuple(dict.fromkeys(together[1].lower()))
    listed = _LETTERS.match(tail, position, position + 80)
    letters = _LETTER.findall(listed[0]) if listed is not None else []
    return tuple(dict.fromkeys(letter.lower() for letter in letters))


def split_name(head: str) -> tuple[str | None, str | None]:
    """Return (name, title): the name is what the words of titles leave over, before, behind or between."""
    if "HARG" in head or "harg" in head:
        head = _CHARGE.sub("Charge d'Affaires ", head)
    if "(" in head or "?" in head:
        head = _PARENTHESES.sub(" ", head).replace(" ? ", " - ")
    if "." in head:
        head = _DOTTED_TITLE.sub(r"\1", head)
    parts = [part.strip() for part in _PARTS.split(head) if part.strip(" .")]
    for index, part in enumerate(parts):
        name, title = _split_part(part)
        if name is None:
            continue
        rest = parts[index + 1 :]
        if rest and (_SUFFIX.fullmatch(rest[0]) or (" " not in name and _is_given(rest[0]))):
            name = f"{name}, {rest.pop(0)}"
        titles = [*parts[:index], *([title] if title else []), *rest]
        return name, ", ".join(titles) or None
    return None, ", ".join(parts) or None


def _is_given(part: str) -> bool:
    """Tell whether what follows ``SURNAME,`` is the given name rather than a title."""
    words = part.split()
    return len(words) <= 2 and not any(is_title(word) for word in words)


def _split_part(part: str) -> tuple[str | None, str | None]:
    words = _split_slashes(part.split())
    flags = [is_title(word) for word in words]
    _mark_places(words, flags)
    if all(flags):
        return None, part
    start = len(flags) - flags[::-1].index(True) if any(flags) else 0
    if start == len(words):
        first = flags.index(True)
        return (" ".join(words[:first]), " ".join(words[first:])) if first else (None, part)
    while len(words) - start > 2 and is_symbol(words[start], words[start + 1]):
        start += 1
    return " ".join(words[start:]), " ".join(words[:start]) or None


def _split_slashes(words: list[str]) -> list[str]:
    """Split ``DCM/Ted`` into title and given name."""
    split: list[str] = []
    for word in words:
        left, slash, right = word.partition("/")
        if slash and right[1:].islower() and right[:1].isupper() and is_title(left) and not is_title(right):
            split.extend((left, right))
        else:
            split.append(word)
    return split


def _mark_places(words: list[str], flags: list[bool]) -> None:
    """Count a place after ``to``, ``for`` or ``of`` into the title, as long as a name is left behind it."""
    for index in range(1, len(words) - 1):
        if flags[index] or not any(flags[:index]):
            continue
        before = words[index - 1].upper()
        known = words[index].upper().strip(",") in countries()
        left = len(words) - index - 1
        if (before in _PREPOSITIONS and (known or left >= 2)) or (before == "AND" and known and left >= 2):
            flags[index] = not (left < 2 and not known)
