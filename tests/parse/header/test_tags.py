"""TAGS as printed and corrected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.parse.header.tags import read_tags


@pytest.mark.parametrize(
    ("value", "corrected"),
    [
        (" PREL PGOV NO", ["PREL", "PGOV", "NO"]),
        (" PREL, PGOV,\nNO", ["PREL", "PGOV", "NO"]),
        (" prel, pgov", ["PREL", "PGOV"]),
        (" PREL PGOV PREL NO PGOV", ["PREL", "PGOV", "NO"]),
        (" PREL PGOV SIPDIS", ["PREL", "PGOV"]),
        (" PRELPGOVNO", ["PREL", "PGOV", "NO"]),
        (" NOPREL", ["NO", "PREL"]),
        (" PREL UNESCCO", ["PREL", "UNESCO"]),
        (" OVIP (DOE, JANE Q.), PREL", ["OVIP", "DOE, JANE Q.", "PREL"]),
        (" OVIP ROE JANE PREL", ["OVIP", "ROE, JANE", "PREL"]),
        (" PREL NO COUNTRY\nCLEARANCE", ["PREL", "NO", "COUNTRY CLEARANCE"]),
        (" PREL, FISHING DISPUTES", ["PREL", "FISHING DISPUTES"]),
        (" UNGA/C-6 G-77 AU-1 ZANU-PF", ["UNGA/C-6", "G-77", "AU-1", "ZANU-PF"]),
        (" PREL    SECRET    PAGE 02   OSLO  01234  01 OF 02  221205Z PGOV", ["PREL", "PGOV"]),
        (" PREL/PGOV/NO", ["PREL", "PGOV", "NO"]),
        (" (PREL, PGOV, NO)", ["PREL", "PGOV", "NO"]),
        (" PREL-PGOV-NO", ["PREL", "PGOV", "NO"]),
        (" PREL, NO (SENSITIVE)", ["PREL", "NO"]),
        (" PREL, NO -- FISHING", ["PREL", "NO", "FISHING"]),
        (" PREL (U) &PGOV", ["PREL", "PGOV"]),
        (" OVIP [DOE, JANE] PREL", ["OVIP", "DOE, JANE", "PREL"]),
        (" OVIP ROE, JANE Q., PREL", ["OVIP", "ROE, JANE Q", "PREL"]),
        (" PRE L P GOV NO", ["PREL", "PGOV", "NO"]),
        (" N/A", []),
        ("", []),
    ],
)
def test_corrected(value: str, corrected: list[str]) -> None:
    assert list(read_tags(value)[0]) == corrected


def test_printed_keeps_the_slips() -> None:
    assert read_tags(" PRELPGOV PREL PREL")[1] == ("PRELPGOV", "PREL", "PREL")


def test_endless_glue_is_left_alone() -> None:
    assert len(read_tags("PREL" * 5000)[0]) == 1


@given(st.text(max_size=100))
def test_hostile_values_never_raise(value: str) -> None:
    read_tags(value)
