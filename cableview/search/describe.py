"""Say a query back in words, in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cableview import data
from cableview.model.months import MONTHS
from cableview.model.query import And, FieldIs, Filter, IdIs, Node, Not, Or, Phrase, Query, Same, Sent, Word
from cableview.model.visible import visible_line
from cableview.search.dates import period

_CLASSES = {"class": "classified", "caption": "with caption", "tag": "tagged"}
_STATES = {"undecided": "without decision", "not-relevant": "decided not relevant"}
_OPEN, _SHUT = "\x02", "\x03"  # not in what is said: words are letters and digits, the rest is made visible
_NAMED = 3
"""Words that a misspelt one is taken for: so many are named."""
_KIND_OF_POST = re.compile(r"^(?:Embassy|Consulate(?: General)?|Mission|US Mission) ")
_MARK = re.compile(f"[{_OPEN}{_SHUT}]")
_Corrections = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Said:
    """A query in words."""

    text: str
    words: tuple[tuple[int, int], ...]
    """Half-open spans of the words that are searched for, for emphasis."""


class _Speaker:
    def __init__(self, corrections: _Corrections) -> None:
        self._corrections = corrections

    def whole(self, root: Node) -> str:
        """Name conditions first, in the order typed, then what the text must hold."""
        parts = root.nodes if isinstance(root, And) else (root,)
        held = [self.text(part) for part in parts if _is_text(part)]
        lacking = [part.node for part in parts if isinstance(part, Not) and _is_text(part.node)]
        said = [self.condition(part) for part in parts if not _is_text(part) and not _lacks(part)]
        if held:
            said.append(f"with {' and '.join(held)}")
        if lacking:
            said.append(f"without {' or '.join(map(self.text, lacking))}")
        return ", ".join(said)

    def text(self, node: Node) -> str:
        match node:
            case Word():
                return self._word(node)
            case Phrase():
                return _strong(f'"{" ".join(node.words)}"')
            case Same():
                near = "in one paragraph" if node.within is None else f"within {_words(node.within)}"
                return f"{' and '.join(map(self.text, node.nodes))} {near}"
            case And():
                return f"({' and '.join(map(self.text, node.nodes))})"
            case Or():
                return f"({' or '.join(map(self.text, node.nodes))})"
            case _:
                return self.condition(node)

    def _word(self, node: Word) -> str:
        first, *others = meant = self._corrections.get(node.text) or (node.text,)
        if first == node.text and others:
            return f"{_strong(first)} (or {', '.join(_first(others))})"
        if first != node.text:
            return f"{' or '.join(_first(meant))} (corrected from {node.text})"
        return _strong(node.text + "…" * (node.prefix or node.open))

    def condition(self, node: Node) -> str:  # noqa: PLR0911 - one a kind of condition
        if _is_text(node):
            return f"with {self.text(node)}"
        match node:
            case FieldIs():
                return _field(node)
            case IdIs():
                return _id(node)
            case Sent():
                return _sent(node)
            case Filter():
                return _filter(node)
            case Not():
                inner = self.text if _is_text(node.node) else self.condition
                return f"{'without' if _is_text(node.node) else 'not'} {inner(node.node)}"
            case And():
                return f"({' and '.join(map(self.condition, node.nodes))})"
            case Or():
                return f"({' or '.join(map(self.condition, node.nodes))})"
            case _:
                return ""


def _is_text(node: Node) -> bool:
    if isinstance(node, (And, Or)):
        return all(map(_is_text, node.nodes))
    return isinstance(node, (Word, Phrase, Same))


def _lacks(node: Node) -> bool:
    return isinstance(node, Not) and _is_text(node.node)


def _first(words: Sequence[str]) -> list[str]:
    """Return the first of ``words`` and how many more there are: all would bury the rest of the query."""
    named = [_strong(word) for word in words[:_NAMED]]
    return named if len(words) <= _NAMED else [*named, f"{len(words) - _NAMED} more"]


def _strong(text: str) -> str:
    return f"{_OPEN}{text}{_SHUT}"


def _shown(text: str) -> str:
    return visible_line(" ".join(text.split()))


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"


def _field(node: FieldIs) -> str:
    value = " ".join(node.words)
    more = "…" * node.prefix
    if node.name in ("from", "to", "station"):
        return f"{'to' if node.name == 'to' else 'from'} {_post(node)}{more}"
    if node.name == "subject":
        return f"with {_strong(value + more)} in the subject"
    return f"{_CLASSES.get(node.name, node.name)} {value.upper()}{more}"


def _post(node: FieldIs) -> str:
    value = " ".join(node.words)
    known = data.stations().get(value.upper()) if node.name == "station" else None
    return _KIND_OF_POST.sub("", known["display"]) if known else value.title()


def _id(node: IdIs) -> str:
    name = _shown(node.ids[0].replace("*", "…") if len(node.ids) == 1 else node.printed.upper())
    return {"own": f"with id {name}", "cited": f"citing {name}"}.get(node.role, f"{name} itself or citing it")


def _filter(node: Filter) -> str:
    if node.name == "is":
        decided = node.value in ("relevant", "later", "hot")
        return _STATES.get(node.value) or f"{'decided ' * decided}{node.value}"
    said = {"code": f"with code {node.value}", "entity": f"naming {_shown(node.value)}"}
    last = "from the last import" if node.value == "last" else f"from import {node.value}"
    return said.get(node.name, last)


def _sent(node: Sent) -> str:
    first, last = node.first, node.last
    if first is None:
        return "of any date" if last is None else f"up to {_named(last, _ends(last))}"
    if last is None:
        return f"since {_named(first, _begins(first))}"
    if first == last:
        return f"of {_named(first, 0)}"
    size = min(_begins(first), _ends(last))
    one, other = _named(first, size), _named(last, size)
    return f"of {one}" if one == other else f"{one} to {other}"


def _begins(day: int) -> int:
    """Return 2 for the first day of a year, 1 for that of a month, else 0."""
    return 2 if day % 10_000 == 101 else int(day % 100 == 1)


def _ends(day: int) -> int:
    """Return 2 for the last day of a year, 1 for that of a month, else 0."""
    month = period(f"{day // 10_000:04}-{day // 100 % 100}")
    return 2 if day % 10_000 == 1231 else int(month is not None and month[1] == day)


def _named(day: int, size: int) -> str:
    """Return the year (size 2), the month (1) or the day (0)."""
    year, month = day // 10_000, day // 100 % 100
    if size == 2:
        return str(year)
    return f"{f'{day % 100} ' * (not size)}{MONTHS[month - 1]} {year}"


def said(query: Query, corrections: _Corrections | None = None) -> Said:
    """Return the query in words; ``corrections`` are those of its result."""
    spoken = "all cables"
    if query.root is not None:
        spoken = f"cables {_Speaker(corrections or {}).whole(query.root)}"
    marks = [match.start() - before for before, match in enumerate(_MARK.finditer(spoken))]
    return Said(_MARK.sub("", spoken), tuple(zip(marks[::2], marks[1::2], strict=True)))


def describe(query: Query, corrections: _Corrections | None = None) -> str:
    """Return the query in words, e.g. ``cables from Beijing, 2007 to 2008, with norinco and iran``."""
    return said(query, corrections).text
