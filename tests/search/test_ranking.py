from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from cableview.model.cable import Cable
from cableview.search import Searcher, describe, open_index, parse_query
from tests.search.conftest import made

# The key of each cable is its place in this list, from 1 on.
CABLES = (
    made("07LIMA1", "Copper", "Nothing about wheat. " * 30, "The harvest came late. " * 3),
    made("07LIMA2", "Wheat and harvest", "Copper."),
    made("07LIMA3", "Trade", "The wheat harvest was good."),
    made("07LIMA4", "Trade", "Wheat and some other harvest was good."),
    made("07LIMA5", "Trade", "Wheat.", "Harvest."),
    made("07LIMA6", "Trade", "The wheaat harvest was good."),
    made("07LIMA7", "Wheaat harvest", "Copper, copper, copper."),
    *(made(f"07LIMA{key}", "Grain", f"Wheat of the year {key}.") for key in range(8, 40)),
)


def indexed(place: Path, cables: Sequence[Cable]) -> Searcher:
    with open_index(place) as index:
        for key, cable in enumerate(cables, 1):
            index.add(key, cable)
        index.commit(watermark=len(cables))
    return Searcher(place)


@pytest.fixture(scope="module")
def ranked(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return indexed(tmp_path_factory.mktemp("ranked"), CABLES)


def found(searcher: Searcher, text: str) -> list[int]:
    return [hit.key for hit in searcher.search(parse_query(text, typing=False)).hits]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("wheat harvest", [2, 3, 4]),
        ("harvest wheat", [2]),
        ("copper", [1, 7, 2]),
        ("07LIMA3", [3]),
        ("lima 3", [3]),
    ],
)
def test_what_comes_first(ranked: Searcher, text: str, order: list[int]) -> None:
    assert found(ranked, text)[: len(order)] == order


def test_misspellings_in_the_text_are_found_below_what_is_exact(ranked: Searcher) -> None:
    result = ranked.search(parse_query("wheat harvest", typing=False))
    keys = [hit.key for hit in result.hits]
    assert set(keys[-2:]) == {6, 7}
    assert [hit.corrected for hit in result.hits] == [hit.key in (6, 7) for hit in result.hits]
    assert (result.total, result.exact) == (len(keys), len(keys) - 2)
    assert result.misspellings == {"wheat": ("wheaat",)}
    assert not result.corrections
    assert "wheaat" in result.lit
    assert result.spellings == {"wheat": ("wheaat",)}


def test_a_misspelling_that_the_text_has_too_finds_the_right_word(ranked: Searcher) -> None:
    result = ranked.search(parse_query("wheaat harvest", typing=False))
    keys = [hit.key for hit in result.hits]
    assert keys[:2] == [7, 6]
    assert {2, 3, 4} <= set(keys[2:])
    assert result.corrections == {"wheaat": ("wheat",)}


def test_the_order_is_the_same_each_time_and_equals_stand_newest_first(ranked: Searcher) -> None:
    first = found(ranked, "grain")
    assert first == sorted(first, reverse=True)
    assert all(found(ranked, "grain") == first for _ in range(3))
    assert found(Searcher(ranked._folder), "grain") == first


def test_scores_fall_along_the_list(ranked: Searcher) -> None:
    for text in ("wheat harvest", "copper", "wheat", "wheaat harvest", "whaet"):
        hits = ranked.search(parse_query(text, typing=False)).hits
        exact = [hit.score for hit in hits if not hit.corrected]
        assert exact == sorted(exact, reverse=True)


SCATTERED = (
    *(made(f"09LIMA{key}", "Trade", "Copper.", "Exports.", "Of a refinery.") for key in range(1, 30)),
    made("09LIMA30", "Copper exports", "The refinary is old."),
    made("09LIMA31", "Copper exports of a refinary", "Nothing else."),
    made("09LIMA32", "Copper", "Exports of a refinary."),
    made("09LIMA33", "Trade", "Copper exports of a refinary."),
    made("09LIMA34", "Trade", "Copper exports of a refinery."),
    made("09LIMA35", "Refinery and copper exports", "Nothing else."),
    made("09LIMA36", "Copper exports", "The refinery is new."),
    made("09LIMA37", "Copper exports", "The refinery is no refinary."),
    made("09LIMA38", "Copper exports", "Nothing on the refineri."),
    *(made(f"09LIMA{key}", "Oil", f"The refinery of the year {key}.") for key in range(39, 250)),
)


