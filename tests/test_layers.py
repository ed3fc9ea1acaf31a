"""Imports go down the layers only and in no circle, and nothing below the app loads Textual or Rich."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "cableview"
RANKS = {
    "model": 0, "data": 0, "resources": 0, "locations": 0,
    "parse": 1, "entities": 1, "sources": 1, "versions": 1,
    "store": 2,
    "search": 3, "export": 3,
    "importing": 4,
    "app": 5,
    "cli": 6, "__main__": 7, "__init__": 0,
}  # fmt: skip
OUTSIDE = {
    "cli": {"click", "rich"},
    "app": {"textual", "rich"},
    "search": {"tantivy", "rapidfuzz"},
    "store": {"zstandard"},
    "parse": {"rapidfuzz"},
    "sources": {"selectolax"},
    "locations": {"platformdirs"},
}
MODULES = sorted(ROOT.rglob("*.py"))


def room(module: Path) -> str:
    first = module.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


def imports(module: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            assert node.module
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def dotted(module: Path) -> str:
    return ".".join(("cableview", *module.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")


def test_every_room_has_a_rank() -> None:
    assert {room(module) for module in MODULES} == set(RANKS)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_a_module_imports_only_what_lies_below(module: Path) -> None:
    own = room(module)
    for name in imports(module):
        parts = name.split(".")
        if parts[0] == "cableview":
            other = parts[1] if len(parts) > 1 else "__init__"
            other = other if other in RANKS else "__init__"
            allowed = other == own or RANKS[other] < RANKS[own]
            assert allowed, f"{own} imports {name}, which does not lie below it"
        elif parts[0] not in sys.stdlib_module_names:
            assert parts[0] in OUTSIDE.get(own, set()), f"{own} may not import {parts[0]}"


def test_no_module_imports_itself_through_others() -> None:
    graph: dict[str, set[str]] = {}
    known = {dotted(module) for module in MODULES}
    for module in MODULES:
        asked = {name if name in known else name.rpartition(".")[0] for name in imports(module)}
        graph[dotted(module)] = asked & known - {dotted(module)}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize("name", sorted(n for n in RANKS if RANKS[n] < RANKS["app"]))
def test_nothing_below_the_app_loads_textual_or_rich(name: str) -> None:
    modules = [dotted(m) for m in MODULES if room(m) == name]
    program = (
        f"import sys, importlib\nfor m in {modules!r}: importlib.import_module(m)\n"
        "bad = {m.split('.')[0] for m in sys.modules} & {'textual', 'rich'}\n"
        "sys.exit(f'loads {bad}' if bad else 0)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_the_line_drawing_core_of_the_reader_runs_without_textual() -> None:
    program = (
        "import sys, pkgutil, importlib, cableview.app.typeset as t\n"
        "for m in pkgutil.walk_packages(t.__path__, t.__name__ + '.'): importlib.import_module(m.name)\n"
        "sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(("own", "beats"), [(None, "240"), ("30", "30")])
def test_the_app_paints_more_often_than_textual_does_by_itself(
    monkeypatch: pytest.MonkeyPatch, own: str | None, beats: str
) -> None:
    monkeypatch.delenv("TEXTUAL_FPS", raising=False)
    if own is not None:
        monkeypatch.setenv("TEXTUAL_FPS", own)
    program = "import cableview.app.app; from textual import constants; print(constants.MAX_FPS)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert run.stdout.strip() == beats, run.stderr
