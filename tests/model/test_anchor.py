"""Paragraph hashes and links: what changes them and what does not."""

from __future__ import annotations

import pytest

from cableview.model.anchor import link, paragraph_hash

TEXT = "Zhang noted that China “considers the case closed.”"


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
