from __future__ import annotations

import pytest

from cableview.app.panes import Pane, shown

LIST, READER, SIDE = Pane


@pytest.mark.parametrize(
    ("width", "before", "focused", "expected"),
    [
        (200, READER, LIST, {LIST, READER, SIDE}),
        (120, LIST, READER, {LIST, READER, SIDE}),
        (119, READER, LIST, {LIST, READER}),
        (119, SIDE, LIST, {LIST, READER}),
        (119, LIST, READER, {LIST, READER}),
        (119, SIDE, READER, {READER, SIDE}),
        (90, READER, SIDE, {READER, SIDE}),
        (90, LIST, SIDE, {LIST, SIDE}),
        (90, SIDE, SIDE, {READER, SIDE}),
        (89, READER, LIST, {LIST}),
        (80, READER, SIDE, {SIDE}),
    ],
)
def test_panes_that_fit(width: int, before: Pane, focused: Pane, expected: set[Pane]) -> None:
    assert shown(width, focused, before, zoomed=False) == expected
    assert shown(width, focused, before, zoomed=True) == {focused}
