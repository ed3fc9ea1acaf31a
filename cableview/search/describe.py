"""Say a query back in words, in one line."""

from __future__ import annotations

from cableview.model.query import And, FieldIs, Filter, IdIs, Node, Not, Or, Phrase, Query, Same, Sent, Word

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIELDS = {
    "from": "from",
    "station": "of station",
    "to": "addressed to",
    "tag": "tagged",
    "subject": "with subject",
    "class": "classified",
}


def _day(number: int) -> str:
    year, month, day = number // 10000, number // 100 % 100, number % 100
    return f"{day} {_MONTHS[month - 1]} {year}"


def _sent(node: Sent) -> str:
    first, last = node.first, node.last
    if first is None:
        return "any date" if last is None else f"sent before {_day(last + 1)}"
    if last is None:
        return f"sent on or after {_day(first)}"
    if first == last:
        return f"sent on {_day(first)}"
    return f"sent {_day(first)} to {_day(last)}"


def _id(node: IdIs) -> str:
    name = node.ids[0].replace("*", "…") if len(node.ids) == 1 else node.printed.upper()
    return {"own": f"the cable {name}", "cited": f"citing {name}"}.get(
        node.role, f"the cable {name} or citing it"
    )


def _field(node: FieldIs) -> str:
    value = " ".join(node.words).upper() + "…" * node.prefix
    return f"{_FIELDS[node.name]} {value}"


def _nested(node: Node) -> str:
    text = _say(node)
    return f"({text})" if isinstance(node, (And, Or)) else text


def _say(node: Node) -> str:  # noqa: PLR0911 - one return a kind of condition
    match node:
        case Word():
            return node.text + "…" * (node.prefix or node.open)
        case Phrase():
            return f'"{" ".join(node.words)}"'
        case FieldIs():
            return _field(node)
        case IdIs():
            return _id(node)
        case Sent():
            return _sent(node)
        case Not():
            return f"not {_nested(node.node)}"
        case Same():
            return " with ".join(map(_say, node.nodes)) + " in one paragraph"
        case And():
            return " and ".join(map(_nested, node.nodes))
        case Or():
            return " or ".join(map(_nested, node.nodes))


def _filter(item: Filter) -> str:
    return ("not " if item.negated else "") + (
        f"decided {item.value}" if item.name == "decision" else f"flagged {item.value}"
    )


def describe(query: Query) -> str:
    """Return the query in words, e.g. ``norinco and (iran or syria) and sent on or after 1 Jan 2007``."""
    parts = [] if query.root is None else [_say(query.root)]
    parts += map(_filter, query.filters)
    return " and ".join(parts) or "all cables"
