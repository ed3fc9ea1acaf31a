from __future__ import annotations

import math
from array import array
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cableview.model.cable import Cable
from cableview.model.keyset import Shelf
from cableview.model.query import And, FieldIs, Filter, Members, Node, Not, Or, Query, Word
from cableview.search import Searcher, fetching, open_index, slices, uniting
from cableview.search.keeping import Part, is_heavy, parted

SHELF = Shelf(array("Q", range(30, 0, -1)))


def some(*keys: int) -> Filter:
    return Filter("is", "read", Members(many=SHELF.set_of(keys)))


KEYS = st.frozensets(st.integers(1, 30))
WORDS = {"iran": {2, 3, 5}, "iraq": {5, 8, 13, 21}}
TREES = st.recursive(
    st.one_of(st.sampled_from([Word(text) for text in WORDS]), KEYS.map(lambda keys: some(*keys))),
    lambda inner: st.one_of(
        inner.map(Not), st.lists(inner, min_size=2, max_size=3).flatmap(lambda nodes: both_ways(tuple(nodes)))
    ),
    max_leaves=8,
)


def both_ways(nodes: tuple[Node, ...]) -> st.SearchStrategy[Node]:
    return st.sampled_from([And(nodes), Or(nodes)])


def answers(node: Node | None, key: int) -> bool:
    match node:
        case None:
            return True
        case Word():
            return key in WORDS[node.text]
        case Filter():
            return node.members is not None and node.members.many is not None and key in node.members.many
        case Not():
            return not answers(node.node, key)
        case And():
            return all(answers(part, key) for part in node.nodes)
        case Or():
            return any(answers(part, key) for part in node.nodes)
    raise AssertionError(node)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder: Path = tmp_path_factory.mktemp("cache")
    with open_index(folder) as index:
        for number in range(1, 31):
            tags = ("PARM",) if number % 2 else ("PREL",)
            subject = "Iran" if number % 3 else "Iraq and Iran"
            sent = datetime(2008, 1, number, tzinfo=UTC)
            index.add(number, Cable(id=f"08ROME{number}", sent=sent, subject=subject, tags=tags))
        index.commit(1)
        index.save_vocabulary()
    return Searcher(folder)


def test_what_asks_for_no_large_set_is_left_as_it_is() -> None:
    few = Filter("is", "hot", Members(("08ROME1",)))
    assert parted(None) == (Part(None),)
    for node in (Word("iran"), few, And((Word("iran"), Or((few, Word("iraq")))))):
        assert parted(node) == (Part(node),)


def test_sets_that_stand_side_by_side_are_one() -> None:
    word = Word("iran")
    (part,) = parted(And((word, some(1, 2, 3), Not(some(2)), Or((some(3), some(4))))))
    assert part.root == word
    assert list(part.kept or ()) == [3]
    (part,) = parted(Not(Or((some(*range(3, 31)), some(1)))))
    assert (part.root, list(part.kept or ())) == (None, [2])


def test_a_set_in_an_or_is_listed_after_what_holds_the_words() -> None:
    within, without = parted(Or((some(4, 7), Word("iran"))))
    assert (within.root, list(within.kept or ()), list(within.listed or ())) == (None, [7, 4], [7, 4])
    assert (without.root, len(without.kept or ()), without.listed) == (Word("iran"), 28, None)


def test_what_holds_for_no_cable_is_an_empty_set() -> None:
    read = some(1, 2)
    (part,) = parted(And((Word("iran"), read, Not(Or((read, Word("iraq")))))))
    assert part.root is None
    assert part.kept is not None
    assert not list(part.kept)


@given(TREES)
def test_the_parts_find_what_the_whole_finds(tree: Node) -> None:
    parts = parted(tree)
    assume(not any(is_heavy(part.root) for part in parts))
    expected = {key for key in range(1, 31) if answers(tree, key)}
    found = [
        {key for key in (range(1, 31) if part.kept is None else part.kept) if answers(part.root, key)}
        for part in parts
    ]
    listed = [
        {key for key in (range(1, 31) if part.listed is None else part.listed) if answers(part.root, key)}
        for part in parts
    ]
    assert set().union(*found) == set().union(*listed) == expected
    assert sum(map(len, found)) == len(expected)


def test_a_query_of_very_many_sets_leaves_some_to_the_engine() -> None:
    tangle = And(tuple(Or((some(key), Word("iran"))) for key in range(1, 7)))
    assert any(is_heavy(part.root) for part in parted(tangle))
    assert not is_heavy(And((Word("iran"), Filter("is", "hot", Members(("08ROME1",))))))
    assert not is_heavy(None)


