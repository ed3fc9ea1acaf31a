"""Ids out of the names of files."""

from __future__ import annotations

import pytest

from cableview.model.document import Document
from cableview.parse import parse_document
from cableview.parse.naming import site_of_name

PARTIAL = """This record is a partial extract of the original cable.

UNCLAS KABUL 000641

SUBJECT: ROADS

1. Text.
"""


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("cables/08BEIJING2648.txt", "08BEIJING2648"),
        ("174_03KABUL641.txt", "03KABUL641"),
        ("dump.zip!2003/03HOCHIMINHCITY12.html.txt", "03HOCHIMINHCITY12"),
        ("1976STATE103205_b.html", "76STATE103205"),
        ("000_40ae0b3d1aaa403b.txt", None),
        ("08NOWHERE12.txt", None),
        ("notes08BEIJING2648.txt", None),
        ("08BEIJING2648 copy.txt", None),
        ("", None),
    ],
)
def test_site_of_name(name: str, named: str | None) -> None:
    site = site_of_name(name)
    assert (site.id if site else None) == named


def test_a_partial_text_takes_id_and_year_from_its_name() -> None:
    assert parse_document(Document("03KABUL641.txt", PARTIAL)).id == "03KABUL641"
    assert parse_document(Document("stdin", PARTIAL)).id is None


def test_a_name_that_contradicts_the_text_is_a_problem() -> None:
    text = f"O 071042Z JUL 08\nFM AMEMBASSY KABUL\n\n{PARTIAL}"
    cable = parse_document(Document("03KABUL642.txt", text))
    assert cable.id == "08KABUL641"
    assert any("03KABUL642" in problem.message for problem in cable.problems)
