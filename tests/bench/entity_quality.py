"""Measure the names found in the marked cables: ``python -m tests.bench.entity_quality [PREFIX] [--errors]``.

Prints precision, recall and F1 of exact spans per type, and how well the side panel's groups agree.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from cableview.entities import find_mentions
from cableview.parse import parse_text
from tests.support.marked import CORE, Named, groups_found, read_marked

MARKED = Path(__file__).parents[1] / "entities" / "marked"


def predict(raw: str) -> list[Named]:
    """Return what the rules find."""
    found = find_mentions(parse_text(raw), raw)
    return [Named(*m.source, m.type, m.name) for m in found]


def score(right: int, predicted: int, gold: int) -> float:
    """Return F1."""
    return 2 * right / (predicted + gold) if predicted + gold else 1.0


def measure(paths: list[Path], *, errors: bool = False) -> tuple[dict[str, tuple[int, int, int]], float]:
    """Return (right, predicted, gold) per type, and F1 of the panel's core types."""
    right, made, true = Counter[str](), Counter[str](), Counter[str]()
    panel = Counter[int]()
    for path in paths:
        raw, gold = read_marked(path.read_text(encoding="utf-8"))
        found = predict(raw)
        wanted, given = {g.key for g in gold}, {m.key for m in found}
        for keys, counter in ((wanted & given, right), (given, made), (wanted, true)):
            counter.update(kind for _, _, kind in keys)
        core = [g for g in gold if g.type in CORE], [m for m in found if m.type in CORE]
        panel.update(dict(enumerate(groups_found(*core))))
        own = score(len(wanted & given), len(given), len(wanted))
        print(f"{path.stem:26} exact {own:.3f}  panel_core {score(*groups_found(*core)):.3f}")
        for key in sorted(wanted ^ given) if errors else ():
            start, end, kind = key
            around = raw[max(0, start - 25) : end + 20].replace("\n", " ")
            print(f"   {'-' if key in wanted else '+'} {kind:16} {raw[start:end]!r:40} …{around}…")
    table = {kind: (right[kind], made[kind], true[kind]) for kind in sorted(true | made)}
    return table, score(panel[0], panel[1], panel[2])


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prefix", nargs="?", default="dev-")
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    table, panel = measure(sorted(MARKED.glob(f"{given.prefix}*.txt")), errors=given.errors)
    for kind, (right, made, gold) in table.items():
        print(f"{kind:18} gold {gold:4} found {made:4} right {right:4}  F1 {score(right, made, gold):.3f}")
    sums = [sum(row[column] for row in table.values()) for column in range(3)]
    print(f"exact F1 {score(*sums):.3f}  panel_core {panel:.3f}")


if __name__ == "__main__":
    main()
