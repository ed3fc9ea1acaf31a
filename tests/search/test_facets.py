"""Counts of what was found, and narrowing to one of them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.model.cable import Cable, Paragraph
from cableview.model.query import FieldIs, Filter
from cableview.search import Facets, Searcher, narrowed, open_index, parse_query, toggled
from cableview.search.folding import words
from cableview.search.narrowing import condition

STATIONS = ("BEIJING", "PARIS", "UNESCOPARISFR", "HONGKONG")
CLASSES = ("SECRET", "CONFIDENTIAL", "UNCLASSIFIED//FOR OFFICIAL USE ONLY", "UNCLAS", "TOP SECRET", None)
WORDS = ("norinco", "missile", "embassy", "sugar", "visa", "paris")


def made(count: int) -> list[Cable]:
    rolls = random.Random(4)
    return [
        Cable(
            id=f"{rolls.randrange(5, 10):02}{rolls.choice(STATIONS)}{number}" if number % 9 else None,
            sent=datetime(rolls.randrange(2005, 2010), rolls.randrange(1, 13), 3, tzinfo=UTC)
            if number % 7
            else None,
            sender=f"AMEMBASSY {rolls.choice(STATIONS)}",
            classification=rolls.choice(CLASSES),
            tags=tuple(rolls.sample(("PREL", "PARM", "CH", "IR", "KN-1"), rolls.randrange(4))),
            subject=rolls.choice(WORDS),
            paragraphs=(Paragraph(1, "1.", None, None, " ".join(rolls.choices(WORDS, k=3)), (0, 0)),),
        )
        for number in range(1, count + 1)
    ]


def filled(folder: Path, cables: Iterable[Cable]) -> Searcher:
    with open_index(folder) as index:
        for key, cable in enumerate(cables, 1):
            index.add(key, cable)
        index.commit(1)
        index.save_vocabulary()
    return Searcher(folder)


def level_words(cable: Cable) -> list[str]:
    printed = (cable.classification or "").replace("UNCLAS", "UNCLASSIFIED") if cable.classification else ""
    printed = printed.replace("UNCLASSIFIEDSIFIED", "UNCLASSIFIED")
    names = ("TOP SECRET", "SECRET", "CONFIDENTIAL", "UNCLASSIFIED")
    return [name for name in names if name in printed] + ["FOUO"] * ("OFFICIAL" in printed)


def brute(cables: Iterable[Cable]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("station", "date", "class", "tag")}
    for cable in cables:
        if cable.id:
            counts["station"][cable.id.strip("0123456789")] += 1
        if cable.sent:
            counts["date"][str(cable.sent.year)] += 1
        counts["class"].update(level_words(cable))
        counts["tag"].update({tag.replace("-", " ") for tag in cable.tags})
    return counts


def as_counts(facets: Facets) -> dict[str, Counter[str]]:
    return {
        name: Counter({facet.value: facet.cables for facet in group}) for name, group in facets.groups.items()
    }


@pytest.fixture(scope="module")
def cables() -> list[Cable]:
    return made(400)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory, cables: list[Cable]) -> Searcher:
    return filled(tmp_path_factory.mktemp("facets"), cables)


@pytest.mark.parametrize(
    "text", ["", "missile", "norinko", "station:paris ", "-sugar", "tag:PREL visa OR sugar", "nothingatall"]
)
def test_counts_are_those_of_the_cables_found(searcher: Searcher, cables: list[Cable], text: str) -> None:
    query = parse_query(text)
    result = searcher.search(query, 1000)
    facets = searcher.found(query).facets()
    assert facets.total == result.total == len(result.hits)
    assert sorted(searcher.found(query).keys()) == sorted(hit.key for hit in result.hits)
    assert as_counts(facets) == brute(cables[hit.key - 1] for hit in result.hits)


@pytest.mark.parametrize("text", ["", "missile", "norinko", "visa OR su"])
def test_narrowing_finds_what_was_counted(searcher: Searcher, text: str) -> None:
    for group in searcher.found(parse_query(text)).facets().groups.values():
        for facet in group:
            narrower = toggled(text, facet.condition)
            assert searcher.search(parse_query(narrower)).total == facet.cables, narrower
            assert toggled(narrower, facet.condition) == text


def test_the_commonest_come_first_and_years_in_order(searcher: Searcher) -> None:
    groups = searcher.found(parse_query("")).facets().groups
    counts = [facet.cables for facet in groups["tag"]]
    assert counts == sorted(counts, reverse=True)
    years = [facet.value for facet in groups["date"]]
    assert years == sorted(years)
    assert [facet.value for facet in groups["class"]][:2] == ["TOP SECRET", "SECRET"]


def test_without_a_cache_nothing_is_counted(tmp_path: Path) -> None:
    found = Searcher(tmp_path).found(parse_query("x"))
    assert (found.facets(), found.keys()) == (Facets(), [])


def test_a_condition_is_taken_away_wherever_it_stands() -> None:
    assert toggled("a tag:PREL b", "tag:PREL") == "a b"
    assert toggled("a tag:prel", "tag:PREL") == "a"
    assert toggled("tag:PRELX", "tag:PREL") == "tag:PREL tag:PRELX"
    assert toggled("", "date:2008") == "date:2008 "
    assert not narrowed("-tag:PREL", "tag:PREL")


@given(st.text(max_size=40), st.sampled_from(["tag:PREL", 'class:"top secret"', "date:2008"]))
def test_narrowing_twice_is_no_narrowing(text: str, wanted: str) -> None:
    assert narrowed(toggled(text, wanted), wanted) is not narrowed(text, wanted)


@pytest.mark.parametrize(
    "name", ["A,B", "C:D", "-a", "a|b", "OR", "NOT", "x (y)", "U.S.", "O'Brien-Smith", "AT&T"]
)
def test_any_name_is_one_condition(name: str) -> None:
    for field, leaf in (("entity", Filter("entity", name)), ("tag", FieldIs("tag", tuple(words(name))))):
        assert parse_query(condition(field, name), typing=False).root == leaf


def test_quotes_in_a_name_end_no_condition() -> None:
    assert condition("entity", 'the “Tribune” "daily"') == 'entity:"the Tribune daily"'
