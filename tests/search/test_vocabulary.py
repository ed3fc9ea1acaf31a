from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from cableview.search.sections import FILE
from cableview.search.vocabulary import Vocabulary, allowed_edits

TERMS = [
    ("norinco", 40),
    ("noricum", 1),
    ("north", 500),
    ("northern", 90),
    ("camouflage", 3),
    ("2648", 9),
    ("iran", 70),
]


@pytest.fixture
def known() -> Vocabulary:
    return Vocabulary.build(TERMS, stamp=7)


def test_counts_and_completions(known: Vocabulary) -> None:
    assert len(known) == len(TERMS)
    assert [known.count(word) for word in ("north", "nort", "zzz", "")] == [500, 0, 0, 0]
    assert known.completions("nor", 3) == ["north", "northern", "norinco"]
    assert known.completions("north", 9) == ["northern"]
    assert known.completions("x", 9) == []


@pytest.mark.parametrize(
    ("word", "neighbours"),
    [
        ("norinko", ["norinco"]),
        ("norinco", []),
        ("norincoo", ["norinco"]),
        ("nroth", ["north"]),
        ("nortg", ["north"]),
        ("irxn", []),
        ("2649", []),
        ("cammouflge", ["camouflage"]),
        ("kamouflaje", ["camouflage"]),
        ("c", []),
        ("a" * 99, []),
    ],
)
def test_neighbours(known: Vocabulary, word: str, neighbours: list[str]) -> None:
    assert [near.word for near in known.near(word)] == neighbours


def test_it_is_read_back_as_it_was_saved(known: Vocabulary, tmp_path: Path) -> None:
    known.save(tmp_path)
    read = Vocabulary.load(tmp_path)
    assert read is not None
    assert (read.stamp, len(read)) == (7, len(TERMS))
    assert [near.word for near in read.near("norinko")] == ["norinco"]
    assert read.completions("nor", 1) == ["north"]
    read.save(tmp_path)


def test_an_empty_one_serves(tmp_path: Path) -> None:
    Vocabulary.build([], stamp=0).save(tmp_path)
    read = Vocabulary.load(tmp_path)
    assert read is not None
    assert (len(read), read.near("norinco"), read.completions("n", 5), read.count("n")) == (0, (), [], 0)


def test_a_damaged_file_is_none(known: Vocabulary, tmp_path: Path) -> None:
    assert Vocabulary.load(tmp_path) is None
    known.save(tmp_path)
    whole = (tmp_path / FILE).read_bytes()
    for damaged in (b"", whole[:20], whole[:-4], whole + b"1234", b"x" + whole[1:]):
        (tmp_path / FILE).write_bytes(damaged)
        assert Vocabulary.load(tmp_path) is None


LETTERS = st.text("abcd", min_size=5, max_size=13)


@given(st.sets(LETTERS, min_size=1, max_size=30), LETTERS)
def test_no_neighbour_within_the_allowed_edits_is_missed(terms: set[str], word: str) -> None:
    """One edit is never missed; two are not when the word that is asked has nine letters."""
    found = {near.word for near in Vocabulary.build([(term, 1) for term in terms], 0).near(word)}
    for term in terms - {word}:
        distance = OSA.distance(word, term)
        near = distance <= allowed_edits(max(len(word), len(term)))
        assert term not in found or near
        if near and (distance == 1 or len(word) >= 9):
            assert term in found