@pytest.fixture(scope="module")
def scattered(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return indexed(tmp_path_factory.mktemp("scattered"), SCATTERED)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # Subject; words in a row; most of the subject, the other word as typed, or else with a slip in it.
        # What differs at its end may be a plural or a case: it stands last.
        ("copper exports refinery", [{35}, {34}, {36, 37}, {30, 31}], {32, 33, 38}),
        # Of two words, one in the subject says too little.
        ("exports refinery", [{35}, {34}], {30, 31, 32, 33, 38}),
        # What a filter asks is no word.
        ("copper exports refinery date:2007..2009", [{35}, {34}, {36, 37}, {30, 31}], {32, 33, 38}),
    ],
)
def test_a_misspelt_subject_comes_before_words_scattered_in_a_text(
    scattered: Searcher, text: str, first: list[set[int]], last: set[int]
) -> None:
    keys = found(scattered, text)
    assert set(keys[-len(last) :]) == last
    for wanted in first:
        assert set(keys[: len(wanted)]) == wanted
        keys = keys[len(wanted) :]


def test_what_holds_the_words_as_typed_is_never_said_to_be_corrected(scattered: Searcher) -> None:
    query = parse_query("copper exports refinery", typing=False)
    whole = scattered.search(query).hits
    assert {hit.key for hit in whole if hit.corrected} == {30, 31, 32, 33, 38}
    assert len(whole) == 29 + 9
    for limit in (0, 1, 2, 5, 20):
        few = scattered.search(query, limit)
        assert few.hits == whole[:limit]
        assert (few.total, few.exact) == (len(whole), len(whole) - 5)


def test_what_the_query_misspells_never_comes_before_what_is_exact(scattered: Searcher) -> None:
    result = scattered.search(parse_query("refinary", typing=False))
    assert {hit.key for hit in result.hits[:5]} == {30, 31, 32, 33, 37}
    corrected = [hit.corrected for hit in result.hits]
    assert corrected == sorted(corrected)


EXPORTS = (
    *(made(f"08LIMA{key}", "Trade", f"The exports of season {key}.") for key in range(1, 13)),
    *(made(f"08LIMA{key}", "Trade", f"The export of season {key}.") for key in range(13, 80)),
    made("08LIMA80", "Zebras", "Zebras and an export."),
)


@pytest.fixture(scope="module")
def traded(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return indexed(tmp_path_factory.mktemp("traded"), EXPORTS)


@pytest.mark.parametrize(
    ("text", "corrections", "words"),
    [
        # Twelve cables have the word: few answers have another reason than its spelling.
        ("exports from:lima date:2008", {}, "exports"),
        ("exports 3", {}, "exports and 3"),
        # Of the two, the one that no cable has is misspelt.
        ("exports seasno", {"seasno": ("season",)}, "exports and season (corrected from seasno)"),
        # Nothing found at all: a sound word is doubted too, and said to be searched as it stands.
        ("exports zebras", {"exports": ("exports", "export")}, "exports (or export) and zebras"),
    ],
)
def test_a_sound_word_is_not_said_to_be_misspelt(
    traded: Searcher, text: str, corrections: dict[str, tuple[str, ...]], words: str
) -> None:
    result = traded.search(parse_query(text, typing=False))
    assert result.corrections == corrections
    assert describe(result.query, result.corrections).endswith(words) or "from" in text
    assert result.total


@pytest.mark.parametrize("limit", [1, 2, 5, 40])
def test_fewer_hits_in_a_hurry_are_the_first_of_all(tmp_path: Path, limit: int) -> None:
    rows = (
        "Much else is told. " * 300 + "The wheat harvest was good.",
        "Wheat, and so the harvest. " + "Else. " * 900,
    )
    cables = [made(f"07LIMA{key}", "Trade", text) for key, text in enumerate(rows, 1)]
    cables += [
        made(f"07LIMA{key}", "Trade", "Wheat.", "Harvest. " + "Else. " * key * 3) for key in range(3, 40)
    ]
    searcher = indexed(tmp_path, cables)
    asked = parse_query("wheat harvest", typing=False)
    every = searcher.search(asked).hits
    assert [hit.key for hit in every[:2]] == [1, 2]
    assert searcher.search(asked, limit, patience=60.0).hits == every[:limit]
