"""Addressee lines: ``[ROUTE/]NAME[//SYMBOLS//] [PRECEDENCE] [NUMBER]``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from cableview.model.cable import Addressee

_ROUTE = re.compile(r"R[A-Z]{4,8}")
_GLUED_ROUTE = re.compile(r"(?:(?<=[A-Z0-9/]) +|(?<=\d))(?=R[UH][A-Z]{2,7}/[A-Z0-9])")
_PAGE = re.compile(r"[A-Z ]*\bPAGE \d\d\b.*")
_BREAK = "BT"
"""The separator between a message's heading and its text, alone on its line."""
_GLUED_BREAK = " BT"
_LONGEST_PLAIN = 53
_PRECEDENCES = {
    "FLASH": "FLASH",
    "IMMEDIATE": "IMMEDIATE",
    "NIACT": "NIACT IMMEDIATE",
    "PRIORITY": "PRIORITY",
    "PIORITY": "PRIORITY",
    "PRIORTY": "PRIORITY",
    "ROUTINE": "ROUTINE",
}
_PRECEDENCE_WORDS = tuple(f" {word}" for word in _PRECEDENCES)


def read_addressees(value: str) -> tuple[Addressee, ...]:
    """Return the addressees of a TO or INFO value, one a line; XMT lines are posts exempted from the last."""
    found: list[Addressee] = []
    for line in value.split("\n"):
        head, _, last = line.rpartition(" ")
        numbered = last.isdigit() and _is_number(head, last)
        item = _plain(head if numbered else line)
        if item is not None:
            found.append(Addressee(item.name, item.route, item.precedence, last) if numbered else item)
        elif line:
            return _read_oddly_printed(value)
    return tuple(found)


@lru_cache(maxsize=4096)
def _plain(line: str) -> Addressee | None:
    """Read a line without a number and oddities; cached, as the same posts stand in many cables."""
    odd = line.count("/") > 1 or len(line) > _LONGEST_PLAIN or line.startswith("XMT") or "PAGE " in line
    odd = odd or line.endswith(_GLUED_BREAK)
    if odd or line in {"", _BREAK} or line.isdigit() or line != " ".join(line.split()):
        return None
    return Addressee(*_named(line))


def _read_oddly_printed(value: str) -> tuple[Addressee, ...]:
    """Read lines that are glued, broken, indented, or exempt posts from the addressee above."""
    found: list[Addressee] = []
    exempting = False
    for printed in _lines(value):
        line = printed
        if printed.startswith("XMT"):
            exempting = True
            line = printed[3:].lstrip("/ :")
        item = read_addressee(line) if line else None
        if item is None:
            continue
        exempting = exempting and item.route is None
        if exempting and found:
            found[-1] = replace(found[-1], exempt=(*found[-1].exempt, item.name))
        else:
            found.append(item)
    return tuple(found)


def read_addressee(line: str) -> Addressee:
    """Read one addressee; blanks in ``line`` are single."""
    head, _, last = line.rpartition(" ")
    if head and last.isdigit() and _is_number(head, last):
        name, route, precedence = _named(head)
        return Addressee(name, route, precedence, last)
    name, route, precedence = _named(line)
    return Addressee(name, route, precedence)


def _is_number(head: str, digits: str) -> bool:
    """Tell whether digits behind ``head`` are its continuity number; short ones only behind a precedence."""
    size = len(digits)
    return 3 <= size <= 6 or (size < 3 and head.upper().endswith(_PRECEDENCE_WORDS))


def _named(text: str) -> tuple[str, str | None, str | None]:
    """Return (name, route, precedence)."""
    name, precedence, route = text, None, None
    head, _, last = name.rpartition(" ")
    if last.upper() in _PRECEDENCES and head:
        name, precedence = head, _PRECEDENCES[last.upper()]
        head, _, last = name.rpartition(" ")
        if last.upper() == "NIACT" and head:
            name, precedence = head, "NIACT IMMEDIATE"
    first, slash, rest = name.partition("/")
    first, rest = first.rstrip().upper() if text.islower() else first.rstrip(), rest.lstrip()
    if slash and rest[:1].isalnum() and _ROUTE.fullmatch(first) is not None:
        name, route = rest, first
    return name, route, precedence


def _lines(value: str) -> list[str]:
    lines: list[str] = []
    for line in value.split("\n"):
        bare = " ".join(line.split())
        if bare == _BREAK:
            break
        bare = bare.removesuffix(_GLUED_BREAK)
        if not bare:
            continue
        if "PAGE " in bare:
            bare = _PAGE.sub("", bare)
        if bare.count("/") > 1 or len(bare) > 60:
            lines.extend(_GLUED_ROUTE.split(bare))
        elif lines and bare.isdigit() and not lines[-1][-1].isdigit():
            lines[-1] += " " + bare
        elif bare:
            lines.append(bare)
    return lines
