"""Read a made corpus and print, field by field, how often the parser agrees with the truth.

``python -m tests.bench.truth --count 10000 --seed 1`` makes the corpus as it goes; ``--show 3`` prints the
first disagreements of each field. What a partial extract does not print is not asked of it.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from cableview.model.cable import Cable, Paragraph
from cableview.model.document import Document
from cableview.parse import parse_document
from cableview.sources.table import site_of
from tests.bench.corpus import make

_CHUNK = 250
Miss = tuple[str, str, str]


def _addressees(items: Any) -> list[tuple[str | None, ...]]:
    return [(item.route, item.name, item.precedence, item.number) for item in items]


def _header(cable: Cable, truth: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    """Yield (field, what was read, what is true)."""
    by = cable.classified_by
    sent = cable.sent.strftime("%Y-%m-%dT%H:%M:00Z") if cable.sent else None
    ends = cable.declassify_on.isoformat() if cable.declassify_on else None
    yield "id", cable.id, truth["id"]
    yield "printed_id", cable.printed_id, truth["printed_id"]
    yield "classification", cable.classification, truth["classification"]
    yield "captions", sorted(set(cable.captions)), sorted(set(truth["captions"]))
    yield "passing", cable.passing, truth.get("passing")
    yield "declassify_on", ends, truth.get("declassify_on")
    yield "tags", list(cable.tags), truth["tags"]
    yield "subject", cable.subject, truth["subject"]
    yield "subject_marking", cable.subject_marking, truth["subject_marking"]
    yield "references", [(r.label, r.id) for r in cable.references], _pairs(truth["references"])
    yield "classified_by", {"name": by.name, "title": by.title} if by else None, truth.get("classified_by")
    yield "reasons", list(cable.reasons), truth.get("reasons", [])
    yield "signers", list(cable.signers), truth["signers"]
    yield "summary", list(cable.summary.paragraphs) if cable.summary else None, truth.get("summary")
    if not truth["partial"]:
        yield "sent", sent, truth["sent"]
        yield "precedence", cable.precedence, truth["precedence"]
        yield "from", cable.sender, truth["from"]
        yield "transmission_id", cable.transmission_id, truth["transmission_id"]
        yield "to", _addressees(cable.to), [tuple(item) for item in truth["to"]]
        yield "info", _addressees(cable.info), [tuple(item) for item in truth["info"]]


def _pairs(items: list[dict[str, Any]]) -> list[tuple[str | None, str]]:
    return [(item["label"], item["id"]) for item in items]


def _paragraphs(cable: Cable, truth: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    """Yield each paragraph of the truth beside the one that was read at its place."""
    wanted = truth["paragraphs"]
    yield "paragraph count", len(cable.paragraphs), len(wanted)
    by_text = {_squeezed(paragraph.text): paragraph for paragraph in cable.paragraphs}
    for place, want in enumerate(wanted):
        text = _squeezed(want["text"])
        near = cable.paragraphs[place] if place < len(cable.paragraphs) else None
        got: Paragraph | None = by_text.get(text, near)
        yield "paragraph text", _squeezed(got.text) if got else None, text
        if got is None or _squeezed(got.text) != text:
            continue
        yield "paragraph marking", got.marking, want["marking"]
        yield "paragraph heading", got.heading, want["heading"]
        if truth["numbering"] in {"sound", "gap", "late", "none"}:
            yield "paragraph number", got.number, want["number"]
    for number, ids in truth["mentions"]:
        found = {item.ids for item in cable.reference_mentions if item.paragraph == number}
        yield "reference mention", tuple(ids) in found or sorted(found), True


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _check(job: tuple[int, int, int]) -> tuple[Counter[str], Counter[str], list[Miss]]:
    seed, count, start = job
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    missed: list[Miss] = []
    for index in range(start, min(start + _CHUNK, count)):
        row, truth = make(seed, count, index)
        if truth.get("version"):
            continue
        cable = parse_document(Document(row[0], f"{row[6]}\n{row[7]}", site=site_of(row)))
        for field, got, want in (*_header(cable, truth), *_paragraphs(cable, truth)):
            asked[field] += 1
            if got == want:
                right[field] += 1
            else:
                missed.append(
                    (
                        field,
                        f"#{index} {truth['id']} ({truth['numbering']})",
                        f"got  {got!r:.300}\n      want {want!r:.300}",
                    )
                )
    return asked, right, missed


def main() -> None:
    """Run the command line; exit 1 when a field is below 99 %."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    jobs = [(given.seed, given.count, start) for start in range(0, given.count, _CHUNK)]
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    shown: defaultdict[str, list[Miss]] = defaultdict(list)
    with multiprocessing.get_context("spawn").Pool() as pool:
        for more_asked, more_right, missed in pool.imap(_check, jobs):
            asked.update(more_asked)
            right.update(more_right)
            for miss in missed:
                if len(shown[miss[0]]) < given.show:
                    shown[miss[0]].append(miss)
    for field in asked:
        share = 100 * right[field] / asked[field]
        print(f"{field:<20} {right[field]:>8,} of {asked[field]:>8,}  {share:6.2f} %")
        for _, place, words in shown[field]:
            print(f"    {place}\n      {words}")
    sys.exit(any(right[field] < 0.99 * asked[field] for field in asked))


if __name__ == "__main__":
    main()
