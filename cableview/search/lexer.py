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


@dataclass(frozen=True, slots=True)
class Token:
    """``kind``: phrase, open, close, or, not, and, field or chunk."""

    kind: str
    text: str
    complete: bool = True
    """False for a phrase without its closing quote, and for a chunk at the very end of the query."""


_WORDS = {"OR": "or", "NOT": "not", "AND": "and"}


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of ``text`` from left to right."""
    text = text.translate(_QUOTES)
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "space":
            continue
        if kind in ("phrase", "end"):
            yield Token("phrase", match["phrase"], complete=bool(match["end"]))
        elif kind == "bar":
            yield Token("or", "|")
        elif kind == "minus":
            yield Token("not", "-")
        elif kind == "chunk":
            chunk = match["chunk"]
            yield Token(_WORDS.get(chunk, "chunk"), chunk, complete=match.end() < len(text))
        else:
            yield Token(kind, match[kind])