def never_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the engine told no set."""
    monkeypatch.setattr(fetching, "_FEW", 0)
    monkeypatch.setattr(fetching, "naming", lambda _: math.inf)


@pytest.mark.parametrize("patience", [None, 0.0, 60.0])
def test_only_what_is_in_the_set_is_found(searcher: Searcher, patience: float | None) -> None:
    def found(*nodes: Node) -> set[int]:
        result = searcher.search(Query("", And(nodes)), patience=patience)
        assert (result.total, result.counted, result.since) == (len(result.hits), True, None)
        return {hit.key for hit in result.hits}

    low = some(*range(1, 11))
    assert found(Word("iraq"), low) == {3, 6, 9}
    assert found(Word("iraq"), Not(low)) == {12, 15, 18, 21, 24, 27, 30}
    assert found(Word("iran"), Word("iraq"), low) == {3, 6, 9}
    assert found(low) == set(range(1, 11))
    assert found(Or((Word("iraq"), low))) == {*range(1, 11), 12, 15, 18, 21, 24, 27, 30}


def test_a_misspelt_word_is_corrected_within_the_set(searcher: Searcher) -> None:
    result = searcher.search(Query("", And((Word("iraqq"), some(3, 4, 12)))))
    assert [hit.key for hit in result.hits if hit.corrected] == [12, 3]
    assert result.corrections["iraqq"][0] == "iraq"


def test_a_set_alone_gives_the_newest_first(searcher: Searcher) -> None:
    result = searcher.search(Query("", some(4, 9, 2, 30)), 3)
    assert [hit.key for hit in result.hits] == [30, 9, 4]
    assert result.total == 4


def test_the_best_are_fetched_before_all_are_counted(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    never_named(monkeypatch)
    monkeypatch.setattr(fetching, "_A_SECOND", 0)
    query = Query("", And((Word("iran"), Not(some(*range(1, 4))))))
    hurried = searcher.search(query, 2, patience=60.0)
    assert not hurried.counted
    assert len(hurried.hits) == 2 <= hurried.total <= 8
    assert searcher.found(query).keys() == list(range(30, 3, -1))
    whole = searcher.search(query, 2)
    assert (whole.counted, whole.total) == (True, 27)
    assert [hit.score for hit in whole.hits] == [hit.score for hit in hurried.hits]


def test_what_there_is_no_time_to_count_is_not_read_otherwise(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    never_named(monkeypatch)
    monkeypatch.setattr(fetching, "_A_SECOND", 0)
    monkeypatch.setattr(fetching, "_DEEPEST", 5)
    query = Query("", And((Word("iran"), some(*range(1, 4)))))
    hurried = searcher.search(query, 10, patience=60.0)
    assert not hurried.counted
    assert not hurried.whole
    assert len(hurried.hits) == hurried.exact < 3
    assert searcher.search(query, 10).total == 3


@pytest.mark.parametrize("node", [Or((Word("iraq"), some(1, 2, 4))), And((Word("iran"), Not(some(7))))])
def test_a_set_may_be_named_or_looked_up(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch, node: Node
) -> None:
    monkeypatch.setattr(fetching, "_FEW", 0)
    monkeypatch.setattr(fetching, "_A_SECOND", 0)
    named = searcher.search(Query("", node), 4)
    monkeypatch.setattr(fetching, "naming", lambda _: math.inf)
    monkeypatch.setattr(fetching, "_A_SECOND", 10**6)
    looked_up = searcher.search(Query("", node), 4)
    assert (named.hits, named.total, named.counted) == (looked_up.hits, looked_up.total, looked_up.counted)


def test_in_an_or_what_holds_the_words_comes_first_and_then_the_newest(searcher: Searcher) -> None:
    result = searcher.search(Query("", Or((Word("iraq"), some(1, 3, 20)))))
    keys = [hit.key for hit in result.hits]
    assert set(keys[:10]) == set(range(3, 31, 3))
    assert keys[10:] == [20, 1]
    assert result.total == 12


def test_in_an_or_without_words_the_newest_comes_first(searcher: Searcher) -> None:
    node = Or((FieldIs("tag", ("parm",)), some(2, 28)))
    result = searcher.search(Query("", node), 3)
    assert [hit.key for hit in result.hits] == [29, 28, 27]
    assert result.total == 17


def test_what_there_is_no_time_for_is_not_counted(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    never_named(monkeypatch)
    monkeypatch.setattr(fetching, "_A_SECOND", 0)
    query = Query("", Or((Word("iran"), some(2, 28))))
    hurried = searcher.search(query, 2, patience=60.0)
    assert (hurried.counted, hurried.total) == (False, 30)
    monkeypatch.setattr(slices, "WHOLE", 1)
    monkeypatch.setattr(uniting, "_LEAST", math.inf)
    unread = Searcher(searcher._folder).search(query, 2, patience=60.0)
    assert (unread.counted, unread.total, [hit.key for hit in unread.hits]) == (False, 2, [28, 2])
    assert len(searcher.found(query).keys()) == 30


def test_few_of_a_large_library_are_named(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_DEEPEST", 1)
    result = searcher.search(Query("", And((Word("iran"), some(*range(1, 4))))), 10)
    assert sorted(hit.key for hit in result.hits) == [1, 2, 3]
    assert (result.total, result.counted) == (3, True)


def test_what_is_found_in_a_set_is_counted_by_field(searcher: Searcher) -> None:
    query = Query("", And((Word("iraq"), some(*range(1, 11)))))
    counted = searcher.found(query).facets()
    assert counted.total == 3
    assert {facet.value: facet.cables for facet in counted.groups["tag"]} == {"PARM": 2, "PREL": 1}
    assert sorted(searcher.found(query).keys()) == [3, 6, 9]
    either = searcher.found(Query("", Or((Word("iraq"), some(*range(1, 29))))))
    assert either.facets().total == len(either.keys()) == len(set(either.keys())) == 29
    assert {facet.value: facet.cables for facet in either.facets().groups["tag"]} == {"PARM": 14, "PREL": 15}
    alone = searcher.found(Query("", some(1, 2)))
    assert (alone.facets().total, sorted(alone.keys())) == (2, [1, 2])
