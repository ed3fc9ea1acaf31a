"""Paragraph text: what is joined, what stays apart."""

from __future__ import annotations

import pytest

from cableview.parse.body.flow import flow

LINE = (
    "This line of an unwrapped cable is much longer than any "
    + "that a printer would have wrapped. " * 2
    + "So."
)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("One line,  two blanks.", "One line, two blanks."),
        ("wrapped at \nthe margin", "wrapped at the margin"),
        ("proliferation-\nrelated cases", "proliferation-related cases"),
        ("short- \nand long-term", "short- and long-term"),
        ("a dash --\nsuch as this", "a dash -- such as this"),
        ("a dash that wraps\n-- such as this -- is text", "a dash that wraps -- such as this -- is text"),
        ('"keep\n\nan eye on" him', '"keep an eye on" him'),
        ("He proposed\n\nholding a review.", "He proposed holding a review."),
        ("A sentence ends.\n\nAnother block.", "A sentence ends.\nAnother block."),
        ("Points:\n\n-- one;\n-- two\n-- three goes\non.", "Points:\n-- one;\n-- two\n-- three goes on."),
        ("Points:\n- one\n- two", "Points:\n- one\n- two"),
        ("Points:\n\n* one\n* two", "Points:\n* one\n* two"),
        ("Points:\n\nA. one\nB. two.\nC. three", "Points:\nA. one B. two.\nC. three"),
        ("(1) one;\n(2) two;", "(1) one;\n(2) two;"),
        ("the aide of\nJ. Smith left", "the aide of J. Smith left"),
        ("Name     Age    Town\nLi       12     Rome", "Name     Age    Town\nLi       12     Rome"),
        ("He saw the envoy,\n\nMr. Smith, and left.", "He saw the envoy, Mr. Smith, and left."),
        ("Parts:\n\ni. one\n\nii. two", "Parts:\ni. one\nii. two"),
        (f"{LINE}\nBEGIN TEXT:\n{LINE}", f"{LINE}\nBEGIN TEXT:\n{LINE}"),
        ("XXXXXXXXXXXX said\n[details removed] no.", "XXXXXXXXXXXX said [details removed] no."),
    ],
)  # fmt: skip
def test_flow(content: str, text: str) -> None:
    assert flow(content) == text


@pytest.mark.parametrize("content", ["a\n\n- b\n   c     d   e\nf-\ng", "1.\n\n\n2.\t3\n\n---\nx", "\n\n"])
def test_only_white_space_changes(content: str) -> None:
    assert "".join(flow(content).split()) == "".join(content.split())
