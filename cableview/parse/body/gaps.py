"""What the printed numbers say is missing, doubled or out of place."""

from __future__ import annotations

from collections.abc import Sequence

from cableview.model.cable import Paragraph, Problem


def number_problems(paragraphs: Sequence[Paragraph]) -> list[Problem]:
    """Return a problem for every step of the numbering that is not one up, at the paragraph it leads to."""
    if paragraphs and paragraphs[-1].printed is None and all(p.printed is None for p in paragraphs):
        source = paragraphs[0].source
        return [Problem("paragraphs", source, "No paragraph numbers are printed; counted by place.")]
    problems: list[Problem] = []
    if [paragraph.number for paragraph in paragraphs] == list(range(1, len(paragraphs) + 1)):
        return problems
    last = 0
    for paragraph in paragraphs:
        number = paragraph.number
        if number is None:
            continue
        if number != last + 1:
            problems.append(Problem("paragraphs", paragraph.source, _message(number, last)))
        last = max(number, last)
    return problems


def _message(number: int, last: int) -> str:
    if number == last:
        return f"Paragraph number {number} is printed twice."
    if number < last:
        return f"Paragraph {number} stands after paragraph {last}."
    if number == last + 2:
        return f"Paragraph {last + 1} is missing."
    return f"Paragraphs {last + 1} to {number - 1} are missing."
