"""Every dialog has its place on the screen, and lets the panes below be seen."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

from textual.screen import ModalScreen

import cableview.app
from cableview.resources import resource_dir


def _kinds(kind: type[ModalScreen]) -> list[type[ModalScreen]]:  # type: ignore[type-arg]
    below = [one for child in kind.__subclasses__() for one in _kinds(child)]
    return [kind, *below]


def test_every_dialog_is_placed_by_a_style() -> None:
    for module in walk_packages(cableview.app.__path__, "cableview.app."):
        import_module(module.name)
    rules = re.findall(r"^([\w, \n]+)\{[^}]*align:", "".join(map(_text, sorted(_sheets()))), re.MULTILINE)
    placed = {name.strip() for rule in rules for name in rule.split(",")}
    ours = [kind for kind in _kinds(ModalScreen) if kind.__module__.startswith("cableview.")]
    leaves = [kind for kind in ours if not kind.__subclasses__()]
    assert [k.__name__ for k in leaves if not placed & {base.__name__ for base in k.__mro__}] == []
    assert leaves


def _sheets() -> list[str]:
    return [path.name for path in resource_dir("styles").glob("*.tcss")]


def _text(name: str) -> str:
    return (resource_dir("styles") / name).read_text("utf-8")
