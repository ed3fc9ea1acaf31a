"""The reader alone: moving, titles, hits, links, what it tells."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from string import ascii_uppercase

import pytest

from cableview.app.messages import EndReached, FindInCable, FlagParagraph, FollowReference, ParagraphMoved
from cableview.app.themes import THEMES
from cableview.app.widgets.reader_keys import READER_KEYS
from cableview.model.anchor import paragraph_hash
from cableview.model.marks import Flag
from tests.support.pages import made_page, seed_page, text_page
from tests.support.reader_app import ReaderApp, press
from tests.support.screen_text import widget_text
from tests.support.wait import wait_for


def title(app: ReaderApp) -> str:
    content = app.reader._border_title
    return content.plain if content else ""


def note(app: ReaderApp) -> str:
    content = app.reader._border_subtitle
    return content.plain if content else ""


async def test_without_a_cable_it_teaches_the_next_key() -> None:
    app = ReaderApp()
    async with app.run_test() as pilot:
        await press(pilot, "j", "n", "enter", "backslash", "y", "y", "g", "r", "f", "slash")
        assert "No cable is open" in widget_text(app.reader)
        assert app.told == []


async def test_a_cable_without_text_takes_every_key() -> None:
    app = ReaderApp(made_page([], id=None, subject="A net", lit=("net",)))
    async with app.run_test() as pilot:
        await press(pilot, *"jkfGebN", "g", "g", "g", "r", "g", "l", "g", "e", "enter", "backslash", "down")
        await press(pilot, "backslash", "n", "y", "y", "y", "i", "ctrl+d", "b", "space")
        assert app.told[-1] == EndReached()
        assert note(app) == "hit 1 of 1"


async def test_opens_at_the_card_and_says_where_it_is() -> None:
    app = ReaderApp(seed_page())
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.pause()
        assert "SECRET" in widget_text(app.reader)
        assert title(app) == "08BEIJING2648 · ¶1 of 17"
        assert app.told == [ParagraphMoved(0)]


async def test_opens_at_the_paragraph_that_the_page_names() -> None:
    app = ReaderApp(seed_page(paragraph=7))
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.pause()
        assert app.reader.cursor == 7
        assert "▌ 8 S" in widget_text(app.reader)


async def test_a_tall_paragraph_is_scrolled_before_it_is_left() -> None:
    app = ReaderApp(made_page(["word " * 600, "second"]))
    async with app.run_test(size=(80, 20)) as pilot:
        seen = [app.reader.scroll_offset.y]
        for _ in range(9):
            await press(pilot, "j")
            if app.reader.cursor:
                break
            seen.append(app.reader.scroll_offset.y)
        assert len(seen) > 2
        assert seen == sorted(set(seen))
        assert max(after - before for before, after in pairwise(seen)) < 18
        assert "second" in widget_text(app.reader)


async def test_j_and_k_visit_every_paragraph_of_a_seed() -> None:
    app = ReaderApp(seed_page("07BEIJING2896"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *"j" * 10, *"k" * 10)
        told = [message.index for message in app.told if isinstance(message, ParagraphMoved)]
        assert told == [0, 1, 2, 3, 4, 3, 2, 1, 0]
        assert app.reader.scroll_offset.y == 0


async def test_moving_does_not_leave_the_cursor_off_the_screen() -> None:
    app = ReaderApp(seed_page())
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (
            "j",
            "j",
            "ctrl+d",
            "k",
            "space",
            "space",
            "down",
            "b",
            "ctrl+u",
            "up",
            "G",
            "k",
            "space",
        ):
            await press(pilot, keys)
            sheet = app.reader.sheet
            assert sheet is not None
            top = app.reader.scroll_offset.y
            start, end = sheet.extent(app.reader.cursor)
            assert (start < top + 22 and end > top) or top == 0


async def test_reading_on_past_the_end_says_so() -> None:
    app = ReaderApp(seed_page("07BEIJING2896"))
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(10):
            await press(pilot, "space")
            if EndReached() in app.told:
                break
        assert app.told[-1] == EndReached()
        assert "RANDT" in widget_text(app.reader)


async def test_top_and_end() -> None:
    app = ReaderApp(seed_page())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G")
        assert app.reader.cursor == 16
        assert "RANDT" in widget_text(app.reader)
        await press(pilot, "g")
        assert note(app) == "g …"
        await press(pilot, "g")
        assert (app.reader.cursor, app.reader.scroll_offset.y, note(app)) == (0, 0, "")


async def test_a_first_key_alone_or_with_a_wrong_second_does_nothing() -> None:
    app = ReaderApp(seed_page())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.told.clear()
        await press(pilot, "g", "f", "g", "escape")
        assert app.told == []
        await press(pilot, "f")
        assert app.told == [FlagParagraph(0, with_note=False)]


async def test_hits_are_counted_and_walked_in_a_ring() -> None:
    app = ReaderApp(made_page(["a net", "none", "net and net"], lit=("net",)))
    async with app.run_test(size=(80, 24)) as pilot:
        assert note(app) == "3 hits · n next"
        visited = []
        for keys in ("n", "n", "n", "n", "N", "N"):
            await press(pilot, keys)
            visited.append((note(app), app.reader.cursor))
        assert visited == [
            ("hit 1 of 3", 0),
            ("hit 2 of 3", 2),
            ("hit 3 of 3", 2),
            ("hit 1 of 3 · from the top again", 0),
            ("hit 3 of 3 · from the end again", 2),
            ("hit 2 of 3", 2),
        ]


async def test_n_begins_at_the_cursor() -> None:
    app = ReaderApp(made_page([f"{i} net" for i in range(40)], lit=("net",), paragraph=30))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n")
        assert note(app) == "hit 31 of 40"


async def test_find_lights_a_string_and_goes_there() -> None:
    app = ReaderApp(seed_page())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash")
        assert app.told[-1] == FindInCable()
        app.reader.find("30crmov9")
        await pilot.pause()
        assert (note(app), app.reader.cursor) == ("“30crmov9” 1 of 1 · Esc leaves", 10)
        app.reader.find("[/nowhere]")
        await pilot.pause()
        assert note(app) == "no “[/nowhere]” here"


async def test_references_are_walked_and_followed() -> None:
    app = ReaderApp(seed_page())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "r", "g", "r", "enter")
        assert app.reader.cursor == 2
        assert app.told[-1] == FollowReference("08BEIJING2302", index=2, go=False)
        await press(pilot, "g", "R", "enter")
        assert app.told[-1] == FollowReference("08BEIJING2550", index=1, go=False)
        await press(pilot, "g", "R", "enter")
        assert app.told[-1] == FollowReference("08BEIJING1354", index=13, go=False)


async def test_enter_follows_the_first_reference_of_the_paragraph() -> None:
    app = ReaderApp(seed_page(paragraph=7))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert app.told[-1] == FollowReference("07BEIJING4645", index=7, go=False)


async def test_flags_stand_in_the_margin_and_are_walked() -> None:
    page = seed_page()
    texts = [paragraph.text for paragraph in page.held.cable.paragraphs]
    flags = tuple(
        Flag(str(i), "08BEIJING2648", i + 1, paragraph_hash(texts[i]), texts[i], "", "", codes=(2,))
        for i in (3, 9)
    )
    app = ReaderApp(page)
    async with app.run_test(size=(80, 24)) as pilot:
        app.reader.page = replace(page, flags=flags)
        await press(pilot, "g", "l")
        assert app.reader.cursor == 3
        assert "⚑2" in widget_text(app.reader)
        await press(pilot, "g", "l", "g", "l")
        assert app.reader.cursor == 3
        await press(pilot, "g", "L")
        assert app.reader.cursor == 9


async def test_raw_and_clean_show_the_same_paragraph() -> None:
    app = ReaderApp(seed_page(paragraph=11))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "backslash")
        assert title(app) == "08BEIJING2648 · ¶12 of 17 · raw"
        assert "12. (S) In March 2008, Zhang" in widget_text(app.reader)
        await press(pilot, "backslash")
        assert "▌12 S" in widget_text(app.reader)


async def test_new_flags_do_not_move_the_text() -> None:
    page = seed_page()
    app = ReaderApp(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "j", "j", "j", "down", "down")
        before, cursor = app.reader.scroll_offset.y, app.reader.cursor
        app.reader.page = replace(page, lit=("china",), paragraph=cursor)
        await pilot.pause()
        assert app.reader.scroll_offset.y == before


async def test_another_width_keeps_the_text_in_view() -> None:
    app = ReaderApp(seed_page(paragraph=9))
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.resize_terminal(120, 24)
        await pilot.pause()
        assert "▌10 S" in widget_text(app.reader)
        assert app.reader.sheet is not None
        assert app.reader.sheet.width == 117


@pytest.mark.parametrize(
    ("keys", "copied"),
    [
        (("y", "i"), "08BEIJING2648"),
        (("y", "l"), "cable:08BEIJING2648#p2~"),
        (("y", "c"), "para. 2."),
        (("y", "y"), "See Ref A for the Chinese response on LIMMT.\n\n"),
    ],
)
async def test_copies_say_how(keys: tuple[str, ...], copied: str) -> None:
    app = ReaderApp(seed_page(paragraph=1))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, *keys)
        assert copied in app.clipboard
        assert "OSC 52" in next(iter(app._notifications)).message


async def test_a_very_long_cable_is_set_aside_and_keys_go_on() -> None:
    app = ReaderApp(made_page(["word " * 100_000, "end"], lit=("end",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: app.reader.sheet is not None, "the sheet")
        await press(pilot, "n")
        assert app.reader.cursor == 1


async def test_another_page_while_a_long_one_is_being_set() -> None:
    app = ReaderApp(made_page(["word " * 200_000]))
    async with app.run_test(size=(80, 24)) as pilot:
        app.reader.page = seed_page()
        await wait_for(pilot, lambda: not any(worker.is_running for worker in app.workers), "the thread")
        assert title(app).startswith("08BEIJING2648")
        assert app.reader.sheet is not None
        assert app.reader.sheet.paragraphs == 17


HOSTILE = "[/b] [@click=app.bell]x[/] \x1b]52;c;aGk=\x07 \x9b31m \u202eabc [sic] [PARM](#) {x} $y"


async def test_hostile_text_is_shown_and_never_obeyed() -> None:
    page = made_page([HOSTILE], id=HOSTILE, subject=HOSTILE, tags=(HOSTILE,), captions=(HOSTILE,))
    app = ReaderApp(page)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "y", "y")
        shown = widget_text(app.reader)
        assert "[@click=app.bell]x[/]" in shown
        assert "[sic] [PARM](#)" in shown
        for text in (shown, app.clipboard):
            assert not set(text) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES] + ["textual-light", "ansi-dark"])
async def test_every_theme_has_every_colour(theme: str) -> None:
    app = ReaderApp(seed_page(), theme)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "SECRET" in widget_text(app.reader)


def test_every_key_is_declared_once_with_its_help() -> None:
    keys = [one for binding in READER_KEYS for one in binding.key.split(",")]
    assert len(keys) == len(set(keys))
    assert all(binding.id and binding.tooltip and binding.description for binding in READER_KEYS)


async def test_raw_sets_each_paragraph_under_a_heading_apart() -> None:
    app = ReaderApp(seed_page(paragraph=16))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "backslash")
        sheet = app.reader.sheet
        assert sheet is not None
        lengths = [sheet.extent(index)[1] - sheet.extent(index)[0] for index in range(sheet.paragraphs)]
        assert min(lengths) > 1
        assert "▌                17. (S)" in widget_text(app.reader)


async def test_clean_text_that_is_shorter_than_the_raw_one_is_in_view() -> None:
    addressees = "\n".join(f"INFO RUEH{letter}/AMEMBASSY PLACE {letter} 1001" for letter in ascii_uppercase)
    header = f"FM AMEMBASSY ROME\nTO RUEHC/SECSTATE WASHDC\n{addressees}\nBT\n"
    text = f"{header}UNCLAS ROME 000100\nSUBJECT: PORTS\nBT\n"
    app = ReaderApp(text_page(text))
    async with app.run_test(size=(80, 16)) as pilot:
        await press(pilot, "backslash")
        app.reader.scroll_end(animate=False)
        await wait_for(pilot, lambda: app.reader.scroll_offset.y > 0)
        await press(pilot, "backslash")
        await wait_for(pilot, lambda: "PORTS" in widget_text(app.reader))
        assert app.reader.scroll_offset.y == 0


async def test_a_smaller_terminal_keeps_the_cursor_in_view() -> None:
    app = ReaderApp(seed_page())
    async with app.run_test(size=(200, 60)) as pilot:
        await press(pilot, "G")
        await pilot.resize_terminal(80, 16)
        await wait_for(pilot, lambda: "▌17 S" in widget_text(app.reader))
