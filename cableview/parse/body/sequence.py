"""Which of the printed numbers are paragraphs of this cable, and what their true numbers are.

The pilcrow before a number is the work of a machine that put one at every line that starts with a number and
a full stop, so running text (``on November`` / ``¶8.  In a``), lists and quoted documents carry it as well.
"""

from __future__ import annotations

from cableview.parse.body.markers import Marker

_NEAR = 3
_FAR = 15


def is_mangled(markers: list[Marker]) -> bool:
    """Tell whether every pilcrow was misread as a 1: 11, 12, 13 ... and no 1 to 10 at all.

    Decided for the whole cable by the markers of the kind of its first one, so that a real 11 to 17,
    which a 10 precedes, stays.
    """
    if not markers or markers[0].number != 11:
        return False
    marked = markers[0].marking is not None
    return not any(m.number <= 10 and (m.marking is not None) >= marked for m in markers)


def true_number(marker: Marker, *, mangled: bool) -> int:
    """Return the number meant: in a mangled cable, the printed one without its leading 1."""
    digits = str(marker.number)
    return int(digits[1:]) if mangled and len(digits) > 1 and digits[0] == "1" else marker.number


def choose(markers: list[Marker], numbers: list[int]) -> list[int]:
    """Return the indexes of the markers that start paragraphs.

    A marker has to continue the numbering, and a blank line, the end of a sentence or a portion marking
    has to speak for it. Numbers that start again at 1 belong to a list or document inside a paragraph.
    """
    chosen: list[int] = []
    last = inner = 0
    marked = False
    for index, number in enumerate(numbers):
        if not chosen:
            taken = _starts(markers, numbers, index)
        elif (
            inner
            and number == inner + 1
            and (
                number != last + 1
                or _later(markers, numbers, index, strong=marked and markers[index].marking is not None)
            )
        ):
            taken = False
        else:
            taken = _goes_on(markers, numbers, index, last, inner, marked=marked)
        if taken:
            chosen.append(index)
            last, inner = number, 0
            marked = marked or markers[index].marking is not None
        elif chosen and number in (1, inner + 1):
            inner = number
    return chosen


def _goes_on(
    markers: list[Marker], numbers: list[int], index: int, last: int, inner: int, *, marked: bool
) -> bool:
    """Tell whether a marker, after number ``last``, goes on with the numbering of the cable."""
    marker, number = markers[index], numbers[index]
    strong = marker.marking is not None
    if number == last + 1:
        if strong or (marker.inline and marked):
            return strong or (marker.ended and last + 2 in numbers[index + 1 :])
        return (marker.blank or marker.ended) and not (
            marked and _later(markers, numbers, index, strong=True)
        )
    if number == 1 or not (marker.blank or marker.ended):
        return False
    if marker.inline:
        return strong and last < number <= last + _NEAR
    if number > last:
        return _jumps(markers, numbers, index, last, marked=marked)
    return not inner and _falls(marker, number, last, marked=marked)


def _starts(markers: list[Marker], numbers: list[int], index: int) -> bool:
    marker, number = markers[index], numbers[index]
    if not (marker.blank or marker.ended or marker.marking):
        return False
    if number == 1:
        return True
    if marker.inline or number > 99 or 1 in numbers[index + 1 :]:
        return False
    return (
        marker.marking is not None
        or (number + 1 in numbers[index + 1 :])
        or (marker.pilcrow and marker.blank)
    )


def _later(markers: list[Marker], numbers: list[int], index: int, *, strong: bool = False) -> bool:
    """Tell whether a better place for the same number comes later.

    One that follows its own predecessor is a step of another list.
    """
    number = numbers[index]
    return any(
        numbers[place] == number
        and (markers[place].marking is not None if strong else numbers[place - 1] != number - 1)
        for place in range(index + 1, len(markers))
    )


def _jumps(markers: list[Marker], numbers: list[int], index: int, last: int, *, marked: bool) -> bool:
    gap = numbers[index] - last
    missing = last + 1 in numbers[index + 1 :]
    if markers[index].marking is not None:
        return gap <= _NEAR or (gap <= _FAR and not missing)
    return not marked and gap <= _NEAR and not missing and markers[index].blank


def _falls(marker: Marker, number: int, last: int, *, marked: bool) -> bool:
    if marker.marking is not None:
        return number >= last - 2
    return not marked and number == last and marker.blank
