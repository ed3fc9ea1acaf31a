"""Addressee lines: ``[ROUTE/]NAME[//SYMBOLS//] [PRECEDENCE] [NUMBER]``."""

from __future__ import annotations

import re
from dataclasses import replace

from cableview.model.cable import Addressee

_ROUTE = re.compile(r"(?:R[A-Z]{4,8})/(?=[A-Z0-9])")
_GLUED_ROUTE = re.compile(r"(?<=[A-Z0-9/]) +(?=R[UH][A-Z]{2,7}/[A-Z0-9])")
_NUMBER = re.compile(r"\s+(\d{3,6})$")
_PRECEDENCE = re.compile(r"\s+(NIACT IMMEDIATE|NIACT|FLASH|IMMEDIATE|PRIORITY|PIORITY|PRIORTY|ROUTINE)$")
_PAGE = re.compile(r"[A-Z ]*\bPAGE \d\d\b.*")
_SPELLINGS = {"PIORITY": "PRIORITY", "PRIORTY": "PRIORITY", "NIACT": "NIACT IMMEDIATE"}


def read_addressees(value: str) -> tuple[Addressee, ...]:
    """Return the addressees of a TO or INFO value, one a line; XMT lines are posts exempted from the last."""
    found: list[Addressee] = []
    exempting = False
    for line in _lines(value):
        if line.startswith("XMT"):
            exempting = True
            line = line[3:].lstrip("/ :")
        elif exempting and _ROUTE.match(line):
            exempting = False
        if not line:
            continue
        if exempting and found:
            name = read_addressee(line).name
            found[-1] = replace(found[-1], exempt=(*found[-1].exempt, name))
        else:
            found.append(read_addressee(line))
    return tuple(found)


def read_addressee(line: str) -> Addressee:
    """Read one addressee."""
    route = _ROUTE.match(line)
    name = line[route.end() :] if route else line
    number = _NUMBER.search(name)
    if number is not None:
        name = name[: number.start()]
    precedence = _PRECEDENCE.search(name)
    if precedence is not None:
        name = name[: precedence.start()]
    word = precedence[1] if precedence else None
    return Addressee(
        name=name.strip(),
        route=line[: route.end() - 1] if route else None,
        precedence=_SPELLINGS.get(word, word) if word else None,
        number=number[1] if number else None,
    )


def _lines(value: str) -> list[str]:
    lines: list[str] = []
    for line in value.split("\n"):
        bare = " ".join(line.split())
        if not bare:
            continue
        if "PAGE " in bare:
            bare = _PAGE.sub("", bare)
        if bare.count("/") > 1 or len(bare) > 60:
            lines.extend(_GLUED_ROUTE.split(bare))
        elif bare:
            lines.append(bare)
    return lines
