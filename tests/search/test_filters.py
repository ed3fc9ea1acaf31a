from __future__ import annotations

import pytest

from cableview.model.document import Document
from cableview.model.marks import Decision
from cableview.model.query import Filter, Members, Not
from cableview.search import Filters, parse_query
from cableview.search import filters as filtering
from cableview.store import Marks, open_library, open_marks
from cableview.store.anchors import make_flag
from cableview.store.records import Held
from tests.support.libraries import made_pair, make_library, seed_documents


@pytest.fixture
def filters() -> Filters:
    places = make_library([*seed_documents(), Document("note.txt", "A text without any id.")])
    return Filters(lambda: open_library(places.cables), lambda: open_marks(places.marks))


def flag_with_code(marks: Marks, held: Held | None) -> None:
    assert held is not None
    flag = make_flag(held.cable, 1)
    marks.flag(flag)
    marks.set_codes(flag.id, [7])


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
    assert members(filters, "is:decided") == Members()
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
        assert len(members(filters, "batch:1").keys) == 5


def found(filters: Filters, text: str) -> list[int]:
    many = members(filters, text).many
    assert many is not None
    return list(many)


def test_large_sets_follow_every_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filtering, "MANY", 0)
    places = make_library(seed_documents())
    with open_library(places.cables) as library, open_marks(places.marks) as marks:
        filters = Filters(lambda: library, lambda: marks)
        newest = list(library.order("newest"))
        first, second, *_ = rows = library.rows(newest)
        marks.see([first.id, second.id, "99NOWHERE1"])
        assert found(filters, "is:read ") == newest[:2]
        assert found(filters, "is:unread ") == newest[2:]
        marks.see(first.id, seen=False)
        assert found(filters, "is:unread ") == [newest[0], *newest[2:]]
        marks.decide(rows[3].id, Decision.RELEVANT)
        assert found(filters, "is:relevant ") == [newest[3]]
        assert found(filters, "is:undecided ") == [*newest[:3], newest[4]]
        assert found(filters, "is:decided ") == [newest[3]]
        flag_with_code(marks, library.load(rows[4].id))
        assert found(filters, "is:flagged ") == found(filters, "code:7") == [newest[4]]
        assert members(filters, "code:8") == Members()
        make_library(made_pair())
        assert found(filters, "is:read ") == [newest[1]]
        assert len(found(filters, "is:unread ")) == 6


def test_marks_of_another_program_are_seen(monkeypatch: pytest.MonkeyPatch, filters: Filters) -> None:
    monkeypatch.setattr(filtering, "MANY", 0)
    assert members(filters, "is:read ") == Members()
    with open_marks(make_library([]).marks) as marks:
        marks.see("08BEIJING2648")
    assert len(found(filters, "is:read ")) == 1
    filters.close()
