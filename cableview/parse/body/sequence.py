"""Which of the printed numbers are paragraphs of this cable, and what their true numbers are.

The pilcrow before a number is the work of a machine that put one at every line that starts with a number and
a full stop, so running text (``on November`` / ``¶8.  In a``), lists and quoted documents carry it as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from cableview.parse.body.markers import Marker

_NEAR = 3
_FAR = 40
_LAST_START = 99
_RULE_ENDS = ("---", "===", "___", "***")


def is_mangled(markers: Sequence[Marker]) -> bool:
    """Tell whether every pilcrow was misread as a 1: 11, 12, 13 ... and no 1 to 10 at all.

    Decided for the whole cable by the markers of the kind of its first one, so that a real 11 to 17,
    which a 10 precedes, stays.
    """
    if not markers or markers[0].number != 11:
        return False
    marked = markers[0].marking is not None
    return not any(m.number <= 10 and (m.marking is not None) >= marked for m in markers)


def true_numbers(markers: Sequence[Marker], *, mangled: bool) -> list[int]:
    """Return the numbers meant: in a mangled cable, the printed ones without their leading 1.

    In any other, one pilcrow may be misread as a 1: the number fits between its neighbours without it.
    """
    if not mangled:
        numbers = [marker.number for marker in markers]
        if _is_complete(numbers):
            return numbers
        for place in range(1, len(numbers) - 1):
            meant = numbers[place - 1] + 1
            if numbers[place] > meant == numbers[place + 1] - 1 and str(numbers[place]) == f"1{meant}":
                numbers[place] = meant
        return numbers
    printed = (str(marker.number) for marker in markers)
    return [int(digits[1:] if len(digits) > 1 and digits[0] == "1" else digits) for digits in printed]


def choose(markers: Sequence[Marker], numbers: Sequence[int]) -> list[int]:
    """Return the indexes of the markers that start paragraphs.

    A marker has to continue the numbering, and a blank line, the end of a sentence or a portion marking
    has to speak for it. Numbers that start again at 1 belong to a list or document inside a paragraph.
    """
    if _is_in_order(markers, numbers):
        return list(range(len(markers)))
    numbering = _Numbering(markers, numbers)
    return [index for index in range(len(markers)) if numbering.takes(index)]


def _is_in_order(markers: Sequence[Marker], numbers: Sequence[int]) -> bool:
    """Tell whether each number follows the one before with something to speak for it, as in most cables."""
    return _is_complete(numbers) and all(
        marker.marking is not None or (not marker.inline and (marker.blank or marker.ended))
        for marker in markers
    )


def _is_complete(numbers: Sequence[int]) -> bool:
    return numbers == list(range(1, len(numbers) + 1))


class _Numbering:
    """The numbering followed so far: the last paragraph, and the last step of a list inside it."""

    def __init__(self, markers: Sequence[Marker], numbers: Sequence[int]) -> None:
        self.markers = markers
        self.numbers = numbers
        self.places: dict[int, list[int]] = {}
        for index, number in enumerate(numbers):
            self.places.setdefault(number, []).append(index)
        self.last: int | None = None
        self.inner = 0
        self.marked = False

    def takes(self, index: int) -> bool:
        """Tell whether the marker starts a paragraph, and go on from it."""
        marker, number = self.markers[index], self.numbers[index]
        if self.last is None:
            taken = self._starts(index)
        else:
            taken = not self._is_inner_step(index) and self._goes_on(index, self.last)
        if taken:
            self.last, self.inner = number, 0
            self.marked = self.marked or marker.marking is not None
        elif self.last is not None and number in (1, self.inner + 1):
            self.inner = number
        return taken

    def _starts(self, index: int) -> bool:
        marker, number = self.markers[index], self.numbers[index]
        if not (marker.marking or marker.edge):
            return False
        if number == 1:
            return True
        if marker.inline or number > _LAST_START or self._comes(1, index):
            return False
        return (
            marker.marking is not None or self._comes(number + 1, index) or (marker.pilcrow and marker.blank)
        )

    def _is_inner_step(self, index: int) -> bool:
        """Tell whether a list or document that started again at 1 goes on here."""
        number = self.numbers[index]
        if not self.inner or number != self.inner + 1 or self.last is None:
            return False
        marked = self.marked and self.markers[index].marking is not None
        return number != self.last + 1 or self._has_rival(index, marked=marked)

    def _goes_on(self, index: int, last: int) -> bool:
        marker, number = self.markers[index], self.numbers[index]
        # Where it stands is dear to look at, and so comes last.
        if number == last + 1:
            return marker.marking is not None or (self._is_next(index, last) and marker.edge)
        if number == 1 and (last != 1 or marker.marking is None):
            return last > 1 and self._starts_part(index, last)
        if number > last:
            return self._jumps(index, last) and marker.edge
        if marker.inline or self.inner:
            return False
        if marker.marking:
            return number >= last - 2 and marker.edge
        return not self.marked and number == last and marker.blank

    def _starts_part(self, index: int, last: int) -> bool:
        """Tell whether the numbering starts again for good, with a marking below an underlined heading."""
        marker = self.markers[index]
        return (
            marker.marking is not None
            and marker.blank
            and marker.before.rstrip().endswith(_RULE_ENDS)
            and self._comes(2, index)
            and not self._comes(last + 1, index)
        )

    def _is_next(self, index: int, last: int) -> bool:
        """Tell whether the next number, printed without a marking, is that of a paragraph."""
        if not self.marked:
            return True
        if self.markers[index].inline:
            return self._comes(last + 2, index)
        return not self._has_rival(index, marked=True)

    def _jumps(self, index: int, last: int) -> bool:
        """Tell whether a number beyond the next one is believed: a small gap that nothing fills later."""
        marker = self.markers[index]
        gap = self.numbers[index] - last
        if marker.marking is not None:
            return gap <= _NEAR or (not marker.inline and gap <= _FAR and not self._comes(last + 1, index))
        return not self.marked and gap <= _NEAR and marker.blank and not self._comes(last + 1, index)

    def _comes(self, number: int, index: int) -> bool:
        places = self.places.get(number)
        return places is not None and places[-1] > index

    def _has_rival(self, index: int, *, marked: bool) -> bool:
        """Tell whether a better place for the same number comes later.

        In a cable with portion markings that is one with a marking; in any other, one that does not follow
        its own predecessor: that would be a step of another list.
        """
        number = self.numbers[index]
        return any(
            place > index
            and (self.markers[place].marking is not None if marked else self.numbers[place - 1] != number - 1)
            for place in self.places[number]
        )
