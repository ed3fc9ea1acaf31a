"""What any post may name: goods of control lists, foreign companies, numbered laws, ships, small places."""

from __future__ import annotations

import random

import pytest

from cableview.entities import find_mentions
from cableview.parse import parse_text
from tests.bench.entity_quality import MARKED
from tests.support.marked import read_marked
from tests.support.sentences import found

NAMED = [
    ("It seized 155mm artillery shells.", "MATERIAL_OR_ITEM", "155mm artillery shells"),
    ("It sold AH-1S helicopters.", "MATERIAL_OR_ITEM", "AH-1S helicopters"),
    ("It sold a Karlson K5 milling machine.", "MATERIAL_OR_ITEM", "Karlson K5 milling machine"),
    ("It sold 14 AK-47 rifles there.", "QUANTITY", "14"),
    ("It sold 5.56mm ammunition.", "MATERIAL_OR_ITEM", "5.56mm ammunition"),
    ("It sold gas turbine blades.", "MATERIAL_OR_ITEM", "gas turbine blades"),
    ("It gave him a Toyota Hilux.", "MATERIAL_OR_ITEM", "Toyota Hilux"),
    ("It leases Boeing 737s.", "MATERIAL_OR_ITEM", "Boeing 737s"),
    ("It has Scud-C missiles.", "MATERIAL_OR_ITEM", "Scud-C missiles"),
    ("IT SOLD 300 TONS OF BROWN SUGAR.", "MATERIAL_OR_ITEM", "BROWN SUGAR"),
    ("It asked for Mercedes buses.", "MATERIAL_OR_ITEM", "Mercedes buses"),
    ("He hid resin (40 mesh) there.", "MATERIAL_OR_ITEM", "resin (40 mesh)"),
    ("It flies MiG-29 fighters.", "MATERIAL_OR_ITEM", "MiG-29 fighters"),
    ("Kiev buys Turkmen gas.", "MATERIAL_OR_ITEM", "gas"),
    ("They sent tarpaulins and blankets.", "MATERIAL_OR_ITEM", "tarpaulins"),
    ("He owns Volga Metall OJSC now.", "ORGANIZATION", "Volga Metall OJSC"),
    ("He owns Pesquera del Sur, Cía. Ltda. now.", "ORGANIZATION", "Pesquera del Sur, Cía. Ltda."),
    ("It met the 3rd Brigade there.", "ORGANIZATION", "3rd Brigade"),
    ("The Navy refused.", "ORGANIZATION", "Navy"),
    ("It was a loan of SDR 40 million.", "MONEY", "SDR 40 million"),
    ("It lost two million tons.", "QUANTITY", "two million tons"),
    ("Of those, 12,400 stay.", "QUANTITY", "12,400"),
    ("It breaks Presidential Decree 44.", "TREATY_OR_LAW", "Presidential Decree 44"),
    ("It breaks Section 620(q) now.", "TREATY_OR_LAW", "Section 620(q)"),
    ("It breaks Additional Protocol II here.", "TREATY_OR_LAW", "Additional Protocol II"),
    ("It breaks the 1991 Constitution.", "TREATY_OR_LAW", "1991 Constitution"),
    ("They signed the Convention on Wild Birds (CWB).", "TREATY_OR_LAW", "CWB"),
    ("The barge Zora sank.", "VESSEL", "Zora"),
    ("The Zora, an old tanker, sank.", "VESSEL", "Zora"),
    ("The M/V Baltik 12 sank.", "VESSEL", "M/V Baltik 12"),
    ("They boarded the M/N Gran Sasso.", "VESSEL", "M/N Gran Sasso"),
    ("They boarded MV Captain Haddad at sea.", "VESSEL", "MV Captain Haddad"),
    ("The cutter KM Hiu sank.", "VESSEL", "KM Hiu"),
    ("THE SS PACIFIC TRADER WAS SEIZED AT SEA.", "VESSEL", "SS PACIFIC TRADER"),
    ("It shipped 12 pallets of it.", "QUANTITY", "12 pallets"),
    ("He came on Sunday.", "DATE", "Sunday"),
    ("It told the Foreign Ministry on October 4 to stop.", "DATE", "October 4"),
    ("It was named under the Kingpin Act on June 3.", "DATE", "June 3"),
    ("He was born 6 JUL 46 here.", "DATE", "6 JUL 46"),
    ("He met at the Hotel Majestic.", "PLACE", "Hotel Majestic"),
    ("He fought at Garbatulla.", "PLACE", "Garbatulla"),
    ("He lives in the Korogocho quarter.", "PLACE", "Korogocho"),
    ("His wife, Wambui, fled.", "PERSON", "Wambui"),
    ("He met Econoff Kiptum March 4.", "PERSON", "Kiptum"),
    ("NAME: DOE, JOHN HENRY.", "PERSON", "DOE, JOHN HENRY"),
    ("The â€œMombasa planâ€ is dead.", "PLACE", "Mombasa"),
    ("He told the British DCM so.", "ROLE_TITLE", "British DCM"),
    ("He told NASoff so.", "ROLE_TITLE", "NASoff"),
]


@pytest.mark.parametrize(("sentence", "kind", "text"), NAMED)
def test_named(sentence: str, kind: str, text: str) -> None:
    assert (kind, text) in {(k, t) for k, t, _ in found(sentence)}


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("He wrote it in Farsi.", "Farsi"),
        ("He got a letter from Kiptanui.", "Kiptanui"),
        ("Analysts at Apoyo agree.", "Apoyo"),
        ("It lost Kamba fighters.", "Kamba fighters"),
        ("It holds such steel.", "steel"),
        ("He joined a Joint Venture.", "Joint Venture"),
        ("He holds PPT NO. Z2841907 now.", "Z2841907"),
        ("See Item 12 of the agenda.", "Item 12"),
    ],
)
def test_not_named(sentence: str, text: str) -> None:
    assert text not in {t for kind, t, _ in found(sentence) if kind != "PERSON"}


def test_the_attention_line_names_posts_and_people() -> None:
    names = found("It ended.", "DEPT FOR AF/E - JOHN MALLORY\nPARIS FOR HUNTLEY-REED")
    assert {
        ("PERSON", "JOHN MALLORY", "JOHN MALLORY"),
        ("PERSON", "HUNTLEY-REED", "HUNTLEY-REED"),
        ("ORGANIZATION", "PARIS", "U.S. Embassy Paris"),
    } <= names


def test_a_ship_keeps_its_type_where_it_is_named_again() -> None:
    assert ("VESSEL", "Kang Nam", "Kang Nam") in found("The M/V Kang Nam left. The Kang Nam sank.")


def test_no_damage_makes_a_rule_fail() -> None:
    chance = random.Random(7)
    for path in sorted(MARKED.glob("new-*.txt")):
        raw, _ = read_marked(path.read_text(encoding="utf-8"))
        low = chance.randrange(len(raw))
        for text in (raw.upper(), raw[low:], raw[:low], raw.title(), raw.replace(" ", "\n")):
            for mention in find_mentions(parse_text(text), text):
                assert text[slice(*mention.source)] == mention.text
