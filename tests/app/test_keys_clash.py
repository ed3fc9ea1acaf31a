"""Every key of a pane means one thing there, and is declared whole."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import pytest
from textual.dom import DOMNode

import cableview.app
from cableview.app.keys import declared

if TYPE_CHECKING:
    from textual.binding import Binding


def _declaring() -> list[type[DOMNode]]:
    for module in walk_packages(cableview.app.__path__, "cableview.app."):
        import_module(module.name)
    found: list[type[DOMNode]] = []
    waiting: list[type[DOMNode]] = [DOMNode]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("cableview.app.") and kind not in found and declared(kind):
            found.append(kind)
    return sorted(found, key=lambda kind: kind.__qualname__)


def _bindings(kind: type[DOMNode]) -> list[Binding]:
    return list(declared(kind).values())


@pytest.mark.parametrize("kind", _declaring(), ids=lambda kind: kind.__name__)
def test_no_key_means_two_things_in_one_pane(kind: type[DOMNode]) -> None:
    keys = [one.strip() for binding in _bindings(kind) for one in binding.key.split(",")]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


@pytest.mark.parametrize("kind", _declaring(), ids=lambda kind: kind.__name__)
def test_no_key_hides_a_sequence(kind: type[DOMNode]) -> None:
    keys = [one.strip() for binding in _bindings(kind) for one in binding.key.split(",")]
    assert {key.split()[0] for key in keys if " " in key}.isdisjoint(keys)


@pytest.mark.parametrize("kind", _declaring(), ids=lambda kind: kind.__name__)
def test_every_key_has_a_word_and_a_line_of_help(kind: type[DOMNode]) -> None:
    assert [b.id for b in _bindings(kind) if not b.description or not b.tooltip] == []
