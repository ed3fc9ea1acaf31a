"""Text in capitals, in the case it would have in mixed writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview import data
from cableview.entities import find_mentions
from cableview.entities.cased import capitalize
from cableview.entities.tokens import words_of
from cableview.entities.truecase import truecase
from cableview.parse import parse_text


class Known:
    """A cable that writes PIPELINE small, ORION as an acronym and Sand as a name."""

    def acronym(self, word: str) -> bool:
        return word == "ORION"

    def name(self, word: str) -> bool:
        return word == "SAND"

    def small(self, word: str) -> bool:
        return word == "PIPELINE"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("FOREIGN MINISTER ORHAN TEKIN SAID", "Foreign Minister Orhan Tekin said"),
        ("THE FOREIGN MINISTER SAID", "the foreign minister said"),
        ("MINISTER OF HOME AFFAIRS ADEMOLA TOLD", "Minister of Home Affairs Ademola told"),
        ("MINISTRY OF FOREIGN AFFAIRS", "Ministry of Foreign Affairs"),
        ("ASIAN DEVELOPMENT BANK WILL LEND", "Asian Development Bank will lend"),
        ("A JAPANESE COMPANY", "a Japanese company"),
        ("NARCOTICS CONTROL BOARD (NCB) MET", "Narcotics Control Board (NCB) met"),
        ("PIETER DE WAAL", "Pieter de Waal"),
        ("MARK TULLOCH LEFT", "Mark Tulloch left"),
        ("IN MAY IT MAY END", "in May it may end"),
        ("TWO F-5E AIRCRAFT", "two F-5E aircraft"),
        ("THE U.S. AND NATO", "the U.S. and NATO"),
        ("KING HASSAN'S LETTER", "King Hassan's letter"),
        ("ORION AND SAND", "ORION and Sand"),
        ("EMBASSY BELIEVES", "Embassy believes"),
        ("TIRAH VALLEY", "Tirah Valley"),
        ("UNDER SECTION 481", "under Section 481"),
        ("GOM WOULD AGREE", "GOM would agree"),
    ],
)
def test_case(printed: str, read: str) -> None:
    assert truecase(words_of(printed), Known()) == [read]


@given(st.text(alphabet="ABC DE'’.-/&()12ÉÄ\n", max_size=80))
def test_every_letter_keeps_its_place(text: str) -> None:
    (read,) = truecase(words_of(text), Known())
    assert len(read) == len(text)
    assert read.upper() == text.upper()


@pytest.mark.parametrize(
    ("word", "form"), [("MCBRIDE", "McBride"), ("O'HARA", "O'Hara"), ("ABC-DEF", "Abc-Def")]
)
def test_capitals(word: str, form: str) -> None:
    assert capitalize(word) == form


@pytest.mark.parametrize("word", ["shipments", "agreed", "non-state", "carried", "running", "police"])
def test_common_words(word: str) -> None:
    assert data.is_common(word)


@pytest.mark.parametrize("word", ["benhima", "jakarta", "al-hajari"])
def test_uncommon_words(word: str) -> None:
    assert not data.is_common(word)


PAGED = """R 101200Z MAR 08
FM AMEMBASSY NAIROBI
TO SECSTATE WASHDC 1000
C O N F I D E N T I A L SECTION 01 OF 02 NAIROBI 000700

DOE PLEASE PASS TO HOLLOWAY
STATE FOR AF/E - BENNETT/OKAFOR

E.O. 12958: DECL: 03/10/2018
TAGS: PREL, KE
SUBJECT: A TEST

1. (C) The text ends a page with a word

NAIROBI 00000700  002 OF 002


and goes on.
RANNEBERGER
"""


def test_page_headers_and_attention_lines() -> None:
    found = {(m.type, m.text, m.name) for m in find_mentions(parse_text(PAGED), PAGED)}
    assert ("CABLE_REF", "NAIROBI 00000700", "08NAIROBI700") in found
    assert ("ORGANIZATION", "DOE", "DOE") in found
    assert {text for kind, text, _ in found if kind == "PERSON"} == {
        "HOLLOWAY", "BENNETT", "OKAFOR", "RANNEBERGER",
    }  # fmt: skip


def test_a_letter_whose_small_form_is_two_characters_moves_nothing() -> None:
    raw = "SUBJECT: A WORD\n\n1. (U) THE MAYOR OF İZMİR MET AMBASSADOR LARSEN IN ANKARA.\n"
    found = {mention.name: mention.source for mention in find_mentions(parse_text(raw), raw)}
    assert raw[slice(*found["Ankara"])] == "ANKARA"
