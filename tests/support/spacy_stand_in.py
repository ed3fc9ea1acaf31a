"""A stand-in for spaCy, which the tests do not need installed: it knows the names it is told."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from types import ModuleType, SimpleNamespace

import pytest

MODEL = "en_core_web_sm"


def pipeline(labels: Mapping[str, str]) -> Callable[[str], SimpleNamespace]:
    """Return a pipeline that labels every place where one of the texts stands."""

    def run(text: str) -> SimpleNamespace:
        found = [
            SimpleNamespace(label_=label, start_char=match.start(), end_char=match.end())
            for name, label in labels.items()
            for match in re.finditer(re.escape(name), text)
        ]
        return SimpleNamespace(ents=tuple(sorted(found, key=lambda entity: entity.start_char)))

    return run


def install(monkeypatch: pytest.MonkeyPatch, labels: Mapping[str, str]) -> list[str]:
    """Put the stand-in in the place of spaCy; it has one model. Return the names asked for, as they come."""
    asked: list[str] = []

    def load(name: str, exclude: Iterable[str] = ()) -> Callable[[str], SimpleNamespace]:
        asked.append(name)
        if name != MODEL:
            raise OSError(f"[E050] Can't find model '{name}'.\nIt doesn't seem to be a package.")
        return pipeline(labels)

    module = ModuleType("spacy")
    vars(module)["load"] = load
    monkeypatch.setitem(sys.modules, "spacy", module)
    return asked


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the import of spaCy fail."""
    monkeypatch.setitem(sys.modules, "spacy", None)
