from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cableview.search import Searcher, SearchResult, parse_query, slices

Search = Callable[[str], SearchResult]

# What is asked, and the keys of the cables that answer: see CABLES in conftest.
FOUND = {
    "": [1, 2, 3, 4, 5],
    "missile": [2, 4],
    "MISSILE tribunal": [4],
    "missile -tribunal": [2],
    "-missile": [1, 3, 5],
    "-missile -minister": [1, 5],
    "norinco OR tribunal": [1, 4],
    "zhang syria": [1],
    "same:(zhang camouflage)": [1],
    "same:(camouflage zhang sale)": [1],
    "same:(zhang syria)": [],
    "same:(paragraph next)": [],
    'same:("dual use" zhang)': [1],
    '"one paragraph"': [2],
    '"paragraph next"': [],
    "dual-use": [1],
    '"use dual"': [],
    '"one paragraph" OR "dual use"': [1, 2],
    "same:(zhang camouflage) OR tribunal": [1, 4],
    '-"one paragraph"': [1, 3, 4, 5],
    "nonprolif*": [4],
    "elysee": [3],
    "visité": [3],
    "camouflage": [1, 5],
    "norinco's": [1],
    "700": [4],
    "0700": [4],
    "from:beijing": [1, 2],
    "from:AMEMBASSY": [1, 2, 3, 4, 5],
    "to:state": [],
    "to:secstate": [1, 2, 3, 4, 5],
    'to:"hong kong"': [4],
    "to:hong*": [4],
    "tag:parm": [1, 2],
    "tag:PARM,OVIP": [1, 2, 3],
    "tags:(PARM SY)": [1],
    "subject:missile": [2],
    "class:s": [3],
    "class:secret/noforn": [3],
    "class:c": [1, 2, 4, 5],
    "year:2007": [2, 4],
    "before:2007": [3],
    "after:2008-04-30": [1, 5],
    "on:2006..2007-03": [3],
    "id:08BEIJING2648": [1],
    "id:08beij*": [1],
    "ref:07BEIJING1625": [1],
    "cites:07beijing*": [1],
    "08BEIJING2648": [1],
    "the hague 000563": [4],
    "decision:hot": [],
    "-decision:hot": [1, 2, 3, 4, 5],
}


def test_what_adds_nothing_to_a_full_list_can_wait(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = parse_query("camouflage")
    assert searcher.search(query, limit=1, patience=60).whole
    monkeypatch.setattr(slices, "MANY", 1)
    assert not searcher.search(query, limit=1, patience=60).whole
    assert searcher.search(query, limit=2000, patience=60).whole
    assert searcher.search(query, limit=1).whole


@pytest.mark.parametrize(("text", "keys"), FOUND.items())
def test_a_query_finds_exactly(search: Search, text: str, keys: list[int]) -> None:
    result = search(text)
    assert sorted(hit.key for hit in result.hits) == keys
    assert result.total == len(keys)
    assert not result.corrections


def test_conditions_alone_list_the_newest_first(search: Search) -> None:
    assert search("class:c").hits[0].key == 5
    assert search("").hits[-1].key == 3


def test_a_hit_in_the_subject_stands_above_one_in_the_text(search: Search) -> None:
    hits = search("missile").hits
    assert [hit.key for hit in hits] == [2, 4]
    assert hits[0].score > hits[1].score


@pytest.mark.parametrize("text", ["STATE 083144", "08state83144", "secstate 83144", "09 State 83144"])
def test_an_id_in_any_spelling_comes_first(search: Search, text: str) -> None:
    if text.startswith("08"):
        assert search(text).near[0] == "09STATE83144"
    else:
        assert search(text).hits[0].key == 5


def test_words_of_an_id_still_find_the_cables_that_print_it(search: Search) -> None:
    assert [hit.key for hit in search("STATE 083144").hits] == [5, 1]


def test_near_ids_are_offered_for_one_that_is_not_held(search: Search) -> None:
    result = search("08beijing2649")
    assert result.hits == ()
    assert result.near == ("08BEIJING2648",)
    assert search("08BEIJING2648").near == ()
    assert search("beijing 2000").near == ("07BEIJING1625", "08BEIJING2648")
    assert search("lima 1").near == ()


@pytest.mark.parametrize(
    ("text", "meant", "keys"),
    [
        ("norinko", "norinco", [1]),
        ("noinco", "norinco", [1]),
        ("tribunla", "tribunal", [4]),
        ("camuflaje", "camouflage", [1, 5]),
        ("syra", "syria", [1]),
    ],
)
def test_a_misspelt_word_finds_its_neighbour(search: Search, text: str, meant: str, keys: list[int]) -> None:
    result = search(text)
    assert result.corrections == {text: (meant,)}
    assert sorted(hit.key for hit in result.hits) == keys
    assert all(hit.corrected for hit in result.hits)
    assert meant in result.lit


@pytest.mark.parametrize("text", ['"norinko"', "norinko*", "tag:PARN", "tolk", "83145", "nrnco", "missle2"])
def test_what_is_never_corrected(search: Search, text: str) -> None:
    result = search(text)
    assert not result.corrections
    assert not result.hits


@pytest.mark.parametrize("text", ["missile", "paragraph", "talk", "nonproliferation"])
def test_a_word_that_is_found_is_not_corrected_to_one_as_rare(search: Search, text: str) -> None:
    assert not search(text).corrections


def test_what_is_excluded_is_excluded_as_typed(searcher: Searcher, search: Search) -> None:
    result = search("tribunla -zhangg")
    assert result.corrections == {"tribunla": ("tribunal",)}
    assert [hit.key for hit in searcher.search(parse_query("missile -trib")).hits] == [2, 4]


def test_exact_hits_stand_above_corrected_ones(search: Search) -> None:
    result = search("paragraph OR tribunol OR visitt")
    assert [hit.corrected for hit in result.hits] == [False, True, True]


def test_a_word_being_typed_is_completed(searcher: Searcher) -> None:
    result = searcher.search(parse_query("nonpro"))
    assert [hit.key for hit in result.hits] == [4]
    assert {"nonproliferation", "nonproliferators"} <= result.lit
    assert searcher.search(parse_query("08beij")).hits[0].key == 1
    assert searcher.search(parse_query("from:bei")).total == 2


def test_the_limit_cuts_the_hits_and_not_the_total(searcher: Searcher) -> None:
    result = searcher.search(parse_query("class:c"), limit=2)
    assert (len(result.hits), result.total) == (2, 4)


@given(st.text())
@settings(suppress_health_check=list(HealthCheck), max_examples=60)
def test_any_text_can_be_searched(searcher: Searcher, text: str) -> None:
    result = searcher.search(parse_query(text))
    assert len(result.hits) <= result.total


HOSTILE = [
    "*",
    "a" * 500 + "*",
    "id:*",
    "ref:[*",
    "tag:.*",
    "from:..*",
    '"' + "a " * 300 + '"',
    "-" * 99,
    "same:(a a)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_harmless(searcher: Searcher, text: str) -> None:
    searcher.search(parse_query(text))
