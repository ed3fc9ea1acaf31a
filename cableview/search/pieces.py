"""The smallest pieces of a query: words, ids, and the values of fields, read from its tokens."""

from __future__ import annotations

from cableview.model.query import IdIs, Node, Or, Phrase, Problem, Word
from cableview.search.fields import ALIASES, field_node
from cableview.search.folding import words
from cableview.search.identify import id_start, possible_ids
from cableview.search.lexer import Token, tokens

_MOST_TOKENS = 400
_LONGEST_ID = 5
"""Chunks that an id can be spelt in: a year, a station of three words, a serial."""


class Pieces:
    """The tokens of a query, where reading stands among them, and what was odd so far."""

    def __init__(self, text: str, *, typing: bool) -> None:
        self.text = text
        self.tokens = list(tokens(text))
        self.at = 0
        self.typing = typing
        self.problems: list[Problem] = []
        if len(self.tokens) > _MOST_TOKENS:
            start = self.tokens[_MOST_TOKENS].start
            self.odd(start, len(text), f"Only the first {_MOST_TOKENS} words of a query are used.")
            del self.tokens[_MOST_TOKENS:]

    def odd(self, start: int, end: int, message: str, *, wrong: bool = True) -> None:
        """Note what is odd between two places of the text."""
        self.problems.append(Problem(start, end, message, wrong))

    def next(self) -> Token | None:
        """Return the token where reading stands; None at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def unfinished(self, token: Token) -> bool:
        """Tell whether a token is still being typed."""
        return self.typing and not token.complete and token.kind == "chunk"

    def value(self, name: str, token: Token) -> Node | None:
        """Return what a field asks with this token as its value; several are parted by commas."""
        unfinished = self.unfinished(token)
        several = token.kind == "chunk" and name != "subject"
        texts = [text for text in token.text.split(",") if several and text] or [token.text]
        found: list[Node] = []
        for text in texts:
            node = field_node(name, text, unfinished=unfinished and text is texts[-1])
            if not isinstance(node, str):
                found.append(node)
            elif not unfinished:
                self.odd(token.start, token.end, node)
        return Or(tuple(found)) if len(found) > 1 else found[0] if found else None

    def spelt_out(self, opening: Token) -> Token | None:
        """Return what stands in a parenthesis as one value if it is one id, and go on behind it."""
        for at in range(self.at, min(self.at + _LONGEST_ID + 1, len(self.tokens))):
            if self.tokens[at].kind == "close":
                text = self.text[opening.end : self.tokens[at].start]
                if not possible_ids(text):
                    return None
                self.at = at + 1
                return Token("phrase", text.strip(), opening.start, self.tokens[at].end)
        return None

    def id_ahead(self, token: Token) -> Node | None:
        """Read an id with a year that is spelt in several words, such as ``08 STATE 083144``."""
        if not token.text[:2].isdigit():
            return None
        alone = self.at - (len(words(token.text)) > 1)
        last = min(self.at + _LONGEST_ID - 1, len(self.tokens)) - 1
        for at in range(last, alone - 1, -1):
            if any(part.kind != "chunk" for part in self.tokens[self.at : at + 1]):
                continue
            text = self.text[token.start : self.tokens[at].end]
            ids = possible_ids(text)
            if len(ids) == 1:
                self.at = at + 1
                return Or((IdIs(text, ids), Phrase(tuple(words(text)))))
        return None

    def chunk(self, token: Token) -> Node | None:
        """Return what a token without quotes asks."""
        text = token.text
        unfinished = self.unfinished(token)
        if text[-1] == ":" and text[:-1].lower() in ALIASES:
            if not unfinished:
                self.odd(token.start, token.end, f"{text} needs a value right behind it; it is left out.")
            return None
        found = words(text)
        if not found:
            if not unfinished:
                star = "* needs the beginning of a word before it." if "*" in text else ""
                self.odd(token.start, token.end, star or "There is no word in this; it is left out.")
            return None
        if "*" in (text.rstrip("*") if len(found) == 1 else text):
            message = "* stands for any ending of one word; here it is left out."
            self.odd(token.start, token.end, message)
        if len(found) != 1:
            return Phrase(tuple(found), hyphenated="-" in text)
        ids = possible_ids(text)
        if ids:
            return IdIs(text, ids)
        start = id_start(text.lower()) if unfinished else None
        if start is not None:
            return IdIs(text, (f"{start}*",))
        prefix = text.endswith("*")
        return Word(found[0], prefix=prefix, open=unfinished and not prefix)
