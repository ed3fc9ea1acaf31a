from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from cableview.model.keyset import Shelf

KEYS = st.sets(st.integers(1, 40))


@given(st.permutations(range(2, 31, 2)), KEYS, KEYS)
def test_it_is_a_set_in_the_order_of_its_shelf(newest: list[int], some: set[int], others: set[int]) -> None:
    shelf = Shelf(array("Q", newest))
    one, other = shelf.set_of(some), shelf.set_of(others)
    held = set(newest)
    for found, expected in (
        (one, held & some),
        (one & other, held & some & others),
        (one | other, held & (some | others)),
        (~one, held - some),
        (~one & other, held & others - some),
    ):
        assert list(found) == [key for key in newest if key in expected]
        assert len(found) == len(expected)
        assert found.share == len(expected) / len(newest)


def test_keys_that_follow_each_other_are_runs() -> None:
    shelf = Shelf(array("Q", [*range(40, 20, -1), *range(18, 0, -1)]))
    assert shelf.set_of([]).runs == ()
    assert shelf.set_of([4, 5, 6, 9, 40]).runs == ((4, 6), (9, 9), (40, 40))
    assert shelf.set_of([17, 18, 21, 22]).runs == ((17, 22),)
    assert shelf.set_of(range(1, 41, 2)).runs == ()


def test_the_smaller_of_a_set_and_the_others() -> None:
    shelf = Shelf(array("Q", [3, 5, 9]))
    few, many = shelf.set_of([5]), shelf.set_of([3, 5])
    assert list(few.smaller) == [5]
    assert list(many.smaller) == [9]


def test_a_key_that_came_later_is_not_among_them() -> None:
    few = Shelf(array("Q", [3, 5])).set_of([5, 9])
    assert list(few.among([5, 3])) == [1, 0]
    assert list(few.among([9, 5, 3])) == [0, 1, 0]
    both = few | Shelf(array("Q", [9, 5, 3])).set_of([9])
    assert list(both.among([9, 5])) == [1, 1]


def test_an_empty_library_has_an_empty_set() -> None:
    nothing = Shelf(array("Q")).set_of([1])
    assert (len(nothing), list(nothing), list(~nothing), list(nothing.among([]))) == (0, [], [], [])
    assert nothing.share == 0
