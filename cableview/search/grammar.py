"""The query language: text to a ``Query``. All text has a meaning; what is odd is said with its place.

Words must all occur (AND). ``OR`` binds tighter than the AND between words, so ``norinco iran OR syria`` asks
for norinco and one of the two. A chunk such as ``dual-use`` is a phrase of its words. A trailing word without
a blank after it is still being typed.
"""

from __future__ import annotations

from cableview.model.query import And, IdIs, Node, Not, Or, Phrase, Problem, Query, Word
from cableview.search.close import DEFAULT_WITHIN, MOST_WITHIN, together
from cableview.search.describe import describe
from cableview.search.fields import ALIASES, field_node
from cableview.search.folding import words
from cableview.search.identify import id_start, possible_ids
from cableview.search.lexer import Token, tokens
from cableview.search.trees import join

__all__ = ["describe", "parse_query"]

_DEEPEST = 20
_MOST_TOKENS = 400
_LONGEST_ID = 5
"""Chunks that an id can be spelt in: a year, a station of three words, a serial."""
_SMALL = {
    "or": "or is searched as a word; OR in capitals finds either.",
    "and": "and is searched as a word; all words must occur anyway.",
    "not": "not is searched as a word; NOT in capitals, or -word, leaves out.",
}


class _Parser:
    def __init__(self, text: str, *, typing: bool) -> None:
        self._text = text
        self._tokens = list(tokens(text))
        self._at = 0
        self._typing = typing
        self.problems: list[Problem] = []
        if len(self._tokens) > _MOST_TOKENS:
            start = self._tokens[_MOST_TOKENS].start
            self._odd(start, len(text), f"Only the first {_MOST_TOKENS} words of a query are used.")
            del self._tokens[_MOST_TOKENS:]

    def _odd(self, start: int, end: int, message: str, *, wrong: bool = True) -> None:
        self.problems.append(Problem(start, end, message, wrong))

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _unfinished(self, token: Token) -> bool:
        return self._typing and not token.complete and token.kind == "chunk"

    def parse(self) -> Node | None:
        parts: list[Node | None] = []
        while self._next() is not None:
            parts.append(self._group(0, None))
            if (token := self._next()) is not None:
                self._at += 1
                self._odd(token.start, token.end, "This parenthesis was not opened; it is left out.")
        return join(parts)

    def _group(self, depth: int, field: str | None) -> Node | None:
        """Parse up to a closing parenthesis or the end; ``field`` stands in front of the parenthesis."""
        parts: list[Node | None] = []
        waiting: Token | None = None
        while (token := self._next()) is not None and token.kind != "close":
            self._at += 1
            if token.kind in ("or", "and"):
                if not parts or waiting is not None:
                    self._odd(token.start, token.end, f"{token.text} has nothing before it; it is left out.")
                else:
                    waiting = token
                continue
            if field is None and token.text in _SMALL and token.kind == "chunk" and self._next():
                self._odd(token.start, token.end, _SMALL[token.text], wrong=False)
            node = self._item(token, depth, field)
            if waiting is not None and waiting.kind == "or":
                node = _either(parts.pop(), node)
            waiting = None
            parts.append(node)
        if waiting is not None and not (self._typing and self._next() is None):
            self._odd(waiting.start, waiting.end, f"{waiting.text} has nothing behind it; it is left out.")
        return join(parts)

    def _item(  # noqa: PLR0911 - one a kind of token
        self, token: Token, depth: int, field: str | None
    ) -> Node | None:
        if token.kind in ("not", "open") and depth >= _DEEPEST:
            self._odd(token.start, len(self._text), "This is nested too deeply; it is left out from here.")
            self._at = len(self._tokens)
            return None
        if token.kind == "not":
            return self._negation(token, depth, field)
        if token.kind == "open":
            return self._parenthesis(token, depth, field)
        if token.kind == "field":
            return self._field(token, depth)
        if token.kind == "phrase" and not token.complete:
            self._odd(
                token.start, token.end, "The phrase has no closing quote; it runs to the end.", wrong=False
            )
        if field is not None:
            return self._value(field, token)
        if token.kind == "phrase":
            found = words(token.text)
            if not found and token.complete:
                self._odd(token.start, token.end, "There is no word between the quotes.")
            return Phrase(tuple(found)) if found else None
        return self._id_ahead(token) or self._chunk(token)

    def _negation(self, token: Token, depth: int, field: str | None) -> Node | None:
        following = self._next()
        if following is None or following.kind in ("close", "or", "and"):
            if not self._typing or following is not None:
                message = f"{token.text} has nothing behind it; it is left out."
                self._odd(token.start, token.end, message)
            return None
        self._at += 1
        node = self._item(following, depth + 1, field)
        if node is None:
            return None
        return node.node if isinstance(node, Not) else Not(node)

    def _parenthesis(self, token: Token, depth: int, field: str | None) -> Node | None:
        node = self._group(depth + 1, field)
        closing = self._next()
        if closing is None:
            self._odd(
                token.start, token.end, "This parenthesis is not closed; it runs to the end.", wrong=False
            )
            return node
        self._at += 1
        if closing.start == token.end:
            self._odd(token.start, closing.end, "There is nothing between the parentheses.")
        return node

    def _field(self, token: Token, depth: int) -> Node | None:
        name = ALIASES.get(token.text.lower())
        if name is None:
            message = f"There is no field {token.text}; it is searched as a word."
            self._odd(token.start, token.end, message)
            return _unquoted(words(token.text))
        value = self._next()
        if value is None or value.kind not in ("chunk", "phrase", "open"):
            self._odd(token.start, token.end, f"{name}: needs a value; it is left out.")
            return None
        self._at += 1
        if name in ("same", "near"):
            return self._close(token, value, depth)
        if value.kind != "open":
            return self._value(name, value)
        if depth >= _DEEPEST:
            return self._item(value, depth, name)
        spelt = self._spelt_out(value) if name in ("id", "ref") else None
        return self._value(name, spelt) if spelt else self._parenthesis(value, depth, name)

    def _spelt_out(self, opening: Token) -> Token | None:
        """Return what stands in a parenthesis as one value if it is one id, and go on behind it."""
        for at in range(self._at, min(self._at + _LONGEST_ID + 1, len(self._tokens))):
            if self._tokens[at].kind == "close":
                text = self._text[opening.end : self._tokens[at].start]
                if not possible_ids(text):
                    return None
                self._at = at + 1
                return Token("phrase", text.strip(), opening.start, self._tokens[at].end)
        return None

    def _value(self, name: str, token: Token) -> Node | None:
        unfinished = self._unfinished(token)
        several = token.kind == "chunk" and name != "subject"
        texts = [text for text in token.text.split(",") if several and text] or [token.text]
        found: list[Node] = []
        for text in texts:
            node = field_node(name, text, unfinished=unfinished and text is texts[-1])
            if not isinstance(node, str):
                found.append(node)
            elif not unfinished:
                self._odd(token.start, token.end, node)
        return Or(tuple(found)) if len(found) > 1 else found[0] if found else None

    def _close(self, token: Token, value: Token, depth: int) -> Node | None:
        """Read ``same:(...)``, ``near:(...)`` or ``near:5(...)``."""
        name, within = token.text.lower(), None
        if name == "near":
            within = DEFAULT_WITHIN
            opening = self._next()
            if value.kind == "chunk" and _is_number(value.text) and opening and opening.start == value.end:
                within = self._distance(value)
                self._at += 1
                value = opening
        if value.kind != "open":
            if name == "near":
                message = "near: takes words in parentheses, such as near:5(iran missile)."
                self._odd(token.start, value.end, message)
            return self._item(value, depth, None)
        if depth >= _DEEPEST:
            return self._item(value, depth, None)
        node, whole = together(self._parenthesis(value, depth, None), within)
        if not whole:
            message = f"{name}: takes words and phrases; the rest counts for the whole cable."
            self._odd(token.start, self._tokens[self._at - 1].end, message)
        return node

    def _distance(self, value: Token) -> int:
        asked = int(value.text) if len(value.text) < 5 else MOST_WITHIN + 1
        if 1 <= asked <= MOST_WITHIN:
            return asked
        self._odd(value.start, value.end, f"near: goes from 1 to {MOST_WITHIN} words.")
        return max(1, min(asked, MOST_WITHIN))

    def _id_ahead(self, token: Token) -> Node | None:
        """Read an id with a year that is spelt in several words, such as ``08 STATE 083144``."""
        if not token.text[:2].isdigit():
            return None
        alone = self._at - (len(words(token.text)) > 1)
        last = min(self._at + _LONGEST_ID - 1, len(self._tokens)) - 1
        for at in range(last, alone - 1, -1):
            if any(part.kind != "chunk" for part in self._tokens[self._at : at + 1]):
                continue
            text = self._text[token.start : self._tokens[at].end]
            ids = possible_ids(text)
            if len(ids) == 1:
                self._at = at + 1
                return Or((IdIs(text, ids), Phrase(tuple(words(text)))))
        return None

    def _chunk(self, token: Token) -> Node | None:
        text = token.text
        unfinished = self._unfinished(token)
        if text[-1] == ":" and text[:-1].lower() in ALIASES:
            if not unfinished:
                self._odd(token.start, token.end, f"{text} needs a value right behind it; it is left out.")
            return None
        found = words(text)
        if not found:
            if not unfinished:
                star = "* needs the beginning of a word before it." if "*" in text else ""
                self._odd(token.start, token.end, star or "There is no word in this; it is left out.")
            return None
        if "*" in (text.rstrip("*") if len(found) == 1 else text):
            message = "* stands for any ending of one word; here it is left out."
            self._odd(token.start, token.end, message)
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


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _either(one: Node | None, other: Node | None) -> Node | None:
    if one is None or other is None:
        return one or other
    return Or((*(one.nodes if isinstance(one, Or) else (one,)), other))


def _unquoted(found: list[str]) -> Node | None:
    return Word(found[0]) if len(found) == 1 else Phrase(tuple(found)) if found else None


def parse_query(text: str, *, typing: bool = True) -> Query:
    """Return the query that ``text`` asks; never raises.

    ``typing``: a last word without a blank after it may be the beginning of a word.
    """
    parser = _Parser(text, typing=typing)
    root = parser.parse()
    ids = possible_ids(text)
    if ids and isinstance(root, (And, Phrase)):
        root = Or((IdIs(text.strip(), ids), root))
    return Query(text, root, tuple(sorted(parser.problems, key=lambda problem: problem.start)))
