"""The tab of facets: exact counts of what was found, Enter narrows and widens."""

from __future__ import annotations

from cableview.app.widgets.side_facets import FacetsTab
from cableview.app.widgets.side_tab import Act
from cableview.search import Facet, Facets
from cableview.search.entity_facets import MOST
from tests.support.driving import Driver, driving
from tests.support.libraries import seed_library
from tests.support.screen_text import widget_text


def listed(d: Driver) -> list[str]:
    tab = d.main.side.query_one(FacetsTab)
    return [" ".join(str(option.prompt).split()) for option in tab.options if isinstance(option, Act)]


async def stand_on(d: Driver, condition: str) -> None:
    tab = d.main.side.query_one(FacetsTab)
    await d.until(lambda: any(option.id == condition for option in tab.options), condition)
    tab.highlighted = tab.get_option_index(condition)


async def test_enter_narrows_and_again_widens() -> None:
    async with driving(seed_library()) as d:
        await d.press("g", "f")
        await d.until(lambda: "BEIJING 5" in listed(d), "all cables")
        await d.press("slash")
        await d.type("norinco")
        await d.until(lambda: "BEIJING 2" in listed(d), "the cables found")
        await d.press("enter", "g", "f")
        await d.until(lambda: "2007 1" in listed(d), "years")
        await stand_on(d, "date:2007")
        await d.press("enter")
        await d.until(lambda: d.main.result is not None and d.main.result.total == 1, "one year")
        assert d.main.search_box.value == "date:2007 norinco"
        await d.until(lambda: "✓ 2007 1" in listed(d), "the tick")
        assert d.main.side.tab.has_focus
        await stand_on(d, "date:2007")
        await d.press("enter")
        await d.until(lambda: d.main.result is not None and d.main.result.total == 2, "both again")
        assert d.main.search_box.value == "norinco"


async def test_the_cursor_stays_on_its_value_when_another_cable_is_opened() -> None:
    async with driving(seed_library()) as d:
        await d.press("g", "f")
        await d.until(lambda: d.main.side.counted.entities is not None, "the counts, the last of them too")
        await stand_on(d, "date:2007")
        before = d.cable
        await d.press("J")
        await d.until(lambda: d.cable != before, "another cable")
        chosen = d.main.side.query_one(FacetsTab).chosen
        assert chosen is not None
        assert chosen.id == "date:2007"


async def test_more_values_are_listed_when_wanted() -> None:
    async with driving(seed_library()) as d:
        await d.press("g", "f")
        await d.until(lambda: d.main.side.counted.entities is not None, "the counts, the last of them too")
        many = tuple(Facet(f"T{n:02}", 30 - n, f"tag:T{n:02}") for n in range(30))
        d.main.side.counted = type(d.main.side.counted)("", Facets(30, {"tag": many}), {})
        await stand_on(d, "more tag")
        assert "T29 1" not in listed(d)
        await d.press("enter")
        assert "T29 1" in listed(d)
        assert "more" not in widget_text(d.main.side.tab)


async def test_a_group_that_is_cut_off_says_so() -> None:
    async with driving(seed_library()) as d:
        await d.press("g", "f")
        await d.until(lambda: d.main.side.counted.entities is not None, "the counts, the last of them too")
        tags = tuple(Facet(f"T{n:02}", 60 - n, f"tag:T{n:02}") for n in range(MOST))
        names = tuple(Facet(f"N{n:02}", 60 - n, f"entity:N{n:02}") for n in range(MOST))
        counted = type(d.main.side.counted)
        d.main.side.counted = counted("", Facets(60, {"tag": tags}), {"PERSON": names})
        await d.until(lambda: f"{MOST}+" in widget_text(d.main.side.tab), "that there are more")
        assert widget_text(d.main.side.tab).count(f"{MOST}+") == 1


async def test_nothing_is_counted_while_nobody_looks() -> None:
    async with driving(seed_library()) as d:
        await d.press("slash")
        await d.type("norinco")
        await d.until(lambda: d.main.result is not None, "hits")
        assert d.main.side.counted.facets is None


async def test_nothing_found_is_said_and_not_counted_for_ever() -> None:
    async with driving(seed_library()) as d:
        await d.press("g", "f", "slash")
        await d.type("zzqqq")
        await d.until(lambda: listed(d) == ["Nothing found to count."], "that there is nothing to count")


async def test_a_smaller_terminal_keeps_the_chosen_value_in_view() -> None:
    async with driving(seed_library(), (200, 60)) as d:
        await d.press("g", "f")
        await d.until(lambda: d.main.side.counted.entities is not None, "the counts")
        tab = d.main.side.query_one(FacetsTab)
        await d.press("G")
        await d.pilot.resize_terminal(120, 20)
        bottom = tab.virtual_size.height - tab.scrollable_content_region.height
        await d.until(lambda: tab.scroll_offset.y >= bottom - 1 > 0, "the last value")
