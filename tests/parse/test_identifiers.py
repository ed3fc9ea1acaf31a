"""Printed ids in every spelling, and ids in running text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.parse.identifiers import canonical_id, iter_cable_ids
from cableview.parse.years import YearContext

OSLO_2008 = YearContext("OSLO", 400, datetime(2008, 8, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("printed", "own"),
    [
        ("07OSLO12", "07OSLO12"),
        (" 07oslo0012 ", "07OSLO12"),
        ("07 OSLO 000012", "07OSLO12"),
        ("07-OSLO-12", "07OSLO12"),
        ("2007OSLO12", "07OSLO12"),
        ("1975STATE004321_b", "75STATE4321"),
        ("07NEW DELHI 12", "07NEWDELHI12"),
        ("07EFTOOSLO12", "07OSLO12"),
        ("07SECTION02OF03OSLO12", "07OSLO12"),
        ("07SECTINO01OF02OSLO12", "07OSLO12"),
        ("07AMEMBASSYOSLO12", "07OSLO12"),
        ("07OSLO000012ZFR0014", "07OSLO12"),
        ("75STATE4321TOSEC000777", "75STATE4321"),
        ("07OSLOO12", "07OSLO12"),
        ("07LISBN12", "07LISBON12"),
        ("07PORTUGAL12", "07LISBON12"),
        ("07AMEMBSSYOSLO12", "07OSLO12"),
        ("07ETFOOSLO12", "07OSLO12"),
        ("07SECTION0OSLO12", "07OSLO12"),
        ("07SECTION01OFOSLO12", "07OSLO12"),
        ("070SLO12", "07OSLO12"),
        ("07T0KYO12", "07TOKYO12"),
        ("O7OSLO12", "07OSLO12"),
        ("07OSLO12 (NOTAL)", "07OSLO12"),
        ("07DAKA12", "07DAKA12"),
        ("07ATLANTISCITADEL12", "07ATLANTISCITADEL12"),
    ],
)
def test_every_spelling_gives_the_canonical_id(printed: str, own: str) -> None:
    assert canonical_id(printed) == own


def test_a_year_may_be_given_from_outside() -> None:
    assert canonical_id("OSLO 000012") is None
    assert canonical_id("OSLO 000012", year="2008") == "08OSLO12"
    assert canonical_id("07 OSLO 12", year="08") == "07OSLO12"
    assert canonical_id("S E C R E T SECTION 01 OF 03 OSLO 000012", year="08") == "08OSLO12"


@pytest.mark.parametrize("nothing", ["", "   ", "OSLO", "12", "07", "2008 12", "...", "07OSLO", "\x00"])
def test_what_is_no_id(nothing: str) -> None:
    assert canonical_id(nothing) is None


@given(st.text(max_size=80))
def test_hostile_text_never_raises(text: str) -> None:
    canonical_id(text)
    list(iter_cable_ids(text, OSLO_2008))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("as told in 06 LUSAKA 1234 and before", ["06LUSAKA1234"]),
        ("as told in LUSAKA 00123, and", ["08LUSAKA123"]),
        ("(STATE 54321)", ["08STATE54321"]),
        ("see 07 New Delhi\n 123.", ["07NEWDELHI123"]),
        ("see RIO DE JANEIRO 121.", ["08RIODEJANEIRO121"]),
        ("by OSLO 399; by OSLO 401.", ["08OSLO399", "07OSLO401"]),
        ("AS EMBTEL 222 SAID, AND EMBTELS 412 TOO", ["08OSLO222", "07OSLO412"]),
        ("SEE DEPTEL 54321 AGAIN", ["08STATE54321"]),
        ("On MAY 12, PARA 3, SECTION 01, PAGE 02 and TODAY 2", []),
        ("In Paris 200 people; LIMA 500 POLICEMEN; Beijing 2008", []),
        ("UNSCR 1747 and PARIS 1.5 million", []),
    ],
)
def test_ids_in_running_text(text: str, ids: list[str]) -> None:
    assert [hit[2] for hit in iter_cable_ids(text, OSLO_2008)] == ids


def test_a_number_of_the_list_is_no_quantity() -> None:
    text = "READ LIMA 500 AGAIN AND LIMA 501 AGAIN"
    assert [hit[2] for hit in iter_cable_ids(text, OSLO_2008, ["08LIMA500"])] == ["08LIMA500"]


def test_a_telegram_of_an_unknown_post_has_no_id() -> None:
    for station in (None, "STATE"):
        assert not list(iter_cable_ids("SEE EMBTEL 222.", YearContext(station, 9, OSLO_2008.sent)))


def test_the_span_in_running_text_is_exact() -> None:
    text = "reported in 06 LUSAKA 1234, twice"
    ((start, end, _, inferred),) = iter_cable_ids(text, OSLO_2008)
    assert text[start:end] == "06 LUSAKA 1234"
    assert not inferred
