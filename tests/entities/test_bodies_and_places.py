"""Names of bodies and places by their class, in mixed case and in capitals."""

from __future__ import annotations

import pytest

from cableview.entities import find_mentions
from cableview.parse import parse_text

_HEAD = """UNCLAS LIMA 000123

E.O. 12958: N/A
TAGS: PREL, PE
SUBJECT: VISIT

1. {}
"""


def found(sentence: str) -> set[tuple[str, str]]:
    raw = _HEAD.format(sentence)
    return {(m.type, m.text) for m in find_mentions(parse_text(raw), raw)}


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("THE BOLIVIAN NAVY SAILED.", "BOLIVIAN NAVY"),
        ("THE BALTIC NEWS AGENCY KNEW.", "BALTIC NEWS AGENCY"),
        ("HE LED THE BANK OF PORTUGAL.", "BANK OF PORTUGAL"),
        ("TEXTILE WORKERS UNION LEFT.", "TEXTILE WORKERS UNION"),
        ("THE RELIEF AND REFUGEE COMMISSION LEFT.", "RELIEF AND REFUGEE COMMISSION"),
        ("THE SOCIAL DEMOCRATIC PARTY LEFT.", "SOCIAL DEMOCRATIC PARTY"),
        ("HE STUDIED AT THE UNIVERSITY OF THE PHILIPPINES.", "UNIVERSITY OF THE PHILIPPINES"),
        ("RADIO HAVANA KNEW.", "RADIO HAVANA"),
        ("OFFICERS OF SECOND BRIGADE LEFT.", "SECOND BRIGADE"),
        ("THE RIVER TRANSPORT SYNDICATE (RTS, OR TRUST) LEFT.", "RTS"),
        ("He left the Third Brigade.", "Third Brigade"),
        ("He left the 61 Brigade.", "61 Brigade"),
        ("He called at the Justice Ministry on June 3.", "Justice Ministry"),
        ("It was bought by Kuzey Makina ve Sanayi A.S. of Izmir.", "Kuzey Makina ve Sanayi A.S."),
        ("It was bought by Hlavka Motory a.s. of Brno.", "Hlavka Motory a.s."),
        ("It was bought by Sinar Jaya Sdn. Bhd. of Ipoh.", "Sinar Jaya Sdn. Bhd."),
        ("He works for EUR/XQ in Washington.", "EUR/XQ"),
        ("The French Red Cross left.", "French Red Cross"),
        ("The loan came from Vostokbank.", "Vostokbank"),
    ],
)
def test_bodies(sentence: str, body: str) -> None:
    assert ("ORGANIZATION", body) in found(sentence)


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("A GERMAN COMPANY LEFT.", "GERMAN COMPANY"),
        ("A TRADE UNION LEFT.", "TRADE UNION"),
        ("FINANCE MINISTER: PEDRO J. ALZAMORA (AP).", "PEDRO J. ALZAMORA"),
        ("They bought Boeing 747s.", "Boeing"),
        ("They bought a Dornier DO-228.", "Dornier"),
        ("BEGIN EXCERPTS: It is over.", "EXCERPTS"),
    ],
)
def test_no_bodies(sentence: str, text: str) -> None:
    assert ("ORGANIZATION", text) not in found(sentence)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("HE WAS FLOWN TO CAMP ZELLER.", "CAMP ZELLER"),
        ("HE LIVES IN QUEZON CITY.", "QUEZON CITY"),
        ("HE HOPES THE US WILL HELP.", "US"),
    ],
)
def test_places(sentence: str, place: str) -> None:
    assert ("PLACE", place) in found(sentence)


def test_the_pronoun_in_capitals_is_no_country() -> None:
    assert ("PLACE", "US") not in found("HE TOLD US TO WAIT FOR US.")


def test_countries_of_a_portion_marking_are_no_places() -> None:
    names = found("(S/REL JAPAN, NATO) Its text is for Norway.")
    assert ("PLACE", "Norway") in names
    assert ("PLACE", "JAPAN") not in names
