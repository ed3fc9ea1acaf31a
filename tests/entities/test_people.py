"""Names of people and their offices: particles, initials, nicknames, ranks, lists of ministers."""

from __future__ import annotations

import pytest

from tests.support.sentences import found

PEOPLE = [
    ("Joseph Cheruiyot arap Lelei left.", "Joseph Cheruiyot arap Lelei"),
    ("R. Veloo a/l Muniandy left.", "R. Veloo a/l Muniandy"),
    ("Peter Kamau wa Njoroge left.", "Peter Kamau wa Njoroge"),
    ("Carlo Dalla Rosa di Montefalco left.", "Carlo Dalla Rosa di Montefalco"),
    ("K.P.S. Wickrama left.", "K.P.S. Wickrama"),
    ("Peter Ochieng' Ouko left.", "Peter Ochieng' Ouko"),
    ("Home Minister Dato' Seri Zulhasnan Rahim left.", "Zulhasnan Rahim"),
    ("Gen. (ret.) Bambang Wiryo left.", "Bambang Wiryo"),
    ("Razali bin Haji Omar left. We met Razali.", "Razali"),
    ("Kwek Siew Lian left.", "Kwek Siew Lian"),
    ("HER MASTER, PEDRO IBARRA DEL MONTE, LEFT.", "PEDRO IBARRA DEL MONTE"),
    ("PolOff Lindhagen left.", "Lindhagen"),
    ("LTCOL TESFAYE WORKU LEFT.", "TESFAYE WORKU"),
    ("Her grandson Zubair left.", "Zubair"),
    ("A Luo teacher, Odhiamb, left.", "Odhiamb"),
    ("A cook called Zubair left.", "Zubair"),
    ("MINISTER OF LABOR: TORSTEN G. HEDLUND (SPP)", "TORSTEN G. HEDLUND"),
]

OFFICES = [
    ("Ada Sommer, treasurer of the Union of Painters, left.", "treasurer"),
    ("Ada Sommer, governor of Turkana, left.", "governor"),
    ("Ada Sommer, Senior Adviser to the President, left.", "Senior Adviser to the President"),
    ("North Korean First Secretary Ri Tok-su left.", "North Korean First Secretary"),
    ("Export Licensing Officer Ada Sommer left.", "Officer"),
    ("Gen. (ret.) Bambang Wiryo left.", "Gen."),
    ("HE MET AMBASSADOR. GENERAL TESFAYE WORKU SAID SO.", "GENERAL"),
    ("Ada Sommer, now mayor of Turkana, left.", "mayor"),
    ("Ada Sommer, former treasurer, left.", "treasurer"),
    ("He saw Turkana Lines, whose technical director, Ada Sommer, left.", "technical director"),
    ("Acme Vice President for Exploration Ada Sommer left.", "Vice President for Exploration"),
    ("MAJGEN TESFAYE WORKU LEFT.", "MAJGEN"),
    ("SECOND MINISTER OF FOREIGN TRADE: TORSTEN G. HEDLUND (SPP)", "SECOND MINISTER OF FOREIGN TRADE"),
    ("TORSTEN G. HEDLUND, MINISTER OF PUBLIC WORKS, LEFT.", "MINISTER OF PUBLIC WORKS"),
]

NICKNAMES = [
    ('Carlos "Beto" Montoya left. Beto is ill.', "Beto", 'Carlos "Beto" Montoya'),
    ("Carlos &quot;Beto&quot; Montoya left. Beto is ill.", "Beto", 'Carlos "Beto" Montoya'),
    ('Carlos Montoya (alias "El Turco") left.', "El Turco", "Carlos Montoya"),
    ("Carlos Montoya, known as ''CM'', left.", "CM", "Carlos Montoya"),
    ('Police want the man nicknamed "Zoltar" now.', "Zoltar", "Zoltar"),
]

ATTENTION = [
    ("STATE FOR AF/S B. WALDORF, DRL AND INL/C", "B. WALDORF"),
    ("TREASURY FOR LUKAS BERGSTROM", "LUKAS BERGSTROM"),
    ("TREASURY FOR J.MARLOWE AND B.KESTREL", "B.KESTREL"),
    ("TREASURY FOR HALVORSEN/TIEMANN", "TIEMANN"),
    ("NEA/ELA; EB/ESC FOR HALVORSEN", "HALVORSEN"),
]

NO_NAMES = [
    ("They will charge Montoya.", "ROLE_TITLE", "charge"),
    ("He reads Il Tirreno.", "PERSON", "Il Tirreno"),
    ("It lies off Pulau Redang.", "PERSON", "Pulau Redang"),
    ("Ada Sommer, a former bishop of Turkana, left.", "ROLE_TITLE", "bishop"),
]


@pytest.mark.parametrize(("sentence", "name"), PEOPLE)
def test_people(sentence: str, name: str) -> None:
    assert name in {text for kind, text, _ in found(sentence) if kind == "PERSON"}


@pytest.mark.parametrize(("sentence", "office"), OFFICES)
def test_offices(sentence: str, office: str) -> None:
    assert office in {text for kind, text, _ in found(sentence) if kind == "ROLE_TITLE"}


@pytest.mark.parametrize(("passing", "name"), ATTENTION)
def test_people_of_the_attention_lines(passing: str, name: str) -> None:
    assert ("PERSON", name, name) in found("He left.", passing)


@pytest.mark.parametrize(("sentence", "nick", "full"), NICKNAMES)
def test_nicknames_stand_for_the_full_name(sentence: str, nick: str, full: str) -> None:
    assert ("PERSON", nick, full) in found(sentence)


@pytest.mark.parametrize(("sentence", "kind", "text"), NO_NAMES)
def test_what_only_looks_like_a_name(sentence: str, kind: str, text: str) -> None:
    assert (kind, text) not in {(kind, text) for kind, text, _ in found(sentence)}


def test_a_list_of_ministers_gives_each_line_its_own_name() -> None:
    lines = "MINISTER OF HEALTH: TESFAYE WORKU\nMINISTER OF MINES AND ENERGY: ALMAZ DESTA\n"
    names = {text for kind, text, _ in found(lines) if kind in ("PERSON", "ROLE_TITLE")}
    assert {"MINISTER OF HEALTH", "TESFAYE WORKU", "MINISTER OF MINES AND ENERGY", "ALMAZ DESTA"} <= names
