"""References that are held, and the other way round."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from cableview.app.screens.card import CableCard
from cableview.app.widgets.side_references import citation_line, reference_line
from cableview.model.cable import Reference
from cableview.store.records import Citation
from tests.support.driving import driving
from tests.support.libraries import made_pair, make_library, seed_documents
from tests.support.screen_text import screen_text


async def test_a_held_reference_and_cited_by_lead_there_and_back() -> None:
    async with driving(make_library(made_pair())) as d:
        await d.on("08ROME200")
        await d.press("alt+3", "right_square_bracket")
        assert "● 08ROME100" in screen_text(d.app)
        await d.press("enter")
        await d.until(lambda: isinstance(d.app.screen, CableCard), "the card")
        await d.press("enter")
        await d.on("08ROME100", 1)
        assert d.main.cables.current is not None
        assert d.main.cables.current.id == "08ROME100"

        await d.press("alt+3", "right_square_bracket")
        assert "08ROME200 ¶1" in screen_text(d.app)
        assert "08ROME200 ¶3" in screen_text(d.app)
        await d.press("j", "enter")
        await d.on("08ROME200", 3)

        await d.press("ctrl+o")
        await d.on("08ROME100")
        await d.press("ctrl+o")
        await d.on("08ROME200", 1)
        await d.press("alt+right")
        await d.on("08ROME100")


async def test_a_peek_shows_the_card_of_a_held_cable() -> None:
    async with driving(make_library(made_pair())) as d:
        await d.on("08ROME200")
        d.main.show_card("08ROME100")
        await d.until(lambda: isinstance(d.app.screen, CableCard), "the card")
        assert "Meeting on ports" in screen_text(d.app)
        await d.press("escape")
        await d.until(lambda: d.app.screen is d.main, "the panes")
        d.main.show_card("08ROME100")
        await d.until(lambda: isinstance(d.app.screen, CableCard), "the card")
        await d.press("enter")
        await d.on("08ROME100")


async def test_enter_in_the_reader_peeks_and_enter_again_goes() -> None:
    async with driving(make_library([*made_pair(), *seed_documents()])) as d:
        await d.press("colon")
        await d.type("08rome200\r")
        await d.on("08ROME200")
        await d.press("enter")
        await d.until(lambda: isinstance(d.app.screen, CableCard), "the card")
        assert "¶1 The port opened." in screen_text(d.app)
        await d.press("escape")
        await d.until(lambda: d.app.screen is d.main, "the panes")
        await d.on("08ROME200", 1)
        await d.press("enter")
        await d.until(lambda: isinstance(d.app.screen, CableCard), "the card")
        await d.press("enter")
        await d.on("08ROME100", 1)
        await d.press("ctrl+o")
        await d.on("08ROME200", 1)

        await d.press("colon")
        await d.type("08beijing2648\r")
        await d.on("08BEIJING2648")
        await d.press("colon")
        await d.type("4\r")
        await d.on("08BEIJING2648", 4)
        await d.press("enter")
        await d.until(lambda: isinstance(d.app.screen, CableCard), "the card")
        await d.until(lambda: "Not in this library" in screen_text(d.app), "the card of a missing one")


async def test_the_command_line_goes_to_paragraphs_and_cables() -> None:
    async with driving(make_library(made_pair())) as d:
        await d.on("08ROME200")
        await d.press("colon")
        await d.type("3")
        await d.press("enter")
        await d.on("08ROME200", 3)
        await d.press("colon")
        await d.type("rome 100")
        await d.press("escape")
        assert d.cable == "08ROME200"
        await d.press("colon")
        await d.type("08 rome 0100")
        await d.press("enter")
        await d.on("08ROME100")


@pytest.mark.parametrize("width", [28, 30, 60])
@pytest.mark.parametrize("paragraph", [None, 17])
@pytest.mark.parametrize("title", [None, "CPEI", "A TITLE THAT NO PANEL HAS ROOM FOR, EVEN IF IT IS WIDE"])
def test_lines_of_the_panel_fit_its_width(width: int, paragraph: int | None, title: str | None) -> None:
    citation = Citation(
        "08SANTODOMINGO1730", paragraph, "Ref B", False, "A subject " * 9, None, "B", title, paragraph
    )
    item = Reference("B", "the item", "08SANTODOMINGO1730", (0, 1), "cable", title, True, True)
    where = " ¶1 ¶2 ¶3 ¶4 ¶5 ¶6 ¶7 ¶8 ¶9"
    for line in (
        citation_line(citation, "so it says " * 20, width),
        reference_line(item, where, held=True, width=width),
    ):
        rows = line.text.plain.split("\n")
        assert max(map(cell_len, rows)) <= width
        assert len(rows) > 1


def test_notes_on_a_reference_stay_readable_beside_a_long_title() -> None:
    item = Reference("B", "the item", "08ROME1", (0, 1), "cable", "AUSTRALIA GROUP MEETING", True)
    assert "AUSTR… · and previous" in reference_line(item, "", held=False, width=26).text.plain
