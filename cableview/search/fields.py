"""The fields of the query language, and what their values become."""

from __future__ import annotations

from collections.abc import Callable

from cableview.model.query import FieldIs, Filter, IdIs, Node, Sent
from cableview.search.dates import period
from cableview.search.folding import words
from cableview.search.identify import possible_ids

ALIASES = {
    "from": "from",
    "station": "station",
    "post": "from",
    "to": "to",
    "info": "to",
    "tag": "tag",
    "tags": "tag",
    "subject": "subject",
    "title": "subject",
    "class": "class",
    "classification": "class",
    "id": "id",
    "ref": "ref",
    "refs": "ref",
    "cites": "ref",
    "after": "after",
    "since": "after",
    "before": "before",
    "on": "on",
    "date": "on",
    "year": "on",
    "same": "same",
    "decision": "decision",
    "flagged": "flagged",
}
FILTERS = ("decision", "flagged")
_LEVELS = {
    "u": "unclassified",
    "unclas": "unclassified",
    "c": "confidential",
    "s": "secret",
    "ts": "top secret",
}
_CAVEATS = {"nf": "noforn", "fouo": "fouo", "sbu": "sensitive"}


def _class(value: str) -> FieldIs:
    known = _LEVELS | _CAVEATS
    found = " ".join(known.get(word, word) for word in words(value))
    return FieldIs("class", tuple(found.split()))


def _id(value: str, role: str) -> IdIs:
    starred = value.endswith("*")
    bare = "".join(value.rstrip("*").split()).upper()
    ids = (f"{bare}*",) if starred else possible_ids(value) or (bare,)
    return IdIs(value, ids, role)


def _sent(name: str, value: str) -> Sent | None:
    days = period(value)
    if days is None:
        return None
    first, last = days
    bounds: dict[str, Callable[[], Sent]] = {
        "after": lambda: Sent(first, None),
        "before": lambda: Sent(None, first - 1),
        "on": lambda: Sent(first, last),
    }
    return bounds[name]()


def field_node(name: str, value: str, *, unfinished: bool = False) -> Node | Filter | None:
    """Return the condition that ``name:value`` sets (``name`` is a value of ALIASES), or None if it has none.

    ``unfinished``: the value is still being typed, so that its last word counts as a beginning.
    """
    if name in FILTERS:
        return Filter(name, value.strip().lower())
    if name in ("after", "before", "on"):
        return _sent(name, value.strip())
    if name == "class":
        node = _class(value)
        return node if node.words else None
    if name in ("id", "ref"):
        return _id(value, "own" if name == "id" else "cited") if words(value) else None
    if name == "station":
        station = "".join(words(value))
        return FieldIs(name, (station,), prefix=value.endswith("*") or unfinished) if station else None
    found = tuple(words(value))
    return FieldIs(name, found, prefix=value.endswith("*") or unfinished) if found else None
