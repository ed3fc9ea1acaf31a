"""How a key is declared: once, with its id, action, footer word and help line.

Bindings, the footer, the help of ``?`` and the palette all read the same declaration.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from textual.dom import DOMNode

_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "exclamation_mark": "!",
    "full_stop": ".",
    "comma": ",",
    "colon": ":",
    "semicolon": ";",
    "backslash": "\\",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "f1": "F1",
}


# Most terminals send Escape and the digit for Alt and a digit: Textual reads what a Mac's Option types.
_ALT_DIGITS = {"alt+1": "inverted_exclamation_mark", "alt+2": "trade_mark_sign", "alt+3": "pound_sign"}

ALT_SIGNS = frozenset(_ALT_DIGITS.values())


def key(keys: str, action: str, word: str, help_line: str, *, id: str, show: bool = False) -> Binding:  # noqa: A002 - the name Textual uses
    """Declare a key: ``word`` stands in the footer when ``show``, ``help_line`` in help and palette."""
    sent = (f"{one},{_ALT_DIGITS[one]}" if one in _ALT_DIGITS else one for one in keys.split(","))
    return Binding(",".join(sent), action, word, show=show, tooltip=help_line, id=id)


def key_name(keys: str) -> str:
    """Return the comma-separated ``keys`` of a binding as people write them: ``Ctrl+O  Alt+←``."""
    sequences = (one.split() for one in keys.split(",") if one.strip() not in {"", *ALT_SIGNS})
    return "  ".join(" ".join(map(_one_name, sequence)) for sequence in sequences)


def _one_name(one: str) -> str:
    *modifiers, last = one.split("+")
    name = _NAMES.get(last, last)
    if modifiers and len(name) == 1:
        name = name.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of help, one entry of the palette."""

    keys: str
    """As people write them."""
    action: str
    word: str
    help_line: str
    node: DOMNode
    """Where the action lives."""


def entries(node: DOMNode) -> list[Entry]:
    """Return what the class of ``node`` and its own bases declare, in order, each declared key once."""
    return [
        Entry(key_name(binding.key), binding.action, binding.description, binding.tooltip, node)
        for binding in declared(type(node)).values()
    ]


@cache
def declared(kind: type) -> dict[str, Binding]:
    """Return by id what a class and its bases declare; a class's own declaration wins."""
    return {
        binding.id: binding for base in reversed(kind.__mro__) for binding in _declared(base) if binding.id
    }


def _declared(base: type) -> Iterable[Binding]:
    return (item for item in base.__dict__.get("BINDINGS", ()) if isinstance(item, Binding))
