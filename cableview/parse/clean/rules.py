"""The rules in their order, and how their findings become one list of changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from cableview.model.cable import Change
from cableview.parse.clean import characters, markup, pages, residue, trailers
from cableview.parse.working import Working, apply_changes

Finding = tuple[int, int, str]
"""Start, end and replacement, in the text the rule was given."""


class Rule(NamedTuple):
    """One kind of damage: ``find`` returns its places in order, without overlap."""

    name: str
    marks: tuple[str, ...]
    """Without one of them a text has nothing for the rule: most texts have none, and that is soon told."""
    find: Callable[[str], Iterable[Finding]]


_EVERY_TEXT = ("",)

CHARACTER_RULES = (
    Rule("tex", ("\\",), characters.tex_dollars),
    Rule("entity", ("&",), characters.entities),
    Rule("line-end", characters.LINE_ENDS, characters.line_ends),
    Rule("backslash", ("\\",), characters.backslashes),
    Rule("control", _EVERY_TEXT, characters.controls),
)
"""They make lines and quotes what they were, so that the rules on lines can be simple."""

LINE_RULES = (
    Rule("table-row", ("\t",), residue.dump_rows),
    Rule("dump-header", ("refid:",), residue.dump_headers),
    Rule("section-header", ("2 OF ",), residue.section_headers),
    Rule("page-header", ("OF 0",), pages.page_headers),
    Rule("old-page-header", ("PAGE",), pages.old_page_headers),
    Rule("trailer", _EVERY_TEXT, trailers.trailer),
    Rule("stamp", trailers.STAMPED, trailers.stamps),
    Rule("markdown-link", ("[",), markup.links),
    Rule("markdown-bold", ("*",), markup.bold),
    Rule("markdown-heading", ("#",), markup.hashes),
    Rule("markdown-bullet", _EVERY_TEXT, markup.bullets),
    Rule("stray-caption", ("SIPDIS",), residue.stray_captions),
    Rule("repeated-line", ("Q",), residue.repeated_lines),
)

RULES = CHARACTER_RULES + LINE_RULES
"""Where two rules claim the same place, the earlier one has it."""


def clean(raw: str) -> Working:
    """Return ``raw`` with what every rule alters in it, in order and without overlap."""
    fine = _apply(CHARACTER_RULES, raw)
    working = apply_changes(raw, fine)
    coarse = _apply(LINE_RULES, working.text)
    if not coarse:
        return working
    return apply_changes(raw, _merge(fine, coarse, working) if fine else coarse)


def find_changes(raw: str) -> tuple[Change, ...]:
    """Return every place where a rule alters ``raw``, in order and without overlap."""
    return clean(raw).changes


def _apply(rules: tuple[Rule, ...], text: str) -> list[Change]:
    found: list[Change] = []
    taken = 0
    for name, marks, find in rules:
        for mark in marks:
            if mark in text:
                break
        else:
            continue
        before = len(found)
        for start, end, put in find(text):
            found.append(Change(name, (start, end), put))
        taken += len(found) > before
    return _without_overlap(found) if taken > 1 else found


def _without_overlap(found: list[Change]) -> list[Change]:
    """Part changes that overlap: of two that meet, one keeps only what the other leaves it."""
    rank = {rule.name: place for place, rule in enumerate(RULES)}
    kept: list[Change] = []
    for change in sorted(found, key=lambda c: (c.source[0], -c.source[1])):
        if not kept or change.source[0] >= kept[-1].source[1]:
            kept.append(change)
            continue
        last = kept[-1]
        if change.source[1] > last.source[1] and not (last.replacement + change.replacement).strip():
            gap = max(last.replacement, change.replacement, key=len)
            kept[-1] = Change(last.rule, last.source, gap)
            kept.append(Change(change.rule, (last.source[1], change.source[1]), ""))
        elif rank[change.rule] < rank[last.rule] and not _swallows(last, change):
            kept[-1] = change
    return kept


def _swallows(outer: Change, inner: Change) -> bool:
    return inner.source[1] <= outer.source[1] and not outer.replacement.strip()


def _merge(fine: list[Change], coarse: list[Change], working: Working) -> list[Change]:
    """Bring the findings in the repaired text back to the raw one; each swallows what it covers."""
    merged: list[Change] = []
    rest = iter(fine)
    held = next(rest, None)
    for change in coarse:
        start, end = working.to_raw(*change.source)
        while held and held.source[1] <= start:
            merged.append(held)
            held = next(rest, None)
        while held and held.source[0] < end:
            held = next(rest, None)
        merged.append(Change(change.rule, (start, end), change.replacement))
    if held:
        merged.append(held)
    merged.extend(rest)
    return merged
