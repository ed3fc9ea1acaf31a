"""Sentences and what they name."""

from __future__ import annotations

import pytest

from cableview.entities import find_mentions
from cableview.parse import parse_text

HEADER = """R 101200Z MAR 08
FM AMEMBASSY NAIROBI
TO SECSTATE WASHDC 1000
C O N F I D E N T I A L NAIROBI 000700

E.O. 12958: DECL: 03/10/2018
TAGS: PREL, KE
SUBJECT: A TEST

1. (C) """


def found(sentence: str) -> set[tuple[str, str, str]]:
    raw = HEADER + sentence + "\nRANNEBERGER\n"
    return {(m.type, m.text, m.name) for m in find_mentions(parse_text(raw), raw) if m.paragraph == 1}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It met on March 5 and will meet on April 2.", ("DATE", "April 2", "2008-04-02")),
        ("It met in November.", ("DATE", "November", "2007-11")),
        ("It met on 13 November 2007.", ("DATE", "13 November 2007", "2007-11-13")),
        ("It met April 1-3, 2007.", ("DATE", "April 1-3, 2007", "2007-04-01/2007-04-03")),
        ("It grew in the 1990s.", ("DATE", "1990s", "1990/1999")),
        ("It ran from 2004-2006.", ("DATE", "2004-2006", "2004/2006")),
        ("It said so last week.", ("DATE", "last week", "2008-03-03/2008-03-09")),
        ("It costs $1.5 million a year.", ("MONEY", "$1.5 million", "USD 1500000")),
        ("It costs 20 billion naira now.", ("MONEY", "20 billion naira", "NGN 20000000000")),
        ("It shipped two batches of rice.", ("QUANTITY", "two batches", "2 batches")),
        ("Only 40 percent voted.", ("QUANTITY", "40 percent", "40 percent")),
        ("UNSCR 1747 binds all.", ("TREATY_OR_LAW", "UNSCR 1747", "UNSCR 1747")),
        ("Resolution 1540 binds all.", ("TREATY_OR_LAW", "Resolution 1540", "UNSCR 1540")),
        ("They cite Article 6.3 often.", ("TREATY_OR_LAW", "Article 6.3", "Article 6.3")),
        ("The Econoff left.", ("ROLE_TITLE", "Econoff", "Economic Officer")),
        ("The Pol/Econoff left.", ("ROLE_TITLE", "Pol/Econoff", "Political/Economic Officer")),
        ("A Clinton-era deal holds.", ("PERSON", "Clinton", "Clinton")),
        ("The firm hired DCM Piccuta.", ("PERSON", "Piccuta", "Piccuta")),
        ("He saw Ban Ki-moon there.", ("PERSON", "Ban Ki-moon", "Ban Ki-moon")),
        ("German firm Optronic sold it.", ("ORGANIZATION", "Optronic", "Optronic")),
        (
            "The Ministry of Trade, Industry and Tourism met.",
            (
                "ORGANIZATION",
                "Ministry of Trade, Industry and Tourism",
                "Ministry of Trade, Industry and Tourism",
            ),
        ),
        ("Uganda's Government agreed.", ("PLACE", "Uganda", "Uganda")),
        ("The Ugandan Government agreed.", ("ORGANIZATION", "Ugandan Government", "Government of Uganda")),
        ("The GOK agreed.", ("ORGANIZATION", "GOK", "Government of Kenya")),
        ("The U.S.-China plan holds.", ("PLACE", "U.S.", "United States")),
        ("An Iran-based firm left.", ("PLACE", "Iran", "Iran")),
        ("They fled to Garbatulla.", ("PLACE", "Garbatulla", "Garbatulla")),
        ("He is in Kamiti Prison now.", ("PLACE", "Kamiti Prison", "Kamiti Prison")),
        ("It sold vacuum pumps and rope.", ("MATERIAL_OR_ITEM", "vacuum pumps", "vacuum pumps")),
    ],
)
def test_named(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It may march in.",
        "However, nothing happened.",
        "The steel industry complained.",
        "They met for two years.",
        "The Kenyan people voted.",
        "It was a success (NOFORN).",
    ],
)
def test_nothing_named(sentence: str) -> None:
    assert not found(sentence)


def test_a_post_without_a_tag_of_its_own_breaks_nothing() -> None:
    raw = HEADER.replace("AMEMBASSY NAIROBI", "AMCONSUL JERUSALEM") + "The GOI agreed.\nWALLES\n"
    names = {m.name for m in find_mentions(parse_text(raw), raw) if m.text == "GOI"}
    assert names == {"GOI"}
