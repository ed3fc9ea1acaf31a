"""The first line: progress and work, as much of both as there is room for."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from cableview.app.themes import THEMES
from cableview.app.widgets.bars import HeaderLine
from tests.support.screen_text import widget_text

WORK = "entities 500 of 248,311 · 53/s · 78 min left"


class HeaderApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        yield HeaderLine()


@pytest.mark.parametrize(
    ("width", "busy", "said"),
    [
        (120, "", "249,611 cables · 249,607 undecided ━━━━━━━━━━━━ 0%"),
        (50, "", "249,607 undecided"),
        (30, "", ""),
        (120, WORK, f"249,611 cables · 249,607 undecided ━━━━━━━━━━━━ 0%  {WORK}"),
        (90, WORK, f"249,607 undecided  {WORK}"),
        (80, WORK, "249,607 undecided  entities 500 of 248,311"),
        (50, WORK, "entities 500 of 248,311"),
        (30, WORK, ""),
    ],
)
async def test_what_fits_is_said(width: int, busy: str, said: str) -> None:
    app = HeaderApp()
    async with app.run_test(size=(width, 3)) as pilot:
        header = app.query_one(HeaderLine)
        header.library, header.total, header.decided, header.busy = "main", 249_611, 4, busy
        await pilot.pause()
        line = widget_text(header).split("\n")[0]
        assert line.split("main", 1)[1].strip() == said
        assert len(line) <= width


async def test_one_cable_is_no_cables() -> None:
    app = HeaderApp()
    async with app.run_test(size=(80, 3)) as pilot:
        app.query_one(HeaderLine).total = 1
        await pilot.pause()
        assert " 1 cable · 1 undecided" in widget_text(app.query_one(HeaderLine))
