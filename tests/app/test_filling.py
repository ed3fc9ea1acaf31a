"""Names that a model fills in: after the rules, beside them, and said once when it is missing."""

from __future__ import annotations

import pytest

from cableview import locations
from cableview.app.session import NLP_VARIABLE
from tests.support import spacy_stand_in
from tests.support.driving import Driver, driving
from tests.support.libraries import made_pair, make_library
from tests.support.screen_text import screen_text

CABLE, OTHER = "08ROME200", "08ROME100"
SHIPS = "ORGANIZATION", "Ships"


@pytest.fixture
def places() -> locations.Library:
    return make_library(made_pair())


def names(d: Driver) -> set[tuple[str, str]]:
    page = d.main.page
    return {(entity.type, entity.name) for entity in page.entities} if page else set()


def answered(d: Driver) -> bool:
    return d.main.page is not None and d.main.page.filled


def said(d: Driver) -> list[str]:
    return [notice.message for notice in d.app._notifications if "by the rules alone" in notice.message]


async def test_the_names_of_a_model_follow(
    places: locations.Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = spacy_stand_in.install(monkeypatch, {"Ships": "ORG", "Rome": "LOC"})
    monkeypatch.setenv(NLP_VARIABLE, spacy_stand_in.MODEL)
    async with driving(places) as d:
        for cable, new in ((CABLE, True), (OTHER, False), (CABLE, True)):
            d.main.open_cable(cable)
            await d.on(cable)
            # In one condition: once the names of the library are found, the page is read, and filled, anew.
            await d.until(
                lambda new=new: answered(d) and (SHIPS in names(d)) is new, "the answer of the model"
            )
        await d.press("j", "a")
        await d.until(lambda: d.main.header.decided == 1, "the decision")
        d.main.open_cable(CABLE)
        await d.until(lambda: d.cable == CABLE and SHIPS in names(d), "the name")
        assert said(d) == []
    assert asked == [spacy_stand_in.MODEL]


async def test_no_model_is_asked_unless_wanted(
    places: locations.Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = spacy_stand_in.install(monkeypatch, {"Ships": "ORG"})
    async with driving(places) as d:
        d.main.open_cable(CABLE)
        await d.on(CABLE)
        assert not d.main.session.nlp
    assert asked == []


@pytest.mark.parametrize("spacy", [False, True], ids=["no spaCy", "no model"])
async def test_what_is_missing_is_said_once_and_the_rules_stay(
    places: locations.Library, monkeypatch: pytest.MonkeyPatch, spacy: bool
) -> None:
    if spacy:
        spacy_stand_in.install(monkeypatch, {})
    else:
        spacy_stand_in.forbid(monkeypatch)
    monkeypatch.setenv(NLP_VARIABLE, "en_core_web_lg")
    words = "python -m spacy download en_core_web_lg" if spacy else "pip install 'cableview[nlp]'"
    async with driving(places) as d:
        await d.until(lambda: said(d), "the line")
        for cable in (CABLE, OTHER):
            d.main.open_cable(cable)
            await d.on(cable)
            assert ("TAG", "PREL") in names(d)
        assert len(said(d)) == 1
        assert words in said(d)[0]
        assert "by the rules alone" in " ".join(screen_text(d.app).split())
