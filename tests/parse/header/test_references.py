"""The REF list: labels, cables in every form, and what is no cable."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.model.cable import Reference
from cableview.parse.header.references import read_references
from cableview.parse.years import YearContext

OSLO_2008 = YearContext("OSLO", 400, datetime(2008, 6, 15, tzinfo=UTC))


def _read(value: str, own: str | None = "08OSLO400") -> tuple[Reference, ...]:
    return read_references(value, [(0, len(value))], own, OSLO_2008)


@pytest.mark.parametrize(
    ("value", "items"),
    [
        ("LIMA 12", [(None, "08LIMA12")]),
        (
            " A. LIMA 12\n     B. 07 LIMA 13\n     C. STATE 54321",
            [("A", "08LIMA12"), ("B", "07LIMA13"), ("C", "08STATE54321")],
        ),
        ("A) LIMA 12; B) LIMA 13", [("A", "08LIMA12"), ("B", "08LIMA13")]),
        ("(A) LIMA 12 (B) LIMA 13", [("A", "08LIMA12"), ("B", "08LIMA13")]),
        ("EMBTEL 380", [(None, "08OSLO380")]),
        ("(A) EMBTEL 712 (B) DEPTEL 54321 (NOTAL)", [("A", "07OSLO712"), ("B", "08STATE54321")]),
        ("EMBTELS 380 AND 382", [(None, "08OSLO380"), (None, "08OSLO382")]),
        ("A. 07 EMBTEL 12; B. OSLO EMBTEL 13", [("A", "07OSLO12"), ("B", "08OSLO13")]),
        ("CONTEL 14; DEPTTEL 54321", [(None, "08OSLO14"), (None, "08STATE54321")]),
        ("[A] LIMA 12, [B] LIMA 13", [("A", "08LIMA12"), ("B", "08LIMA13")]),
        ("A: LIMA 12 B: LIMA 13", [("A", "08LIMA12"), ("B", "08LIMA13")]),
        ("A - LIMA 12\nB - LIMA 13", [("A", "08LIMA12"), ("B", "08LIMA13")]),
        ("A.) LIMA 12\nB.) LIMA 13", [("A", "08LIMA12"), ("B", "08LIMA13")]),
        ("a. Lima 12; b. Lima 13", [("A", "08LIMA12"), ("B", "08LIMA13")]),
        ("(1) LIMA 12 (2) LIMA 13", [("1", "08LIMA12"), ("2", "08LIMA13")]),
        ("A LIMA 12 B LIMA 13", [("A", "08LIMA12"), ("B", "08LIMA13")]),
        ("A. (A) LIMA 12\n¶B. (B) LIMA 13", [("A", "08LIMA12"), ("B", "08LIMA13")]),
        ("A. REF A LIMA 12 B. REF B LIMA 13", [("A", "08LIMA12"), ("B", "08LIMA13")]),
        ("A. LIMA 12\n1B. LIMA 13\n1C. LIMA 14", [("A", "08LIMA12"), ("B", "08LIMA13"), ("C", "08LIMA14")]),
        ("A. LIMA 12\nC. LIMA 14", [("A", "08LIMA12"), ("C", "08LIMA14")]),
        ("LIMA 12\nB. LIMA 13", [("A", "08LIMA12"), ("B", "08LIMA13")]),
        ("A. LIMA 12 AND 13 B. ROME 1", [("A", "08LIMA12"), ("A", "08LIMA13"), ("B", "08ROME1")]),
        ("LIMA 12, ROME 7 & STATE 54321", [(None, "08LIMA12"), (None, "08ROME7"), (None, "08STATE54321")]),
        ("LIMA 12 07 ROME 7 STATE 54321", [(None, "08LIMA12"), (None, "07ROME7"), (None, "08STATE54321")]),
        ("07 LIMA 112/113/114", [(None, "07LIMA112"), (None, "07LIMA113"), (None, "07LIMA114")]),
        ("LIMA #12", [(None, "08LIMA12")]),
        ("A. LIMA 12 PAGE 02 OSLO 00400 01 OF 02 082030Z", [("A", "08LIMA12")]),
        ("LIMA (C) 00012", [(None, "08LIMA12")]),
        ("A. LIMA (C) 00012 B. ROME (C) 00013", [("A", "08LIMA12"), ("B", "08ROME13")]),
        ("A. LIMA 12 (07)\nB. ROME 13 (02) - FISH", [("A", "07LIMA12"), ("B", "02ROME13")]),
        ("A. (05) LIMA 12 B. (06) ROME 13", [("A", "05LIMA12"), ("B", "06ROME13")]),
        ("LIMA 12 (04)\nROME 13 (06)", [(None, "04LIMA12"), (None, "06ROME13")]),
        ("LIMA 12 (04) ROME 13 (06)", [(None, "04LIMA12"), (None, "06ROME13")]),
        ("(04) LIMA 12 (06) ROME 13", [(None, "04LIMA12"), (None, "06ROME13")]),
        ("LIMA 12 [04], ROME 13 [2006]", [(None, "04LIMA12"), (None, "06ROME13")]),
        ("LIMA 0112-07\nROME 0113-06", [(None, "07LIMA112"), (None, "06ROME113")]),
        ("LIMA 33/06; ROME 5049/07", [(None, "06LIMA33"), (None, "07ROME5049")]),
        ("LIMA 4O1, STATE 5OOO1", [(None, "08LIMA401"), (None, "08STATE50001")]),
        ("LIMA 12, 3 JUNE 2008", [(None, "08LIMA12")]),
        ("A. LIMA 12 DATED 3 JUNE B. ROME 7", [("A", "08LIMA12"), ("B", "08ROME7")]),
        ("A. LIMA 12 - OSLO 2009 FISH FAIR\nB. ROME 7", [("A", "08LIMA12"), ("B", "08ROME7")]),
        ("A. LIMA 12 (OSLO 2009 FISH FAIR)\nB. ROME 7", [("A", "08LIMA12"), ("B", "08ROME7")]),
        ("LIMA 12 & 25\nROME 7", [(None, "08LIMA12"), (None, "08LIMA25"), (None, "08ROME7")]),
        ("LIMA 455-457", [(None, "08LIMA455"), (None, "08LIMA457")]),
        ("A. LIMA 455 THRU 457 B. ROME 7", [("A", "08LIMA455"), ("A", "08LIMA457"), ("B", "08ROME7")]),
        ('A. LIMA 12 TITLED "OSLO 2010" B. ROME 7', [("A", "08LIMA12"), ("B", "08ROME7")]),
        ("LIMA 00090/91", [(None, "08LIMA90"), (None, "08LIMA91")]),
        ("LIMA A-102, ROME 7", [(None, "08ROME7")]),
        ("LIMA 12; 13; AND ROME 33", [(None, "08LIMA12"), (None, "08LIMA13"), (None, "08ROME33")]),
        ("A. STATE 12345 (DTG 101200Z JUN 08)", [("A", "08STATE12345")]),
        ("A TD-314/21795-05\nB LIMA 12", [("A", None), ("B", "08LIMA12")]),
        ("A LIMA 12 (JUN 12)\nB '07 LIMA 13", [("A", "08LIMA12"), ("B", "07LIMA13")]),
        ("07 ADDIS ABBA 112", [(None, "07ADDISABABA112")]),
        ("07 THE HAGE 112; 06 TEL AVIVV 3", [(None, "07THEHAGUE112"), (None, "06TELAVIV3")]),
        ("STATE CA-3400", [(None, None)]),
        ("LIMA CABLE 12", [(None, "08LIMA12")]),
        ("12345 Lima", [(None, "08LIMA12345")]),
        ("A) 399 B) LIMA 12", [("A", "08OSLO399"), ("B", "08LIMA12")]),
        ("A. RIO\nDE JANEIRO 12", [("A", "08RIODEJANEIRO12")]),
        ("A. LIMA 12 B. 05\nROME 7", [("A", "08LIMA12"), ("B", "05ROME7")]),
        ("A. RIO DE JAN 12", [("A", "08RIODEJANEIRO12")]),
        ("A. LSBON 12 B. 0SLO 13", [("A", "08LISBON12"), ("B", "08OSLO13")]),
    ],
)  # fmt: skip
def test_labels_and_lists(value: str, items: list[tuple[str | None, str]]) -> None:
    assert [(reference.label, reference.id) for reference in _read(value)] == items


@pytest.mark.parametrize(
    "value",
    [
        "07 LIMA 12", "2007 LIMA 12", "'07 LIMA 12", "(07) LIMA 12", "LIMA 12 (07)", "LIMA (07) 12",
        "LIMA 00012/07", "LIMA 00012-07", "07LIMA12", "07-LIMA-12", "2007LIMA00012", "LIMA 07-00012",
        "LIMA 12 OF 2007", "O7 LIMA 12",
    ],
)  # fmt: skip
def test_every_form_of_the_year(value: str) -> None:
    (reference,) = _read(value)
    assert (reference.id, reference.year_inferred) == ("07LIMA12", False)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("DOE/ROE E-MAIL 05/11/08", "email"),
        ("doe-roe telcon of May 12", "telcon"),
        ("MEMO OF JUNE 3", "memo"),
        ("72 FED REG 54321 (4/5/08)", "law"),
        ("9 FAM 41.31", "law"),
        ("IIR 6 111 2222 08", "report"),
        ("TD-314/11111-08", "report"),
        ("LIMA DAILY 11/3/08", "report"),
        ("2006 HUMAN RIGHTS REPORT FOR PERU", "report"),
        ("SECDEF DTG 112233Z MAY 08", "message"),
        ("UN DOCUMENT S/2008/12", "other"),
        ("UNSCR 1747", "other"),
        ("PARA 3 OF MAY 12", "other"),
    ],
)
def test_what_is_no_cable_keeps_its_words(value: str, kind: str) -> None:
    (reference,) = _read(f"A. {value}")
    assert (reference.label, reference.text, reference.id, reference.kind) == ("A", value, None, kind)


def test_a_cable_beside_a_mail_is_found() -> None:
    found = _read("LIMA 12; DOE E-MAIL 5/5/08; ROME 7")
    assert [(reference.id, reference.kind) for reference in found] == [
        ("08LIMA12", "cable"), (None, "email"), ("08ROME7", "cable"),
    ]  # fmt: skip


def test_titles_notal_and_previous() -> None:
    found = _read(
        "A. LIMA 12 (NOTAL)\nB. LIMA 13 AND PREVIOUS - SHIP VISIT\n"
        "C. 07 LIMA 14 (ARMS EMBARGO)\nD. LIMA 15, AND PREVIOUS"
    )
    assert [(reference.title, reference.and_previous) for reference in found] == [
        (None, False), ("SHIP VISIT", True), ("ARMS EMBARGO", False), (None, True),
    ]  # fmt: skip


def test_a_page_header_with_the_own_number_is_no_reference() -> None:
    assert [reference.id for reference in _read("LIMA 12 OSLO 00000400 ")] == ["08LIMA12"]


def test_sources_are_exact() -> None:
    text = "REF: A. LIMA 12 - SHIPS\n     B. 07 ROME 7 AND 8; DOE E-MAIL\n"
    found = read_references(text, [(4, len(text))], None, OSLO_2008)
    assert [text[slice(*reference.source)] for reference in found] == [
        "LIMA 12 - SHIPS", "07 ROME 7 AND", "8", "DOE E-MAIL",
    ]  # fmt: skip


def test_without_a_date_the_cable_is_kept_without_id() -> None:
    (reference,) = read_references("LIMA 12", [(0, 7)], None, YearContext())
    assert (reference.id, reference.kind) == (None, "cable")


@given(st.text(alphabet="AB.)( 0178;,/-&'\nLIMAREFSTO#:[]é", max_size=120))
def test_hostile_lists_never_raise_and_stay_inside(value: str) -> None:
    for reference in _read(value):
        assert 0 <= reference.source[0] <= reference.source[1] <= len(value)
