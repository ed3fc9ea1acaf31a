from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cableview.app.history import LIMIT, History, Place

A, B, C = Place("A"), Place("B"), Place("C")


def test_back_and_forward_return_to_where_the_cursor_stood() -> None:
    history = History().visit(A).settle(7).visit(B).visit(C)
    back = history.back().back()
    assert back.here == Place("A", 7)
    assert back.forward().here == B
    assert back.forward().forward().here == C


def test_a_visit_forgets_what_was_ahead() -> None:
    history = History().visit(A).visit(B).back().visit(C)
    assert history.ahead == ()
    assert history.back().here == A


def test_ends_stay_where_they_are() -> None:
    history = History().visit(A)
    assert history.back() is history
    assert history.forward() is history
    assert History().back() == History()
    assert History().settle(3) == History()


def test_the_same_place_is_not_visited_twice() -> None:
    assert History().visit(A).visit(A).behind == ()


def test_a_long_session_is_bounded() -> None:
    history = History()
    for number in range(LIMIT * 2):
        history = history.visit(Place(str(number)))
    assert len(history.behind) == LIMIT


@given(st.lists(st.sampled_from(["back", "forward", "A", "B", "C"])))
def test_going_back_and_forward_is_no_change(steps: list[str]) -> None:
    history = History()
    for step in steps:
        history = getattr(history, step)() if step in {"back", "forward"} else history.visit(Place(step))
    if history.behind:
        assert history.back().forward() == history
    if history.ahead:
        assert history.forward().back() == history
