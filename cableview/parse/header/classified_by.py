"""The Classified By line: the name, the title beside it, and the reasons."""

from __future__ import annotations

import re

from cableview.parse.header.titles import is_office, is_title

_LABEL = re.compile(
    r"[\s:.]*(?:\d{1,2}\.\s*)?(?:\(?[UCS]\)?\s+)?(?:THIS (?:MESSAGE|CABLE|TELEGRAM) (?:IS |WAS )?)?"
    r"CLASS?I?FI?ED(?: BY)?[\s:]*",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*\((?:U|C|S|SBU|C/NF|S/NF)\)\s*")
_REASON = re.compile(
    r"(?:[\s,;:.()–-]+|\b)(?:(?:FOR|FR|PER|UNDER|BASED ON|BY|DUE TO|IN ACCORDANCE WITH|PURSUANT TO|ON)\b[\s:]*)?"
    r"(?:(?:THE\s+)?(?:FOLLOWING\s+)?(?:R[EA]{0,2}A?S[OSN]{1,4}S?\b|REA(?:S)?\s*(?=\(?[A-H]\b|$))|E\.?\s?O\.?\s*1\d{3,4}|EXECUTIVE ORDER"
    r"|SECTIONS?\s+1|PARAGRAPHS?\s+1|PARA\s+1|\$?\\?1\s?\.\s?[2-7]\b)",
    re.IGNORECASE,
)
_DECLASSIFY = re.compile(r"[\s.,;]*\b(?:DECL|DECLASSIFY)\b.*", re.IGNORECASE | re.DOTALL)
_LETTERS_AFTER = re.compile(r"(?:1\s?\.\s?[2-7]|REAS[A-Z]*[\s:]*(?=\(?[A-H]\b))", re.IGNORECASE)
_LETTER = re.compile(
    r"[\s(/,&+.;:\[-]*(?:\bAND\b|\bOR\b|1\s?\.\s?[2-7])?[\s(/,&+.;:\[-]*\b([A-H])\b[\s)\]]*", re.IGNORECASE
)
_RUN_TOGETHER = re.compile(r"[\s(/]*\(?([B-D]{2,3})\)", re.IGNORECASE)
_BROKEN = frozenset(
    (
        "REASON",
        "REASONS",
        "REASONS:",
        "REASON:",
        "AND",
        "FOR",
        "PER",
        "CLASSIFIED",
        "AFFAIRS",
        "POLITICAL",
        "COUNSELOR",
        "ECONOMIC",
    )
)
_PARENTHESES = re.compile(r"\s*\([^()]{1,12}\)\s*")
_SUFFIX = re.compile(r"(?:JR|SR|II|III|IV)\.?", re.IGNORECASE)
_CHARGE = re.compile(
    r"\bCHARG[EÉ][S']*,?\s*D[',’]?\s*AFF?AIRE?S?\b(?:,?\s*\(?A\.?\s*I\.?\)?(?=[\s,:]|$))?", re.IGNORECASE
)
_WIDTH = 70
"""Drafting software cut lines at column 71 wherever that fell."""
_TO_PLACE = frozenset(("TO", "FOR", "IN", "OF", "AT"))


def unwrap(line_start: int, text: str, start: int, end: int) -> str:
    """Return the value ``text[start:end]`` as one line; ``line_start`` is where its first line begins.

    A word cut at the line's last column is put together; a blank that the cut took stands before the next.
    """
    lines = text[start:end].split("\n")
    joined = lines[0].rstrip()
    width = len(joined) + start - line_start
    for line in lines[1:]:
        bare = line.strip()
        if not bare:
            continue
        whole = (
            width >= _WIDTH and line[:1] not in " \t" and _one_word(joined, bare, exact=width == _WIDTH + 1)
        )
        joined += bare if whole else " " + bare
        width = len(line.rstrip())
    return joined


def _one_word(before: str, after: str, *, exact: bool) -> bool:
    last, first = before.rsplit(None, 1)[-1] if before else "", after.split(None, 1)[0]
    if last[-1:] == "(" or first[:1] in ").," or re.fullmatch(r"1\.?|[$(]1\.", last) and first[:1] in ".45":
        return True
    if not (last[-1:].isalpha() and first[:1].isalpha()):
        return False
    whole = (last + first).upper().strip(".,:;()")
    return exact or whole in _BROKEN or (len(whole) > 5 and is_title(whole) and not is_title(last))


def split_reasons(value: str) -> tuple[str, tuple[str, ...]]:
    """Return (name with title, reason letters in lower case) of an unwrapped Classified By value."""
    label = _LABEL.match(value)
    while label is not None:
        value = value[label.end() :]
        label = _LABEL.match(value)
    mark = _MARK.match(value)
    if mark is not None:
        value = value[mark.end() :]
        again = _LABEL.match(value)
        value = value[again.end() :] if again is not None else value
    cut = _REASON.search(value)
    head = (
        value[: cut.start()]
        if cut is not None
        else _DECLASSIFY.sub("", value).split(". ")[0]
        if ". " in value and not re.search(r"\b[A-Z]\. ", value)
        else value
    )
    return head.strip(" \t.,;:-–"), _reasons(value[cut.start() :]) if cut is not None else ()


def _reasons(tail: str) -> tuple[str, ...]:
    place = _LETTERS_AFTER.search(tail)
    position = place.end() if place is not None else 0
    letters: dict[str, None] = {}
    together = _RUN_TOGETHER.match(tail, position)
    if together is not None:
        return tuple(dict.fromkeys(together[1].lower()))
    while (match := _LETTER.match(tail, position)) is not None:
        letters[match[1].lower()] = None
        position = match.end()
    return tuple(letters)


def split_name(head: str) -> tuple[str | None, str | None]:
    """Return (name, title): the name is what the words of titles leave over, before, behind or between."""
    head = _CHARGE.sub("Charge d'Affaires ", head)
    head = _PARENTHESES.sub(" ", head).replace(" ? ", " - ")
    head = re.sub(r"(?<=[A-Za-z])[:](?=\S)", ": ", head)
    parts = [
        part.strip() for part in re.split(r"[,;:]\s*|\s+-+\s+|(?<=[A-Za-z])-(?=$)", head) if part.strip(" .")
    ]
    for index, part in enumerate(parts):
        name, title = _split_part(part)
        if name is None:
            continue
        rest = parts[index + 1 :]
        if rest and _SUFFIX.fullmatch(rest[0]):
            name = f"{name}, {rest.pop(0)}"
        titles = [*parts[:index], *([title] if title else []), *rest]
        return name, ", ".join(titles) or None
    return (None, ", ".join(parts)) if parts else (None, None)


def _split_part(part: str) -> tuple[str | None, str | None]:
    words = _split_slashes(part.split())
    flags = [is_title(word) for word in words]
    _mark_places(words, flags)
    if all(flags):
        return None, part
    if not any(flags):
        start = 1 if len(words) > 2 and is_office(words[0]) else 0
        return " ".join(words[start:]).rstrip("."), " ".join(words[:start]) or None
    last = len(flags) - 1 - flags[::-1].index(True)
    if last < len(words) - 1:
        start = last + 1
        while len(words) - start > 2 and is_office(words[start]) and len(words[start].strip(".")) > 1:
            start += 1
        return " ".join(words[start:]), " ".join(words[:start])
    first = flags.index(True)
    if first:
        return " ".join(words[:first]), " ".join(words[first:])
    return None, part


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
    """Count the place after ``to``, ``for`` or ``of`` into the title, as long as a name is left behind it."""
    for index, word in enumerate(words[:-1]):
        if word.upper() in _TO_PLACE and not flags[index + 1]:
            rest = len(words) - index - 1
            if rest > 2 and not any(flags[index + 2 :]):
                flags[index + 1] = True
