"""Money and counts as cables write them, in mixed case and in capitals."""

from __future__ import annotations

import pytest

from cableview.entities import find_mentions
from cableview.parse import parse_text

HEADER = """R 101200Z MAR 79
FM AMEMBASSY CAIRO
TO SECSTATE WASHDC 1000
C O N F I D E N T I A L CAIRO 000700

E.O. 12065: GDS 3/10/85
TAGS: EFIN, EG
SUBJECT: A TEST

1. (C) """


def found(sentence: str) -> list[tuple[str, str, str]]:
    raw = HEADER + sentence + "\nATHERTON\n"
    kinds = ("MONEY", "QUANTITY")
    return [(m.type, m.text, m.name) for m in find_mentions(parse_text(raw), raw) if m.type in kinds]


@pytest.mark.parametrize(
    ("sentence", "text", "name"),
    [
        ("HE PAID US DOLS 5,000 FOR IT.", "US DOLS 5,000", "USD 5000"),
        ("IT OWES DM 40 MILLION NOW.", "DM 40 MILLION", "DEM 40000000"),
        ("IT OWES FF 40 MILLION NOW.", "FF 40 MILLION", "FRF 40000000"),
        ("THEY PAY BIRR 12 EACH.", "BIRR 12", "ETB 12"),
        ("A TICKET IS 3 TO 5 ESCUDOS NOW.", "3 TO 5 ESCUDOS", "escudo 3-5"),
        ("A HOUSE IS 5,000 POUNDS NOW.", "5,000 POUNDS", "EGP 5000"),
        ("It lent $5 to 7 million more.", "$5 to 7 million", "USD 5000000-7000000"),
        ("It lent Rs500,000 more.", "Rs500,000", "rupee 500000"),
        ("It lent Rs. 4 lakh more.", "Rs. 4 lakh", "rupee 400000"),
        ("It lent 300 million New Taiwan dollars.", "300 million New Taiwan dollars", "TWD 300000000"),
        ("It lent five million dollars.", "five million dollars", "USD 5000000"),
        ("A $5 million loan is due.", "$5 million", "USD 5000000"),
        ("It lent 20 Swiss francs.", "20 Swiss francs", "CHF 20"),
        ("A kilo is 50 cents now.", "50 cents", "USD 0.5"),
        ("It lent L.E. 5 million.", "L.E. 5 million", "EGP 5000000"),
    ],
)
def test_money(sentence: str, text: str, name: str) -> None:
    assert found(sentence) == [("MONEY", text, name)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They won 300,000 votes.",
        "OF THE 30 MEN 12 WON.",
        "The 27 all agreed.",
        "IT FELL AGAINST THE DOLLAR 20 PERCENT.",
        "It sold 500 pounds of tea.",
        "The 500 Cordoba families left.",
    ],
)
def test_no_money(sentence: str) -> None:
    assert all(kind == "QUANTITY" for kind, _, _ in found(sentence))
