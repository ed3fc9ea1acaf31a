"""The five sample cables: names that every one of them must yield."""

from __future__ import annotations

from functools import cache

import pytest

from cableview.entities import find_mentions
from cableview.model.mention import TYPES, Mention
from cableview.parse import parse_text
from cableview.resources import resource_dir


@cache
def mentions(name: str) -> tuple[Mention, ...]:
    raw = (resource_dir("seeds") / f"{name}.txt").read_bytes().decode("utf-8")
    return find_mentions(parse_text(raw), raw)


@pytest.mark.parametrize(
    ("cable", "kind", "text", "name"),
    [
        ("07BEIJING2896", "ORGANIZATION", "CACDA", "China Arms Control and Disarmament Association"),
        ("07BEIJING2896", "INTEXT_REF", "reftel", "72 FR 13550"),
        ("07BEIJING2896", "DATE", "this summer", "2007-06/2007-08"),
        ("07BEIJING5039", "PERSON", "Zhang", "Zhang Yan"),
        ("07BEIJING5039", "DATE", "February 06", "2006-02"),
        ("07BEIJING5039", "ROLE_TITLE", "Charge d'Affaires a.i.", "Charge d'Affaires a.i."),
        ("07BEIJING5039", "ORGANIZATION", "PRC government", "Government of China"),
        ("08BEIJING1050", "PERSON", "Li", "Li Song"),
        ("08BEIJING1050", "DATE", "mid-April", "2008-04"),
        ("08BEIJING1050", "DATE", "November 30", "2007-11-30"),
        ("08BEIJING1050", "CABLE_REF", "BEIJING 463", "08BEIJING463"),
        ("08BEIJING2648", "PERSON", "Zhang", "Zhang Junan"),
        ("08BEIJING2648", "ORGANIZATION", "Zibo Chemet", "Zibo Chemet Equipment Company Limited"),
        ("08BEIJING2648", "ORGANIZATION", "ASB", "Army Supply Bureau"),
        ("08BEIJING2648", "MONEY", "RMB 45,000", "CNY 45000"),
        ("08BEIJING2648", "QUANTITY", "150 tons", "150 t"),
        ("08BEIJING2648", "VESSEL", "M/V Iran Teyfouri", "Iran Teyfouri"),
        ("08BEIJING2648", "MATERIAL_OR_ITEM", "aluminum\nsheets, tubes and rods", None),
        ("08BEIJING2648", "TREATY_OR_LAW", "Wassenaar", "Wassenaar Arrangement"),
        ("08BEIJING3039", "ROLE_TITLE", "PolOff", "Political Officer"),
        ("08BEIJING3039", "TREATY_OR_LAW", "NSG", "Nuclear Suppliers Group"),
        ("08BEIJING3039", "TAG", "KNNP", "KNNP"),
    ],
)
def test_seed_names(cable: str, kind: str, text: str, name: str | None) -> None:
    found = [m for m in mentions(cable) if m.type == kind and m.text == text]
    assert found
    assert name is None or {m.name for m in found} == {name}


def test_three_men_named_zhang_stay_apart() -> None:
    names = {cable: {m.name for m in mentions(cable) if m.text == "Zhang"} for cable in
             ("07BEIJING5039", "08BEIJING2648", "08BEIJING3039")}  # fmt: skip
    assert names == {
        "07BEIJING5039": {"Zhang Yan"},
        "08BEIJING2648": {"Zhang Junan"},
        "08BEIJING3039": {"Zhang Shen"},
    }


def test_a_name_over_a_page_break_is_one_mention() -> None:
    texts = {m.text for m in mentions("08BEIJING2648")}
    assert "Beijing Huayun\n\nInternational Trading Company" in texts


def test_demonyms_are_no_places() -> None:
    for cable in ("07BEIJING2896", "08BEIJING2648"):
        assert not {m.text for m in mentions(cable)} & {"Chinese", "Iranian", "Germans", "Swiss"}


def test_types_are_known_and_paragraphs_true() -> None:
    held = mentions("07BEIJING2896")
    assert {m.type for m in held} <= set(TYPES)
    assert {m.paragraph for m in held} == {None, 1, 2, 3, 4, 5}
