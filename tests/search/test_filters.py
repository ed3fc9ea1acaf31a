from __future__ import annotations

from pathlib import Path

import pytest

from cableview.model.cable import Cable
from cableview.model.document import Document
from cableview.model.query import And, Filter, Members, Not, Query, Word
from cableview.search import Filters, Searcher, open_index, parse_query
from cableview.search.filters import is_heavy
from cableview.store import open_library, open_marks
from tests.support.libraries import made_pair, make_library, seed_documents


@pytest.fixture
def filters() -> Filters:
    places = make_library([*seed_documents(), Document("note.txt", "A text without any id.")])
    return Filters(lambda: open_library(places.cables), lambda: open_marks(places.marks))


def members(filters: Filters, text: str) -> Members:
    root = filters.resolve(parse_query(text, typing=False)).root
    node = root.node if isinstance(root, Not) else root
    assert isinstance(node, Filter)
    assert node.members is not None
    return node.members


def test_a_query_without_filters_opens_nothing() -> None:
    def never() -> None:
        raise AssertionError

    query = parse_query("iran -from:beijing", typing=False)
    assert Filters(never, never).resolve(query) is query  # type: ignore[arg-type]


def test_a_cable_without_id_is_known_by_its_key(filters: Filters) -> None:
    places = make_library([Document("note.txt", "A text without any id.")], "plain")
    with open_library(places.cables) as library, open_marks(places.marks) as marks:
        (row,) = library.rows(library.order())
        marks.see([row.id, "08BEIJING2648"])
        found = Filters(lambda: library, lambda: marks).resolve(parse_query("is:read ", typing=False))
        assert found.root == Filter("is", "read", Members(("08BEIJING2648",), (row.key,)))


def test_what_most_cables_share_is_asked_by_the_others(filters: Filters) -> None:
    assert members(filters, "is:unread") == Members(others=True)
    assert members(filters, "-is:undecided") == Members(others=True)
    assert members(filters, "batch:1") == Members(others=True)
    assert members(filters, "batch:last") == Members(others=True)
    assert members(filters, "batch:2") == Members()
    filters.close()


def test_a_batch_that_grows_is_looked_up_again() -> None:
    places = make_library(seed_documents())
    with open_library(places.cables) as library, open_marks(places.marks) as marks:
        filters = Filters(lambda: library, lambda: marks)
        assert members(filters, "batch:last") == Members(others=True)
        make_library(made_pair())
        assert len(members(filters, "batch:last").keys) == 2
        assert members(filters, "batch:1").others
        assert len(members(filters, "batch:1").keys) == 2


def test_large_sets_are_heavy_wherever_they_stand() -> None:
    large = Filter("is", "read", Members(tuple(f"08ROME{number}" for number in range(4_000))))
    assert is_heavy(Query("", And((Word("iran"), Not(large)))))
    assert not is_heavy(parse_query("iran is:read "))
    assert not is_heavy(Query("", Filter("is", "unread", Members(("08ROME1",), (), others=True))))


def test_a_heavy_query_is_answered_whole_even_in_a_hurry(tmp_path: Path) -> None:
    with open_index(tmp_path) as index:
        for number in range(1, 31):
            index.add(number, Cable(id=f"08ROME{number}", subject="Iran"))
        index.commit(1)
    large = Filter("is", "read", Members(tuple(f"08ROME{number}" for number in range(2, 4_000))))
    result = Searcher(tmp_path).search(Query("", And((Word("iran"), large))), patience=0.0)
    assert (result.total, result.since) == (29, None)
