"""A paragraph of one version that is several in the other: parted otherwise, not reworded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cableview.model.cable import Paragraph
from cableview.versions.record import Cause, Pair
from cableview.versions.words import outline

_PART = "part of a longer paragraph in the {other}"
_WHOLE = "one paragraph in the {other}, {count} in the {own}"


def mend_splits(pairs: list[Pair], old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Pair]:
    """Return ``pairs`` with the cause of parted paragraphs set right: they count as wrapped otherwise."""
    mended = list(pairs)
    for at, pair in enumerate(pairs):
        if pair.cause is not Cause.WORDING or pair.old is None or pair.new is None:
            continue
        for lonely in (Cause.ONLY_OLD, Cause.ONLY_NEW):
            first, after = _run(mended, at, lonely)
            if after - first < 2:
                continue
            in_old = lonely is Cause.ONLY_OLD
            places = [mended[k].old if in_old else mended[k].new for k in range(first, after)]
            texts, whole = (old, new[pair.new]) if in_old else (new, old[pair.old])
            parts = " ".join(texts[place].text for place in places if place is not None)
            if outline(parts) == outline(whole.text):
                own, other = ("older", "newer") if in_old else ("newer", "older")
                for k in range(first, after):
                    mended[k] = replace(
                        mended[k], cause=Cause.WRAPPING, detail=_PART.format(other=other), differences=()
                    )
                said = _WHOLE.format(own=own, other=other, count=after - first)
                mended[at] = replace(mended[at], detail=said)
    return mended


def _run(pairs: Sequence[Pair], at: int, lonely: Cause) -> tuple[int, int]:
    """Return where the paragraphs with this cause right before and behind ``at`` begin and end."""
    first = at
    while first > 0 and pairs[first - 1].cause is lonely:
        first -= 1
    after = at + 1
    while after < len(pairs) and pairs[after].cause is lonely:
        after += 1
    return first, after
