"""Two versions of a cable to a Comparison."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from cableview.model.cable import Cable, Paragraph
from cableview.versions.align import Allowance
from cableview.versions.causes import differences
from cableview.versions.fields import field_changes
from cableview.versions.pairing import pair
from cableview.versions.record import Cause, Comparison, Difference, Pair
from cableview.versions.splits import mend_splits
from cableview.versions.words import REDACTION, without_joints

_LAYOUT_RULES = frozenset({"line-end"})
"""What they change is how lines end: that is wrapping."""


@dataclass(frozen=True, slots=True)
class _Side:
    cable: Cable
    raw: str
    starts: tuple[int, ...]
    """Where the changes begin."""

    def printed(self, paragraph: Paragraph) -> str:
        """Return the paragraph as it came, without its number."""
        return self.raw[slice(*paragraph.source)].removeprefix(paragraph.printed or "").strip(" ¶.")

    def cuts(self, paragraph: Paragraph) -> Counter[str]:
        """Count the cleaning rules that changed the paragraph."""
        start, end = paragraph.source
        inside = range(bisect_left(self.starts, start), bisect_left(self.starts, end))
        rules = (self.cable.changes[at].rule for at in inside)
        return Counter(rule for rule in rules if rule not in _LAYOUT_RULES)


def compare(old: Cable, old_raw: str, new: Cable, new_raw: str) -> Comparison:
    """Compare two versions, each with the raw text it was read from. Never raises.

    The time grows with the length of the texts: what is too costly to align counts as different.
    """
    left, right = _side(old, old_raw), _side(new, new_raw)
    allowance = Allowance()
    matches = pair(old.paragraphs, new.paragraphs)
    pairs = [_pair(left, right, at, there, allowance) for at, there in matches]
    return Comparison(
        fields=field_changes(old, new, allowance),
        pairs=tuple(mend_splits(pairs, old.paragraphs, new.paragraphs)),
        cuts=_cuts(old, new),
    )


def _side(cable: Cable, raw: str) -> _Side:
    return _Side(cable, raw, tuple(change.source[0] for change in cable.changes))


def _pair(left: _Side, right: _Side, old: int | None, new: int | None, allowance: Allowance) -> Pair:
    if old is None or new is None:
        return Pair(old, new, Cause.ONLY_NEW if old is None else Cause.ONLY_OLD)
    before, after = left.cable.paragraphs[old], right.cable.paragraphs[new]
    cause, found = differences(before.text, after.text, allowance)
    details = [_hidden(before, after, cause, found), _numbers(before, after), _markings(before, after)]
    if not found:
        # A page header that was cut out behind a full stop leaves a line end.
        printed = _cause_in_print(left, right, before, after)
        if printed is Cause.CUT:
            details.append(_rules(left.cuts(before), right.cuts(after)))
        cause = printed if cause is Cause.IDENTICAL or printed is Cause.CUT else cause
    if details[2] and cause not in (Cause.WORDING, Cause.REDACTION):
        cause = Cause.MARKING
    return Pair(old, new, cause, found, "; ".join(filter(None, details)))


def _cause_in_print(left: _Side, right: _Side, old: Paragraph, new: Paragraph) -> Cause:
    """Return why paragraphs whose clean texts are equal look different in the files."""
    before, after = left.printed(old), right.printed(new)
    if before == after:
        return Cause.IDENTICAL
    if left.cuts(old) != right.cuts(new):
        return Cause.CUT
    return Cause.WRAPPING if without_joints(before) == without_joints(after) else Cause.SCANNING


def _hidden(old: Paragraph, new: Paragraph, cause: Cause, found: tuple[Difference, ...]) -> str:
    """Return in which version something was taken out."""
    if all(item.cause is not Cause.REDACTION for item in found):
        return ""
    before, after = (len(REDACTION.findall(item.text)) for item in (old, new))
    where = "in both" if before == after else "in the older" if before > after else "in the newer"
    return where if cause is Cause.REDACTION else f"also redacted {where}"


def _numbers(old: Paragraph, new: Paragraph) -> str:
    if old.number == new.number:
        return ""
    before, after = ("no number" if p.number is None else f"¶{p.number}" for p in (old, new))
    return f"{before} in the older, {after} in the newer"


def _markings(old: Paragraph, new: Paragraph) -> str:
    if "".join((old.marking or "").split()) == "".join((new.marking or "").split()):
        return ""
    before, after = (f"({p.marking})" if p.marking else "no marking" for p in (old, new))
    return f"{before} in the older, {after} in the newer"


def _rules(old: Counter[str], new: Counter[str]) -> str:
    more = [(rule, "older") for rule in sorted(old - new)] + [(rule, "newer") for rule in sorted(new - old)]
    return ", ".join(f"{rule.replace('-', ' ')} in the {which}" for rule, which in more)


def _cuts(old: Cable, new: Cable) -> tuple[tuple[str, int, int], ...]:
    before, after = (Counter(change.rule for change in cable.changes) for cable in (old, new))
    rules = sorted(before.keys() | after.keys())
    return tuple((rule, before[rule], after[rule]) for rule in rules if before[rule] != after[rule])
