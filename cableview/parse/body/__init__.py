"""The body of a cable: paragraphs, headings, summary, signature, mentions of other cables."""

from __future__ import annotations

from itertools import pairwise

from cableview.parse.body.folded import fold
from cableview.parse.body.gaps import number_problems
from cableview.parse.body.loose import find_loose
from cableview.parse.body.markers import bare_inline, find_markers, is_narrow, is_unwrapped
from cableview.parse.body.mentions import find_mentions
from cableview.parse.body.paragraphs import Draft, read_numbered
from cableview.parse.body.record import Body
from cableview.parse.body.sequence import choose, is_mangled, true_numbers
from cableview.parse.body.signature import find_signature
from cableview.parse.body.summary import find_summary
from cableview.parse.body.unnumbered import read_unnumbered
from cableview.parse.header.record import Header
from cableview.parse.working import Working

__all__ = ["Body", "read_body"]


def read_body(working: Working, start: int, header: Header) -> Body:
    """Return what stands in ``working.text`` from ``start`` on; references resolve through ``header``."""
    end = len(working.text.rstrip())
    if start >= end:
        return Body()
    signers, place = find_signature(working.text, start, end)
    high = place[0] if place else end
    draft = _read(working, start, high)
    folded = fold(working.text, start, high)
    return Body(
        paragraphs=tuple(draft.paragraphs),
        summary=find_summary(draft.paragraphs, draft.starts, start, folded),
        signers=signers,
        reference_mentions=find_mentions(draft, header, (start, high), folded),
        problems=tuple(number_problems(draft.paragraphs)),
        changes=tuple(draft.changes),
        spans=(("signature", working.to_raw(*place)),) if place else (),
    )


def _read(working: Working, low: int, high: int) -> Draft:
    text = working.text
    narrow = is_narrow(text, low, high)
    unwrapped = not narrow and is_unwrapped(text, low, high)
    markers = find_markers(text, low, high, unwrapped=unwrapped)
    mangled = is_mangled(markers)
    numbers = true_numbers(markers, mangled=mangled)
    chosen = choose(markers, numbers)
    if chosen and unwrapped:
        known = {marker.start for marker in markers}
        gap = _has_gap([numbers[index] for index in chosen])
        begin = low if gap else markers[chosen[-1]].body
        if bare := [marker for marker in bare_inline(text, begin, high) if marker.start not in known]:
            markers = sorted((*markers, *bare))
            numbers = true_numbers(markers, mangled=mangled)
            chosen = choose(markers, numbers)
    taken = [(markers[index], numbers[index]) for index in chosen]
    if not taken:
        taken = [(marker, marker.number) for marker in find_loose(text, low, high)]
    if not taken:
        return read_unnumbered(working, low, high)
    draft = Draft(working, narrow=narrow)
    read_numbered(draft, low, high, taken)
    return draft


def _has_gap(numbers: list[int]) -> bool:
    return len(numbers) < 2 or any(b - a > 1 for a, b in pairwise(numbers))
