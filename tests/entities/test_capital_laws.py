"""Laws and treaties in cables that are all capitals."""

from __future__ import annotations

import pytest

from cableview.entities import find_mentions
from cableview.parse import parse_text

HEADER = """R 101200Z MAR 76
FM AMEMBASSY LIMA
TO SECSTATE WASHDC 1000
C O N F I D E N T I A L LIMA 0700

E.O. 11652: GDS
TAGS: PFOR, PE
SUBJECT: A TEST

1. """


def found(sentence: str) -> list[str]:
    raw = HEADER + sentence + "\nDEAN\n"
    kinds = ("TREATY_OR_LAW",)
    return [m.text for m in find_mentions(parse_text(raw), raw) if m.type in kinds and m.paragraph == 1]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("LABOR CRITICIZED THE SMITHSON ACT AGAIN.", "SMITHSON ACT"),
        ("CABINET HAS NOT RENEWED SUGAR QUOTA ACT.", "SUGAR QUOTA ACT"),
        ("HE SAID MINING ACT OF 1969 IS DEAD.", "MINING ACT OF 1969"),
        ("THEY CITE THE AREQUIPA DECLARATION OF 1952.", "AREQUIPA DECLARATION"),
        ("HE WILL SIGN TEXTILE AGREEMENT SOON.", "TEXTILE AGREEMENT"),
        ("PER CONVENTION ON DUMPING OF WASTES AT SEA, IT IS.", "CONVENTION ON DUMPING OF WASTES AT SEA"),
        ("IT IS UNDER DECREE LAW 31 OF COURSE.", "DECREE LAW 31"),
        ("IT IS UNDER GENERAL ORDER NO. 4 OF COURSE.", "GENERAL ORDER NO. 4"),
        ("ILO CITES CONVENTION 111.", "CONVENTION 111"),
        ("CORN COMES UNDER PL 480 TITLE II ONLY.", "PL 480 TITLE II"),
    ],
)
def test_named(sentence: str, text: str) -> None:
    assert found(sentence) == [text]


@pytest.mark.parametrize(
    "sentence",
    [
        "IT WAS A TERRORIST ACT.",
        "GOVERNMENT MUST ACT ALONE.",
        "SOVIET ACT WAS UNWISE.",
        "THE PARTY CONVENTION ELECTED HIM.",
        "CONVENTION 300 DELEGATES SAW WAS LONG.",
        "THERE IS NO PEACE TREATY.",
        "ORDER 5 MORE.",
    ],
)
def test_not_named(sentence: str) -> None:
    assert not found(sentence)
