from __future__ import annotations

from datetime import date

import pytest

from cableview.data import serials
from cableview.store import Library
from cableview.store.records import Citation
from tests.support.stored import cable, missing, moment, ref, store

TARGET = "07BEIJING5361"


def test_paragraphs_come_before_the_list_that_names_them(library: Library) -> None:
    store(
        library,
        cable(
            "08BEIJING1",
            *"abc",
            sent="2008-01-01",
            subject="ONE",
            listed=[ref("G", TARGET, "CPEI", previous=True)],
            mentioned=[(3, "Ref G", TARGET), (2, "Refs F and G", TARGET), (3, "reftel", TARGET)],
        ),
        cable("08BEIJING2", sent="2008-02-01", subject="TWO", listed=[ref("A", TARGET, "HEBEI")]),
        cable("08BEIJING3", subject="THREE", mentioned=[(1, "07 Beijing 5361", TARGET)]),
    )
    first, second = moment("2008-01-01"), moment("2008-02-01")
    assert library.cited_by(TARGET) == (
        Citation("08BEIJING2", None, TARGET, False, "TWO", second, "A", "HEBEI", None),
        Citation("08BEIJING1", 3, "Ref G", True, "ONE", first, "G", "CPEI", 2),
        Citation("08BEIJING1", 2, "Refs F and G", True, "ONE", first, "G", "CPEI", 1),
        Citation("08BEIJING3", 1, "07 Beijing 5361", False, "THREE", None, None, None, 0),
    )
    assert library.cited_by("08BEIJING1") == library.cited_by("never heard of") == ()


def test_missing_counts_cables_and_knows_the_oldest(library: Library) -> None:
    twice = [(1, "reftel", TARGET), (2, "reftel", TARGET)]
    store(
        library,
        cable("08BEIJING1", "a", "b", sent="2008-03-01", listed=[ref("A", TARGET)], mentioned=twice),
        cable("08BEIJING2", sent="2008-01-01", listed=[ref("A", TARGET), ref("B", "08BEIJING1")]),
        cable("08BEIJING3", listed=[ref(None, "07STATE9")]),
    )
    assert [(one.id, one.citers, one.named[-1].sent) for one in missing(library)] == [
        (TARGET, 2, moment("2008-01-01")),
        ("07STATE9", 1, None),
    ]


@pytest.mark.parametrize(
    ("cable_id", "expected"),
    [
        (TARGET, ("2007-08-01", "2007-08-31", "serials")),
        ("UNIDENTIFIED-00000000", None),
        ("07NOWHERE12", None),
        ("07BEIJING99999", None),
    ],
)
def test_month_from_the_shipped_table(
    library: Library, cable_id: str, expected: tuple[str, str, str] | None
) -> None:
    found = library.date_missing(cable_id)
    assert (found and (str(found.earliest), str(found.latest), found.basis)) == expected


def test_held_neighbours_narrow_the_month(library: Library) -> None:
    store(library, cable("07BEIJING5350", sent="2007-08-07"), cable("07BEIJING5370", sent="2007-08-09"))
    found = library.date_missing(TARGET)
    assert found is not None
    assert (found.earliest, found.latest, found.basis) == (date(2007, 8, 7), date(2007, 8, 9), "neighbours")
    assert found.one_month


def test_neighbours_alone_and_against_the_table(library: Library) -> None:
    store(library, cable("07NOWHERE10", sent="2007-03-05"))
    found = library.date_missing("07NOWHERE12")
    assert found is not None
    assert (found.earliest, found.latest) == (date(2007, 3, 5), date(2007, 12, 31))
    assert not found.one_month
    store(library, cable("07BEIJING5370", sent="2007-05-01"))
    found = library.date_missing(TARGET)
    assert found is not None
    assert (found.earliest, found.latest, found.basis) == (date(2007, 1, 1), date(2007, 5, 1), "neighbours")
    store(library, cable("07BEIJING5350", sent="2007-06-01"))
    found = library.date_missing(TARGET)
    assert found is not None
    assert found.basis == "serials"


def test_table_answers_are_months_in_order(library: Library) -> None:
    for station, years in list(serials().items())[::20]:
        for year, reached in years.items():
            for serial in {1, *reached, *(highest + 1 for highest in reached)}:
                found = library.date_missing(f"{year}{station}{serial}")
                assert found is None or (found.earliest < found.latest and serial <= reached[-1])
