"""A newcomer's first session, key by key, and the second start."""

from __future__ import annotations

from cableview.app.screens.card import CableCard
from cableview.model.marks import Decision
from cableview.store import open_marks
from tests.support.driving import driving
from tests.support.libraries import seed_library
from tests.support.screen_text import screen_text


async def test_search_flag_follow_decide_and_find_it_all_again() -> None:
    places = seed_library()
    async with driving(places) as d:
        await d.press("slash")
        await d.type("norinko")
        await d.until(lambda: d.main.result is not None and d.main.result.hits, "hits")
        await d.press("enter")
        await d.until(lambda: d.main.reader.has_focus, "the reader")
        first = d.main.cables.current
        assert first is not None
        await d.on(first.id)
        assert d.main.page is not None
        assert d.main.page.lit
        await d.press("j", "j", "f")
        await d.until(lambda: d.main.page and d.main.page.flags, "the flag")
        flagged = d.main.page.flags[0]
        assert flagged.cable_id == first.id

        await d.press("colon")
        await d.type("08beijing2648")
        await d.press("enter")
        await d.on("08BEIJING2648")
        await d.press("j", "j")
        await d.on("08BEIJING2648", 2)

        await d.press("alt+3", "right_square_bracket")
        await d.press(*["j"] * d.followed().index("07BEIJING1625"), "enter")
        await d.until(lambda: isinstance(d.app.screen, CableCard), "the card")
        await d.until(lambda: "07BEIJING5039 ¶2" in screen_text(d.app), "the citers")
        card = screen_text(d.app)
        assert "Not in this library" in card
        assert "08BEIJING2648 ¶4" in card
        await d.type("j\r")
        await d.on("07BEIJING5039", 2)
        await d.press("ctrl+o")
        await d.on("08BEIJING2648", 2)

        await d.press("a")
        await d.until(lambda: d.main.header.decided == 1, "the decision")
        await d.until(lambda: d.cable != "08BEIJING2648", "the next undecided cable")
        await d.press("u")
        await d.until(lambda: d.main.header.decided == 0, "the undo")
        await d.on("08BEIJING2648")
        await d.press("a")
        await d.until(lambda: d.main.header.decided == 1 and d.cable != "08BEIJING2648", "the decision")
        last = d.cable
        await d.press("Q")
        await d.until(lambda: not d.app.is_running, "the end")

    async with driving(places) as d:
        assert d.cable == last
        assert d.main.header.decided == 1
        rows = {row.id: row for row in d.main.cables._rows.values()}
        assert rows["08BEIJING2648"].decision is Decision.RELEVANT
        assert rows[first.id].flags == 1
    with open_marks(places.marks) as marks:
        assert [flag.id for flag in marks.flags()] == [flagged.id]
