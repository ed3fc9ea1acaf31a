"""Classified By: names beside titles, broken words, reasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.parse.header.classified_by import split_reasons, unwrap
from cableview.parse.header.names import split_name


@pytest.mark.parametrize(
    ("value", "name", "reasons"),
    [
        (" Ambassador Jane Q. Doe for reasons 1.4 (b) and (d).", "Jane Q. Doe", "bd"),
        (" Jane Doe, Ambassador; REASON: 1.4(B), (D)", "Jane Doe", "bd"),
        (" JANE DOE, CHARGE D'AFFAIRES, A.I. REASONS: 1.5 B AND D.", "JANE DOE", "bd"),
        (" Charge d'Affaires, a.i. Jane Doe. Reason 1.4 (c)", "Jane Doe", "c"),
        (" Charge d,Affaires a.i. Jane Doe, reasons 1.4 (b/d)", "Jane Doe", "bd"),
        (" Classified by Acting DCM Jane Doe, E.O. 12958, reasons 1.4 (b,d)", "Jane Doe", "bd"),
        (" This message classified by Pol/Econ Counselor Jane Doe per 1.4 b & d", "Jane Doe", "bd"),
        (" (C) PolMinCouns Jane Doe under 1.4 (b)(d)", "Jane Doe", "bd"),
        (" Acting Political Couselor Jane Doe, reasons 1.4 (b and d)", "Jane Doe", "bd"),
        (" DCM/Jane Doe for reasons 1.4 (b+d)", "Jane Doe", "bd"),
        (" EUR/NB - JANE DOE, REASON 1.5 (D)", "JANE DOE", "d"),
        (" Amb. Jane Doe. Reasons 1.4 (B&D).", "Jane Doe", "bd"),
        (" Ambassador John Doe, Jr., reasons 1.4 (a), (b) and (d)", "John Doe, Jr.", "abd"),
        (" JOHN DOE III, CONSUL GENERAL, REASON 1.4 (D)", "JOHN DOE III", "d"),
        (" Ambassador to Norway Jane Doe. Reason 1.4 (d)", "Jane Doe", "d"),
        (" Deputy Assistant Secretary for Norway and Denmark Jane Doe for 1.4 (b)", "Jane Doe", "b"),
        (" IO Jane Doe for reasons 1.4 (b)", "Jane Doe", "b"),
        (" Deputy Chief of Mission: Jane Doe: Reason: 1.4 (b)", "Jane Doe", "b"),
        (" Jane Doe", "Jane Doe", ""),
        (" Special Envoy Jane Doe", "Jane Doe", ""),
        (" Charge d'affaires a.i. Jane de la Doe for reasons 1.4 (b)", "Jane de la Doe", "b"),
        (" COL John A. Doe, USA, Defense Attache, for reasons 1.4 (a)", "John A. Doe", "a"),
        (" Senior Defense Official Brig. Gen. John Doe, reason 1.4 (a)", "John Doe", "a"),
        (" Science Counselor Dr. Jane Doe, M.D., reasons 1.4 (e)", "Jane Doe", "e"),
        (" Principal Officer in Chiang Mai Jane Doe. Reasons 1.4 (b)", "Jane Doe", "b"),
        (" Embassy Oslo DCM Jane Doe. Reasons 1.4 (b)", "Jane Doe", "b"),
        (" Ambassador to Bosnia and Herzegovina Jane Doe, 1.4 (b)", "Jane Doe", "b"),
        (" Ambassador Jane West for reasons 1.4 (b)", "Jane West", "b"),
        (" Jane Doe/POLCOUNS for reasons 1.4 (b)", "Jane Doe", "b"),
        (" DCMJane Doe for reasons 1.4 (b)", "Jane Doe", "b"),
        (" Jane Doe (Acting PolChief), Reason 1.4 (b)", "Jane Doe", "b"),
        (" PMC Jane Doe (acting) for reasons 1.4(b)", "Jane Doe", "b"),
        (" acting deputy chief of mission jane doe for reasons 1.4 (b)", "jane doe", "b"),
        (" Ambassador Jane Doe because of reasons 1.4 (b) and (d)", "Jane Doe", "bd"),
        (" Ambassador Jane Doe as per 1.4 (b) and (d)", "Jane Doe", "bd"),
        (" Ambassador Jane Doe on the basis of 1.4 (b)", "Jane Doe", "b"),
        (" E.O. 12958 by DCM Jane Doe for reasons 1.4 (b)", "Jane Doe", "b"),
        (" Joan St. Doe, PolMil Chief, per 1.4 (b)", "Joan St. Doe", "b"),
        (" Mission Director Wm. Doe, 1.4 (b)", "Wm. Doe", "b"),
        (" Staff Assistant Jane North II for reasons 1.4 (b)", "Jane North II", "b"),
        (" Jane de Marine, Legal Adviser, 1.4 (b)", "Jane de Marine", "b"),
        (" IRAN WATCHER, JANE Q. DOE, REASON 1.4 (B)", "JANE Q. DOE", "b"),
        (" Ambassador Jordan, reason 1.4 (b)", "Jordan", "b"),
        (" Ambassador for reasons 1.4 (b)", None, "b"),
        ("", None, ""),
    ],
)
def test_name_and_reasons(value: str, name: str | None, reasons: str) -> None:
    head, letters = split_reasons(value)
    assert (split_name(head)[0], "".join(letters)) == (name, reasons)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Deputy Chief of Mission Jane Doe", "Deputy Chief of Mission"),
        ("Jane Doe, Ambassador, Embassy Oslo", "Ambassador, Embassy Oslo"),
        ("Jane Doe", None),
    ],
)
def test_title(head: str, title: str | None) -> None:
    assert split_name(head) == ("Jane Doe", title)


def _unwrapped(text: str) -> str:
    return unwrap(0, text, 0, len(text))


def test_a_word_cut_at_the_last_column_is_put_together() -> None:
    assert _unwrapped("x" * 64 + " for re\nasons 1.4 (b)").endswith(" for reasons 1.4 (b)")
    assert _unwrapped("x" * 66 + ". 1.\n4 (b)").endswith(" 1.4 (b)")
    assert _unwrapped("x" * 67 + " (b\n) and (d)").endswith(" (b) and (d)")
    assert _unwrapped("x" * 64 + " Jane Br\nown, Jr.").endswith(" Jane Brown, Jr.")
    assert _unwrapped("x" * 61 + " E.O. 129\n58, reason").endswith(" E.O. 12958, reason")
    assert _unwrapped("Ambassador Jane Doe f\nor reasons") == "Ambassador Jane Doe for reasons"


def test_a_cut_that_took_the_blank_leaves_it_on_the_next_line() -> None:
    assert _unwrapped("x" * 66 + " Jane\n Doe for").endswith(" Jane Doe for")


def test_a_line_wrapped_at_a_word_is_joined_with_a_blank() -> None:
    assert (
        _unwrapped("Counselor for Economic and\nPolitical Affairs")
        == "Counselor for Economic and Political Affairs"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Jane Doe for", "reasons"),
        ("Jane Doe", "under"),
        ("Jane Doe", "II"),
        ("Jane de", "Doe"),
        ("JANE DOE", "DCM"),
    ],
)
def test_whole_words_stay_apart_at_the_last_column(first: str, second: str) -> None:
    line = f"{first:>71}"
    assert _unwrapped(f"{line}\n{second} 1.4 (b)") == f"{line} {second} 1.4 (b)"


@given(st.text(max_size=160))
def test_hostile_values_never_raise(value: str) -> None:
    split_name(split_reasons(_unwrapped(value))[0])
