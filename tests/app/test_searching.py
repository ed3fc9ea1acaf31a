"""The search box: as one types, no late answers, what to do when nothing is found."""

from __future__ import annotations

import asyncio
from array import array
from dataclasses import replace
from typing import Any

import pytest
from textual import events
from textual.geometry import Region
from textual.widget import Widget

from cableview.app.messages import SearchFinished
from cableview.app.page import Page
from cableview.app.pages import read_page
from cableview.app.panes import Pane
from cableview.app.screens import listing, previewing, reading, searching
from cableview.app.sorting import Sort, only
from cableview.model.query import Query
from cableview.search import Searcher, SearchResult, parse_query
from tests.support.driving import Driver, driving
from tests.support.libraries import seed_library
from tests.support.screen_text import screen_text


async def test_a_typo_is_said_lit_and_taken_back() -> None:
    async with driving(seed_library()) as d:
        await d.press("slash")
        await d.type("norinko")
        await d.until(lambda: d.main.result is not None and d.main.result.hits, "hits")
        await d.until(lambda: "(corrected from" in screen_text(d.app), "the correction")
        assert "Found 2" in screen_text(d.app)
        await d.press("enter")
        await d.until(lambda: d.main.page and "norinco" in d.main.page.lit, "lit words")
        await d.press("alt+1", "o")
        await d.until(lambda: d.main.hit_sort is Sort.NEWEST, "another order")
        await d.until(lambda: "newest" in screen_text(d.app), "the order on the border")
        await d.press("slash", "escape")
        await d.until(lambda: d.main.result is None, "no search")
        await d.until(lambda: len(d.main.cables.keys) == 5, "every cable")
        await d.press("escape")
        await d.until(lambda: d.main.cables.has_focus, "the list")


async def test_nothing_found_teaches_and_offers_near_ids() -> None:
    async with driving(seed_library()) as d:
        await d.press("slash")
        await d.type("08beijing2649")
        await d.until(lambda: "Nothing found" in screen_text(d.app), "the lesson")
        await d.until(lambda: d.main.listed and d.main.listed.query.text == "08beijing2649", "its answer")
        await d.until(lambda: d.main.page and d.main.page.named and not d.main._naming, "the names")
        d.main.header.busy = "preparing the search"
        await d.until(lambda: "Nothing found yet" in screen_text(d.app), "that more may come")
        d.main.header.busy = ""
        await d.until(lambda: "08BEIJING2648" in screen_text(d.app), "the near id")
        assert "All of it must hold" not in screen_text(d.app)
        await d.type(" zzzz")
        await d.until(lambda: "All of it must hold" in screen_text(d.app), "what to try")
        await d.press("enter")
        assert d.app.is_running


async def test_the_others_follow_once_typing_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "FIRST", 2)
    async with driving(seed_library()) as d:
        asked: list[int] = []
        search = d.main.search

        async def noted(text: str, limit: int, patience: float | None = None) -> SearchResult:
            asked.append(limit)
            return await search(text, limit, patience)

        monkeypatch.setattr(d.main, "search", noted)
        await d.press("slash")
        await d.type("china")
        await d.until(lambda: searching.LIMIT in asked, "the wish for all")
        assert asked[0] == 2
        await d.until(lambda: "Found 5 ·" in screen_text(d.app), "all that was found")


async def test_another_order_lists_all_that_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "FIRST", 1)
    monkeypatch.setattr(searching, "LIMIT", 2)
    async with driving(seed_library()) as d:
        everything = list(d.main.cables.keys)
        await d.press("slash")
        await d.type("china")
        await d.until(lambda: "Found 2 of 5" in screen_text(d.app), "the best of it")
        await d.press("enter", "alt+1", "o")
        await d.until(lambda: "Found 5 · newest" in screen_text(d.app), "all of it")
        assert list(d.main.cables.keys) == everything
        await d.press("o")
        await d.until(lambda: "Found 5 · oldest" in screen_text(d.app), "the other way round")
        assert list(d.main.cables.keys) == everything[::-1]


