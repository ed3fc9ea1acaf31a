"""Deciding by keys: quick hands, undo and redo, notes, export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cableview.app.messages import EndReached
from cableview.app.page import Page
from cableview.app.pages import read_page
from cableview.app.screens import reading
from cableview.app.screens.note import NoteScreen
from cableview.app.screens.prompt import Prompt
from cableview.app.session import Session
from cableview.model.marks import Decision
from cableview.store import open_marks
from tests.support.driving import driving
from tests.support.libraries import seed_library
from tests.support.screen_text import screen_text


async def test_decisions_typed_ahead_fall_on_one_cable_each() -> None:
    places = seed_library()
    async with driving(places) as d:
        order = [row.id for row in await d.main.rows_for(d.main.cables.keys)]
        await d.type("ax!")
        await d.until(lambda: d.main.header.decided == 3, "three decisions")
        await d.on(order[3])
        await d.type("s.")
        await d.until(lambda: d.main.header.decided == 5, "five decisions")
        await d.until(lambda: "Everything in this list is decided" in screen_text(d.app), "the end")
    with open_marks(places.marks) as marks:
        decisions = marks.decisions()
    assert [decisions[cable_id].sign for cable_id in order] == ["a", "x", "!", "s", "s"]


async def test_a_mark_that_is_set_while_its_cable_is_read_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    async with driving(seed_library()) as d:

        async def read_beside_a_mark(session: Session, cable_id: str) -> Page | None:
            page = await read_page(session, cable_id)
            await session.marks(lambda marks: marks.decide(cable_id, Decision.HOT))
            await d.main.marks_changed([])
            return page

        monkeypatch.setattr(reading, "read_page", read_beside_a_mark)
        before = d.cable
        await d.press("J")
        await d.until(lambda: d.cable != before, "the next cable")
        assert d.main.page is not None
        assert d.main.page.decision is Decision.HOT


async def test_the_cursor_stays_where_it_has_just_moved_when_the_page_is_shown_anew() -> None:
    async with driving(seed_library()) as d:
        assert d.main.page is not None
        d.main.reader.move_to(2)
        d.main.show_again(d.main.page)
        assert d.main.reader.cursor == 2


async def test_undo_and_redo_reach_back_beyond_the_start() -> None:
    places = seed_library()
    async with driving(places) as d:
        await d.press("a")
        await d.until(lambda: d.main.header.decided == 1, "the decision")
    async with driving(places) as d:
        await d.press("u")
        await d.until(lambda: d.main.header.decided == 0, "the undo")
        await d.press("u")
        await d.until(lambda: "Nothing to undo" in screen_text(d.app), "nothing")
        await d.press("ctrl+r")
        await d.until(lambda: d.main.header.decided == 1, "the redo")
    with open_marks(places.marks) as marks:
        assert list(marks.decisions().values()) == [Decision.RELEVANT]


async def test_a_flag_with_a_note_is_kept_shown_and_exported(home: Path) -> None:
    places = seed_library()
    async with driving(places) as d:
        await d.press("enter", "F")
        await d.until(lambda: isinstance(d.app.screen, NoteScreen), "the note")
        await d.type("ask [again] \x1b")
        await d.press("enter")
        await d.until(lambda: d.main.page and d.main.page.flags, "the flag")
        assert d.main.page is not None
        assert d.main.page.flags[0].note.startswith("ask [again]")
        await d.press("alt+3", "comma", "comma", "comma")
        await d.until(lambda: "ask [again]" in screen_text(d.app), "the note in the panel")
        file = home / "out.jsonl"
        await d.press("E")
        await d.until(lambda: isinstance(d.app.screen, Prompt), "the question")
        await d.press("ctrl+u")
        await d.type(str(file))
        await d.press("enter")
        await d.until(file.exists, "the file")
        await d.until(lambda: "1 flag written to" in screen_text(d.app), "the answer")
        await d.press("alt+2", "f")
        await d.until(lambda: d.main.page and not d.main.page.flags, "no flag")
    record = json.loads(file.read_text(encoding="utf-8").splitlines()[0])
    assert record["note"].startswith("ask [again]")


async def test_reading_on_passes_to_the_next_undecided_cable() -> None:
    async with driving(seed_library()) as d:
        first = d.cable
        for _ in range(6):
            await d.press("space")
        await d.until(lambda: d.cable != first, "another cable")


async def test_keys_at_the_end_of_a_cable_pass_over_no_other() -> None:
    async with driving(seed_library()) as d:
        order = d.main.cables.keys
        for _ in range(3):
            d.main.post_message(EndReached())
        await d.until(lambda: d.main.page and d.main.page.held.key == order[1], "the next cable")
        assert d.main.here == order[1]


async def test_a_pasted_command_goes_to_the_prompt_and_decides_nothing() -> None:
    places = seed_library()
    async with driving(places) as d:
        await d.type(":08BEIJING2648\r")
        await d.on("08BEIJING2648")
        await d.type("F[sic] ax!\r")
        await d.until(lambda: d.main.page and d.main.page.flags, "the flag")
        assert d.main.page is not None
        assert d.main.page.flags[0].note == "[sic] ax!"
        await d.press("alt+1")
        await d.type("/norinko\r")
        await d.until(lambda: d.main.result is not None and d.main.result.hits, "hits")
        assert d.main.header.decided == 0
