"""Invented cables with every name marked: how many of them the rules find, and how few others."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from tests.bench.entity_quality import MARKED, predict, score
from tests.support.marked import CORE, Named, groups_found, read_marked

PATHS = sorted(MARKED.glob("*.txt"))


@cache
def both(name: str) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    raw, gold = read_marked((MARKED / name).read_text(encoding="utf-8"))
    return gold, tuple(predict(raw))


def exact(names: list[str], kind: str | None = None) -> float:
    right, made, true = 0, 0, 0
    for name in names:
        gold, found = both(name)
        wanted = {g.key for g in gold if kind in (None, g.type)}
        given = {m.key for m in found if kind in (None, m.type)}
        right, made, true = right + len(wanted & given), made + len(given), true + len(wanted)
    return score(right, made, true)


NAMES = [path.name for path in PATHS]


@pytest.mark.parametrize("name", NAMES)
def test_every_cable_is_read_well(name: str) -> None:
    assert exact([name]) >= 0.9


def panel(names: list[str]) -> float:
    counts = Counter[int]()
    for name in names:
        gold, found = both(name)
        core = [g for g in gold if g.type in CORE], [m for m in found if m.type in CORE]
        counts.update(dict(enumerate(groups_found(*core))))
    return score(counts[0], counts[1], counts[2])


def test_all_of_them() -> None:
    assert exact(NAMES) >= 0.965
    assert panel(NAMES) >= 0.955


def test_those_marked_last() -> None:
    names = [name for name in NAMES if name.startswith("new-")]
    assert len(names) == 10
    assert exact(names) >= 0.955
    assert panel(names) >= 0.955


@pytest.mark.parametrize("kind", ["TAG", "CABLE_REF", "INTEXT_REF", "MONEY"])
def test_what_has_a_form_of_its_own_is_found(kind: str) -> None:
    assert exact(NAMES, kind) >= 0.99


def test_goods() -> None:
    assert exact(NAMES, "MATERIAL_OR_ITEM") >= 0.85


def test_marks_are_taken_out() -> None:
    raw, named = read_marked("#P Li=Li Song\n{P Li} met {O the\nIAEA=IAEA}.\n")
    assert raw == "Li met the\nIAEA.\n"
    assert [(raw[n.start : n.end], n.type, n.name) for n in named] == [
        ("Li", "PERSON", "li song"),
        ("the\nIAEA", "ORGANIZATION", "iaea"),
    ]