async def test_what_was_not_counted_is_counted_once_typing_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    async with driving(seed_library()) as d:
        search = d.main.search
        rested = asyncio.Event()

        async def slow(text: str, limit: int, patience: float | None = None) -> SearchResult:
            result = await search(text, limit, patience)
            if patience == searching.LONGER:
                await rested.wait()
                return result
            return replace(result, total=len(result.hits), counted=False)

        monkeypatch.setattr(d.main, "search", slow)
        await d.press("slash")
        await d.type("china")
        await d.until(lambda: "Found 5 of 5 or more" in screen_text(d.app), "what is known so far")
        rested.set()
        await d.until(lambda: "Found 5 ·" in screen_text(d.app), "the count")


async def test_a_search_that_takes_longer_than_a_moment_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    async with driving(seed_library()) as d:
        found = held_up(d, monkeypatch)
        await d.press("slash")
        await d.type("china")
        await d.until(lambda: "Looking…" in screen_text(d.app), "that it takes longer")
        found.set()
        await d.until(lambda: "Found 5 ·" in screen_text(d.app), "the answer")


async def test_nothing_is_looked_for_once_the_search_is_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    async with driving(seed_library()) as d:
        cleared = held_up(d, monkeypatch)
        await d.press("slash")
        await d.type("china")
        await d.press("escape")
        d.main.list_pane.label("Looking…", "")
        cleared.set()
        await d.until(lambda: not d.main._seeking, "the end of the search")
        assert "Cables 5 ·" in screen_text(d.app)


