from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.app.screens.glossary import GlossaryScreen
from cableview.app.widgets.reader_define import definitions, explained, own_definitions, tag_meanings
from cableview.model.mention import Mention
from tests.support.driving import driving
from tests.support.libraries import seed_library
from tests.support.pages import made_page
from tests.support.screen_text import screen_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The CWC and the CWC.", ["CWC"]),
        ("Poloffs met the A/S.", ["Poloffs", "A/S"]),
        ("a bit of a com", []),
        ("", []),
    ],
)
def test_finds_the_jargon_of_a_text(text: str, words: list[str]) -> None:
    assert [one.word for one in definitions(text, ())] == words


def test_the_cables_own_definition_comes_first() -> None:
    own = Mention("ORGANIZATION", "CWC", "Chinese Welding Company", (0, 3))
    assert definitions("CWC", (own,)) == (("CWC", "Chinese Welding Company", None),)


def test_tags_without_a_known_meaning_are_left_out() -> None:
    assert tag_meanings(("CH", "\x1bNONE")) == (("CH", "China", None),)


def test_what_a_cable_spells_out_is_its_own_definition() -> None:
    texts = (
        "He met the Iran Air Transport Bureau (IATB) and, later, A Thing (XYZ).",
        "Of the China Precision Engineering Company (“CPEI”), IATB knew nothing. He (C) left (IATB).",
    )
    found = own_definitions(made_page(texts).held.cable)
    assert found == {
        "IATB": ("IATB", "Iran Air Transport Bureau", 0),
        "CPEI": ("CPEI", "China Precision Engineering Company", 1),
    }
    page = made_page(texts, tags=("PREL",), captions=("SIPDIS", "NOFORN"))
    told = dict(explained(page, 1, card=True))
    assert [one.word for one in told["As this cable defines it"]] == ["CPEI", "IATB"]
    assert [one.word for one in told["TAGS"]] == ["PREL"]
    assert [one.word for one in told["Captions"]] == ["SIPDIS", "NOFORN"]
    assert [title for title, _ in explained(page, 0, card=False)] == [
        "As this cable defines it",
        "Known shorthand",
    ]


@given(st.text(max_size=300))
def test_any_text_has_some_definitions_or_none(text: str) -> None:
    page = made_page([text])
    for _, found in explained(page, 0, card=True):
        assert all(one.word and one.meaning for one in found)


async def test_g_d_explains_in_place() -> None:
    async with driving(seed_library()) as d:
        await d.press("colon")
        await d.type("08beijing2648\r")
        await d.on("08BEIJING2648")
        await d.press("g", "d")
        await d.until(lambda: isinstance(d.app.screen, GlossaryScreen), "the meanings")
        text = screen_text(d.app)
        assert re.search(r"CH +China", text)
        assert "SIPDIS" in text
        assert "Poloffs" in text
        await d.press("escape", "colon")
        await d.type("7\r")
        await d.on("08BEIJING2648", 7)
        await d.press("g", "d")
        await d.until(lambda: isinstance(d.app.screen, GlossaryScreen), "the meanings")
        assert re.search(r"CPEI +China Precision Engineering Company  ¶7", screen_text(d.app))
        await d.press("enter")
        await d.until(lambda: d.app.screen is d.main, "the panes")
        await d.on("08BEIJING2648", 7)
