"""Sentence case for subjects, with the body as witness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.model.headline import sentence_case, title_case

BODY = (
    "The plan was raised by NORINCO and the U.S. Government in response to sales. China provides little. "
    "Iran buys; efforts to halt procurement go on, and cases are claims of the firms."
)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("NORINCO CLAIMS TO BE FORGOING SALES TO IRAN", "NORINCO claims to be forgoing sales to Iran"),
        ("CHINA PROVIDES RESPONSE TO U.S.-RAISED CASES", "China provides response to U.S.-raised cases"),
        ("THE PLAN FOR FTZ", "The plan for FTZ"),
        ("Already in mixed case", "Already in mixed case"),
        ("CHINA’S EFFORTS", "China’s efforts"),
        ("", ""),
    ],
)
def test_sentence_case(printed: str, shown: str) -> None:
    assert sentence_case(printed, BODY + " China’s way.") == shown


def test_a_body_in_capitals_is_no_witness() -> None:
    assert sentence_case("VISIT OF SHAH", "THE SHAH WILL VISIT.") == "VISIT OF SHAH"


def test_title_case_keeps_small_words_small() -> None:
    shown = title_case("CHINA PROVIDES RESPONSE TO U.S.-RAISED CASES", BODY)
    assert shown == "China Provides Response to U.S.-Raised Cases"


@given(st.text(), st.text())
def test_letters_stay(subject: str, text: str) -> None:
    assert sentence_case(subject, text).casefold() == subject.casefold()