def held_up(d: Driver, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Let no search go on before the event is set."""
    search = d.main.search
    free = asyncio.Event()

    async def slow(text: str, limit: int, patience: float | None = None) -> SearchResult:
        await free.wait()
        return await search(text, limit, patience)

    monkeypatch.setattr(d.main, "search", slow)
    return free


def listed(d: Driver) -> str:
    """Return the query that the list answers."""
    return d.main.listed.query.text if d.main.listed else ""


async def test_no_answer_moves_the_list() -> None:
    async with driving(seed_library()) as d:
        whole = d.main.cables.region
        await d.press("slash")
        await d.until(lambda: d.main.cables.region.height < whole.height, "room for the words")
        region = d.main.cables.region
        for text in ("china", " norinko", " export"):
            await d.type(text)
            await d.until(lambda text=text: listed(d).endswith(text), text)
            await d.pilot.pause()
            assert d.main.cables.region == region
        await d.press("escape", "escape")
        await d.until(lambda: d.main.cables.region == whole, "the room of the words")


async def test_what_was_asked_before_is_not_listed_over_a_newer_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with driving(seed_library()) as d:
        newer = SearchResult(parse_query("newer"))
        order = d.main._order

        async def beside_an_answer(sort: Sort) -> array[int]:
            d.main.result = newer
            return await order(sort)

        d.main.cables.show(array("Q"))
        monkeypatch.setattr(d.main, "_order", beside_an_answer)
        await d.main.list_now()
        assert not d.main.cables.keys
        assert d.main.listed is not newer


async def test_words_pasted_in_several_lines_are_all_searched() -> None:
    async with driving(seed_library()) as d:
        await d.press("slash")
        await d.type("zhang ")
        d.main.search_box.post_message(events.Paste("praised past\n     fruitful\r\ncooperation\n"))
        await d.until(lambda: d.main.result is not None and len(d.main.result.hits) == 1, "one hit")
        assert d.main.search_box.value.split() == ["zhang", "praised", "past", "fruitful", "cooperation"]


async def test_a_late_answer_is_dropped() -> None:
    async with driving(seed_library()) as d:
        late = SearchResult(parse_query("late"), total=99)
        d.main.post_message(SearchFinished(-1, late))
        await d.pilot.pause()
        assert d.main.result is None


async def test_no_older_answer_is_shown_after_a_newer_one() -> None:
    async with driving(seed_library()) as d:
        shown: list[str] = []
        settle = d.main._settle

        def noted(result: SearchResult | None, *, stay: bool = False) -> None:
            shown.append(result.query.text if result else "")
            settle(result, stay=stay)

        d.main._settle = noted  # type: ignore[method-assign]
        await d.press("slash")
        for text in ("norinko exports", " iran", " sale"):
            await d.type(text)
        whole = "norinko exports iran sale"
        await d.until(lambda: shown[-1:] == [whole], "the last answer")
        assert all(whole.startswith(text) for text in shown)
        assert [len(text) for text in shown] == sorted(len(text) for text in shown)


async def test_enter_before_the_answer_reads_its_first_hit() -> None:
    async with driving(seed_library()) as d:
        await d.press("slash")
        await d.type("07beijing2896\r")
        await d.on("07BEIJING2896")
        assert d.main.reader.has_focus


async def test_an_odd_query_has_a_caret_below_its_place() -> None:
    async with driving(seed_library()) as d:
        await d.press("slash")
        await d.type("norinco date:never ")
        await d.until(lambda: "^^^^^" in screen_text(d.app), "the caret")
        rows = screen_text(d.app).split("\n")
        below = next(n for n, row in enumerate(rows) if "^^^^^" in row)
        assert rows[below].index("^") >= rows[below - 1].index("date:never")
        assert d.main.result is not None


async def test_a_first_key_in_the_list_says_what_may_follow() -> None:
    async with driving(seed_library()) as d:
        await d.press("semicolon")
        await d.until(lambda: "; …" in str(d.main.list_pane.border_subtitle), "the keys")
        await d.press("t")
        await d.until(lambda: "; …" not in str(d.main.list_pane.border_subtitle), "no keys")


async def test_a_name_of_the_panel_is_searched() -> None:
    async with driving(seed_library()) as d:
        await d.press("alt+3", "f")
        await d.until(lambda: d.main.result is not None and d.main.result.hits, "hits")
        assert d.main.search_box.value


def test_orders_turn_and_relevance_is_for_searches() -> None:
    assert Sort.ID.turn(1, searching=False) is Sort.NEWEST
    assert Sort.ID.turn(1, searching=True) is Sort.RELEVANCE
    assert Sort.NEWEST.turn(-1, searching=False) is Sort.ID
    assert Sort.RELEVANCE.turn(1, searching=False) is Sort.OLDEST


def test_hits_take_the_order_of_the_library() -> None:
    assert list(only(array("Q", [5, 3, 9, 1]), [1, 9])) == [9, 1]
    assert isinstance(parse_query("x"), Query)


@pytest.mark.parametrize("typed", ["norinco", "qzqzqz"])
async def test_escape_in_the_list_ends_the_search(typed: str) -> None:
    async with driving(seed_library()) as d:
        await d.press("slash")
        await d.type(typed)
        await d.until(lambda: d.main.result is not None and d.main.result.query.text == typed, "its answer")
        await d.press("down", "escape")
        await d.until(lambda: d.main.result is None, "no search")
        assert not d.main.search_box.value


async def test_a_search_lays_nothing_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[str] = []
    refresh = Widget.refresh

    def noted(self: Widget, *regions: Region, layout: bool = False, **how: bool) -> Widget:
        if layout:
            laid.append(repr(self))
        return refresh(self, *regions, layout=layout, **how)

    async with driving(seed_library()) as d:
        await d.press("slash")
        await d.until(lambda: d.main.page and d.main.page.named and not d.main._naming, "the names")
        monkeypatch.setattr(Widget, "refresh", noted)
        for letters in ("norinco", " iran", " zzz"):
            await d.type(letters)
            text = d.main.search_box.value
            await d.until(lambda text=text: d.main.listed and d.main.listed.query.text == text, text)
        await d.until(lambda: "Nothing found" in screen_text(d.app), "the lesson")
        await d.press(*["backspace"] * 4)
        await d.until(lambda: "Found" in screen_text(d.app) and d.main.cables.keys, "the hits")
    assert laid == []


async def test_alt_and_a_digit_leave_the_search_box_as_most_terminals_send_them() -> None:
    async with driving(seed_library()) as d:
        await d.press("slash")
        await d.type("iran")
        d._send("pound_sign", "£")
        await d.until(lambda: d.main.pane is Pane.SIDE, "the side panel")
        assert d.main.search_box.value == "iran"


async def test_the_open_cable_is_under_the_cursor_again_after_nothing_was_found() -> None:
    async with driving(seed_library()) as d:
        await d.press("G")
        last = d.main.cables.current_key
        await d.press("slash")
        await d.type("zzzqqq")
        await d.until(lambda: "Nothing found" in screen_text(d.app), "the lesson")
        await d.press("escape")
        await d.until(lambda: len(d.main.cables.keys) == 5, "every cable")
        assert d.main.cables.current_key == last == d.main.here


async def test_the_reader_follows_the_search_once_no_key_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previewing, "TYPED_REST", 3600)
    async with driving(seed_library()) as d:
        await d.until(lambda: d.main.page, "the first cable")
        opened = d.cable
        await d.press("slash")
        await d.type("norinko")
        await d.until(lambda: d.main.listed and d.main.listed.hits, "hits")
        assert d.main.page
        assert d.main.page.held.key != d.main.here == d.main.cables.keys[0]
        await d.type(" zzzqqq")
        await d.until(lambda: "Nothing found" in screen_text(d.app), "the lesson")
        assert d.cable == opened
        monkeypatch.setattr(previewing, "TYPED_REST", 0)
        await d.press("escape")
        await d.until(lambda: d.cable != opened, "what the list stands on")
        assert d.main.page
        assert d.main.page.held.key == d.main.here == d.main.cables.current_key


async def test_a_search_gives_its_memory_back_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "LET_GO", 0)
    let_go: list[None] = []
    monkeypatch.setattr(Searcher, "let_go", lambda searcher: let_go.append(searcher.reload()))
    async with driving(seed_library()) as d:
        await d.press("slash")
        await d.type("norinko")
        await d.until(lambda: let_go, "a rest")
        await d.type(" china")
        await d.until(lambda: d.main.listed and d.main.listed.query.text == "norinko china", "its answer")
        assert d.main.listed
        assert d.main.listed.hits
        let_go.clear()
        await d.press("escape")
        await d.until(lambda: let_go, "a rest after the search was cleared")


async def test_a_key_keeps_the_memory_for_its_search(monkeypatch: pytest.MonkeyPatch) -> None:
    async with driving(seed_library()) as d:
        await d.press("slash")
        await d.type("norinko")
        await d.until(lambda: any(one.group == "let-go" for one in d.app.workers), "the wait for a rest")
        before = next(one for one in d.app.workers if one.group == "let-go")
        await d.type(" ")
        assert before.is_cancelled


async def test_further_hits_leave_the_reader_what_was_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with driving(seed_library()) as d:
        await d.press("slash")
        await d.type("china")
        await d.until(lambda: d.main.listed and d.main.listed.hits and d.main.page, "hits")
        free = asyncio.Event()

        async def slow(*args: Any) -> Page | None:
            await free.wait()
            return await read_page(*args)

        monkeypatch.setattr(reading, "read_page", slow)
        await d.press("down", "j", "j", "enter")
        chosen = d.main.here
        d.main.search_again()
        await d.until(lambda: d.main._answered == d.main._number, "the answer again")
        free.set()
        await d.until(lambda: d.main.page and d.main.page.held.key == chosen, "the chosen cable")
        await d.until(lambda: chosen in d.main.read_now, "that it is read")
