"""What the app says in passing, and the keys of the last line."""

from __future__ import annotations

from textual.widgets._toast import Toast

from tests.support.driving import Driver, driving
from tests.support.libraries import made_pair, make_library
from tests.support.screen_text import screen_text

SMALL = (80, 24)


def toasts(d: Driver) -> list[str]:
    return [str(toast.render()) for toast in d.app.screen.query(Toast)]


def key_line(d: Driver) -> str:
    return screen_text(d.app).splitlines()[-1]


async def test_what_is_said_lies_on_the_last_line_only() -> None:
    async with driving(make_library(made_pair()), SMALL) as d:
        await d.press("u")
        await d.until(lambda: "Nothing to undo." in key_line(d), "the words")
        assert [toast.region.height for toast in d.app.screen.query(Toast)] == [1]
        await d.press("colon")
        await d.until(lambda: key_line(d).lstrip().startswith(":"), "a line to type in that nothing covers")


async def test_newer_words_replace_older_ones_and_warnings_stay() -> None:
    async with driving(make_library(made_pair())) as d:
        d.main.say("The disk is full.", wrong=True)
        d.main.say("One thing.")
        d.main.say("Another thing.")
        await d.until(lambda: toasts(d) == ["The disk is full.", "Another thing."], "the newest words")


async def test_keys_of_the_search_box_are_those_that_are_not_typed_there() -> None:
    async with driving(make_library(made_pair()), SMALL) as d:
        await d.press("slash")
        await d.until(lambda: "F1 search help" in key_line(d), "the keys of the box")
        assert "/" not in key_line(d)
        await d.press("escape")
        await d.until(lambda: "/ search" in key_line(d), "the keys of the list")


async def test_less_important_keys_do_not_stand_in_for_those_without_room() -> None:
    async with driving(make_library(made_pair()), SMALL) as d:
        await d.press("alt+3")
        await d.until(lambda: "next mention" in key_line(d), "the keys of the panel")
        assert key_line(d).split()[-2:] == ["?", "keys"]
        assert "not" not in key_line(d).split() or "relevant" in key_line(d).split()
