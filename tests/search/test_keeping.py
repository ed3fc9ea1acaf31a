from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from cableview.model.cable import Cable
from cableview.model.keyset import KeySet, Shelf
from cableview.model.query import And, Filter, Members, Node, Not, Or, Query, Word
from cableview.search import Searcher, fetching, open_index
from cableview.search.keeping import is_heavy, parted

SHELF = Shelf(array("Q", range(30, 0, -1)))


def some(*keys: int) -> Filter:
    return Filter("is", "read", Members(many=SHELF.set_of(keys)))


def kept(root: Node | None) -> list[int] | None:
    held: KeySet | None = parted(root)[1]
    return None if held is None else list(held)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder: Path = tmp_path_factory.mktemp("cache")
    with open_index(folder) as index:
        for number in range(1, 31):
            tags = ("PARM",) if number % 2 else ("PREL",)
            subject = "Iran" if number % 3 else "Iraq and Iran"
            index.add(number, Cable(id=f"08ROME{number}", subject=subject, tags=tags))
        index.commit(1)
        index.save_vocabulary()
    return Searcher(folder)


def test_large_sets_leave_what_the_engine_is_asked() -> None:
    word = Word("iran")
    few = Filter("is", "hot", Members(("08ROME1",)))
    assert parted(word) == (word, None)
    assert parted(None) == (None, None)
    assert parted(few) == (few, None)
    assert parted(And((word, some(1), few)))[0] == And((word, few))
    assert parted(some(1))[0] is None
    assert kept(And((word, some(1, 2, 3), Not(some(2))))) == [3, 1]
    assert kept(Or((some(1), And((some(2, 3), Not(some(3))))))) == [2, 1]
    assert kept(Not(Or((some(*range(3, 31)), some(1))))) == [2]
    assert kept(Or((some(1), word))) is None


def test_a_large_set_in_an_or_is_heavy() -> None:
    assert is_heavy(Or((some(1), Word("iran"))))
    assert is_heavy(Not(And((some(1), Word("iran")))))
    assert not is_heavy(And((Word("iran"), Filter("is", "hot", Members(("08ROME1",))))))
    assert not is_heavy(None)


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
    monkeypatch.setattr(fetching, "_FEW", 0)
    monkeypatch.setattr(fetching, "_A_SECOND", 0)
    query = Query("", And((Word("iran"), Not(some(*range(1, 4))))))
    hurried = searcher.search(query, 2, patience=60.0)
    assert not hurried.counted
    assert len(hurried.hits) == 2 <= hurried.total <= 8
    assert searcher.found(query).keys() == list(range(30, 3, -1))
    whole = searcher.search(query, 2)
    assert (whole.counted, whole.total) == (True, 27)
    assert whole.hits == hurried.hits


def test_what_there_is_no_time_to_count_is_not_read_otherwise(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_FEW", 0)
    monkeypatch.setattr(fetching, "_A_SECOND", 0)
    monkeypatch.setattr(fetching, "_DEEPEST", 5)
    query = Query("", And((Word("iran"), some(*range(1, 4)))))
    hurried = searcher.search(query, 10, patience=60.0)
    assert not hurried.counted
    assert not hurried.whole
    assert len(hurried.hits) == hurried.exact < 3
    assert searcher.search(query, 10).total == 3


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
    alone = searcher.found(Query("", some(1, 2)))
    assert (alone.facets().total, sorted(alone.keys())) == (2, [1, 2])
