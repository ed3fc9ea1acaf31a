"""Who a cable is when its text is damaged or cut, and where a site says something else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cableview.model.site import SiteRecord
from cableview.parse.clean import find_changes
from cableview.parse.header import Header, read_header
from cableview.parse.working import apply_changes

SITE = SiteRecord("08OSLO400", datetime(2008, 6, 15, 12, 44), "CONFIDENTIAL//NOFORN", "Embassy Oslo")  # noqa: DTZ001
NOON = datetime(2008, 6, 15, 12, tzinfo=UTC)
BELOW = """
FM AMEMBASSY OSLO
TO SECSTATE WASHDC

C O N F I D E N T I A L OSLO 000400

SUBJECT: FISH

1. Body.
"""


def _read(raw: str, site: SiteRecord | None = None) -> Header:
    return read_header(apply_changes(raw, find_changes(raw)), site)


@pytest.mark.parametrize(
    "group",
    [
        "R 151200Z JUN 08", "R151200Z JUN 08", "R 15 1200Z JUN 08", "R I512OOZ JUN 08", "R 151200Z  JUN  08",
        "r 151200z jun 08", "R 151200Z JUN O8", "O R 151200Z JUNE 2008",
    ],
)  # fmt: skip
def test_damaged_date_time_groups(group: str) -> None:
    header = _read(group + BELOW)
    assert (header.sent, header.id) == (NOON, "08OSLO400")


def test_a_slip_in_the_month() -> None:
    header = _read("R 151200Z SEQ 08" + BELOW)
    assert (header.sent, header.id) == (datetime(2008, 9, 15, 12, tzinfo=UTC), "08OSLO400")
    assert (_read("R 151200Z JUM 08" + BELOW).sent, _read("R 151200Z JUM 08" + BELOW).id) == (
        None,
        "08OSLO400",
    )


def test_an_impossible_moment_leaves_the_year_and_the_moment_of_the_de_line() -> None:
    header = _read("DE RUEHNY #0400 1671200\nZNR UUUUU ZZH\nR 991200Z JUN 08" + BELOW)
    assert (header.sent, header.id) == (NOON, "08OSLO400")
    assert [problem.field for problem in header.problems] == ["sent"]
    assert _read("R 991200Z JUN 08" + BELOW).id == "08OSLO400"


def test_a_copy_in_small_letters_keeps_its_addresses() -> None:
    header = _read(("R 151200Z JUN 08" + BELOW).lower().replace("washdc", "washdc immediate 0012"))
    assert (header.sender, header.sent) == ("amembassy oslo", NOON)
    assert [(to.name, to.precedence, to.number) for to in header.to] == [
        ("secstate washdc", "IMMEDIATE", "0012")
    ]


def test_a_site_stands_in_for_what_an_extract_lacks() -> None:
    header = _read("SUBJECT: FISH\n\n1. Body.\n", SITE)
    assert (header.id, header.sent, header.classification) == ("08OSLO400", NOON, "CONFIDENTIAL")
    assert header.captions == ("NOFORN",)
    office = SiteRecord("08OSLO400_a", None, "UNCLASSIFIED//FOR OFFICIAL USE ONLY")
    header = _read("SUBJECT: FISH\n\n1. Body.\n", office)
    assert (header.id, header.classification, header.captions) == (
        "08OSLO400",
        "UNCLASSIFIED",
        ("SENSITIVE",),
    )


def test_an_agreeing_site_gives_no_problem() -> None:
    assert _read("R 151200Z JUN 08" + BELOW, SITE).problems == ()


@pytest.mark.parametrize(
    ("site", "field"),
    [
        (SiteRecord("08OSLO401"), "id"),
        (SiteRecord(origin="Embassy Lima"), "id"),
        (SiteRecord(created=datetime(2008, 6, 16, 12)), "sent"),  # noqa: DTZ001
        (SiteRecord(created=datetime(2008, 6, 15, 21)), "sent"),  # noqa: DTZ001
        (SiteRecord(classification="SECRET"), "classification"),
    ],
)
def test_a_disagreeing_site_is_a_problem(site: SiteRecord, field: str) -> None:
    assert [problem.field for problem in _read("R 151200Z JUN 08" + BELOW, site).problems] == [field]


def test_an_id_above_the_text_gives_the_year_of_references_too() -> None:
    header = _read("2008OSLO00400 - CONFIDENTIAL//NOFORN\n\nSUBJECT: FISH\n\nREF: OSLO 12\n\n1. Body.\n")
    assert (header.id, header.sent, header.classification) == ("08OSLO400", None, "CONFIDENTIAL")
    assert (header.captions, header.references[0].id) == (("NOFORN",), "08OSLO12")


def test_labels_of_a_page_with_their_values_beside_them() -> None:
    header = _read(
        "Identifier: 08OSLO400_a\nCreated: 2008-06-15 12:44\nClassification: SECRET\nOrigin: Embassy Oslo\n"
        "pdf how-to read a cable\nSUBJECT: FISH\n\n1. Body.\n"
    )
    assert (header.id, header.sent, header.classification) == ("08OSLO400", NOON, "SECRET")


def test_the_moment_below_a_post_is_no_serial() -> None:
    header = _read("CONFIDENTIAL\nEmbassy Oslo\nR 151200Z JUN 08\nSUBJECT: FISH\n\n1. Body.\n")
    assert header.id is None
    assert _read("C O N F I D E N T I A L OSLO 000400\nR 151200Z JUN 08" + BELOW).id == "08OSLO400"
