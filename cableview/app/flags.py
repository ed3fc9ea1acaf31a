"""Flags, codes and notes on paragraphs of one cable: each call is one step of undo, in the marks' thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cableview.store.anchors import find_paragraph, make_flag
from cableview.store.moments import now

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cableview.model.marks import Flag
    from cableview.store.marks import Marks
    from cableview.store.records import Held


def standing(flags: Sequence[Flag], held: Held, indexes: Sequence[int]) -> dict[int, Flag]:
    """Return the flags on the paragraphs at ``indexes``, the newest where there are several."""
    wanted = set(indexes)
    places = ((find_paragraph(flag, held.cable), flag) for flag in flags)
    return {index: flag for index, flag in places if index is not None and index in wanted}


def toggle(marks: Marks, held: Held, indexes: Sequence[int]) -> None:
    """Flag the paragraphs that are not flagged; when all are, take their flags away."""
    kept = standing(marks.flags(held.id), held, indexes)
    if missing := [index for index in indexes if index not in kept]:
        marks.flag(*(make_flag(held.cable, index) for index in missing))
        marks.see(held.id)
    else:
        marks.unflag(*(flag.id for flag in kept.values()))


def toggle_code(marks: Marks, held: Held, indexes: Sequence[int], code: int) -> None:
    """Give every paragraph the code, flagging it first if need be; when all have it, take it away."""
    kept = standing(marks.flags(held.id), held, indexes)
    take = all(index in kept and code in kept[index].codes for index in indexes)

    def coded(flag: Flag) -> Flag:
        codes = {*flag.codes} - {code} if take else {*flag.codes, code}
        return replace(flag, codes=tuple(sorted(codes)))

    if len(indexes) == 1 and indexes[0] in kept:
        flag = kept[indexes[0]]
        marks.set_codes(flag.id, coded(flag).codes)
    else:
        _write(marks, held, indexes, kept, coded)


def annotate(marks: Marks, held: Held, indexes: Sequence[int], note: str) -> None:
    """Write a note to every paragraph, flagging it first if need be."""
    kept = standing(marks.flags(held.id), held, indexes)
    if len(indexes) == 1 and indexes[0] in kept:
        marks.set_note(kept[indexes[0]].id, note)
    else:
        _write(marks, held, indexes, kept, lambda flag: replace(flag, note=note))


def _write(
    marks: Marks, held: Held, indexes: Sequence[int], kept: dict[int, Flag], changed: Callable[[Flag], Flag]
) -> None:
    flags = [kept.get(index) or make_flag(held.cable, index) for index in indexes]
    marks.flag(*(replace(changed(flag), modified=now()) for flag in flags))
    marks.see(held.id)
