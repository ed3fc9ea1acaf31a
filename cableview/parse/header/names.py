"""The name in a Classified By line, told from the titles before, behind or around it."""

from __future__ import annotations

import re
from functools import lru_cache

from cableview.parse.header.titles import countries, is_surname_too, is_symbol, is_title
from cableview.parse.stations import longest_at

SUFFIX = re.compile(r"(?:JR|SR|II|III|IV)\.?", re.IGNORECASE)
_PARENTHESES = re.compile(r"\s*\([^()]{1,24}\)?(?:\s+|\Z)|\s*\([^()]{1,24}\)")
_CHARGE = re.compile(
    r"\bCHARG[EÉ]S?,?\s*D[',’`]?\s*AFF?AI?RE?I?E?S?\b(?:,?\s*\(?A\.?\s?I\b\.?\)?)?(?=[\s,:.]|$)",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"[,;:.\s](?:(?<=[,;:])\s*|(?<=\s)\s*-+\s+|(?<=[a-z]\.)(?<!\bSt\.)(?<!\bWm\.)\s+(?=[A-Z][a-z]))"
)
"""The first characters of all forms stand in front, so that other characters are soon passed over."""
_DOTTED_TITLE = re.compile(
    r"\b(Amb|Dr|Mr|Mrs|Ms|Dir|Dep|Asst|Col|Gen|Brig|Maj|Capt|Cmdr|Lt|Adm|Rep|Sec|Couns|Min|Pol|Econ)\.(?=\s)",
    re.IGNORECASE,
)
_LONG_DOTTED = re.compile(r"\.(?<=[A-Za-z]{2}\.)(?=\s)")
"""A shortened word; the dots of initials are not worth the search for titles."""
_PREPOSITIONS = frozenset(("TO", "FOR", "IN", "OF", "AT"))
_POSTS = frozenset(
    ("EMBASSY", "CONSULATE", "MISSION", "CONGEN", "PRT", "REO", "RRT", "POST", "AMEMBASSY", "GENERAL")
)
"""Words behind which the name of a place is part of a title."""
_PARTICLES = frozenset(("DE", "DEL", "DI", "DA"))
_GLUED_TITLE = re.compile(r"([A-Z]{3,8}|[A-Z][a-z]{2,})(?=[A-Z][a-z]{2,})")


@lru_cache(maxsize=1024)
def split_name(head: str) -> tuple[str | None, str | None]:
    """Return (name, title): the name is what the words of titles leave over, before, behind or between.

    Cached, as the same few officers of a post classify most of its cables.
    """
    if "HARG" in head or "harg" in head:
        head = _CHARGE.sub("Charge d'Affaires ", head)
    if "(" in head or "?" in head:
        head = _PARENTHESES.sub(" ", head).replace(" ? ", " - ")
    if _LONG_DOTTED.search(head):
        head = _DOTTED_TITLE.sub(r"\1", head)
    parts = [part.strip() for part in _PARTS.split(head) if part.strip(" .")]
    for index, part in enumerate(parts):
        name, title = _split_part(part)
        rest = parts[index + 1 :]
        if name is None or (title and name.upper() in countries() and _has_full_name(rest)):
            continue
        if rest and (SUFFIX.fullmatch(rest[0]) or (" " not in name and _is_given(rest[0]))):
            name = f"{name}, {rest.pop(0)}"
        titles = [*parts[:index], *([title] if title else []), *rest]
        return name, ", ".join(titles) or None
    return None, ", ".join(parts) or None


def _has_full_name(parts: list[str]) -> bool:
    """Tell whether a name of two words follows, so that a country before it is of a title."""
    return any(" " in (_split_part(part)[0] or "") for part in parts)


def _is_given(part: str) -> bool:
    """Tell whether what follows ``SURNAME,`` is the given name rather than a title."""
    words = part.split()
    return len(words) <= 2 and not any(is_title(word) for word in words)


def _split_part(part: str) -> tuple[str | None, str | None]:
    words = _split_glued(part.split())
    flags = [is_title(word) for word in words]
    start, end = 0, len(words)
    if True in flags:
        _mark_places(words, flags)
        _mark_names(words, flags)
        if all(flags):
            return None, part
        start, end = _name_span(flags)
    while end - start > 2 and is_symbol(words[start], words[start + 1]):
        start += 1
    return " ".join(words[start:end]), " ".join((*words[:start], *words[end:])) or None


def _name_span(flags: list[bool]) -> tuple[int, int]:
    """Return the last run of words that are no titles; an earlier one when that is a single word only."""
    runs: list[tuple[int, int]] = []
    for index, flag in enumerate(flags):
        if flag:
            continue
        if runs and runs[-1][1] == index:
            runs[-1] = runs[-1][0], index + 1
        else:
            runs.append((index, index + 1))
    last = runs[-1]
    if last[1] - last[0] == 1:
        return next((run for run in runs if run[1] - run[0] > 1), last)
    return last


def _split_glued(words: list[str]) -> list[str]:
    """Split ``DCM/Ted``, ``Doe/POLCOUNS`` and ``DCMTed`` into title and name."""
    split: list[str] = []
    for word in words:
        if "/" not in word and (word[1:].islower() or word.isupper()):
            split.append(word)
            continue
        left, slash, right = word.partition("/")
        if (
            slash
            and not is_title(word)
            and min(len(left), len(right)) > 1
            and is_title(left) != is_title(right)
        ):
            split.extend((left, right))
            continue
        glued = _GLUED_TITLE.match(word) if not word.isupper() else None
        if glued is not None and is_title(glued[1]) and not is_title(word):
            split.extend((glued[1], word[glued.end() :]))
        else:
            split.append(word)
    return split


def _mark_places(words: list[str], flags: list[bool]) -> None:
    """Count a place after ``to``, ``for`` or ``of`` into the title, as long as a name is left behind it."""
    for index in range(1, len(words) - 1):
        if flags[index] or not any(flags[:index]):
            continue
        before = words[index - 1].upper()
        lead = before in _PREPOSITIONS
        end = _country_end(words, index) if lead or before == "AND" else index
        if end == index and (lead or before in _POSTS):
            post = longest_at(words, index, 3)
            end = post[1] if post is not None and (lead or _is_full_name(words[post[1] :])) else index
        left = len(words) - max(end, index + 1)
        if end > index and (left >= 1 if lead else left >= 2):
            flags[index:end] = [True] * (end - index)
        elif lead and left >= 2:
            flags[index] = True


def _is_full_name(words: list[str]) -> bool:
    """Tell a given name with a surname behind a place from the rest of a name that began as that place."""
    return len(words) > 1 and len(words[0].strip(".")) > 1 and not any(is_title(word) for word in words[:2])


def _country_end(words: list[str], index: int) -> int:
    """Return where the name of a country that starts at ``index`` ends; ``index`` when none does."""
    for end in range(min(len(words) - 1, index + 4), index, -1):
        if " ".join(words[index:end]).upper().strip(",") in countries():
            return end
    return index


def _mark_names(words: list[str], flags: list[bool]) -> None:
    """Take back a surname or a particle right behind a given name: ``Maria de la Cruz``, ``Jane West``."""
    for index in range(1, len(words)):
        if not flags[index] or flags[index - 1]:
            continue
        rest = words[index + 1 :]
        if words[index].upper() in _PARTICLES and rest:
            flags[index] = flags[index + 1] and not is_surname_too(rest[0])
        elif is_surname_too(words[index]):
            flags[index] = not all(SUFFIX.fullmatch(word) for word in rest)
