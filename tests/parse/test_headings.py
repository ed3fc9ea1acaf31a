from __future__ import annotations

import pytest

from cableview.parse import parse_text
from tests.support.cable_text import cable


def headings(body: str) -> list[str | None]:
    return [paragraph.heading for paragraph in parse_text(cable(body)).paragraphs]


@pytest.mark.parametrize(
    ("printed", "heading"),
    [
        ("Next Steps\n----------\n\n", "Next Steps"),
        ("NEXT STEPS\n==========\n", "NEXT STEPS"),
        ("----------\nNEXT STEPS \n----------\n\n", "NEXT STEPS"),
        ("NEXT STEPS\n-------------- -\n\n\n", "NEXT STEPS"),
        ("Next Steps\n__________\n\n", "Next Steps"),
        ("Next Steps\n\u2010\u2010\u2010\u2010\u2010\u2010\n\n", "Next Steps"),
        ("------- NEXT STEPS -------\n\n", "NEXT STEPS"),
        ("Next Steps =======\n\n", "Next Steps"),
        ("Next Steps\n\n", "Next Steps"),
        ("NEXT STEPS\n", "NEXT STEPS"),
        ("What next?\n\n", "What next?"),
        ("2008 Elections: A Long Way\n\n", "2008 Elections: A Long Way"),
        ("A HEADING THAT IS TOO LONG FOR\nONE LINE OF PRINT\n-------------------\n\n", None),
        ("--------\nTHE ECONOMY\n--------\n\nTRADE\n-----\n", "THE ECONOMY / TRADE"),
        ("END SUMMARY\n\n", ""),
        ("END COMENT\n\n", ""),
        ("End Embassy Comment\n-------\n\n", ""),
        ("-- an item of a list\n\n", ""),
        ("that ends here.\n\n", ""),
        ("ends in lower case\n\n", ""),
    ],
)
def test_forms(printed: str, heading: str | None) -> None:
    if heading is None:
        heading = "A HEADING THAT IS TOO LONG FOR ONE LINE OF PRINT"
    found = headings(f"1. (C) The first paragraph ends.\n\n{printed}2. (C) Two.\n\n3. (C) Three.")
    assert found == [None, heading or None, heading or None]


def test_a_heading_before_the_first_paragraph() -> None:
    assert headings("Introduction\n\n1. (C) One.") == ["Introduction"]
    assert headings("-------\nSUMMARY\n-------\n\n1. (C) One. End Summary.\n\n2. (C) Two.") == [
        "SUMMARY",
        None,
    ]


def test_the_end_of_a_quotation_is_no_heading() -> None:
    body = '1. (C) He said: "I stay.\n\nThen we shall see ..."\n\n2. (C) He left.'
    assert [p.heading for p in parse_text(cable(body)).paragraphs] == [None, None]


def test_an_only_line_of_a_paragraph_is_no_heading() -> None:
    assert headings("1. (C) See paragraph 4\n\n2. (C) Two.") == [None, None]


def test_a_heading_after_the_number() -> None:
    paragraph = parse_text(
        cable("1. ----------------\nVisit Officer\n----------------\n\nIt is Jo.")
    ).paragraphs[0]
    assert (paragraph.heading, paragraph.text) == ("Visit Officer", "It is Jo.")


def test_a_heading_between_the_number_and_the_marking() -> None:
    paragraph = parse_text(cable("1. (U) One.\n\n2. THE ECONOMY\n\n(C) It grows.")).paragraphs[1]
    assert (paragraph.heading, paragraph.marking, paragraph.text) == ("THE ECONOMY", "C", "It grows.")


def test_headings_inside_one_line() -> None:
    long = (
        "The minister said that the plan would go ahead in the spring whatever the others might think of it"
    )
    assert headings(f"1. (C) {long}. -------- Comment -------- 2. (C) {long}.") == [None, "Comment"]
    assert headings(f"1. (C) {long}, and so it was.  A NEW ORDER OF THINGS\n\n2. (C) {long}.")[1] == (
        "A NEW ORDER OF THINGS"
    )
    assert headings(f"1. (C) {long}. COMMENT 2. (C) {long}.") == [None, "COMMENT"]
    assert headings(f"1. (C) {long}. {long}.\nThe Outlook\n2. (C) {long}.") == [None, "The Outlook"]
    for end in ("CONFIDENTIAL", "XXXXXXXXXXXX", "END COMMENT", "------- END TEXT -------"):
        assert headings(f"1. (C) {long}. {end} 2. (C) {long}.") == [None, None]
