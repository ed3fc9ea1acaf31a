"""Tagging cables and acting on all tagged."""

from __future__ import annotations

from cableview.model.marks import Decision
from cableview.store import open_marks
from tests.support.driving import driving
from tests.support.libraries import seed_library
from tests.support.screen_text import screen_text


async def test_tagged_cables_are_decided_in_one_step_of_undo() -> None:
    places = seed_library()
    async with driving(places) as d:
        await d.press("t", "t", "t", "k", "t")
        await d.until(lambda: "2 tagged" in screen_text(d.app), "two tags")
        assert "+S 08BEIJING3039" in screen_text(d.app)
        await d.press("semicolon", "z", "j")
        assert d.main.header.decided == 0
        await d.press("enter", "semicolon", "exclamation_mark")
        await d.until(lambda: d.main.header.decided == 2, "two decisions")
        await d.until(lambda: "tagged" not in screen_text(d.app), "no tags")
        with open_marks(places.marks) as marks:
            assert marks.decisions() == dict.fromkeys(("08BEIJING3039", "08BEIJING2648"), Decision.HOT)
        await d.press("g", "u")
        await d.until(lambda: d.cable not in (None, "08BEIJING3039", "08BEIJING2648"), "the next undecided")
        await d.press("u")
        await d.until(lambda: d.main.header.decided == 0, "both taken back")


async def test_what_is_tagged_while_tagged_cables_are_decided_keeps_its_tag() -> None:
    async with driving(seed_library()) as d:
        first, second, *_ = d.main.cables.keys
        d.main.cables.tag(frozenset({first}))
        d.main.action_decide_tagged("hot")
        d.main.cables.tag(frozenset({first, second}))
        await d.until(lambda: d.main.header.decided == 1, "the decision")
        assert d.main.cables.tagged == {second}


async def test_read_and_unread_turn_with_every_key() -> None:
    places = seed_library()
    async with driving(places) as d:
        cable = d.main.cables.current
        assert cable is not None
        d.main.action_toggle_seen()
        d.main.action_toggle_seen()
        d.main.action_toggle_seen()
        await d.until(lambda: all(work.group != "decide" for work in d.app.workers), "all three")
    with open_marks(places.marks) as marks:
        assert marks.seen([cable.id]) == {cable.id}


async def test_a_pattern_tags_what_is_listed_and_read_marks_turn() -> None:
    async with driving(seed_library()) as d:
        await d.press("semicolon", "a")
        await d.until(lambda: "Nothing is tagged" in screen_text(d.app), "the lesson")
        await d.press("T")
        await d.type("norinko\r")
        await d.until(lambda: len(d.main.cables.tagged) == 2, "two tags")
        await d.press("semicolon", "U")
        await d.until(lambda: "2 cables read" in screen_text(d.app), "read")
        await d.until(lambda: screen_text(d.app).count("•") == 3, "three unread")
        await d.press("T", "enter")
        await d.until(lambda: len(d.main.cables.tagged) == 5, "all")
        await d.press("semicolon", "t")
        await d.until(lambda: not d.main.cables.tagged, "none")
        await d.press("T")
        await d.type("nowhere\r")
        await d.until(lambda: "No listed cable has that" in screen_text(d.app), "the answer")
        await d.press("U")
        await d.until(lambda: screen_text(d.app).count("•") == 2, "one more read")
