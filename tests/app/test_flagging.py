"""Flags by keys: notes, codes, ranges; all of it undone step by step."""

from __future__ import annotations

from cableview.app.screens.note import NoteScreen
from cableview.app.widgets.side_panel import TABS
from cableview.store import open_marks
from tests.support.driving import Driver, driving
from tests.support.libraries import made_pair, make_library
from tests.support.screen_text import screen_text, widget_text


def marks_of(d: Driver) -> list[tuple[int | None, tuple[int, ...], str]]:
    flags = d.main.page.flags if d.main.page else ()
    return sorted((flag.paragraph, flag.codes, flag.note) for flag in flags)


async def test_codes_and_notes_stand_in_margin_and_panel_and_are_undone() -> None:
    places = make_library(made_pair())
    async with driving(places) as d:
        await d.on("08ROME200")
        await d.press("enter", "j")
        await d.press("e")
        await d.until(lambda: "No flag on this paragraph" in screen_text(d.app), "the lesson")
        await d.type("42")
        await d.until(lambda: marks_of(d) == [(2, (2, 4), "")], "two codes")
        assert "⚑24" in widget_text(d.main.reader)
        await d.press("4")
        await d.until(lambda: marks_of(d) == [(2, (2,), "")], "one code")
        await d.press("e")
        await d.until(lambda: isinstance(d.app.screen, NoteScreen), "the note")
        await d.type("whose ships?\r")
        await d.until(lambda: marks_of(d) == [(2, (2,), "whose ships?")], "the note")
        assert "✎" in widget_text(d.main.reader)
        await d.press("e")
        await d.until(lambda: isinstance(d.app.screen, NoteScreen), "the note again")
        assert "whose ships?" in screen_text(d.app)
        await d.press("escape")
        d.main.side.active = next(n for n, tab in enumerate(TABS) if tab.TITLE == "Flags")
        await d.until(lambda: "¶2 2" in screen_text(d.app) and "whose ships?" in screen_text(d.app), "panel")
        for step in ([(2, (2,), "")], [(2, (2, 4), "")], [(2, (4,), "")], []):
            await d.press("u")
            await d.until(lambda step=step: marks_of(d) == step, f"{step}")
        await d.press("ctrl+r", "ctrl+r")
        await d.until(lambda: marks_of(d) == [(2, (2, 4), "")], "the redo")
    with open_marks(places.marks) as marks:
        assert [flag.codes for flag in marks.flags()] == [(2, 4)]


async def test_a_range_is_flagged_coded_and_noted_in_one_step() -> None:
    async with driving(make_library(made_pair())) as d:
        await d.on("08ROME200")
        await d.press("enter", "j", "v", "j")
        assert "2 paragraphs · f flags" in screen_text(d.app)
        bars = [line for line in widget_text(d.main.reader).splitlines() if "▌" in line]
        assert len(bars) == 2
        await d.press("escape")
        assert d.main.reader.range_start is None
        await d.press("k", "v", "j", "f")
        await d.until(lambda: marks_of(d) == [(2, (), ""), (3, (), "")], "two flags")
        assert d.main.reader.range_start is None
        await d.press("v", "k", "k", "3")
        coded = [(1, (3,), ""), (2, (3,), ""), (3, (3,), "")]
        await d.until(lambda: marks_of(d) == coded, "three codes")
        await d.press("v", "j", "F")
        await d.until(lambda: isinstance(d.app.screen, NoteScreen), "the note")
        assert "¶1 and 1 more" in screen_text(d.app)
        await d.type("both\r")
        await d.until(lambda: [mark[2] for mark in marks_of(d)] == ["both", "both", ""], "two notes")
        await d.press("u")
        await d.until(lambda: marks_of(d) == coded, "no notes")
        await d.press("v", "j", "v")
        assert d.main.reader.range_start is None
        await d.press("g", "g", "v", "G", "3")
        await d.until(lambda: marks_of(d) == [(1, (), ""), (2, (), ""), (3, (), "")], "no codes")
        await d.press("v", "g", "g", "f")
        await d.until(lambda: marks_of(d) == [], "no flags")
        await d.press("u", "u", "u", "u")
        await d.until(lambda: marks_of(d) == [], "nothing at all")
