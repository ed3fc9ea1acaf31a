"""Dialogs close once, and say what goes wrong in them."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.screen import Screen

from cableview.app.screens.citing import CitingScreen
from cableview.app.screens.missing import MissingScreen
from cableview.store import StoreError
from cableview.store.library import Library
from tests.support.driving import Driver, driving
from tests.support.libraries import seed_library
from tests.support.screen_text import screen_text


async def shown(d: Driver, kind: type[Screen[Any]]) -> Screen[Any]:
    await d.until(lambda: isinstance(d.app.screen, kind), kind.__name__)
    return d.app.screen


async def open_ledger(d: Driver) -> MissingScreen:
    await d.press("m")
    ledger = await shown(d, MissingScreen)
    assert isinstance(ledger, MissingScreen)
    await d.until(lambda: ledger.ledger.keys, "the missing cables")
    return ledger


async def test_a_second_answer_leaves_the_screen_below_alone() -> None:
    async with driving(seed_library()) as d:
        ledger = await open_ledger(d)
        await d.press("enter")
        above = await shown(d, CitingScreen)
        above.dismiss(None)
        above.dismiss(None)
        await d.press("j")
        await d.until(lambda: d.app.screen is ledger, "the ledger")
        await d.press("escape")
        await d.until(lambda: d.app.screen is d.main, "the panes")
        ledger.dismiss(None)
        await d.press("j")
        assert d.app.screen is d.main


async def test_enter_before_a_row_is_read_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    readable = Event()
    entries = Library.missing_entries

    def late(*given: Any) -> Any:
        readable.wait(30)
        return entries(*given)

    monkeypatch.setattr(Library, "missing_entries", late)
    async with driving(seed_library()) as d:
        await open_ledger(d)
        await d.press("enter")
        readable.set()
        await shown(d, CitingScreen)


async def test_a_dialog_says_what_the_disk_would_not_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise StoreError(Path("library[/x].db"), "cannot be read", "look at it")

    monkeypatch.setattr(Library, "missing_keys", fails)
    async with driving(seed_library()) as d:
        await d.press("m")
        await shown(d, MissingScreen)
        await d.until(lambda: "library[/x].db: cannot be read" in screen_text(d.app), "the reason")
        await d.press("escape")
        await d.until(lambda: d.app.screen is d.main, "the panes")
