"""Station names, as printed and as damaged."""

from __future__ import annotations

import pytest

from cableview.parse.stations import expand, longest_at, lookup, normalise, of_route, resolve


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("BEIJING", "BEIJING"),
        ("the hague", "THEHAGUE"),
        ("Port-au-Prince", "PORTAUPRINCE"),
        ("N'DJAMENA", "NDJAMENA"),
        ("AMEMBASSY TEL AVIV", "TELAVIV"),
        ("AMCONSUL MUMBAI", "MUMBAI"),
        ("USMISSION GENEVA", "GENEVA"),
        ("SECSTATE WASHDC", "STATE"),
        ("EFTO LIMA", "LIMA"),
        ("LUSAKA CITY", "LUSAKA"),
        ("São Paulo", "SAOPAULO"),
        ("PEKING", "BEIJING"),
        ("ATLANTIS", None),
        ("", None),
    ],
)
def test_lookup_knows_names_aliases_and_prefixes(printed: str, key: str | None) -> None:
    assert lookup(printed) == key


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("MOSOCW", "MOSCOW"),
        ("NAIROBBI", "NAIROBI"),
        ("UAGADOUGOU", "OUAGADOUGOU"),
        ("KUALA LUMP", "KUALALUMPUR"),
        ("PT OF SPAIN", "PORTOFSPAIN"),
        ("NORWAY", "OSLO"),
        ("MARCH", None),
        ("PARA", None),
        ("EAGLE", None),
        ("XQ", None),
    ],
)
def test_resolve_takes_the_only_near_name(printed: str, key: str | None) -> None:
    assert resolve(printed) == key


def test_serials_decide_between_near_names() -> None:
    assert resolve("DOH", lambda station: station == "DOHA") == "DOHA"
    assert resolve("RIG", lambda _: False) in {None, "RIGA"}


def test_expand_needs_a_beginning_of_every_word() -> None:
    assert expand("RIO DE JAN") == "RIODEJANEIRO"
    assert expand("STATE CA") is None
    assert expand("OECD PAR") == "OECDPARIS"
    assert expand("USTR") is None


def test_longest_name_wins_at_a_position() -> None:
    assert longest_at(["UNESCO", "PARIS", "FR", "12"], 0) == ("UNESCOPARISFR", 3)
    assert longest_at(["PARIS", "POINTS"], 0) == ("PARIS", 1)
    assert longest_at(["POINTS"], 0) is None


def test_route_and_key_form() -> None:
    assert of_route("RUEHBJ") == "BEIJING"
    assert of_route("RUEHXXX") is None
    assert normalise("Dar es-Salaam.") == "DARESSALAAM"
