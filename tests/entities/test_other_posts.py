"""Made-up cables from other regions, topics and years."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from cableview.entities import find_mentions
from cableview.model.mention import Mention
from cableview.parse import parse_text

CABLES = Path(__file__).with_name("cables")


@cache
def mentions(name: str) -> tuple[Mention, ...]:
    raw = (CABLES / f"{name}.txt").read_text(encoding="utf-8")
    return find_mentions(parse_text(raw), raw)


LAGOS = [
    ("ORGANIZATION", "AMCONSUL LAGOS", "U.S. Consulate General Lagos"),
    ("ORGANIZATION", "AF/W", "AF/W"),
    ("PERSON", "AGAMA", "AGAMA"),
    ("ORGANIZATION", "MPNL", "Marlin Petroleum Nigeria Limited"),
    ("ORGANIZATION", "MARLIN PETROLEUM", "Marlin Petroleum Nigeria Limited"),
    ("ORGANIZATION", "MEND", "Movement for the Emancipation of the Niger Delta"),
    ("PERSON", "Van Houten", "Pieter van Houten"),
    ("PERSON", "Briggs", "Tamuno Briggs"),
    ("QUANTITY", "94", "94"),
    ("QUANTITY", "115,000 barrels per day", "115000 bpd"),
    ("MONEY", "N60 million", "NGN 60000000"),
    ("MONEY", "USD 23.5 million", "USD 23500000"),
    ("VESSEL", "M/V Delta Pearl", "Delta Pearl"),
    ("PLACE", "Bayelsa State", "Bayelsa State"),
    ("PLACE", "Bight of Bonny", "Bight of Bonny"),
    ("TREATY_OR_LAW", "Petroleum Industry\nBill", "Petroleum Industry Bill"),
    ("ORGANIZATION", "GON", "Government of Nigeria"),
    ("ORGANIZATION", "Post", "U.S. Consulate General Lagos"),
    ("ORGANIZATION", "Embassy Abuja", "U.S. Embassy Abuja"),
    ("DATE", "mid-September", "2006-09"),
    ("INTEXT_REF", "ref B", "05ABUJA2290"),
    ("ROLE_TITLE", "Managing Director", "Managing Director"),
]
LA_PAZ = [
    ("CABLE_REF", "08LAPAZ931", "08LAPAZ931"),
    ("PERSON", "Raymond T. Osgood", "Raymond T. Osgood"),
    ("PERSON", "Hernan Valdivieso", "Hernan Valdivieso"),
    ("PERSON", "Quisbert", "Ramiro Quisbert"),
    ("ORGANIZATION", "MAS", "Movement Toward Socialism"),
    ("ROLE_TITLE", "Brazilian Ambassador", "Brazilian Ambassador"),
    ("ORGANIZATION", "National Unity\nFront", "National Unity Front"),
    ("ORGANIZATION", "UN Office on Drugs and Crime", "UN Office on Drugs and Crime"),
    ("ORGANIZATION", "Banco Andino de Desarrollo S.A.", "Banco Andino de Desarrollo S.A."),
    ("ORGANIZATION", "Agroindustrias del Oriente Ltda.", "Agroindustrias del Oriente Ltda."),
    ("TREATY_OR_LAW", "Article 272", "Article 272"),
    ("DATE", "last month", "2008-04"),
    ("MATERIAL_OR_ITEM", "body armor", "body armor"),
    ("QUANTITY", "1,200 hectares", "1200 ha"),
    ("PLACE", "Chapare", "Chapare"),
    ("INTEXT_REF", "reftel", "08LAPAZ899"),
]
ANKARA = [
    ("PERSON", "ORHAN TEKIN", "Orhan Tekin"),
    ("PERSON", "TEKIN", "Orhan Tekin"),
    ("PERSON", "KEMAL ARSLAN", "Kemal Arslan"),
    ("ROLE_TITLE", "FOREIGN MINISTER", "Foreign Minister"),
    ("PLACE", "GREECE", "Greece"),
    ("ORGANIZATION", "NATO", "NATO"),
    ("ORGANIZATION", "MINISTRY OF DEFENSE", "Ministry of Defense"),
    ("DATE", "JUNE 3", "1976-06-03"),
    ("DATE", "JULY", "1976-07"),
    ("MONEY", "$285 MILLION", "USD 285000000"),
    ("CABLE_REF", "STATE 135512", "76STATE135512"),
    ("TREATY_OR_LAW", "E.O. 11652", "Executive Order 11652"),
    ("TAG", "MASS", "MASS"),
]
ROWS = [
    (cable, *row)
    for cable, rows in (("06LAGOS1187", LAGOS), ("08LAPAZ0931", LA_PAZ), ("76ANKARA4410", ANKARA))
    for row in rows
]


@pytest.mark.parametrize(("cable", "kind", "text", "name"), ROWS)
def test_names(cable: str, kind: str, text: str, name: str) -> None:
    assert name in {m.name for m in mentions(cable) if m.type == kind and m.text == text}


@pytest.mark.parametrize(
    ("cable", "text"),
    [
        ("06LAGOS1187", "What Happened"),
        ("06LAGOS1187", "Summary"),
        ("08LAPAZ0931", "They"),
        ("08LAPAZ0931", "Opposition"),
        ("76ANKARA4410", "SURVEY"),
        ("76ANKARA4410", "CONGRESS MUST"),
    ],
)
def test_no_names(cable: str, text: str) -> None:
    assert not [m for m in mentions(cable) if text in m.text]
