"""The subject: one line of text, and the marking in front of it."""

from __future__ import annotations

import pytest

from cableview.parse.header.subject import read_subject


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("A VISIT", ("A VISIT", None)),
        ("(C) A VISIT", ("A VISIT", "C")),
        ("(S/NF) A\nVISIT", ("A VISIT", "S/NF")),
        ("C) A VISIT", ("A VISIT", "C")),
        ("[C] A VISIT", ("A VISIT", "C")),
        ("SBU) A VISIT", ("A VISIT", "SBU")),
        ("A) A VISIT", ("A) A VISIT", None)),
        ("(CORRECTED) A VISIT", ("(CORRECTED) A VISIT", None)),
        ("SU) A VISIT", ("SU) A VISIT", None)),
        ("C-130 FLIGHTS", ("C-130 FLIGHTS", None)),
        ("A VISIT (S/NF)", ("A VISIT", "S/NF")),
        ("A VISIT (A)", ("A VISIT (A)", None)),
        ("VISA(S)", ("VISA(S)", None)),
    ],
)
def test_a_subject_gives_its_text_and_marking(value: str, expected: tuple[str, str | None]) -> None:
    assert read_subject(value) == expected
