"""The search over the cables that ship with cableview, read by the real parser."""

from __future__ import annotations

from pathlib import Path

import pytest

from cableview.model.cable import Cable
from cableview.parse import parse_text
from cableview.resources import resource_dir
from cableview.search import Searcher, locate, open_index, parse_query

PATHS = sorted(resource_dir("seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def cables() -> dict[int, Cable]:
    return {key: parse_text(path.read_text("utf-8")) for key, path in enumerate(PATHS, 1)}


@pytest.fixture(scope="module")
def seeds(cables: dict[int, Cable], tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder = tmp_path_factory.mktemp("seeds")
    with open_index(folder) as index:
        for key, cable in cables.items():
            index.add(key, cable)
        index.commit(len(cables))
    return Searcher(folder)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("norinco", "07BEIJING2896"),
        ("norinko", "07BEIJING2896"),
        ("08beijing2648", "08BEIJING2648"),
        ("beijing 003039", "08BEIJING3039"),
        ("same:(camouflage syria)", "08BEIJING2648"),
        ("camoflage", "08BEIJING2648"),
        ("ref:07BEIJING5361 -cpmiec", "08BEIJING1050"),
        ("from:beijing before:2007-06", "07BEIJING2896"),
    ],
)
def test_the_right_cable_comes_first(
    seeds: Searcher, cables: dict[int, Cable], text: str, first: str
) -> None:
    result = seeds.search(parse_query(text, typing=False))
    assert cables[result.hits[0].key].id == first


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # One cable has "Iraian" and "Chines" beside the right words; others have these alone.
        ("iraian", {"08BEIJING3039", "08BEIJING2648"}),
        ("iranian", {"08BEIJING3039", "08BEIJING2648"}),
        ("chines iraian", {"08BEIJING3039", "08BEIJING2648"}),
    ],
)
def test_a_misspelling_in_a_text_finds_what_the_right_word_finds(
    seeds: Searcher, cables: dict[int, Cable], text: str, ids: set[str]
) -> None:
    result = seeds.search(parse_query(text, typing=False))
    assert {cables[hit.key].id for hit in result.hits} == ids
    assert cables[result.hits[0].key].id == "08BEIJING3039"


@pytest.mark.parametrize("text", ["norinko", "same:(camouflage syria)", "proliferat*"])
def test_every_hit_can_be_lit_where_it_stands(seeds: Searcher, cables: dict[int, Cable], text: str) -> None:
    query = parse_query(text, typing=False)
    result = seeds.search(query)
    assert result.hits
    for hit in result.hits:
        assert any(locate(cables[hit.key], query, result.corrections))


def test_every_word_of_a_cable_finds_it(seeds: Searcher, cables: dict[int, Cable]) -> None:
    for key, cable in cables.items():
        for paragraph in cable.paragraphs:
            text = " ".join(paragraph.text.split()[:12]).replace('"', " ")
            hits = seeds.search(parse_query(f'"{text}"')).hits
            assert key in {hit.key for hit in hits}, text


def test_the_index_is_small(cables: dict[int, Cable], tmp_path: Path) -> None:
    """A word costs a few bytes; hundreds of made copies tell that apart from what every index costs."""
    with open_index(tmp_path) as index:
        for key in range(400):
            index.add(key, cables[1 + key % len(cables)])
        index.commit(1)
    size = sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())
    text = sum(path.stat().st_size for path in PATHS) * 400 / len(PATHS)
    assert size < 0.4 * text
