"""The fields of the query language, and what their values become."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from cableview.model.query import FieldIs, Filter, IdIs, Node, Sent
from cableview.search.dates import day_before, period, span
from cableview.search.folding import words
from cableview.search.identify import possible_ids

ALIASES = MappingProxyType(
    {
        "from": "from",
        "post": "from",
        "station": "station",
        "to": "to",
        "info": "to",
        "tag": "tag",
        "tags": "tag",
        "subject": "subject",
        "title": "subject",
        "class": "class",
        "classification": "class",
        "caption": "caption",
        "captions": "caption",
        "id": "id",
        "ref": "ref",
        "refs": "ref",
        "cites": "ref",
        "date": "date",
        "on": "date",
        "year": "date",
        "after": "after",
        "since": "after",
        "before": "before",
        "entity": "entity",
        "is": "is",
        "decision": "is",
        "code": "code",
        "batch": "batch",
        "same": "same",
        "near": "near",
    }
)
STATES = ("unread", "read", "flagged", "relevant", "not-relevant", "later", "hot", "decided", "undecided")
"""What ``is:`` asks for."""
_LEVELS = {
    "u": "unclassified",
    "unclas": "unclassified",
    "c": "confidential",
    "s": "secret",
    "ts": "top secret",
}
_CAVEATS = {"nf": "noforn", "fouo": "fouo", "sbu": "sensitive"}


def _class(name: str, value: str) -> Node | str:
    known = (_LEVELS if name == "class" else {}) | _CAVEATS
    found = " ".join(known.get(word, word) for word in words(value))
    return FieldIs(name, tuple(found.split())) if found else f"{name}: needs a word."


def _id(name: str, value: str) -> Node | str:
    if not words(value):
        return f"{name}: needs the id of a cable, such as 08STATE83144."
    bare = "".join(value.rstrip("*").split()).upper()
    ids = (f"{bare}*",) if value.endswith("*") else possible_ids(value) or (bare,)
    return IdIs(value, ids, "own" if name == "id" else "cited")


def _no_span(value: str) -> str:
    first, _, last = value.partition("..")
    if period(first) and period(last):
        return f"{value} ends before it begins; {last}..{first} is the other way round."
    return f"{value} is no date; such are 2007, 2007-08, 2007-08-05, 2007..2008-03, 2007.."


def _sent(name: str, value: str) -> Node | str:
    if name == "date":
        return span(value) or _no_span(value)
    days = period(value)
    if days is None:
        return f"{value} is no date; such are 2007, 2007-08 and 2007-08-05."
    return Sent(days[0], None) if name == "after" else Sent(None, day_before(days[0]))


def _is(_: str, value: str) -> Node | str:
    state = "-".join(value.lower().replace("-", " ").split())
    if state in STATES:
        return Filter("is", state)
    return f"is: knows {', '.join(STATES[:-1])} and {STATES[-1]}, not {value}."


def _code(_: str, value: str) -> Node | str:
    known = len(value) == 1 and value in "123456789"
    return Filter("code", value) if known else f"Codes are 1 to 9, not {value}."


def _batch(_: str, value: str) -> Node | str:
    batch = value.strip().lower()
    if batch == "last" or (batch.isascii() and batch.isdigit() and len(batch) < 10):
        return Filter("batch", batch.lstrip("0") or "0")
    return f"batch: takes the number of an import or last, not {value}."


def _entity(_: str, value: str) -> Node | str:
    name = " ".join(value.split())
    return Filter("entity", name) if words(name) else "entity: needs a name."


_SPECIAL: dict[str, Callable[[str, str], Node | str]] = {
    "class": _class,
    "caption": _class,
    "id": _id,
    "ref": _id,
    "date": _sent,
    "after": _sent,
    "before": _sent,
    "is": _is,
    "code": _code,
    "batch": _batch,
    "entity": _entity,
}


def field_node(name: str, value: str, *, unfinished: bool = False) -> Node | str:
    """Return the condition that ``name:value`` sets, or one sentence that says why there is none.

    ``name`` is a value of ALIASES. ``unfinished``: the value is still being typed, so that the last word of
    a text field counts as a beginning.
    """
    if name in _SPECIAL:
        return _SPECIAL[name](name, value)
    found = words(value)
    if not found:
        return f"{name}: needs a word."
    if name == "station":
        found = ["".join(found)]
    return FieldIs(name, tuple(found), prefix=value.endswith("*") or unfinished)
