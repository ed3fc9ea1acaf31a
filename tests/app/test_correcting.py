"""Correcting entities in the app: every way, shown at once, undone, and kept."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.widgets import OptionList

from cableview import locations
from cableview.app.screens.correct import ChooseCorrection, NameCorrection
from cableview.app.widgets.side_entities import EntitiesTab
from cableview.importing import import_seeds
from cableview.store import open_marks
from tests.support.driving import Driver, driving
from tests.support.screen_text import screen_text

CABLE = "08BEIJING2648"


def listed(d: Driver) -> Counter[str]:
    page = d.main.page
    return Counter({entity.name: entity.count for entity in page.entities}) if page else Counter()


async def correct(d: Driver, name: str, how: str) -> None:
    """Stand on a name in the side panel and press the key that corrects it so."""
    tab = d.main.side.query_one(EntitiesTab)
    await d.press("alt+3")
    assert tab.has_focus  # else the names of another paragraph may take the cursor away
    rows = [row for row, line in enumerate(tab.options) if getattr(line, "about", None) is not None]
    tab.highlighted = next(row for row in rows if tab.get_option_at_index(row).about.name == name)  # type: ignore[attr-defined]
    await d.press({"merge": "M", "rename": "e", "retype": "T", "hide": "X", "forms": "A"}[how])
    kinds = (NameCorrection, ChooseCorrection)
    await d.until(lambda: isinstance(d.app.screen, kinds), "the dialog")


async def opened(d: Driver) -> None:
    d.main.open_cable(CABLE)
    await d.on(CABLE)


@pytest.fixture
def places() -> locations.Library:
    library = locations.choose("main")
    import_seeds(library)
    return library


async def test_rename_in_every_cable_and_undo(places: locations.Library) -> None:
    async with driving(places) as d:
        await opened(d)
        await correct(d, "Syria", "rename")
        assert "in every cable" in screen_text(d.app)
        await d.press("end", *("backspace",) * 5)
        await d.type("Levant\r")
        await d.until(lambda: "Levant" in listed(d), "the new name")
        assert "Syria" not in listed(d)
        await d.until(lambda: "u takes it back" in screen_text(d.app), "the words")
        await d.press("u")
        await d.until(lambda: "Syria" in listed(d), "the old name")
    with open_marks(places.marks) as marks:
        assert marks.corrections() == ()


async def test_merge_with_a_name_of_the_cable(places: locations.Library) -> None:
    async with driving(places) as d:
        await opened(d)
        both = listed(d)["Iran"] + listed(d)["Syria"]
        await correct(d, "Syria", "merge")
        await d.type("ira\r")
        await d.until(lambda: listed(d)["Iran"] == both, "one entity")
        assert "Syria" not in listed(d)


async def test_a_chosen_name_is_taken_even_if_others_are_listed_by_then(places: locations.Library) -> None:
    async with driving(places) as d:
        await opened(d)
        both = listed(d)["Iran"] + listed(d)["Syria"]
        await correct(d, "Syria", "merge")
        await d.type("ira")
        names = d.app.screen.query_one(OptionList)
        await d.until(lambda: [str(one.prompt)[:4] for one in names.options[:1]] == ["Iran"], "the name")
        iran = names.options[0]
        await d.press("backspace", "backspace", "backspace")
        await d.until(lambda: names.option_count > 1 and iran not in names.options, "all names")
        names.post_message(OptionList.OptionSelected(names, iran, 0))
        await d.until(lambda: listed(d)["Iran"] == both, "one entity")


async def test_not_the_same_hide_retype(places: locations.Library) -> None:
    async with driving(places) as d:
        await opened(d)
        await correct(d, "Syria", "hide")
        await d.press("enter")
        await d.until(lambda: f"Syria ({CABLE})" in listed(d), "another Syria")
        await correct(d, "Iran", "hide")
        await d.press("down", "down", "enter")
        await d.until(lambda: "Iran" not in listed(d), "Iran is hidden")
        await correct(d, "China", "retype")
        await d.press("enter")
        await d.until(
            lambda: (
                any((one.type, one.name) == ("ORGANIZATION", "China") for one in d.main.page.entities)
                if d.main.page
                else False
            ),
            "China is an organization",
        )
    with open_marks(places.marks) as marks:
        assert [one.cable_id for one in marks.corrections()] == [CABLE, None, None]


async def test_a_spelling_is_split_off_in_this_cable_only(places: locations.Library) -> None:
    async with driving(places) as d:
        await opened(d)
        page = d.main.page
        assert page is not None
        entity = next(one for one in page.entities if len({m.text for m in one.mentions}) > 1)
        form = next(m.text for m in entity.mentions if m.text != entity.name)
        await correct(d, entity.name, "forms")
        assert form in screen_text(d.app)
        shown = [choice.correction.form for choice in d.app.screen.choices]  # type: ignore[attr-defined]
        await d.press(*("down",) * shown.index(form), "enter")
        await d.until(lambda: form in listed(d), "the spelling stands alone")
        assert listed(d)[form] + listed(d)[entity.name] == entity.count


async def test_a_bare_surname_is_corrected_here_alone(places: locations.Library) -> None:
    async with driving(places) as d:
        await opened(d)
        page = d.main.page
        assert page is not None
        bare = next(one for one in page.entities if one.type == "PERSON" and " " not in one.name)
        await correct(d, bare.name, "rename")
        assert f"only in {CABLE}" in screen_text(d.app)
        await d.press("tab")
        assert "in every cable" in screen_text(d.app)
        await d.press("escape")
        await d.until(lambda: d.app.screen is d.main, "the panes")
        assert bare.name in listed(d)
