"""The query language: text to a ``Query``. All text has a meaning; what is odd is said with its place.

Words must all occur (AND). ``OR`` binds tighter than the AND between words, so ``norinco iran OR syria`` asks
for norinco and one of the two. A chunk such as ``dual-use`` is a phrase of its words. A trailing word without
a blank after it is still being typed.
"""

from __future__ import annotations

from cableview.model.query import And, IdIs, Node, Not, Or, Phrase, Query, Word
from cableview.search.close import DEFAULT_WITHIN, MOST_WITHIN, together
from cableview.search.fields import ALIASES
from cableview.search.folding import words
from cableview.search.identify import possible_ids
from cableview.search.lexer import Token
from cableview.search.pieces import Pieces
from cableview.search.trees import join

_DEEPEST = 20
_SMALL = {
    "or": "or is searched as a word; OR in capitals finds either.",
    "and": "and is searched as a word; all words must occur anyway.",
    "not": "not is searched as a word; NOT in capitals, or -word, leaves out.",
}


class _Parser(Pieces):
    def parse(self) -> Node | None:
        parts: list[Node | None] = []
        while self.next() is not None:
            parts.append(self._group(0, None))
            if (token := self.next()) is not None:
                self.at += 1
                self.odd(token.start, token.end, "This parenthesis was not opened; it is left out.")
        return join(parts)

    def _group(self, depth: int, field: str | None) -> Node | None:
        """Parse up to a closing parenthesis or the end; ``field`` stands in front of the parenthesis."""
        parts: list[Node | None] = []
        waiting: Token | None = None
        while (token := self.next()) is not None and token.kind != "close":
            self.at += 1
            if token.kind in ("or", "and"):
                if not parts or waiting is not None:
                    self.odd(token.start, token.end, f"{token.text} has nothing before it; it is left out.")
                else:
                    waiting = token
                continue
            if field is None and token.text in _SMALL and token.kind == "chunk" and self.next():
                self.odd(token.start, token.end, _SMALL[token.text], wrong=False)
            node = self._item(token, depth, field)
            if waiting is not None and waiting.kind == "or":
                node = _either(parts.pop(), node)
            waiting = None
            parts.append(node)
        if waiting is not None and not (self.typing and self.next() is None):
            self.odd(waiting.start, waiting.end, f"{waiting.text} has nothing behind it; it is left out.")
        return join(parts)

    def _item(  # noqa: PLR0911 - one a kind of token
        self, token: Token, depth: int, field: str | None
    ) -> Node | None:
        if token.kind in ("not", "open") and depth >= _DEEPEST:
            self.odd(token.start, len(self.text), "This is nested too deeply; it is left out from here.")
            self.at = len(self.tokens)
            return None
        if token.kind == "not":
            return self._negation(token, depth, field)
        if token.kind == "open":
            return self._parenthesis(token, depth, field)
        if token.kind == "field":
            return self._field(token, depth)
        if token.kind == "phrase" and not token.complete:
            self.odd(
                token.start, token.end, "The phrase has no closing quote; it runs to the end.", wrong=False
            )
        if field is not None:
            return self.value(field, token)
        if token.kind == "phrase":
            found = words(token.text)
            if not found and token.complete:
                self.odd(token.start, token.end, "There is no word between the quotes.")
            return Phrase(tuple(found)) if found else None
        return self.id_ahead(token) or self.chunk(token)

    def _negation(self, token: Token, depth: int, field: str | None) -> Node | None:
        following = self.next()
        if following is None or following.kind in ("close", "or", "and"):
            if not self.typing or following is not None:
                message = f"{token.text} has nothing behind it; it is left out."
                self.odd(token.start, token.end, message)
            return None
        self.at += 1
        node = self._item(following, depth + 1, field)
        if node is None:
            return None
        return node.node if isinstance(node, Not) else Not(node)

    def _parenthesis(self, token: Token, depth: int, field: str | None) -> Node | None:
        node = self._group(depth + 1, field)
        closing = self.next()
        if closing is None:
            self.odd(
                token.start, token.end, "This parenthesis is not closed; it runs to the end.", wrong=False
            )
            return node
        self.at += 1
        if closing.start == token.end:
            self.odd(token.start, closing.end, "There is nothing between the parentheses.")
        return node

    def _field(self, token: Token, depth: int) -> Node | None:
        name = ALIASES.get(token.text.lower())
        if name is None:
            message = f"There is no field {token.text}; it is searched as a word."
            self.odd(token.start, token.end, message)
            return _unquoted(words(token.text))
        value = self.next()
        if value is None or value.kind not in ("chunk", "phrase", "open"):
            self.odd(token.start, token.end, f"{name}: needs a value; it is left out.")
            return None
        self.at += 1
        if name in ("same", "near"):
            return self._close(token, value, depth)
        if value.kind != "open":
            return self.value(name, value)
        if depth >= _DEEPEST:
            return self._item(value, depth, name)
        spelt = self.spelt_out(value) if name in ("id", "ref") else None
        return self.value(name, spelt) if spelt else self._parenthesis(value, depth, name)

    def _close(self, token: Token, value: Token, depth: int) -> Node | None:
        """Read ``same:(...)``, ``near:(...)`` or ``near:5(...)``."""
        name, within = token.text.lower(), None
        if name == "near":
            within = DEFAULT_WITHIN
            opening = self.next()
            if value.kind == "chunk" and _is_number(value.text) and opening and opening.start == value.end:
                within = self._distance(value)
                self.at += 1
                value = opening
        if value.kind != "open":
            if name == "near":
                message = "near: takes words in parentheses, such as near:5(iran missile)."
                self.odd(token.start, value.end, message)
            return self._item(value, depth, None)
        if depth >= _DEEPEST:
            return self._item(value, depth, None)
        node, whole = together(self._parenthesis(value, depth, None), within)
        if not whole:
            message = f"{name}: takes words and phrases; the rest counts for the whole cable."
            self.odd(token.start, self.tokens[self.at - 1].end, message)
        return node

    def _distance(self, value: Token) -> int:
        asked = int(value.text) if len(value.text) < 5 else MOST_WITHIN + 1
        if 1 <= asked <= MOST_WITHIN:
            return asked
        self.odd(value.start, value.end, f"near: goes from 1 to {MOST_WITHIN} words.")
        return max(1, min(asked, MOST_WITHIN))


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
