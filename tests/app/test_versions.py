"""The versions of a cable over the panes."""

from __future__ import annotations

import unicodedata

import pytest

from cableview.app.keys import declared
from cableview.app.screens.versions import VersionsScreen
from cableview.app.widgets.differences import Differences
from cableview.model.document import Document
from tests.support.driving import Driver, driving
from tests.support.libraries import make_library
from tests.support.screen_text import screen_text
from tests.support.versions import NEW_BODY, OLD_BODY, two_versions, version


async def open_versions(d: Driver) -> VersionsScreen:
    await d.on("08ROME200")
    await d.press("D")
    await d.until(lambda: isinstance(d.app.screen, VersionsScreen), "the versions")
    screen = d.app.screen
    assert isinstance(screen, VersionsScreen)
    await d.until(lambda: screen.versions is not None, "the comparison")
    return screen


@pytest.mark.parametrize("size", [(160, 50), (80, 40)])
async def test_the_versions_are_listed_and_compared(size: tuple[int, int]) -> None:
    async with driving(make_library(two_versions()), size) as d:
        await open_versions(d)
        text = screen_text(d.app)
        for words in (
            "older  older.txt",
            "newer  newer.txt",
            "1 paragraph redacted, 1 reworded, 1 only in the newer",
            "subject reworded",
            "¶1 wrapped otherwise",
            "¶2 redacted: in the newer",
            "XXXXXXXXXXXX named the three ships.",
            "¶3 reworded",
            "¶5 only in the newer",
        ):
            assert words in text
        stacked = any("older" in line and "Deputy Director" in line for line in text.splitlines())
        assert stacked == (size[0] == 80)
        await d.press("escape")
        assert d.app.screen is d.main


async def test_enter_goes_to_the_paragraph() -> None:
    async with driving(make_library(two_versions())) as d:
        await open_versions(d)
        await d.press("G", "enter")
        await d.until(lambda: d.app.screen is d.main, "the panes")
        await d.on("08ROME200", 5)


async def test_a_paragraph_that_only_another_version_has_is_no_place_to_go() -> None:
    other = Document("newer.txt", version([*OLD_BODY[:3], "4. (U) Ferries sail every day at noon."]))
    async with driving(make_library([Document("older.txt", version(OLD_BODY)), other])) as d:
        screen = await open_versions(d)
        await d.press("G", "k", "enter")
        await d.until(lambda: "not in the current version" in screen_text(d.app), "the answer")
        assert d.app.screen is screen


async def test_one_version_teaches_how_there_would_be_two() -> None:
    async with driving(make_library(two_versions()[:1])) as d:
        screen = await open_versions(d)
        assert "This cable has one version." in screen_text(d.app)
        assert not screen.differences.display
        await d.press("full_stop", "q")
        assert d.app.screen is d.main


async def test_any_other_version_can_be_compared_with_the_current_one() -> None:
    documents = [*two_versions(), Document("first.txt", version(NEW_BODY[:2], subject="FERRIES"))]
    async with driving(make_library(documents[::-1])) as d:
        screen = await open_versions(d)
        first = screen.compared
        assert first is not None
        assert "another version" in screen_text(d.app)
        await d.press("full_stop")
        assert screen.compared is not first
        await d.press("comma")
        assert screen.compared is first


def test_the_keys_are_declared_whole() -> None:
    for kind in (VersionsScreen, Differences):
        for binding in declared(kind).values():
            assert binding.description
            assert binding.tooltip


async def test_a_harmful_text_is_shown_and_not_obeyed() -> None:
    harm = "\x1b]52;c;aGk=\x07 [/x] [b]bold \x9b31m \u202eEMOR\u202c"
    old = Document("older\x1b[2J.txt", version([f"1. (C) See {harm}, he said."], subject=f"PORTS {harm}"))
    new = Document("newer.txt", version(["1. (C) See nothing, he said.", f"2. (C) More {harm}."]))
    async with driving(make_library([old, new]), (160, 50)) as d:
        await open_versions(d)
        text = screen_text(d.app)
        assert not {c for c in text if c != "\n" and unicodedata.category(c) in {"Cc", "Cf"}}
        assert "[/x] [b]bold" in text
        assert "older␛[2J.txt" in text
