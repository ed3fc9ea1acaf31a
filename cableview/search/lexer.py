"""Cut a query into tokens; any text gives some, and nothing is lost but white space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | "(?P<phrase>[^"]*)(?P<end>"?)
  | (?P<open>\()
  | (?P<close>\))
  | (?P<bar>\|)
  | (?P<minus>-)(?=[^\s)|-])
  | (?P<field>[A-Za-z]+):(?=[^\s/:)|])
  | (?P<chunk>[^\s"()|]+)
    """,
    re.VERBOSE,
)
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_WORDS = {"OR": "or", "NOT": "not", "AND": "and"}


@dataclass(frozen=True, slots=True)
class Token:
    """``kind``: phrase, open, close, or, not, and, field or chunk."""

    kind: str
    text: str
    start: int
    end: int
    """Where it stands in the query, with its quotes or its colon."""
    complete: bool = True
    """False for a phrase without its closing quote, and for a chunk at the very end of the query."""


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of ``text`` from left to right."""
    text = text.translate(_QUOTES)
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "space":
            continue
        place = match.span()
        if kind in ("phrase", "end"):
            yield Token("phrase", match["phrase"], *place, complete=bool(match["end"]))
        elif kind == "bar":
            yield Token("or", "|", *place)
        elif kind == "minus":
            yield Token("not", "-", *place)
        elif kind == "chunk":
            chunk = match["chunk"]
            yield Token(_WORDS.get(chunk, "chunk"), chunk, *place, complete=match.end() < len(text))
        else:
            yield Token(kind, match[kind], *place)
