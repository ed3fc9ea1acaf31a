"""The reader and the mouse: links, the cursor, selecting text."""

from __future__ import annotations

from dataclasses import replace

from textual.events import MouseScrollDown

from cableview.app.messages import FollowReference, SearchFor, ShowEntity
from cableview.model.mention import Mention
from tests.support.pages import made_page, seed_page
from tests.support.reader_app import ReaderApp, press


def cell(app: ReaderApp, paragraph: int, offset: int) -> tuple[int, int]:
    """Return where a character stands, counted from the reader's corner."""
    sheet = app.reader.sheet
    assert sheet is not None
    y = sheet.row_of(paragraph, offset)
    line = sheet.line(y)
    return line.body + offset - line.offset + 1, y - app.reader.scroll_offset.y + 1


async def test_a_click_on_a_reference_follows_it_and_moves_the_cursor() -> None:
    page = seed_page(paragraph=1)
    app = ReaderApp(page)
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        at = page.held.cable.paragraphs[1].text.index("Ref A")
        await pilot.click("#reader", offset=cell(app, 1, at + 2))
        assert app.told[-1] == FollowReference("08BEIJING2550", go=True)
        app.told.clear()
        await pilot.click("#reader", offset=cell(app, 2, 0))
        assert app.reader.cursor == 2
        assert not any(isinstance(message, FollowReference) for message in app.told)


async def test_a_click_on_the_card_follows_a_listed_reference() -> None:
    app = ReaderApp(seed_page())
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        sheet = app.reader.sheet
        assert sheet is not None
        y, link = next((y, k) for y in range(30) for k in sheet.line(y).links if k.id)
        await pilot.click("#reader", offset=(link.start + 1, y + 1))
        assert app.told[-1] == FollowReference("08BEIJING2550", go=True)


async def test_a_click_on_a_tag_looks_for_its_cables() -> None:
    app = ReaderApp(seed_page())
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        sheet = app.reader.sheet
        assert sheet is not None
        y, link = next((y, k) for y in range(9) for k in sheet.line(y).links if k.entity == "MTCRE")
        await pilot.click("#reader", offset=(link.start + 1, y + 1))
        assert app.told[-1] == SearchFor("tag:MTCRE")


async def test_a_click_on_a_name_chooses_it_and_enter_opens_its_page() -> None:
    page = seed_page()
    start = page.held.raw.index("Namchongang Trading Corporation")
    mention = Mention("ORGANIZATION", "Namchongang", "Namchongang Trading", (start, start + 11), 3)
    app = ReaderApp(replace(page, mentions=(mention,), paragraph=2))
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        at = page.held.cable.paragraphs[2].text.index("Namchongang Trading")
        await pilot.click("#reader", offset=cell(app, 2, at + 2))
        assert app.reader.selected is not None
        assert "Namchongang Trading · 1 of 1" in str(app.reader.border_subtitle)
        await press(pilot, "enter")
        assert app.told[-1] == ShowEntity("ORGANIZATION", "Namchongang Trading")
        await press(pilot, "g", "g", "g", "e", "enter")
        assert app.told[-1] == ShowEntity("ORGANIZATION", "Namchongang Trading")


async def test_dragging_selects_the_cables_text() -> None:
    text = "alpha beta gamma delta " * 10
    app = ReaderApp(made_page([text.strip(), "second"]))
    async with app.run_test(size=(60, 30)) as pilot:
        await pilot.pause()
        start, end = text.index("beta"), 3 * 23 + text.index("gamma")
        await pilot.mouse_down("#reader", offset=cell(app, 0, start))
        await pilot.hover("#reader", offset=cell(app, 0, end))
        await pilot.mouse_up("#reader", offset=cell(app, 0, end))
        await pilot.pause()
        selected = app.screen.get_selected_text()
        assert selected is not None
        assert selected.rstrip("g") == text[start:end]


async def test_the_wheel_scrolls_and_takes_the_cursor_along() -> None:
    app = ReaderApp(made_page(["word " * 20] * 30))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        for _ in range(5):
            await pilot._post_mouse_events([MouseScrollDown], "#reader")
        assert app.reader.scroll_offset.y == 15
        assert app.reader.cursor > 0
