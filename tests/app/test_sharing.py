"""Two at one library: what the other marks is seen."""

from __future__ import annotations

from textual import events

from cableview.model.marks import Decision
from cableview.store import open_marks
from cableview.store.marks import make_flag
from tests.support.driving import Driver, driving
from tests.support.libraries import seed_library


def shown(d: Driver, cable_id: str) -> Decision | None:
    """Return the decision that the list shows for a cable."""
    rows = (d.main.cables.held(key) for key in d.main.cables.keys)
    return next((row.decision for row in rows if row and row.id == cable_id), None)


async def test_marks_of_another_process_show_when_the_focus_comes_back() -> None:
    places = seed_library()
    async with driving(places) as d:
        d.app.post_message(events.AppBlur())
        await d.until(lambda: not d.app.app_focus, "another window")
        assert d.main.page is not None
        with open_marks(places.marks) as other:
            other.decide("08BEIJING2648", Decision.HOT)
            other.flag(make_flag(d.main.page.held.cable, 0))
        d.app.post_message(events.AppFocus())
        await d.until(lambda: shown(d, "08BEIJING2648") is Decision.HOT, "the row")
        await d.until(lambda: d.main.header.decided == 1, "the progress")
        await d.until(lambda: d.main.page and d.main.page.flags, "the flag in the open cable")


async def test_marks_of_another_process_show_where_no_focus_is_told() -> None:
    places = seed_library()
    async with driving(places) as d:
        with open_marks(places.marks) as other:
            other.decide("08BEIJING2648", Decision.HOT)
        await d.press("j")
        await d.until(lambda: shown(d, "08BEIJING2648") is Decision.HOT, "the row")
        assert d.main.header.decided == 1
