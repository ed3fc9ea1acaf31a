from __future__ import annotations

from dataclasses import replace

import pytest

from cableview.model.cable import Cable
from cableview.store import Library
from cableview.store.cables import SORTS
from tests.support.stored import cable, missing, store


def marked(made: Cable, classification: str | None) -> Cable:
    return replace(made, classification=classification)


@pytest.fixture
def filled(library: Library) -> Library:
    store(
        library,
        marked(cable("08BEIJING10", "one", sent="2008-03-01", subject="beta"), "SECRET"),
        marked(cable("08BEIJING9", "one two", sent="2008-05-01", subject="Alpha"), "UNCLASSIFIED"),
        marked(cable("07STATE3", "one two three", sent=None, subject=None), None),
        marked(cable("66ANKARA4", "", sent="1966-01-02", subject="gamma"), "CONFIDENTIAL"),
    )
    return library


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["08BEIJING9", "08BEIJING10", "66ANKARA4", "07STATE3"]),
        ("oldest", ["66ANKARA4", "08BEIJING10", "08BEIJING9", "07STATE3"]),
        ("id", ["66ANKARA4", "08BEIJING9", "08BEIJING10", "07STATE3"]),
        ("subject", ["08BEIJING9", "08BEIJING10", "66ANKARA4", "07STATE3"]),
        ("classification", ["08BEIJING10", "66ANKARA4", "08BEIJING9", "07STATE3"]),
        ("longest", ["07STATE3", "08BEIJING9", "08BEIJING10", "66ANKARA4"]),
    ],
)
def test_orders(filled: Library, sort: str, expected: list[str]) -> None:
    assert [row.id for row in filled.rows(filled.order(sort))] == expected
    assert [row.id for row in filled.rows(filled.order(sort, batch=1))] == expected


def test_every_order_has_every_cable_once(filled: Library) -> None:
    store(filled, cable("09PARIS1"))
    for sort in SORTS:
        assert sorted(filled.order(sort)) == sorted(filled.order())
        assert len(filled.order(sort, batch=2)) == 1
    assert filled.count() == 5
    with pytest.raises(KeyError):
        filled.order("by the moon")


def test_newest_is_read_from_an_index_alone(filled: Library) -> None:
    plan = filled._database.all(f"EXPLAIN QUERY PLAN SELECT key FROM cable ORDER BY {SORTS['newest']}")
    assert [row[3] for row in plan] == ["SCAN cable USING COVERING INDEX cable_sent"]


def test_rows_come_in_the_order_asked_without_strangers(filled: Library) -> None:
    keys = [filled.key_of(one) or 0 for one in ("07STATE3", "66ANKARA4")]
    assert [row.id for row in filled.rows([keys[1], 999, keys[0], keys[1]])] == [
        "66ANKARA4",
        "07STATE3",
        "66ANKARA4",
    ]
    row = filled.rows(keys)[1]
    assert row.sent is not None
    assert row.sent.isoformat() == "1966-01-02T00:00:00+00:00"
    assert (row.station, row.classification, row.paragraphs) == ("ANKARA", "CONFIDENTIAL", 1)


def test_held_and_key_of_tell_held_from_cited(filled: Library) -> None:
    store(filled, cable("09PARIS1", mentioned=[(1, "reftel", "09PARIS2")]))
    assert filled.held(["09PARIS1", "09PARIS2", "nonsense"]) == {"09PARIS1"}
    assert filled.key_of("09PARIS2") is None
    assert filled.load("09PARIS2") is None


def test_keys_of_many_are_those_of_each(filled: Library) -> None:
    keys = filled.order()
    ids = [row.id for row in filled.rows(keys)]
    assert sorted(filled.keys_of([*ids, "99NOWHERE1"])) == sorted(keys)
    assert not filled.keys_of([])


def test_a_cited_cable_that_arrives_is_missing_no_more(filled: Library) -> None:
    store(filled, cable("09PARIS1", mentioned=[(1, "reftel", "09PARIS2")]))
    assert [one.id for one in missing(filled)] == ["09PARIS2"]
    store(filled, cable("09PARIS2"))
    assert missing(filled) == []
    assert [one.cable_id for one in filled.cited_by("09PARIS2")] == ["09PARIS1"]


def test_near_ids(library: Library) -> None:
    store(library, *(cable(f"08BEIJING{n}") for n in (1, 95, 99, 102, 5000)), cable("07BEIJING100"))
    assert library.near_ids("08BEIJING100", 3) == ("08BEIJING99", "08BEIJING102", "08BEIJING95")
    assert library.near_ids("08BEIJING99", 1) == ("08BEIJING102",)
    assert library.near_ids("UNIDENTIFIED-0") == ()
    assert library.near_ids("08LONDON1") == ()
