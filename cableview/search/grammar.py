"""The query language: text to a ``Query``. Whatever is typed has a meaning; what is odd is noted, no error.

Words must all occur (AND). ``OR`` binds tighter than the AND between words, so ``norinco iran OR syria`` asks
for norinco and one of the two. A chunk such as ``dual-use`` is a phrase of its words. A trailing word without
a blank after it is still being typed.
"""

from __future__ import annotations

from cableview.model.query import And, Filter, IdIs, Node, Not, Or, Phrase, Query, Same, Word, leaves
from cableview.search.describe import describe
from cableview.search.fields import ALIASES, FILTERS, field_node
from cableview.search.folding import words
from cableview.search.identify import id_start, possible_ids
from cableview.search.lexer import Token, tokens

__all__ = ["describe", "parse_query"]

_DEEPEST = 20
_MOST_TOKENS = 400


class _Parser:
    def __init__(self, text: str, *, typing: bool) -> None:
        self._tokens = list(tokens(text))
        self._at = 0
        self._typing = typing
        self.notes: list[str] = []
        self.filters: list[Filter] = []
        if len(self._tokens) > _MOST_TOKENS:
            del self._tokens[_MOST_TOKENS:]
            self.notes.append(f"Only the first {_MOST_TOKENS} words of the query are used.")

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def parse(self) -> Node | None:
        parts: list[Node] = []
        while self._next() is not None:
            node = self._group(0)
            if node is not None:
                parts.append(node)
            if self._next() is not None:
                self._at += 1
                self.notes.append("A closing parenthesis without an opening one is left out.")
        return _join(parts)

    def _group(self, depth: int) -> Node | None:
        """Parse up to a closing parenthesis or the end."""
        parts: list[Node] = []
        alternative = False
        while (token := self._next()) is not None and token.kind != "close":
            if token.kind in ("or", "and"):
                self._at += 1
                alternative = token.kind == "or" and bool(parts)
                continue
            node = self._item(depth)
            if node is None:
                continue
            if alternative:
                last = parts.pop()
                node = Or((*(last.nodes if isinstance(last, Or) else (last,)), node))
                alternative = False
            parts.append(node)
        return _join(parts)

    def _item(self, depth: int) -> Node | None:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind == "not":
            return self._negation(token, depth)
        if token.kind == "open":
            return self._parenthesis(depth)
        if token.kind == "field":
            return self._field(token, depth)
        if token.kind == "phrase":
            if not token.complete:
                self.notes.append("The phrase has no closing quote; it runs to the end.")
            return _phrase(words(token.text))
        return self._chunk(token)

    def _negation(self, token: Token, depth: int) -> Node | None:
        following = self._next()
        if following is None or following.kind in ("close", "or", "and"):
            return _unquoted(words(token.text))
        before = len(self.filters)
        node = self._item(depth) if depth < _DEEPEST else None
        self.filters[before:] = [Filter(f.name, f.value, not f.negated) for f in self.filters[before:]]
        if node is None:
            return None
        return node.node if isinstance(node, Not) else Not(node)

    def _parenthesis(self, depth: int) -> Node | None:
        if depth >= _DEEPEST:
            return None
        node = self._group(depth + 1)
        if self._next() is None:
            self.notes.append("A parenthesis is not closed; it runs to the end.")
        else:
            self._at += 1
        return node

    def _field(self, token: Token, depth: int) -> Node | None:
        name = ALIASES.get(token.text.lower())
        value = self._next()
        if name is None or value is None or value.kind in ("close", "or", "not", "and", "field"):
            if name is None:
                self.notes.append(f"There is no field {token.text}: it is searched as a word.")
            return _unquoted(words(token.text))
        self._at += 1
        if value.kind == "open":
            inner = self._parenthesis(depth)
            return self._spread(name, inner)
        if name == "same":
            return self._same(self._plain(value))
        unfinished = self._typing and not value.complete and value.kind == "chunk"
        texts = value.text.split(",") if name == "tag" else [value.text]
        parts = [
            self._value(name, text, unfinished=unfinished and text is texts[-1]) for text in texts if text
        ]
        found = tuple(part for part in parts if part is not None)
        return Or(found) if len(found) > 1 else found[0] if found else None

    def _value(self, name: str, text: str, *, unfinished: bool = False) -> Node | None:
        node = field_node(name, text, unfinished=unfinished)
        if isinstance(node, Filter):
            self.filters.append(node)
            return None
        if node is None and not (unfinished and name in ("after", "before", "on")):
            self.notes.append(f"{name}:{text} is not understood; it is searched as words.")
            return _unquoted(words(text))
        return node

    def _plain(self, token: Token) -> Node | None:
        return _phrase(words(token.text)) if token.kind == "phrase" else self._chunk(token)

    def _spread(self, name: str, node: Node | None) -> Node | None:  # noqa: PLR0911 - one a kind of node
        """Put a field in front of every word of a parenthesis."""
        if name == "same" or node is None:
            return self._same(node)
        if name in FILTERS:
            self.notes.append(f"{name}: takes one value, not a parenthesis.")
            return None
        if isinstance(node, (And, Or)):
            parts = tuple(p for p in (self._spread(name, part) for part in node.nodes) if p is not None)
            return type(node)(parts) if len(parts) > 1 else parts[0] if parts else None
        if isinstance(node, Not):
            inner = self._spread(name, node.node)
            return None if inner is None else Not(inner)
        if isinstance(node, Word):
            return self._value(name, node.text + "*" * node.prefix)
        if isinstance(node, Phrase):
            return self._value(name, " ".join(node.words))
        return self._value(name, node.printed) if isinstance(node, IdIs) else node

    def _same(self, node: Node | None) -> Node | None:
        parts: list[Word | Phrase] = []
        for leaf in leaves(node):
            if isinstance(leaf, IdIs):
                parts += [Word(word) for word in words(leaf.printed)]
            elif isinstance(leaf, (Word, Phrase)):
                parts.append(leaf)
            else:
                self.notes.append("same: takes words and phrases only.")
        if isinstance(node, Or) or len(parts) < 2:
            return node
        return Same(tuple(parts))

    def _chunk(self, token: Token) -> Node | None:
        found = words(token.text)
        if len(found) != 1:
            return _phrase(found)
        ids = possible_ids(token.text)
        if ids:
            return IdIs(token.text, ids)
        unfinished = self._typing and not token.complete
        start = id_start(token.text.lower()) if unfinished else None
        if start is not None:
            return IdIs(token.text, (f"{start}*",))
        prefix = token.text.endswith("*")
        return Word(found[0], prefix=prefix, open=unfinished and not prefix)


def _phrase(found: list[str]) -> Node | None:
    if not found:
        return None
    return Phrase(tuple(found))


def _unquoted(found: list[str]) -> Node | None:
    return Word(found[0]) if len(found) == 1 else _phrase(found)


def _join(parts: list[Node]) -> Node | None:
    flat = [node for part in parts for node in (part.nodes if isinstance(part, And) else (part,))]
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None


def parse_query(text: str, *, typing: bool = True) -> Query:
    """Return the query that ``text`` asks; never raises.

    ``typing``: a last word without a blank after it may be the beginning of a word.
    """
    parser = _Parser(text, typing=typing)
    root = parser.parse()
    ids = possible_ids(text)
    if ids and isinstance(root, (And, Phrase)):
        root = Or((IdIs(text.strip(), ids), root))
    return Query(text, root, tuple(parser.filters), tuple(dict.fromkeys(parser.notes)))
