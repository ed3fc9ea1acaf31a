"""Words that print cuts in pieces: ``govern-`` at the end of a line, ``non-proliferation``, ``S E C R E T``.

The pieces stay words of their own; the joined word is one more, so that either is found.
"""

from __future__ import annotations

import re
from itertools import groupby

from cableview.model.query import And, Node, Or, Word

# Both begin with a literal, which the regular expression engine looks for at memory speed.
_HYPHEN = re.compile(r"-(?<=[^\W\d_]-)([^\W\d_]+)")
_SPACED = re.compile(r" [a-z] [a-z] [a-z] [a-z](?: [a-z])*(?![^\W_])")
_BEFORE = re.compile(r"[^\W\d_]+\Z")
_LONGEST = 30
_FEWEST = 4
"""Single letters in a row that make a word."""
_BLANKS = b" " * _FEWEST


def joined_words(text: str) -> list[str]:
    """Return the words that hyphens and blanks between letters cut in pieces; ``text`` is folded."""
    found: dict[str, None] = {}
    for match in _HYPHEN.finditer(text):
        at = match.start()
        before = _BEFORE.search(text[max(0, at - _LONGEST) : at])
        if before is not None:
            found[before[0] + match[1]] = None
    if _has_blanks_between_letters(text):
        for match in _SPACED.finditer(text):
            found[match[0].replace(" ", "")] = None
    return list(found)


def _has_blanks_between_letters(text: str) -> bool:
    """Tell whether every second sign is a blank somewhere: seen in a fifth of the time of a search."""
    signs = text.encode("latin-1", "replace")
    return _BLANKS in signs[::2] or _BLANKS in signs[1::2]


def with_letters_joined(node: Node | None) -> Node | None:
    """Return the query with the word that single letters in a row spell as an alternative to the letters."""
    if not isinstance(node, And):
        return node
    parts: list[Node] = []
    for single, group in groupby(node.nodes, key=_is_letter):
        run = tuple(group)
        if single and len(run) >= _FEWEST:
            word = "".join(part.text for part in run if isinstance(part, Word))
            parts.append(Or((Word(word), And(run))))
        else:
            parts += run
    return And(tuple(parts)) if len(parts) > 1 else parts[0]


def _is_letter(node: Node) -> bool:
    return isinstance(node, Word) and len(node.text) == 1 and node.text.isalpha() and not node.prefix
