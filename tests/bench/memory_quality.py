"""Measure what names of other cables add: ``python -m tests.bench.memory_quality [--changes]``.

Reads the marked texts as one library, then each of them cut into two cables, so that one half may tell what
the other only names, then the same with one half of each in capitals. Prints F1 of exact spans and of the
panel's core types without and with what others tell, and how many of the mentions that this adds are right.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import NamedTuple

from cableview.entities import Known, count_names, find_mentions
from cableview.model.cable import Cable
from cableview.parse import parse_text
from tests.bench.entity_quality import MARKED, score
from tests.support.marked import CORE, Named, groups_found, read_marked


class Text(NamedTuple):
    """A cable with what it truly names."""

    raw: str
    cable: Cable
    gold: tuple[Named, ...]


class Found(NamedTuple):
    """What was found in all cables: (right, found, true) of mentions and of groups, and the mentions."""

    exact: tuple[int, ...]
    groups: tuple[int, ...]
    keys: list[set[tuple[int, int, str]]]


def _whole() -> Iterator[Text]:
    for path in sorted(MARKED.glob("*.txt")):
        raw, gold = read_marked(path.read_text(encoding="utf-8"))
        yield Text(raw, parse_text(raw), gold)


def _halves(capitals: int | None) -> Iterator[Text]:
    """Yield each text twice, with every other paragraph; the half ``capitals`` is all in capitals."""
    for raw, cable, gold in _whole():
        starts = [paragraph.source[0] for paragraph in cable.paragraphs]
        spans = list(zip(starts, [*starts[1:], cable.paragraphs[-1].source[1]], strict=True))
        for half in (0, 1):
            text, kept = "", list[Named]()
            for low, high in [(0, starts[0]), *spans[half::2]]:
                shift = len(text) - low
                here = (one for one in gold if low <= one.start and one.end <= high)
                kept += [Named(one.start + shift, one.end + shift, one.type, one.name) for one in here]
                text += raw[low:high]
            if half == capitals and len(text.upper()) == len(text):
                text = text.upper()
            yield Text(text, parse_text(text), tuple(kept))


def _find(texts: list[Text], known: list[Known]) -> Found:
    exact, groups, keys = [0, 0, 0], [0, 0, 0], []
    for text, others in zip(texts, known, strict=True):
        found = [Named(*m.source, m.type, m.name) for m in find_mentions(text.cable, text.raw, others)]
        made, true = {one.key for one in found}, {one.key for one in text.gold}
        keys.append(made)
        core = [g for g in text.gold if g.type in CORE], [one for one in found if one.type in CORE]
        for sums, values in (
            (exact, (len(made & true), len(made), len(true))),
            (groups, groups_found(*core)),
        ):
            sums[:] = [total + value for total, value in zip(sums, values, strict=True)]
    return Found(tuple(exact), tuple(groups), keys)


def measure(title: str, texts: list[Text], *, changes: bool) -> None:
    """Print how well the names of ``texts`` are found, each knowing what the others tell."""
    told = [count_names(text.cable, text.raw).told for text in texts]
    others = [Known(frozenset().union(*told[:at], *told[at + 1 :])) for at in range(len(texts))]
    alone, helped = _find(texts, [Known()] * len(texts)), _find(texts, others)
    print(f"{title}: {len(texts)} cables tell {sum(map(len, told))} names that are carried")
    for name, found in (("alone", alone), ("helped", helped)):
        print(f"  {name:7} exact {score(*found.exact):.4f}  panel_core {score(*found.groups):.4f}")
    added = right = 0
    for text, before, after in zip(texts, alone.keys, helped.keys, strict=True):
        true = {one.key for one in text.gold}
        added += len(after - before)
        right += len((after - before) & true)
        for start, end, kind in sorted(before ^ after) if changes else ():
            sign = "+" if (start, end, kind) in after else "-"
            print(f"   {sign} {kind} {text.raw[start:end]!r}{' true' if (start, end, kind) in true else ''}")
    print(f"  added {added}, of which right {right}")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", action="store_true")
    changes = parser.parse_args().changes
    measure("whole texts", list(_whole()), changes=changes)
    for capitals, title in ((None, "halves"), (0, "halves, the first in capitals"), (1, "the second")):
        measure(title, list(_halves(capitals)), changes=changes)


if __name__ == "__main__":
    main()
