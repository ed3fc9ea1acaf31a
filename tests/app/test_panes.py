from __future__ import annotations

import pytest

from cableview.app.panes import Pane, shown, slides_over


@pytest.mark.parametrize(
    ("width", "focused", "zoomed", "expected"),
    [
        (200, Pane.LIST, False, {Pane.LIST, Pane.READER, Pane.SIDE}),
        (120, Pane.READER, False, {Pane.LIST, Pane.READER, Pane.SIDE}),
        (119, Pane.READER, False, {Pane.LIST, Pane.READER}),
        (90, Pane.SIDE, False, {Pane.LIST, Pane.READER, Pane.SIDE}),
        (89, Pane.LIST, False, {Pane.LIST}),
        (80, Pane.SIDE, False, {Pane.SIDE}),
        (200, Pane.READER, True, {Pane.READER}),
    ],
)
def test_panes_that_fit(width: int, focused: Pane, zoomed: bool, expected: set[Pane]) -> None:
    assert shown(width, focused, zoomed=zoomed) == expected


def test_the_side_panel_lies_over_the_reader_in_two_panes() -> None:
    assert [slides_over(width, zoomed=False) for width in (80, 100, 120)] == [False, True, False]
    assert not slides_over(100, zoomed=True)
