"""What is searched for: a frozen tree of conditions, and what could not be understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from cableview.model.keyset import KeySet


@dataclass(frozen=True, slots=True)
class Word:
    """One word, folded: lower case, no accents, no leading zeros."""

    text: str
    prefix: bool = False
    """Typed as ``word*``: every word that begins so."""
    open: bool = False
    """Still being typed: its commonest completions count too."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that follow each other in one paragraph."""

    words: tuple[str, ...]
    hyphenated: bool = field(default=False, compare=False)
    """Typed with hyphens between them: the text may have them as one word."""


@dataclass(frozen=True, slots=True)
class FieldIs:
    """A header field holds these folded words, one after the other."""

    name: str
    """from, to, station, subject, tag or class."""
    words: tuple[str, ...]
    prefix: bool = False
    """The last word is only the beginning of one."""


@dataclass(frozen=True, slots=True)
class IdIs:
    """A cable known by its id, in whatever spelling."""

    printed: str
    ids: tuple[str, ...]
    """Canonical ids it can stand for: one with a year, else one a year. ``*`` at the end: a start."""
    role: str = "any"
    """``own``: the cable itself; ``cited``: cables that cite it; ``any``: both, and the word in the text."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Sent within these days, both included, as the integers yyyymmdd; None is open."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Not:
    """Cables where this does not hold."""

    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """All hold, anywhere in the cable."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one holds."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Same:
    """All stand in one and the same paragraph, in whatever order."""

    nodes: tuple[Node, ...]
    """Words, phrases, and alternatives of these."""
    within: int | None = None
    """No further apart than so many words; None: anywhere in the paragraph."""


@dataclass(frozen=True, slots=True)
class Members:
    """The cables for which a filter holds."""

    ids: tuple[str, ...] = ()
    """By canonical id, where that is known,"""
    keys: tuple[int, ...] = ()
    """and by the library's key."""
    others: bool = False
    """All cables but these."""
    many: KeySet | None = None
    """Said instead of all that when they are too many to be named one by one."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition that the search cache does not know: what the user did, batches, entities."""

    name: str
    """``is``, ``code``, ``batch`` or ``entity``."""
    value: str
    members: Members | None = None
    """Set by whoever knows; without it the condition cannot hold."""


Node: TypeAlias = Word | Phrase | FieldIs | IdIs | Sent | Filter | Not | And | Or | Same


@dataclass(frozen=True, slots=True)
class Problem:
    """Something odd in a query, and where: the rest of the query counts all the same."""

    start: int
    end: int
    """A half-open span of the text as typed; empty at most where the text ends."""
    message: str
    """One short sentence: what is odd and how it is taken."""
    wrong: bool = True
    """False for advice: the query is legal and may mean something else than intended."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query as understood."""

    text: str
    """As typed."""
    root: Node | None = None
    """None when nothing restricts the cables."""
    problems: tuple[Problem, ...] = ()
    """From left to right."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What was odd and how it is taken, one sentence each."""
        return tuple(dict.fromkeys(problem.message for problem in self.problems))


def leaves(node: Node | None, *, negated: bool = False) -> tuple[Node, ...]:
    """Return the words, phrases and conditions of a tree, in order, without those under a Not.

    ``negated=True`` keeps those too.
    """
    if node is None:
        return ()
    if isinstance(node, Not):
        return leaves(node.node, negated=True) if negated else ()
    if isinstance(node, (And, Or, Same)):
        return tuple(leaf for part in node.nodes for leaf in leaves(part, negated=negated))
    return (node,)


def filters_in(root: Node | None) -> tuple[Filter, ...]:
    """Return the conditions on what the search cache does not know, those under a Not included."""
    return tuple(leaf for leaf in leaves(root, negated=True) if isinstance(leaf, Filter))


def asks_for_names(root: Node | None) -> bool:
    """Tell whether it looks for the names that were found in cables."""
    return any(leaf.name == "entity" for leaf in filters_in(root))
