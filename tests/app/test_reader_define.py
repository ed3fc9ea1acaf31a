from __future__ import annotations

import pytest

from cableview.app.widgets.reader_define import definitions, tag_meanings
from cableview.model.mention import Mention
from tests.support.pages import seed_page
from tests.support.reader_app import ReaderApp, press


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
    assert [word for word, _ in definitions(text, ())] == words


def test_the_cables_own_definition_comes_first() -> None:
    own = Mention("ORGANIZATION", "CWC", "Chinese Welding Company", (0, 3))
    assert definitions("CWC", (own,)) == (("CWC", "Chinese Welding Company"),)


def test_tags_without_a_known_meaning_are_left_out() -> None:
    assert tag_meanings(("CH", "\x1bNONE")) == (("CH", "China"),)


async def test_g_d_says_what_they_mean() -> None:
    app = ReaderApp(seed_page())
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "g", "d")
        message = next(iter(app._notifications)).message
        assert "CH: China" in message
        assert "Poloffs: " in message
