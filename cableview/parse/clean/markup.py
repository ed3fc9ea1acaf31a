"""Rules on what a Markdown converter left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINK = re.compile(r"\[([^\[\]\n]{1,80})(\]\((?:#|https?:)[^()\s]{0,200}\))")
_BOLD = re.compile(r"\*{3,}+|\*(?!\*)|\*\*([^\s*](?:[^*\n]{0,200}[^\s*])?)\*\*(?!\*)")
_HASHES = re.compile(r"#{1,6} +(?=[^\s#])")
_BULLET = re.compile(r"\n([-*] +)(?=¶? ?\d{1,3}\. ?\()")


def links(text: str) -> Iterator[tuple[int, int, str]]:
    """``[PARM](#)``: the brackets and the address go, the words stay where they are."""
    if "](" in text:
        for match in _LINK.finditer(text):
            yield match.start(), match.start(1), ""
            yield match.start(2), match.end(2), ""


def bold(text: str) -> Iterator[tuple[int, int, str]]:
    """``**Summary**``: the asterisks go; a row of them underlines a heading and stays."""
    place = text.find("*")
    while place >= 0:
        match = _BOLD.match(text, place)
        if match and match.group(1):
            yield place, place + 2, ""
            yield match.end() - 2, match.end(), ""
        place = text.find("*", match.end() if match else place + 2)


def hashes(text: str) -> Iterator[tuple[int, int, str]]:
    """``## Summary``: the signs before a heading go."""
    place = text.find("#")
    while place >= 0:
        end = place + 1
        if text[place - 1 : place] == "\n" and (match := _HASHES.match(text, place)):
            end = match.end()
            yield place, end, ""
        place = text.find("#", end)


def bullets(text: str) -> Iterator[tuple[int, int, str]]:
    """A list bullet before the number and marking of every paragraph, the first one first."""
    first = text.find("1. (")
    before = text[max(first - 5, 0) : max(first, 0)]
    if "- " in before or "* " in before:
        for match in _BULLET.finditer(text):
            yield match.start(1), match.end(1), ""
