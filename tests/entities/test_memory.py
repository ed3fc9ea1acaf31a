"""Names that one cable tells and another only speaks of: which are carried, and where they are found."""

from __future__ import annotations

import pytest

from cableview.entities import Known, count_names, find_mentions
from cableview.entities.memory import carries
from cableview.parse import parse_text
from tests.support.cables import text_of

FIRM, MAN, SHIP = ("ORGANIZATION", "Zentrolux"), ("PERSON", "Than Shwe"), ("VESSEL", "Iran Teyfouri")


def named(body: str, *known: tuple[str, str]) -> set[tuple[str, str, str]]:
    """Return type, text and name of what the knowledge of these names adds, and what it takes away with -."""
    raw = text_of(1, body)
    cable = parse_text(raw)
    before = {(m.type, m.text, m.name) for m in find_mentions(cable, raw)}
    after = {(m.type, m.text, m.name) for m in find_mentions(cable, raw, Known(frozenset(known)))}
    return (after - before) | {(f"-{kind}", text, name) for kind, text, name in before - after}


def told(body: str) -> set[tuple[str, str]]:
    raw = text_of(1, body)
    return set(count_names(parse_text(raw), raw).told)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("PERSON", "Than Shwe"),
        ("PERSON", "Hor Namhong"),
        ("PERSON", "Héctor Muñoz-Larrea"),
        ("ORGANIZATION", "Zentrolux"),
        ("ORGANIZATION", "Haykakan Zhamanak"),
        ("ORGANIZATION", "Liberians United for Reconciliation"),
        ("VESSEL", "Monchegorsk"),
        ("VESSEL", "Kang Nam 1"),
        ("VESSEL", "Iran Teyfouri"),
    ],
)
def test_names_that_mean_the_same_everywhere_are_carried(kind: str, name: str) -> None:
    assert carries(kind, name)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("PERSON", "Zhang"),
        ("PERSON", "J. Zentrol"),
        ("PERSON", "Next Steps"),
        ("PERSON", "Shwe Visit"),
        ("PERSON", "The Zentrolux"),
        ("PERSON", "Zentrolux In"),
        ("PERSON", "El Gato"),
        ("PERSON", "John Smith"),  # shows by itself what it is
        ("ORGANIZATION", "CPMIEC"),
        ("ORGANIZATION", "Pyramid"),
        ("ORGANIZATION", "Blue Star"),
        ("ORGANIZATION", "Zentrolux Trading Company"),  # as above
        ("ORGANIZATION", "ZENTROLUX"),
        ("ORGANIZATION", "Hamburg"),
        ("ORGANIZATION", "Zen"),
        ("VESSEL", "Texas"),
        ("VESSEL", "Ronald Reagan"),
        ("PLACE", "Zentrolia"),
        ("TREATY_OR_LAW", "Zentrol Accord"),
        ("MATERIAL_OR_ITEM", "zentrolium"),
        ("PERSON", ""),
        ("VESSEL", "12 34"),
    ],
)
def test_other_names_are_not(kind: str, name: str) -> None:
    assert not carries(kind, name)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The German company Zentrolux shipped steel.", FIRM),
        ("General Than Shwe received the Ambassador.", MAN),
        ("The M/V Iran Teyfouri left port.", SHIP),
        ("The Haykakan Zhamanak (HZ) wrote so.", ("ORGANIZATION", "Haykakan Zhamanak")),
    ],
)
def test_words_beside_a_name_tell_it(body: str, name: tuple[str, str]) -> None:
    assert name in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "We heard of Zentrolux again.",
        "Everyone spoke of Than Shwe then.",
        "Mr. Zhang agreed.",
        "PRESIDENT TRAMSPIEX DUM SPOKE AND ALL AGREED WITH WHAT HE SAID.",
    ],
)
def test_a_name_alone_a_surname_and_unclear_capitals_tell_nothing(body: str) -> None:
    assert told(body) == set()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Papers of Zentrolux were found.", {("ORGANIZATION", "Zentrolux", "Zentrolux")}),
        ("Papers of\nZentrolux-owned ships.", {("ORGANIZATION", "Zentrolux", "Zentrolux")}),
        (
            "PAPERS OF ZENTROLUX WERE FOUND AND THEN THEY WERE READ BY ALL.",
            {("ORGANIZATION", "ZENTROLUX", "Zentrolux")},
        ),
        ("Everyone spoke of Than\nShwe then.", {("PERSON", "Than\nShwe", "Than Shwe")}),
        (
            "EVERYONE SPOKE OF THAN SHWE THEN AND SHWE WAS SILENT AS BEFORE.",
            {
                ("PERSON", "THAN SHWE", "Than Shwe"),
                ("PERSON", "SHWE", "Than Shwe"),
                ("-PERSON", "SHWE", "Shwe"),
            },
        ),
        (
            "Soldiers boarded Iran Teyfouri at sea.",
            {("VESSEL", "Iran Teyfouri", "Iran Teyfouri"), ("-PLACE", "Iran", "Iran")},
        ),
    ],
)
def test_known_names_are_found_where_the_cable_only_names_them(
    body: str, found: set[tuple[str, str, str]]
) -> None:
    assert named(body, FIRM, MAN, SHIP) == found


@pytest.mark.parametrize(
    "body",
    [
        "The Than Shwe Foundation and the Bank of Zentrolux Trading Company agreed.",  # part of another name
        "Shares of Zentrolux Hamburg fell.",
        "Zentrolux/Maag and Maag-Zentrolux agreed.",
        "The M/V Zentrolux left.",  # said to be something else
        "Minister Peter Zentrolux agreed. Zentrolux left.",
        "The zentrolux and the than shwe.",  # no name
        "Than he said so, Shwe left.",
    ],
)
def test_what_a_cable_says_itself_stands(body: str) -> None:
    assert named(body, FIRM, MAN) == set()


def test_headlines_tell_nothing() -> None:
    raw = text_of(1).replace("TALK NUMBER 1", "General Than Shwe and German Company Zentrolux Agree")
    assert count_names(parse_text(raw), raw).told == frozenset()


def test_names_in_the_header_are_not_read_as_prose() -> None:
    raw = text_of(1).replace("SIPDIS\n", "SIPDIS\n\nSTATE FOR ZENTROLUX\n")
    assert find_mentions(parse_text(raw), raw, Known(frozenset({FIRM}))) == find_mentions(
        parse_text(raw), raw
    )


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("by Than\n\nShwe", True),
        ("BY THAN SHWE", True),
        ("Shwe, rather Than", True),
        ("than Shwe", False),
        ("Thanks, Shwe", False),
        ("", False),
    ],
)
def test_the_look_beforehand_misses_no_name(text: str, may: bool) -> None:
    assert Known(frozenset({MAN})).may_stand_in(text) is may
