"""Paragraph hashes and links: what changes them and what does not."""

from __future__ import annotations

import pytest

from cableview.model.anchor import find_paragraph, link, paragraph_hash
from cableview.model.cable import Cable, Paragraph

TEXT = "Zhang noted that China “considers the case closed.”"


def cable(*texts: tuple[int | None, str]) -> Cable:
    return Cable(paragraphs=tuple(Paragraph(n, None, None, None, t, (0, 0)) for n, t in texts))


@pytest.mark.parametrize(
    "copy",
    [
        'Zhang noted that China "considers the case closed."',
        "ZHANG NOTED THAT\nCHINA “CONSIDERS  THE CASE CLOSED”",
        "Zhang noted, that China considers the case closed",
    ],
)
def test_wrapping_case_and_punctuation_do_not_count(copy: str) -> None:
    assert paragraph_hash(copy) == paragraph_hash(TEXT)


def test_another_word_counts() -> None:
    assert paragraph_hash(TEXT.replace("closed", "open")) != paragraph_hash(TEXT)


def test_lone_surrogates_are_hashed() -> None:
    assert len(paragraph_hash("\ud800")) == 16


def test_link_names_cable_paragraph_and_text() -> None:
    assert link("08BEIJING2648", 8, "3f9a00112233aabb") == "cable:08BEIJING2648#p8~3f9a"
    assert link("08BEIJING2648", None, "3f9a00112233aabb") == "cable:08BEIJING2648#~3f9a"


def test_find_paragraph() -> None:
    digest = paragraph_hash(TEXT)
    assert find_paragraph(cable((1, "Other."), (3, TEXT)), digest, 2) == 1
    assert find_paragraph(cable((1, TEXT), (2, TEXT)), digest, 2) == 1
    assert find_paragraph(cable((1, TEXT), (2, TEXT)), digest, 7) is None
    assert find_paragraph(cable((1, "Other.")), digest, 1) is None
