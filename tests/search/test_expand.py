"""What a word of a query is searched as."""

from __future__ import annotations

import pytest

from cableview.model.query import Word
from cableview.search.expand import Correct, expand
from cableview.search.vocabulary import Vocabulary


def _terms(word: Word, known: dict[str, int], correct: Correct = Correct.NEVER) -> list[str]:
    return [term for term, _ in expand(word, Vocabulary.build(known.items(), 1), correct).terms]


@pytest.mark.parametrize(
    ("typed", "known", "found"),
    [
        ("iran", {"iran": 100, "iranian": 60, "iranians": 2}, ["iran", "iranian", "iranians"]),
        # What is far rarer than the word as it stands would come before it, and nobody means it.
        ("with", {"with": 10_000, "within": 900, "withiosk": 3}, ["with", "within"]),
        ("port", {"port": 100, "portia": 2}, ["port", "portia"]),
        ("port", {"port": 101, "portia": 2}, ["port"]),
        # A word that is no word yet is all its completions.
        ("norin", {"norinco": 2, "norinko": 1}, ["norin", "norinco", "norinko"]),
        # Two letters begin too much: only the commonest of it.
        ("ch", {"china": 90, "chinese": 80, "chair": 70}, ["ch", "china", "chinese"]),
        # What nearly every cable of a large library holds is found without more.
        ("the", {"the": 200_000, "they": 150_000, "of": 210_000}, ["the"]),
        ("the", {"the": 4, "they": 3, "of": 5}, ["the", "they"]),
        ("20", {"2008": 9}, ["20"]),
    ],
)
def test_completions_of_a_word_that_is_being_typed(
    typed: str, known: dict[str, int], found: list[str]
) -> None:
    assert _terms(Word(typed, open=True), known) == found
    assert _terms(Word(typed), known) == [typed]


@pytest.mark.parametrize(
    ("typed", "known", "corrected"),
    [
        # A sound beginning is no misspelling of what is misspelt in some text.
        ("missil", {"missile": 400, "missiel": 1}, ()),
        ("missle", {"missile": 400, "missles": 2}, ("missile",)),
        ("norink", {"norinco": 200, "norinko": 1}, ()),
        ("norinko", {"norinco": 200, "norinko": 1}, ("norinco",)),
    ],
)
def test_a_beginning_is_corrected_only_to_what_is_commoner_than_its_completions(
    typed: str, known: dict[str, int], corrected: tuple[str, ...]
) -> None:
    found = expand(Word(typed, open=True), Vocabulary.build(known.items(), 1), Correct.RARE)
    assert found.corrections == corrected


@pytest.mark.parametrize(
    ("typed", "known", "corrected"),
    [
        ("ambasador", {"ambassador": 180_000, "ambasador": 20}, ("ambassador",)),
        ("sanction", {"sanctions": 100_000, "sanction": 5_000}, ()),
        ("norinko", {"norinco": 200}, ("norinco",)),
        ("norinko", {"norinco": 199}, ()),
    ],
)
def test_what_finds_enough_is_corrected_only_beyond_doubt(
    typed: str, known: dict[str, int], corrected: tuple[str, ...]
) -> None:
    vocabulary = Vocabulary.build(known.items(), 1)
    assert expand(Word(typed), vocabulary, Correct.CLEAR).corrections == corrected
    assert expand(Word(typed), vocabulary, Correct.TEXT).corrections == ()


@pytest.mark.parametrize(
    ("typed", "right", "known", "taken"),
    [
        ("iraian", "iranian", {"iranian": 2, "iraian": 1}, True),
        ("iraian", "iranian", {"iranian": 3, "iraian": 2}, False),  # which is wrong cannot be told
        ("iraian", "iranian", {"iranian": 15, "iraian": 4}, False),
        ("iraian", "iranian", {"iranian": 80, "iraian": 4}, True),
        ("nonprolifration", "nonproliferation", {"nonproliferation": 2, "nonprolifration": 1}, True),
        ("prolifation", "proliferation", {"proliferation": 2, "prolifation": 1}, False),  # two edits
    ],
)
def test_a_word_that_finds_a_misspelling_is_found_by_it(
    typed: str, right: str, known: dict[str, int], taken: bool
) -> None:
    vocabulary = Vocabulary.build(known.items(), 1)
    assert (typed in expand(Word(right), vocabulary, Correct.TEXT).misspellings) == taken
    assert (right in expand(Word(typed), vocabulary, Correct.RARE).corrections) == taken


@pytest.mark.parametrize("typed", ["exports", "exporte"])
def test_another_ending_of_a_commoner_word_is_not_taken_for_a_slip(typed: str) -> None:
    vocabulary = Vocabulary.build({"export": 4, typed: 1}.items(), 1)
    assert expand(Word(typed), vocabulary, Correct.RARE).corrections == ()
