"""Why two texts differ, and where."""

from __future__ import annotations

from dataclasses import replace

from cableview.versions.align import Allowance, Gap, gaps
from cableview.versions.record import Cause, Difference
from cableview.versions.words import (
    REDACTION,
    Token,
    is_page_header,
    outline,
    tokens,
    without_joints,
)

_LONGEST = 400_000
"""Characters of both texts together above which they are not cut into words."""
_BRIDGE = 2
"""So few equal words beside a redaction are chance: what was taken out had them too."""
_WEIGHTS = (Cause.CUT, Cause.WRAPPING, Cause.SCANNING, Cause.REDACTION, Cause.WORDING)


def cause_of(old: str, new: str) -> Cause:
    """Return why two texts differ as wholes."""
    if old == new:
        return Cause.IDENTICAL
    if without_joints(old) == without_joints(new):
        return Cause.WRAPPING
    if sorted(REDACTION.findall(old)) != sorted(REDACTION.findall(new)):
        return Cause.REDACTION
    if outline(old) == outline(new):
        return Cause.SCANNING
    if (not old and is_page_header(new)) or (not new and is_page_header(old)):
        return Cause.CUT
    return Cause.WORDING


def differences(old: str, new: str, allowance: Allowance) -> tuple[Cause, tuple[Difference, ...]]:
    """Return the weightiest cause and every stretch that differs, in order of place."""
    if old == new:
        return Cause.IDENTICAL, ()
    found = _stretches(old, new, allowance)
    if without_joints(old) == without_joints(new):
        whole = Cause.WRAPPING
    elif outline(old) == outline(new):
        whole = Cause.SCANNING
    else:
        return max((item.cause for item in found), key=_WEIGHTS.index), found
    # Cut at other words, equal letters can look like different words.
    return whole, tuple(replace(item, cause=whole) for item in found)


def _stretches(old: str, new: str, allowance: Allowance) -> tuple[Difference, ...]:
    if len(old) + len(new) > _LONGEST:
        return (Difference((0, len(old)), (0, len(new)), cause_of(old, new)),)
    left, right = tokens(old), tokens(new)
    apart = gaps([token.text for token in left], [token.text for token in right], allowance)
    bridged = _bridged(apart, left, right)
    return tuple(_difference(old, new, _span(left, a, b), _span(right, c, d)) for a, b, c, d in bridged)


def _bridged(apart: list[Gap], left: list[Token], right: list[Token]) -> list[Gap]:
    """Join a redaction to the next one, or to a stretch beside it that is missing altogether."""
    joined: list[Gap] = []
    before = False
    for gap in apart:
        a, b, c, d = gap
        hides = any(REDACTION.fullmatch(token.text) for token in (*left[a:b], *right[c:d]))
        if joined and a - joined[-1][1] <= _BRIDGE and _joins(joined[-1], gap, before, hides):
            joined[-1] = (joined[-1][0], b, joined[-1][2], d)
            before = True
        else:
            joined.append(gap)
            before = hides
    return joined


def _joins(one: Gap, other: Gap, one_hides: bool, other_hides: bool) -> bool:
    if one_hides and other_hides:
        return True
    return (one_hides and _one_sided(other)) or (other_hides and _one_sided(one))


def _one_sided(gap: Gap) -> bool:
    return gap[0] == gap[1] or gap[2] == gap[3]


def _span(words: list[Token], first: int, after: int) -> tuple[int, int]:
    if first < after:
        return words[first].start, words[after - 1].end
    place = words[first - 1].end if first else 0
    return place, place


def _difference(old: str, new: str, left: tuple[int, int], right: tuple[int, int]) -> Difference:
    return Difference(left, right, cause_of(old[slice(*left)], new[slice(*right)]))
