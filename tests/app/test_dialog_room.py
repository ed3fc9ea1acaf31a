"""Dialogs in terminals of few lines and columns: what is typed and chosen can be seen, and how to leave."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from cableview.app.widgets.dialog_box import DialogBox, fitting
from tests.support.driving import Driver, driving
from tests.support.libraries import seed_library

DIALOGS: tuple[tuple[str, ...], ...] = (
    ("alt+1", "m"),
    ("S",),
    ("R",),
    ("D",),
    ("question_mark",),
    ("alt+2", "F"),
    ("g", "d"),
    ("g", "r", "enter"),
    ("alt+3", "M"),
    ("X",),
    ("A",),
    ("T",),
    ("e",),
    ("p",),
)
"""Keys that open each, in this order."""


@pytest.mark.parametrize(("hints", "room", "said"), [
    (("Enter goes there", "o order", "Esc closes"), 60, "Enter goes there · o order · Esc closes"),
    (("Enter goes there", "o order", "Esc closes"), 30, "Enter goes there · Esc closes"),
    (("Enter goes there", "o order", "Esc closes"), 12, "Esc closes"),
    (("Esc closes",), 3, "Esc closes"),
    ((), 10, ""),
])  # fmt: skip
def test_how_to_leave_is_said_first(hints: tuple[str, ...], room: int, said: str) -> None:
    assert fitting(hints, room) == said


@pytest.mark.parametrize("size", [(40, 12), (60, 18), (80, 24)])
async def test_nothing_of_a_dialog_is_cut_off(size: tuple[int, int]) -> None:
    async with driving(seed_library(), size) as d:
        await d.until(lambda: d.main.started, "the start")
        await d.press("alt+2")
        await d.until(lambda: d.main.reader.sheet, "the text")
        await d.press("alt+3")
        await d.until(lambda: d.main.side.tab.highlighted is not None, "the names")
        for keys in DIALOGS:
            await d.press(*keys)
            box = await _opened(d, keys)
            inside = box.content_region
            cut = [
                child for child in box.children if child.display and not inside.contains_region(child.region)
            ]
            assert not cut, f"{keys}: {cut} in {inside}"
            spare = inside.bottom - max(child.region.bottom for child in box.children if child.display)
            assert spare <= 1 or not box.styles.is_auto_height, f"{keys}: {spare} lines of nothing"
            said = str(box.border_subtitle)
            assert said.rpartition(" · ")[2].startswith("Esc"), keys
            assert cell_len(said) <= box.outer_size.width - 6, keys
            await d.press("escape")
            await d.until(lambda: d.app.screen is d.main, "the panes")


async def _opened(d: Driver, keys: tuple[str, ...]) -> DialogBox:
    await d.until(lambda: d.app.screen.query(DialogBox), f"what {keys} open")
    await d.until(lambda: d.app.screen.query_one(DialogBox).border_subtitle, "its keys")
    await d.press()
    return d.app.screen.query_one(DialogBox)
