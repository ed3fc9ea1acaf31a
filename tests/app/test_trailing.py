"""Names and references followed out of the open cable: pages, ledger, walks, and back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cableview import locations
from cableview.app.screens.card import CableCard
from cableview.app.screens.citing import CitingScreen
from cableview.app.screens.entity import EntityScreen
from cableview.app.screens.main import MainScreen
from cableview.app.screens.missing import MissingScreen
from cableview.app.widgets.ledger import Ledger
from cableview.app.widgets.side_entities import EntitiesTab
from cableview.importing import extract_entities
from cableview.model.document import Document
from tests.support.driving import Driver, driving
from tests.support.libraries import made_pair, make_library, seed_library
from tests.support.screen_text import screen_text


@pytest.fixture
def seeds() -> locations.Library:
    """The bundled cables, their entities counted."""
    places = seed_library()
    extract_entities(places, workers=1)
    return places


async def go(d: Driver, cable_id: str, number: int) -> None:
    await d.press("colon")
    await d.type(f"{cable_id}\r")
    await d.on(cable_id)
    await d.press("colon")
    await d.type(f"{number}\r")
    await d.on(cable_id, number)


async def screen(d: Driver, kind: type[object]) -> str:
    """Wait for a screen with its text."""
    await d.until(lambda: isinstance(d.app.screen, kind), kind.__name__)
    await d.pilot.pause()
    return screen_text(d.app)


async def test_the_panel_counts_names_of_paragraph_cable_and_library(seeds: locations.Library) -> None:
    async with driving(seeds) as d:
        await go(d, "08BEIJING2648", 7)
        await d.until(lambda: "In ¶7" in screen_text(d.app), "the names of the paragraph")
        lines = [line for line in screen_text(d.app).splitlines() if "│ ECXIR Trad" in line]
        assert lines[0].rstrip(" │").split()[-2:] == ["2", "1"]
        places = [line for line in screen_text(d.app).splitlines() if "│ Iran " in line]
        assert places[0].rstrip(" │").split()[-2:] == ["7", "4"]
        await d.press("k")
        await d.until(lambda: "In ¶6" in screen_text(d.app), "the names of the paragraph before")


async def test_enter_walks_the_mentions_and_at_the_end_filters(seeds: locations.Library) -> None:
    async with driving(seeds) as d:
        await go(d, "08BEIJING2648", 7)
        await d.until(lambda: "In ¶7" in screen_text(d.app), "the names of the paragraph")
        await d.press("alt+3")
        tab = d.main.side.query_one(EntitiesTab)
        entity = tab.entity
        assert entity is not None
        d.main.side.tab.action_cursor_down()
        entity = tab.entity
        assert entity is not None
        name, kind = entity.name, entity.type
        seen = []
        for _ in range(30):
            await d.press("enter")
            await d.pilot.pause()
            if d.main.search_box.value:
                break
            assert d.main.reader.selected is not None
            place, link = d.main.reader.selected
            assert (link.kind, link.entity) == (kind, name)
            seen.append((place, link.start))
        assert len(seen) == len(set(seen)) >= 1
        assert d.main.search_box.value == f'entity:"{name}"'


async def test_the_page_of_a_name_goes_to_its_paragraphs(seeds: locations.Library) -> None:
    async with driving(seeds) as d:
        await go(d, "08BEIJING1050", 1)
        await d.press("g", "e")
        assert "Enter: all paragraphs" in str(d.main.reader.border_subtitle)
        d.main.reader.walk("PLACE", "United States")
        await d.press("enter")
        text = await screen(d, EntityScreen)
        assert "United States · place" in text
        assert "Named in 5 cables, Apr 2007 to Aug 2008 · newest first" in text
        assert "2007" in text.splitlines()[7] + text.splitlines()[6] + text.splitlines()[8]
        await d.press("comma")
        await d.until(lambda: "Named in 1 cable in Aug 2008, of 5" in screen_text(d.app), "one month")
        await d.press("escape", "o")
        await d.until(lambda: "oldest first" in screen_text(d.app), "the other order")
        await d.until(lambda: "07BEIJING2896" in screen_text(d.app), "the oldest cable")
        await d.press("enter")
        await d.on("07BEIJING2896")
        await d.press("ctrl+o")
        await d.on("08BEIJING1050")


async def test_a_name_nobody_counted_teaches_the_next_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MainScreen, "find_names", lambda _: None)
    async with driving(seed_library()) as d:
        await go(d, "08BEIJING1050", 2)
        d.main.reader.walk("PLACE", "China")
        await d.press("enter")
        assert "5 cables still wait to be counted" in await screen(d, EntityScreen)
        await d.press("f")
        await d.until(lambda: isinstance(d.app.screen, MainScreen), "the panes")
        await d.until(lambda: d.main.search_box.value == '"China"', "the search")
        await d.until(lambda: d.main.cables.has_focus, "the hits")


async def test_a_peek_shows_what_both_citers_call_a_missing_cable(seeds: locations.Library) -> None:
    async with driving(seeds) as d:
        await go(d, "08BEIJING2648", 7)
        await d.press("enter")
        text = await screen(d, CableCard)
        assert "○ Not in this library · cited by 2 cables" in text
        assert "Must be of August 2007" in text
        assert "08BEIJING2648 ¶7 Ref G · 7 Jul 2008  CPEI" in text
        assert "08BEIJING1050 ¶2 Ref A · 20 Mar 2008" in text
        assert "August Nonproliferation Dialogue (ref A)" in " ".join(
            line.strip(" │▌▏") for line in text.splitlines()
        )
        assert "Cited together with it" in text
        await d.press("j", "enter")
        await d.on("08BEIJING1050", 2)
        await d.press("ctrl+o")
        await d.on("08BEIJING2648", 7)


async def test_the_page_of_a_cable_nobody_holds(seeds: locations.Library) -> None:
    async with driving(seeds) as d:
        await go(d, "08BEIJING2648", 7)
        await d.press("enter")
        await screen(d, CableCard)
        await d.press("c")
        text = await screen(d, CitingScreen)
        assert "Older than the cables that cite it" in text
        assert "In 2006, said Zhang" in text
        await d.press("G")
        await d.until(lambda: "Cited together with it" in screen_text(d.app), "what is cited with it")
        await d.press("escape")
        await d.until(lambda: d.app.screen is d.main, "the panes")


async def test_the_ledger_leads_to_citers_and_files(seeds: locations.Library, tmp_path: Path) -> None:
    async with driving(seeds) as d:
        await d.press("m")
        await screen(d, MissingScreen)
        await d.until(lambda: "18 cables are cited here" in screen_text(d.app), "the ledger")
        await d.until(lambda: "BELLAMAX  in 08BEIJING2648 ¶4 (Ref C)" in screen_text(d.app), "its entries")
        await d.press("E")
        target = tmp_path / "asked.csv"
        prompt = d.app.screen.query_one("Input")
        prompt.value = str(target)  # type: ignore[attr-defined]
        await d.press("enter")
        await d.until(target.exists, "the file")
        with target.open(encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == 18
        await d.until(lambda: isinstance(d.app.screen, MissingScreen), "the ledger again")
        await d.press("j", "enter")
        assert "07BEIJING5361" in await screen(d, CitingScreen)
        await d.press("enter")
        await d.on("08BEIJING2648", 7)
        await d.press("m")
        await screen(d, MissingScreen)
        await d.press("o")
        await d.until(lambda: "by number" in screen_text(d.app), "the other order")


async def test_the_ledger_is_filtered_as_one_types(seeds: locations.Library) -> None:
    async with driving(seeds) as d:
        await d.press("m")
        await screen(d, MissingScreen)
        await d.until(lambda: "18 cables are cited here" in screen_text(d.app), "the ledger")
        await d.press("slash")
        await d.type("bellamax")
        ledger = d.app.screen_stack[1].query_one(Ledger)
        await d.until(lambda: len(ledger.keys) == 1, "the one of that title, below the prompt")
        await d.press("enter")
        await d.until(lambda: "1 with bellamax · of 18" in screen_text(d.app), "what is listed")
        assert "Esc shows all" in screen_text(d.app)
        await d.press("slash")
        await d.type(" qqq\r")
        await d.until(lambda: "None of them has all of that" in screen_text(d.app), "what can be asked")
        await d.press("escape")
        await d.until(lambda: "18 cables are cited here" in screen_text(d.app), "all of them")
        await d.press("slash")
        await d.type("aug 2007")
        await d.press("escape")
        await d.until(lambda: "18 cables are cited here" in screen_text(d.app), "all of them")
        await d.press("escape")
        await d.until(lambda: d.app.screen is d.main, "the panes")


async def test_a_library_that_misses_nothing_says_so() -> None:
    lone = Document("a.txt", made_pair()[0].text)
    async with driving(make_library([lone])) as d:
        await d.press("m")
        await screen(d, MissingScreen)
        await d.until(lambda: "Nothing is missing" in screen_text(d.app), "the empty ledger")
        await d.press("escape", "C")
        assert "no cable of this library cites it" in await screen(d, CitingScreen)


async def test_the_tab_of_citers_has_their_words() -> None:
    async with driving(make_library(made_pair())) as d:
        await d.press("colon")
        await d.type("08rome100\r")
        await d.on("08ROME100")
        d.main.side.active = 2
        await d.until(lambda: "“As reftel said, the port" in screen_text(d.app), "the words")
